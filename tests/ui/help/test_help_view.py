"""The help is read, searched and walked by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.ui.help.help_view import HelpView
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.views.help.help_pages import help_pages
from advisor.views.look.theme import DARK
from advisor.words.locale import set_locale
from advisor.words.translation import ENGLISH

InForce = Callable[[str], None]


@pytest.fixture
def in_force() -> Iterator[InForce]:
    """Puts a language in force, for one test."""
    yield set_locale
    set_locale(ENGLISH)


@pytest.fixture
def view(qtbot) -> HelpView:
    made = HelpView()
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.open("README")
    return made


@pytest.mark.parametrize("language", ["en", "es"])
def test_that_every_page_is_shown_with_its_pictures(view: HelpView, language: str, in_force: InForce):
    in_force(language)
    for page in reversed(help_pages()):  # the contents were shown in English already
        assert page.language == language
        view.open(page.name)
        assert page.title in view.text
        for name in page.pictures:
            image = view.picture(name, 500.0)
            assert image.width() == 500 * image.devicePixelRatio()
            assert len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}) > 1


def test_that_typing_finds_in_the_language_in_force(view: HelpView, in_force: InForce):
    in_force("es")
    QTest.keyClicks(view.field, "clasificacion")
    assert "Clasificación" in view.text
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert view.place == "ranking"
    assert "Puestos probables" in view.text


def test_that_links_lead_on_and_back_and_forward_return(view: HelpView):
    view.pages.anchorClicked.emit(QUrl("weights.md#pairs"))
    assert view.place == "weights#pairs"
    view.pages.anchorClicked.emit(QUrl("#swings"))
    assert view.place == "weights#swings"
    view.back_button.click()
    view.back_button.click()
    assert view.place == "README"
    assert not view.back_button.isEnabled()
    view.forward_button.click()
    assert view.place == "weights#pairs"


def test_that_a_place_further_down_is_scrolled_to(view: HelpView):
    view.open("glossary#worst-regret")
    assert view.pages.verticalScrollBar().value() > 1000


def test_that_typing_finds_and_enter_goes_there_and_an_empty_field_goes_back(view: HelpView):
    view.open("map")
    QTest.keyClicks(view.field, "kendall")
    assert "Kendall's W" in view.text
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert view.place.startswith("glossary#kendall")
    view.back()
    view.field.clear()
    view.field.textEdited.emit("")
    assert view.place == "map"


def test_that_what_was_typed_is_no_markup(view: HelpView):
    QTest.keyClicks(view.field, "<b>x</b>")
    assert "<b>x</b>" in view.text


def test_that_tab_goes_from_link_to_link_and_enter_follows(view: HelpView, qtbot):
    view.pages.setFocus()
    QTest.keyClick(view.pages, Qt.Key.Key_Tab)
    QTest.keyClick(view.pages, Qt.Key.Key_Return)
    assert view.place == "getting-started"


def test_that_nothing_but_pictures_of_the_help_is_ever_read(view: HelpView, tmp_path):
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg/>", encoding="utf-8")
    image = QTextDocument.ResourceType.ImageResource.value
    assert view.pages.loadResource(image, QUrl.fromLocalFile(str(secret))) is None
    assert view.pages.loadResource(image, QUrl("../pictures/../../../pyproject.toml")) is None
    assert view.pages.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl("x.css")) is None


def test_that_pages_take_another_look(view: HelpView, qapp: QApplication):
    before = view.pages.document().defaultStyleSheet()
    put_in_force(DARK)
    finish_dressing()
    assert view.pages.document().defaultStyleSheet() != before
    assert DARK.text in view.pages.document().defaultStyleSheet()
