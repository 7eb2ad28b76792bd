"""One choice of a few has room for its words in bold, whatever they are and in whatever type."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from advisor.ui.look.stylesheet import style_sheet
from advisor.ui.widgets.one_of_many import OneOfMany
from advisor.views.look.theme import LIGHT, scaled

WORDS, OTHERS = "Overlap of hours", "Overlap of working hours in a day"


def button(qtbot: QtBot, words: str, larger: float = 1.0) -> OneOfMany:
    made = OneOfMany(words)
    qtbot.addWidget(made)
    made.setStyleSheet(style_sheet(scaled(LIGHT, larger)))
    return made


def test_that_its_size_follows_a_larger_type_and_a_smaller_one(qtbot: QtBot) -> None:
    sizes = {larger: button(qtbot, WORDS, larger).sizeHint() for larger in (1.0, 2.0)}
    assert sizes[1.0].width() < sizes[2.0].width()
    one = button(qtbot, WORDS)
    for larger in (1.0, 2.0, 1.0):
        one.setStyleSheet(style_sheet(scaled(LIGHT, larger)))
        assert one.sizeHint() == one.minimumSizeHint() == sizes[larger], larger


def test_that_its_size_follows_other_words(qtbot: QtBot) -> None:
    one, longer = button(qtbot, WORDS), button(qtbot, OTHERS).sizeHint()
    assert one.sizeHint().width() < longer.width()
    one.setText(OTHERS)
    assert one.sizeHint() == one.minimumSizeHint() == longer
