"""The must-haves, typed and clicked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from advisor.core.evaluation import Status
from advisor.core.screening import Bound
from advisor.ui.priorities.must_haves_panel import MustHavesPanel
from advisor.words.locale import locale_tag, set_locale

LEFT = Qt.MouseButton.LeftButton
NARROWEST = 278  # pixels: the panel beside a scroll bar in the smallest window with three columns


@pytest.fixture
def panel(qtbot, document):
    made = MustHavesPanel(document)
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def type_limit(panel, column, op, text):
    field = panel.limits[column, op].field
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def excluded(document) -> int:
    return int(np.sum(document.assessment.evaluation.status == Status.EXCLUDED))


def test_that_a_limit_excludes_and_says_how_many(panel, document):
    before = excluded(document)
    type_limit(panel, "overlap", ">=", "4")
    row = panel.limits["overlap", ">="]
    figures = document.assessment.cells.values[:, [c.id for c in document.pack.criteria].index("overlap")]
    assert row.count.text() == f"\N{MINUS SIGN}{np.sum(figures < 4)}"
    assert row.field.text() == "4 h"
    assert excluded(document) > before
    assert document.undo_stack.undoText() == "limit working-time overlap"


def test_that_an_empty_field_lifts_the_limit(panel, document):
    before = document.scenario.must_haves
    type_limit(panel, "overlap", ">=", "4")
    type_limit(panel, "overlap", ">=", "")
    assert document.scenario.must_haves == before
    assert panel.limits["overlap", ">="].count.text() == ""


def test_that_undo_puts_the_field_back(panel, document):
    type_limit(panel, "cost_per_fte", "<=", "31 k")
    assert panel.limits["cost_per_fte", "<="].field.text() == "31\N{NARROW NO-BREAK SPACE}000"
    document.undo_stack.undo()
    assert panel.limits["cost_per_fte", "<="].field.text() == ""


def test_that_nonsense_gets_a_plain_sentence_and_changes_nothing(panel, document):
    before = document.scenario
    type_limit(panel, "overlap", ">=", "lots")
    row = panel.limits["overlap", ">="]
    assert row.error.isVisible()
    assert "is not a number" in row.error.text()
    assert document.scenario == before
    type_limit(panel, "overlap", ">=", "3 h 30")
    assert not row.error.isVisible()
    assert document.scenario.must_haves.limit("overlap", ">=") == 3.5


def test_that_typing_survives_a_change_elsewhere(panel, document):
    field = panel.limits["overlap", ">="].field
    field.setFocus()
    QTest.keyClicks(field, "5")
    document.rename("Another name")
    assert field.text() == "5"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert document.scenario.must_haves.limit("overlap", ">=") == 5


def test_that_an_unticked_engagement_model_is_excluded(panel, document):
    QTest.mouseClick(panel.engagement["offshore"], LEFT)
    assert document.scenario.must_haves.engagement == {"onshore", "nearshore"}
    evaluation = document.assessment.evaluation
    for row in range(len(document.pack.locations)):
        if document.assessment.engagement(row) == "offshore":
            assert evaluation.status[row] == Status.EXCLUDED
    document.undo_stack.undo()
    assert panel.engagement["offshore"].isChecked()


def test_that_the_last_engagement_model_cannot_be_taken_away(panel, document):
    for model in ("onshore", "nearshore"):
        QTest.mouseClick(panel.engagement[model], LEFT)
    before = document.scenario
    QTest.mouseClick(panel.engagement["offshore"], LEFT)
    assert document.scenario == before
    assert panel.engagement["offshore"].isChecked()
    error = panel.engagement_row.error
    assert error.isVisible()
    assert error.text() == "No engagement model is allowed: allow at least one."
    QTest.mouseClick(panel.engagement["onshore"], LEFT)
    assert not error.isVisible()


def test_that_gates_can_be_opened_and_closed(panel, document):
    QTest.mouseClick(panel.sanctions, LEFT)
    assert document.scenario.must_haves.exclude_sanctioned is False
    panel.fatf.setFocus()
    QTest.keyClick(panel.fatf, Qt.Key.Key_Down)
    assert document.scenario.must_haves.fatf == "grey"
    QTest.keyClick(panel.fatf, Qt.Key.Key_Up)
    QTest.keyClick(panel.fatf, Qt.Key.Key_Up)
    assert document.scenario.must_haves.fatf == "none"


def test_that_the_data_transfer_tier_is_a_limit(panel, document):
    panel.transfer.setFocus()
    QTest.keyClick(panel.transfer, Qt.Key.Key_Down)
    QTest.keyClick(panel.transfer, Qt.Key.Key_Down)
    assert document.scenario.must_haves.limit("data_transfer", ">=") == 50
    QTest.keyClick(panel.transfer, Qt.Key.Key_Home)
    assert document.scenario.must_haves.limit("data_transfer", ">=") is None


def test_that_limits_from_a_file_are_shown_whatever_they_are_on(panel, document):
    must = document.scenario.must_haves
    bounds = (*must.bounds, Bound("homicide", "<=", 5.0), Bound("data_transfer", ">=", 33.0))
    document.edit(replace(document.scenario, must_haves=replace(must, bounds=bounds)), "test")
    assert panel.limits["homicide", "<="].field.text() == "5"
    assert panel.limits["data_transfer", ">="].field.text() == "33"
    document.undo_stack.undo()
    assert ("homicide", "<=") not in panel.limits


def test_that_any_figure_can_be_limited_and_the_limit_removed(panel, document):
    row = panel.offer_limit("rule_of_law", ">=")
    assert row.field.hasFocus()
    QTest.keyClicks(row.field, "-0,5")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert document.scenario.must_haves.limit("rule_of_law", ">=") == -0.5
    QTest.mouseClick(row.remove, LEFT)
    assert document.scenario.must_haves.limit("rule_of_law", ">=") is None
    assert ("rule_of_law", ">=") not in panel.limits


def test_that_unknown_figures_are_counted_apart(panel, document):
    row = panel.offer_limit("science_graduates", ">=")
    QTest.keyClicks(row.field, "10")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert "cannot be checked and stay in" in row.count.toolTip()


def test_that_a_generic_pack_offers_only_what_it_has(qtbot, generic_document):
    made = MustHavesPanel(generic_document)
    qtbot.addWidget(made)
    assert made.limits == {}
    assert made.engagement == {}
    row = made.offer_limit("price", "<=")
    row.field.setText("50")
    row.field.setModified(True)
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert excluded(generic_document) == 1


def test_that_a_limit_beyond_all_figures_is_refused_where_it_is_typed(panel, document):
    row = panel.offer_limit("cost_per_fte", "<=")
    QTest.keyClicks(row.field, "9" * 20)
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert "must be between -1e+15 and 1e+15" in row.error.text()
    assert document.undo_stack.count() == 0


def test_that_the_travel_advisory_is_lifted_with_keys(panel, document):
    assert document.scenario.must_haves.advisory == 3
    panel.advisory.setFocus()
    QTest.keyClick(panel.advisory, Qt.Key.Key_Up)
    assert document.scenario.must_haves.advisory == 4
    QTest.keyClick(panel.advisory, Qt.Key.Key_Down)
    QTest.keyClick(panel.advisory, Qt.Key.Key_Down)
    assert document.scenario.must_haves.advisory == 2
    document.undo_stack.undo()
    assert panel.advisory.currentData() == 3


@pytest.mark.parametrize("language", ["en", "es"])
def test_that_captions_take_two_lines_at_most_and_choices_are_read_in_full(qtbot, document, language):
    before = locale_tag()
    set_locale(language)
    try:
        made = MustHavesPanel(document)
        qtbot.addWidget(made)
        made.resize(NARROWEST, 600)
        made.show()
        made.offer_limit("room_to_hire", "<=")
        limits = made.limits.values()
        qtbot.waitUntil(lambda: all(row.title.width() < NARROWEST for row in limits))
        titles = [row.title for row in (*limits, *(row for row, _ in made._choices)) if row.title.text()]
        lines = {one.text(): one.heightForWidth(one.width()) / one.fontMetrics().height() for one in titles}
        assert {caption: count for caption, count in lines.items() if count > 2.5} == {}
        boxes = (made.fatf, made.advisory, made.transfer)
        assert len({field.width() for field in (*boxes, *(row.field for row in limits))}) == 1
        for box in boxes:
            option = QStyleOptionComboBox()
            box.initStyleOption(option)
            control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
            area = box.style().subControlRect(control, option, part, box)
            longest = max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))
            assert longest <= area.width()
    finally:
        set_locale(before)
