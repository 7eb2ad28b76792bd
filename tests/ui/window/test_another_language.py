"""Rooms in another language: every text that a person reads has come through the translation."""

from __future__ import annotations

import gettext
import html
import re
from collections.abc import Callable, Iterator
from html import escape

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.workers.change_reckoner import ChangeReckoner
from advisor.datapack.schema import DataPack
from advisor.places.industries import INDUSTRIES
from advisor.places.languages import LANGUAGES
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.ui.home.conditions_page import ConditionsPage
from advisor.ui.priorities.must_haves_panel import MustHavesPanel
from advisor.ui.priorities.priorities_panel import PrioritiesPanel
from advisor.ui.why.detail_panel import DetailPanel
from advisor.ui.window.header_bar import HeaderBar
from advisor.ui.window.info_pages import about_page
from advisor.ui.window.status_line import StatusLine
from advisor.words import translation
from advisor.words.glossary import glossary
from advisor.words.locale import set_locale

WORD = re.compile(r"[A-Za-z]{3,}")
TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")
MARKUP = re.compile(r"<[^>]*>")


class _Marked(gettext.NullTranslations):
    """A language that sets every text in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture(autouse=True)
def marked_language() -> Iterator[None]:
    set_locale("en")  # what modules remember of a language goes, before and afterwards
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(translation, "_catalogue", _Marked())
        yield
    set_locale("en")


@pytest.fixture(scope="module")
def own_assessor(default_pack: DataPack) -> Assessor:
    """One of this module's own: it remembers texts."""
    return Assessor(default_pack)


PANELS: dict[str, Callable[[Document, Selection], QWidget]] = {
    "about": lambda document, _selection: about_page(document.pack),
    "conditions": lambda document, _selection: ConditionsPage(document),
    "header": lambda document, _selection: HeaderBar(document, ChangeReckoner(document)),
    "must-haves": lambda document, _selection: MustHavesPanel(document),
    "priorities": lambda document, _selection: PrioritiesPanel(document),
    "status": lambda document, _selection: StatusLine(document),
    "why": DetailPanel,
}


@pytest.mark.parametrize("name", PANELS)
def test_that_a_room_shows_nothing_that_cannot_be_translated(qtbot, own_assessor, name):
    document = Document(own_assessor, default_study(own_assessor.pack))
    selection = Selection()
    selection.select("ZAF")
    panel = PANELS[name](document, selection)
    qtbot.addWidget(panel)
    panel.show()
    meanings = {term.sentence for term in glossary().values()}  # pages of the help, one file a language
    data = names_of(document.pack) | {document.scenario.name} | meanings
    assert {text for text in texts_of(panel) if untranslated(text, data)} == set()


def texts_of(panel: QWidget) -> Iterator[str]:
    """Everything that is written on a panel or said of it."""
    for widget in [panel, *panel.findChildren(QWidget)]:
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox) and not widget.isEditable():
            yield from (widget.itemText(index) for index in range(widget.count()))


def names_of(pack: DataPack) -> set[str]:
    """What comes from the pack, what industries say of themselves, and languages."""
    names = {text for c in pack.criteria for text in (c.name, c.unit, c.description, c.basis)}
    names |= {location.name for location in pack.locations} | {pack.name, pack.version, str(pack.folder)}
    names |= {text for function in pack.functions.values() for text in (function.label, function.reason)}
    names |= {text for one in INDUSTRIES.values() for text in (one.label, one.reason)}
    names |= {must.reason for one in INDUSTRIES.values() for must in one.musts} | set(LANGUAGES.values())
    names |= {pack.theme_label(criterion.theme) for criterion in pack.criteria}
    return names | {escape(name) for name in names}  # as rich text has them


def untranslated(text: str, data: set[str]) -> bool:
    """Whether words stand outside what has been translated, apart from data."""
    rest = html.unescape(MARKUP.sub("", text))
    while (shorter := TRANSLATED.sub("", rest)) != rest:
        rest = shorter
    for name in sorted(data, key=len, reverse=True):
        rest = rest.replace(name, "") if name else rest
    return WORD.search(rest) is not None


def test_that_words_outside_the_translation_are_found():
    assert untranslated("⟦Weights of⟧ Poland and others", {"Poland"})
    assert not untranslated("⟦Weights of ⟦two⟧ places⟧: <b>Poland</b>", {"Poland"})
