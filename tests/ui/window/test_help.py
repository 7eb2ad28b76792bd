"""F1 opens the page for what has the keyboard, in any pack, over whatever else is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from advisor.app.document.document import Document
from advisor.app.document.settings import Settings
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.ui.help.help_view import HelpView
from advisor.ui.widgets.help_topic import topic_of, topics_in
from advisor.ui.window.pages import pages
from advisor.ui.window.tabs import tabs
from advisor.views.help.help_pages import Place, help_page

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

Key = Qt.Key


@pytest.fixture(scope="module")
def one_window(
    qapp: QApplication,
    default_assessor: Assessor,
    default_pack: DataPack,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """One window for all tests of this file: none of them edits the study."""
    from advisor.ui.window.main_window import MainWindow

    store = QSettings(str(tmp_path_factory.mktemp("help") / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    settings.look, settings.reduced_motion = "light", True
    made = MainWindow(Document(default_assessor, default_study(default_pack)), settings)
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def window(one_window: MainWindow) -> Iterator[MainWindow]:
    """The window, with nothing over it before and after."""
    yield one_window
    one_window.help_page.close_page()
    one_window.side_page.close_page()
    one_window.drawer.set_folded(False)


def shown(window: MainWindow) -> HelpView:
    content = window.help_page.content
    assert isinstance(content, HelpView)
    return content


def test_that_every_place_that_a_widget_names_is_in_the_help(window: MainWindow):
    for tab in window.drawer.tab_ids:
        window.drawer.panel(tab)
    named = topics_in(window)
    for page in pages():
        named |= topics_in(window.open_page(page)) | topics_in(window.side_page)
    window.side_page.close_page()
    assert len(named) > 25
    for topic in named | {tab.topic for tab in tabs()} | {page.topic for page in pages().values()}:
        place = Place.of(topic)
        assert not place.anchor or place.anchor in help_page(place.page).anchors, topic


def test_that_f1_opens_the_page_for_what_has_the_keyboard(window: MainWindow):
    row = next(iter(window.priorities.rows.values()))
    places: list[tuple[QWidget, str]] = [
        (row.slider, "priorities"),
        (window.ranking.list, "ranking"),
        (window.header.people, "question#people"),
        (window.scenarios.tabs, "scenarios"),
    ]
    for widget, place in places:
        widget.setFocus()
        QTest.keyClick(widget, Key.Key_F1)
        assert shown(window).place == place
        QTest.keyClick(shown(window).pages, Key.Key_Escape)
        assert window.help_page.content is None
        assert window.focusWidget() is widget


def test_that_every_tab_has_its_own_page_also_while_its_title_has_the_keyboard(window: MainWindow):
    window.drawer.set_folded(True)  # so that no panel has to be built for it
    for at, tab in enumerate(tabs()):
        window.drawer.tabs.setCurrentIndex(at)
        window.drawer.tabs.setFocus()
        QTest.keyClick(window.drawer.tabs, Key.Key_F1)
        assert shown(window).place == tab.topic
        window.help_page.close_page()


def test_that_a_page_inside_a_tab_has_its_own_place(window: MainWindow):
    panel = window.drawer.panel("compare")
    assert topic_of(panel.what_if) == "compare#what-if"


def test_that_help_over_a_page_leaves_that_page_open(window: MainWindow):
    page = window.open_page("conditions")
    QTest.keyClick(window.side_page, Key.Key_F1)
    assert shown(window).place == "conditions"
    QTest.keyClick(shown(window).pages, Key.Key_Escape)
    assert window.side_page.content is page


def test_that_ctrl_f_searches_the_help_while_it_is_read(window: MainWindow):
    window.actions_["contents"].trigger()
    QTest.keyClick(shown(window).pages, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is shown(window).field


def test_that_the_glossary_is_in_the_menu_and_sources_have_a_key_of_their_own(window: MainWindow):
    window.actions_["glossary"].trigger()
    assert shown(window).place == "glossary"
    QTest.keyClick(shown(window).pages, Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.side_page.title == "Sources"
    assert window.help_page.content is None


def test_that_a_pack_of_ones_own_has_help_with_pictures_too(generic_document, open_window):
    window: MainWindow = open_window(generic_document)
    window.choose_dark(True)
    window.show_help("certainty")
    assert "How sure the ranking is" in shown(window).text
    assert not shown(window).picture("certainty.svg", 400.0).isNull()


def test_that_charts_are_drawn_in_the_dark_look_where_the_examples_fit(window: MainWindow):
    window.show_help("people")
    light = shown(window).picture("people.svg", 400.0)
    window.choose_dark(True)
    dark = shown(window).picture("people.svg", 400.0)
    assert light.pixelColor(2, 2).lightness() > 200
    assert dark.pixelColor(2, 2).lightness() < 80
