"""The priorities, moved with real keys and a real pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from advisor.scenario.edits.weight_edits import theme_shares
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.ui.priorities.priorities_panel import PrioritiesPanel
from advisor.ui.window.language_setup import put_language_in_force
from advisor.views.look.theme import DARK, presented
from tests.ui.window.cut_texts import cut_texts

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, document):
    made = PrioritiesPanel(document)
    qtbot.addWidget(made)
    made.resize(320, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def shares(panel) -> dict[str, int]:
    return {key: int(row.share_label.text().removesuffix(" %")) for key, row in panel.rows.items()}


def press(panel, theme, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(panel.rows[theme].slider, key, modifier)


def at(slider, share) -> QPoint:
    left, length = slider._span()
    return QPoint(round(left + length * share / 100), slider.height() // 2)


def test_that_arrow_keys_move_by_one_and_with_shift_by_ten(panel):
    before = shares(panel)
    press(panel, "cost", Key.Key_Right)
    assert shares(panel)["cost"] == before["cost"] + 1
    press(panel, "cost", Key.Key_Right, Shift)
    assert shares(panel)["cost"] == before["cost"] + 11
    press(panel, "cost", Key.Key_Left, times=3)
    assert shares(panel)["cost"] == before["cost"] + 8
    assert sum(shares(panel).values()) == 100


@pytest.mark.parametrize("theme", ["cost", "people", "language", "time", "regulation", "resilience"])
def test_that_shown_shares_always_add_to_100(panel, theme):
    for key, modifier, times in (
        (Key.Key_Right, Shift, 12),
        (Key.Key_Left, Shift, 12),
        (Key.Key_Up, Shift, 3),
    ):
        for _ in range(times):
            press(panel, theme, key, modifier)
            assert sum(shares(panel).values()) == 100


def test_that_moving_a_weight_changes_the_ranking_and_undo_restores_it(panel, document):
    before = document.assessment.evaluation.order.tolist()
    press(panel, "cost", Key.Key_Right, Shift, 4)
    assert document.assessment.evaluation.order.tolist() != before
    assert document.undo_stack.undoText() == "change the weight of Cost"
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.assessment.evaluation.order.tolist() == before
    assert shares(panel) == {
        key: round(value) for key, value in theme_shares(document.assessment.evaluation.weights).items()
    }


def test_that_a_drag_is_one_step_and_is_followed_live(panel, document):
    slider = panel.rows["people"].slider
    seen = []
    document.assessment_changed.connect(lambda assessment: seen.append(shares(panel)["people"]))
    QTest.mousePress(slider, LEFT, pos=at(slider, 20))
    for share in (30, 40, 50):
        QTest.mouseMove(slider, at(slider, share))
    assert shares(panel)["people"] == seen[-1] > 40
    QTest.mouseRelease(slider, LEFT, pos=at(slider, 50))
    assert len(seen) >= 3
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert not document.undo_stack.canUndo()


def test_that_dragging_there_and_back_leaves_the_others_as_they_were(panel, document):
    before, slider = shares(panel), panel.rows["cost"].slider
    QTest.mousePress(slider, LEFT, pos=at(slider, before["cost"]))
    for share in (60, 100, 80, before["cost"]):
        QTest.mouseMove(slider, at(slider, share))
    QTest.mouseRelease(slider, LEFT, pos=at(slider, before["cost"]))
    assert shares(panel) == before


def test_that_a_key_held_down_is_one_step(panel, document):
    slider = panel.rows["time"].slider
    QTest.keyPress(slider, Key.Key_Right)
    for _ in range(4):
        QTest.keyPress(slider, Key.Key_Right)
    QTest.keyRelease(slider, Key.Key_Right)
    assert document.undo_stack.count() == 1
    press(panel, "time", Key.Key_Right)
    assert document.undo_stack.count() == 2


def test_that_a_locked_share_holds_and_cannot_be_moved(panel):
    before = shares(panel)
    QTest.mouseClick(panel.rows["time"].lock, LEFT)
    press(panel, "cost", Key.Key_Right, Shift, 4)
    assert shares(panel)["time"] == before["time"]
    assert not panel.rows["time"].slider.isEnabled()
    press(panel, "cost", Key.Key_End)
    assert shares(panel)["cost"] == 100 - before["time"]
    QTest.mouseClick(panel.rows["time"].lock, LEFT)
    press(panel, "cost", Key.Key_End)
    assert shares(panel)["cost"] == 100


def test_that_a_share_with_all_others_locked_jumps_back(panel, document):
    before = shares(panel)
    for theme, row in panel.rows.items():
        if theme != "cost":
            row.lock.click()
    press(panel, "cost", Key.Key_Right, Shift)
    assert shares(panel) == before
    assert panel.rows["cost"].slider.value() == before["cost"]
    assert document.undo_stack.count() == len(panel.rows) - 1  # the locks


def test_that_double_click_and_delete_reset_one_share(panel, document):
    before, slider = shares(panel), panel.rows["cost"].slider
    press(panel, "cost", Key.Key_Right, Shift, 3)
    QTest.mouseDClick(slider, LEFT, pos=at(slider, shares(panel)["cost"]))
    assert shares(panel) == before
    assert document.scenario.theme_weights == {}
    press(panel, "people", Key.Key_Right, Shift)
    QTest.keyClick(slider, Key.Key_Right)
    press(panel, "people", Key.Key_Delete)
    assert shares(panel)["people"] == before["people"]


def test_that_reset_all_is_offered_once_there_is_something_to_reset(panel, document):
    before = shares(panel)
    assert not panel.reset_button.isEnabled()
    assert panel.caption.text() == "Weights for customer support"
    press(panel, "cost", Key.Key_Right, Shift)
    panel.rows["time"].chevron.click()
    QTest.keyClick(panel.criterion_rows["overlap"].slider, Key.Key_Right, Shift)
    assert panel.caption.text() == "Your own weights"
    QTest.mouseClick(panel.reset_button, LEFT)
    assert shares(panel) == before
    assert not panel.reset_button.isEnabled()
    assert document.undo_stack.undoText() == "reset all weights"


def test_that_a_theme_opens_to_criteria_that_share_100_among_them(panel, document):
    row = panel.rows["time"]
    assert not row.body.isVisible()
    QTest.keyClick(row.chevron, Key.Key_Space)
    assert row.body.isVisible()
    slider = panel.criterion_rows["distance"].slider
    QTest.keyClick(slider, Key.Key_Right, Shift)
    texts = [inner.share_label.text() for inner in row.criteria]
    assert sum(int(text.removesuffix(" %")) for text in texts) == 100
    tip = panel.criterion_rows["distance"].toolTip()
    assert "of the whole" in tip
    assert tip.startswith("<b>Distance</b><br>")
    assert theme_shares(document.assessment.evaluation.weights) == pytest.approx(
        {key: float(value) for key, value in shares(panel).items()}, abs=0.5
    )


def test_that_criteria_shown_later_are_up_to_date(panel, document):
    row = panel.rows["time"]
    row.chevron.click()
    row.chevron.click()
    panel.criterion_rows["overlap"].slider.wanted.emit(77)
    row.chevron.click()
    assert panel.criterion_rows["overlap"].share_label.text() == "77 %"


def test_that_the_aggregation_can_be_switched_and_has_a_floor(panel, document, qtbot):
    assert not panel.floor.isVisible()
    before = document.assessment.evaluation.scores.copy()
    panel.method.setFocus()
    QTest.keyClick(panel.method, Key.Key_Down)
    assert document.scenario.aggregation.method == "geometric"
    assert (document.assessment.evaluation.scores != before).any()
    assert panel.floor.isVisible()
    panel.floor.setValue(20)
    assert document.scenario.aggregation.floor == pytest.approx(0.2)
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.scenario.aggregation.method == "additive"
    assert panel.method.currentIndex() == 0


def test_that_everything_has_an_accessible_name(panel):
    for key, row in {**panel.rows, **panel.criterion_rows}.items():
        assert row.name in row.slider.accessibleName(), key
        assert row.name in row.lock.accessibleName(), key


def test_that_the_wheel_moves_no_priority(panel, qtbot):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    before, slider = shares(panel), panel.rows["cost"].slider
    event = QWheelEvent(
        QPointF(10, 10),
        slider.mapToGlobal(QPointF(10, 10)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, event)
    assert shares(panel) == before


def test_that_a_larger_look_is_painted(panel, qtbot):
    small = panel.rows["cost"].slider.sizeHint().height()
    put_in_force(presented(DARK))
    finish_dressing()
    assert panel.rows["cost"].slider.sizeHint().height() > small
    assert not panel.grab().isNull()


def test_that_a_pack_with_one_theme_works(qtbot, generic_document):
    made = PrioritiesPanel(generic_document)
    qtbot.addWidget(made)
    assert shares(made) == {"all": 100}
    QTest.keyClick(made.rows["all"].slider, Key.Key_Left)
    assert shares(made) == {"all": 100}
    made.rows["all"].chevron.click()
    QTest.keyClick(made.criterion_rows["price"].slider, Key.Key_Right, Shift)
    assert made.criterion_rows["price"].share_label.text() == "60 %"
    assert made.caption.text() == "Your own weights"


def test_that_locks_are_part_of_the_scenario_and_can_be_undone(panel, document):
    QTest.mouseClick(panel.rows["time"].lock, LEFT)
    assert document.scenario.locked_themes == {"time"}
    assert document.undo_stack.undoText() == f"lock the weight of {panel.rows['time'].name}"
    document.undo_stack.undo()
    assert document.scenario.locked_themes == frozenset()
    assert not panel.rows["time"].lock.isChecked()
    assert panel.rows["time"].slider.isEnabled()
    document.undo_stack.redo()
    assert panel.rows["time"].lock.isChecked()
    QTest.mouseClick(panel.rows["time"].lock, LEFT)
    assert document.undo_stack.undoText() == f"unlock the weight of {panel.rows['time'].name}"


def test_that_a_locked_criterion_holds_its_share_of_the_theme(panel, document):
    panel.rows["time"].chevron.click()
    first, second, *_ = panel.rows["time"].criteria
    QTest.mouseClick(first.lock, LEFT)
    assert document.scenario.locked_criteria == {first.key}
    before = first.slider.value()
    QTest.keyClick(second.slider, Key.Key_End)
    assert first.slider.value() == before
    assert second.slider.value() == 100 - before


def test_that_a_theme_says_whether_it_is_open(panel):
    row = panel.rows["cost"]
    heard = QAccessible.queryAccessibleInterface(row.chevron)
    assert heard.text(QAccessible.Text.Name) == "Criteria of Cost"
    assert heard.state().collapsed
    QTest.mouseClick(row.chevron, LEFT)
    assert heard.state().expanded
    assert row.lock.accessibleName() == "Lock Cost"


def test_that_whose_weights_they_are_is_read_in_full_with_large_type(panel, qtbot):
    panel.setStyleSheet("* { font-size: 26px; }")
    panel.resize(480, 900)
    qtbot.waitUntil(lambda: panel.caption.height() >= panel.caption.heightForWidth(panel.caption.width()))
    assert panel.caption.text() == "Weights for customer support"
    assert [line for line in cut_texts(panel) if panel.caption.text() in line] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_that_the_head_stands_on_two_lines_with_clear_gaps_with_large_type(document, qtbot, language):
    put_language_in_force(language)
    panel = PrioritiesPanel(document)
    qtbot.addWidget(panel)
    panel.setStyleSheet('* { font-size: 26px; } QLabel[role="quiet"] { font-size: 22px; }')
    panel.resize(480, 900)
    panel.show()
    put_language_in_force("en")
    title = next(one for one in panel.findChildren(QLabel) if one.property("role") == "section")
    gap = panel.fontMetrics().horizontalAdvance("n")
    for text, link in ((title, panel.ways_button), (panel.caption, panel.reset_button)):
        ends = text.x() + text.fontMetrics().horizontalAdvance(text.text())
        assert link.x() - ends >= gap
        assert link.x() + link.sizeHint().width() <= panel.width()
    caption = panel.caption
    assert caption.heightForWidth(caption.width()) < 2 * caption.fontMetrics().height()
