"""The view from home follows selection and scenario, and shows each fact with its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from advisor.app.document.selection import Selection
from advisor.ui.home.pair_panel import PairPanel
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.views.look.theme import DARK, GAP, LIGHT, scaled

TODAY = date(2027, 1, 1)


@pytest.fixture
def selection(qapp):
    return Selection()


@pytest.fixture
def panel(qtbot, document, selection):
    made = PairPanel(document, selection, today=TODAY)
    qtbot.addWidget(made)
    made.resize(1000, 420)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_that_nothing_selected_says_what_to_do(panel):
    assert panel._nothing.isVisible()
    assert "Select a place" in panel._nothing.text()


def test_that_the_selected_place_is_described(panel, selection):
    selection.select("IND")
    assert panel._title.text() == "India as seen from the United Kingdom"
    text = panel.labels["law"].text()
    assert "not legal advice" in text
    assert "Digital Personal Data Protection Act" in text
    assert "only India works: New Year&#x27;s Day" in panel.labels["calendar"].text()


def test_that_another_home_changes_the_cards_and_undo_brings_them_back(panel, document, selection):
    selection.select("POL")
    before = panel.cards
    document.edit(replace(document.scenario, home="DEU"), "home")
    assert panel.cards["law"].headline == "Same legal regime (100 of 100)"
    document.undo_stack.undo()
    assert panel.cards == before


def test_that_a_weight_does_not_write_the_cards_again(panel, document, selection):
    selection.select("POL")
    cards = panel.cards
    document.edit(replace(document.scenario, headcount=51), "people")
    assert panel.cards is cards


def test_that_chosen_languages_come_first(panel, document, selection):
    selection.select("POL")
    document.edit(replace(document.scenario, working_languages=("pl",)), "languages")
    assert panel.cards["language"].rows[0].label == "Polish"


@pytest.mark.parametrize("width", [300, 700, 1000, 1500])
def test_that_no_text_is_cut_off_at_any_width(qtbot, panel, selection, width):
    selection.select("IND")
    put_in_force(DARK)
    finish_dressing()
    panel.resize(width, 300)
    qtbot.wait(1)
    for card in panel.labels.values():
        assert card.height() >= card.heightForWidth(card.width())


def test_that_no_card_covers_another_when_type_and_width_change(qtbot, panel, selection):
    selection.select("ZAF")
    for size, width, look in (
        (1, 552, DARK),
        (2, 552, DARK),
        (2, 849, DARK),
        (1, 1400, LIGHT),
        (2, 849, LIGHT),
    ):
        panel.hide()
        put_in_force(scaled(look, size))
        finish_dressing()
        panel.setStyleSheet(f"* {{ font-size: {13 * size}px; }}")
        panel.resize(width, 500)
        panel.show()
        qtbot.waitUntil(lambda: are_readable(panel))
        covering = [
            (one.text(), other.text())
            for one, other in combinations(panel.labels.values(), 2)
            if one.geometry().intersects(other.geometry())
        ]
        assert covering == []


def are_readable(panel: PairPanel) -> bool:
    """Whether every card is as high as its text, and what is scrolled as high as all of them."""
    cards = panel.labels.values()
    lowest = max(card.geometry().bottom() for card in cards)
    is_whole = all(card.height() >= card.heightForWidth(card.width()) for card in cards)
    return is_whole and lowest < panel.area.widget().height()


@pytest.mark.parametrize("width", range(700, 1500, 100))
def test_that_what_a_fact_is_called_keeps_apart_from_the_fact(qtbot, panel, selection, width):
    selection.select("ZAF")
    panel.resize(width, 500)
    for card in panel.labels.values():
        text = QTextDocument()
        text.setDefaultFont(card.font())
        text.setHtml(card.text())
        text.setTextWidth(card.width())
        for table in (one for one in text.rootFrame().childFrames() if isinstance(one, QTextTable)):
            for row in range(table.rows()):
                name, fact = (table.cellAt(row, column).firstCursorPosition().block() for column in (0, 1))
                assert left_of(fact) - right_of(name) >= GAP


def left_of(block: QTextBlock) -> float:
    return block.document().documentLayout().blockBoundingRect(block).x()


def right_of(block: QTextBlock) -> float:
    """Where the longest line of a paragraph may end."""
    box = block.document().documentLayout().blockBoundingRect(block)
    return box.x() + box.width()


def test_that_a_title_takes_the_lines_it_needs_in_a_narrow_panel(panel, selection):
    selection.select("IND")
    panel.resize(220, 420)
    QApplication.processEvents()
    title = panel._title
    assert title.visibleRegion().boundingRect() == title.rect()
    assert title.height() >= title.heightForWidth(title.width()) >= 2 * title.fontMetrics().height()
    assert panel.area.widget().width() <= panel.area.viewport().width()
