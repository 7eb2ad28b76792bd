"""The whole window on the shipped pack; what its map draws is told by ``test_map_in_window``."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from threading import Event, current_thread, main_thread

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QSlider, QToolButton

from advisor.core.evaluation import Status
from advisor.scenario.study.defaults import default_study
from advisor.ui.home.conditions_page import ConditionsPage
from advisor.ui.look.current import finish_dressing, look_in_force
from advisor.views.look.theme import DARK, LIGHT, presented
from advisor.views.map.score_layers import SCORE

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def window(one_window, default_pack):
    """The window of this file as if just opened."""
    one_window.document.new(default_study(default_pack))
    one_window.messages.clear()
    one_window.side_page.close_page()
    one_window.map_panel.show_layer(SCORE)
    one_window.selection.select("")
    one_window.resize(1280, 800)
    return one_window


@pytest.fixture
def document(window):
    return window.document


def type_home(window, text):
    window.header.home.setFocus()
    edit = window.header.home.lineEdit()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Key.Key_Return)


def test_that_one_selection_is_shared_by_map_ranking_and_drawer(window, qtbot):
    window.map_panel.view.location_clicked.emit("POL")
    assert window.selection.selected == "POL"
    assert "Poland" in " ".join(
        label.text() for label in window.drawer.panel("why").findChildren(QLabel)
    ) or (window.drawer.panel("why").model.rowCount() > 0)
    window.map_panel.view.location_clicked.emit("")
    assert window.selection.selected == ""


def test_that_home_is_found_by_typing_its_beginning_and_is_one_step(window, document, qtbot):
    type_home(window, "germ")
    qtbot.waitUntil(lambda: document.scenario.home == "DEU")
    assert window.header.home.currentText() == "Germany"
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "change home to Germany"
    document.undo_stack.undo()
    assert window.header.home.currentText() == "United Kingdom"


def test_that_look_and_presentation_reach_every_part(window):
    window.actions_["dark"].trigger()
    assert look_in_force() == DARK
    finish_dressing()
    assert window.settings.look == "dark"
    assert window.map_panel.view.theme == "dark"
    small = window.priorities.rows["cost"].label.fontInfo().pixelSize()
    QTest.keyClick(window, Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert look_in_force() == presented(DARK, window.width())
    assert (
        window.priorities.rows["cost"].label.fontInfo().pixelSize()
        == small + look_in_force().base - DARK.base
    )
    QTest.keyClick(window, Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    window.actions_["dark"].trigger()
    assert look_in_force() == LIGHT
    assert window.priorities.rows["cost"].label.fontInfo().pixelSize() == small


def test_that_everything_fits_at_1280_by_720(window, qtbot):
    window.resize(1280, 720)
    for row in window.priorities.rows.values():
        assert row.lock.visibleRegion().boundingRect().width() == row.lock.width()
    bar = window.panes.left.horizontalScrollBar()
    assert bar.maximum() == 0
    assert window.width() == 1280


def test_that_working_conditions_slide_in_and_change_the_figures(window, document):
    QTest.keySequence(window, "Ctrl+Shift+H")
    page = window.side_page.content
    assert isinstance(page, ConditionsPage)
    j = [criterion.id for criterion in document.pack.criteria].index("overlap")
    row = document.pack.location_ids.index("IND")
    before = document.assessment.cells.values[row, j]
    page.site_hours.setText("13:00 - 21:00")
    QTest.keyClick(page.site_hours, Key.Key_Return)
    assert document.scenario.site_hours == "13:00-21:00"
    assert document.assessment.cells.values[row, j] > before
    page.site_hours.setText("late")
    QTest.keyClick(page.site_hours, Key.Key_Return)
    assert page.error.isVisible()
    assert document.scenario.site_hours == "13:00-21:00"
    page.wanted.setText("3 h 30")
    QTest.keyClick(page.wanted, Key.Key_Return)
    assert document.scenario.wanted_overlap == 3.5
    page.wanted.setText("25")
    QTest.keyClick(page.wanted, Key.Key_Return)
    assert "between 0 h and 24 h" in page.error.text()
    page.year.setValue(2028)
    assert document.scenario.year == 2028


def test_that_languages_are_added_and_removed(window, document):
    window.actions_["conditions"].trigger()
    page = window.side_page.content
    edit = page.working.add.lineEdit()
    QTest.keyClicks(edit, "germ")
    QTest.keyClick(edit, Key.Key_Return)
    assert document.scenario.working_languages == ("en", "de")
    assert page.working.names == ["English", "German"]
    remove = page.working.findChild(QToolButton)
    assert remove.accessibleName() == "Remove English"
    QTest.mouseClick(remove, LEFT)
    assert document.scenario.working_languages == ("de",)
    page.working._choose(())
    assert "At least one working language" in page.error.text()
    QTest.keyClicks(page.customers.add.lineEdit(), "french")
    QTest.keyClick(page.customers.add.lineEdit(), Key.Key_Return)
    assert document.scenario.customer_languages == ("fr",)


def test_that_function_industry_and_people_are_edits(window, document, qtbot):
    header = window.header
    header.function.setFocus()
    QTest.keyClick(header.function, Key.Key_Down)
    qtbot.waitUntil(lambda: document.scenario.function == "technical-support")
    function = document.pack.functions["technical-support"]
    assert header.function.toolTip() == f"{function.label}\n{function.reason}"
    assert header.industry.toolTip().splitlines()[0] == header.industry.currentText()
    header.people.setValue(120)
    qtbot.waitUntil(lambda: document.scenario.headcount == 120)
    assert document.undo_stack.undoText() == "change the people to 120"


def test_that_an_industry_offers_its_must_haves_and_imposes_none(window, document):
    before = document.scenario.must_haves
    window.header.industry.setFocus()
    QTest.keyClick(window.header.industry, Key.Key_Down)
    assert document.scenario.industry == "finance"
    assert document.scenario.must_haves == before
    assert window.messages.text.startswith("Finance and insurance: ")
    QTest.mouseClick(window.messages.action_button, LEFT)
    assert document.scenario.must_haves.fatf == "grey"
    assert document.undo_stack.undoText() == "add the must-haves of finance and insurance"
    assert window.messages.text == ""


def test_that_functions_are_grouped_by_office(window, document):
    combo = window.header.function
    texts = [combo.itemText(i) for i in range(combo.count())]
    assert texts[0] == "Front office"
    assert "Back office" in texts
    assert len(texts) == len(document.pack.functions) + 2
    assert not combo.model().item(0).isEnabled()


def test_that_all_that_can_be_operated_has_a_name(window):
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox, QSlider, QLineEdit)
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip())
        and not isinstance(widget.parent(), QComboBox)
        and widget.objectName()
        not in ("qt_spinbox_lineedit", "qt_toolbar_ext_button", "_q_qlineeditclearaction")
        and type(widget.parent()).__name__ != "QTabBar"
    ]
    assert [(type(w).__name__, w.objectName(), type(w.parent()).__name__) for w in nameless] == []


def test_that_shortcuts_are_unambiguous(window):
    keys = Counter(
        key.toString() for action in window.actions() for key in action.shortcuts() if not key.isEmpty()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_that_the_table_takes_width_and_gives_it_back(window):
    before = window.panes.columns.sizes()
    window.ranking.set_table_mode(True)
    assert window.panes.columns.sizes()[2] > before[2]
    window.ranking.set_table_mode(False)
    assert window.panes.columns.sizes()[2] == pytest.approx(before[2], abs=3)


def test_that_a_narrow_window_takes_room_from_the_ranking_before_the_middle(window):
    window.resize(1440, 800)
    QCoreApplication.processEvents()
    wide = window.panes.columns.sizes()
    window.resize(1060, 800)
    QCoreApplication.processEvents()
    left, centre, right = window.panes.columns.sizes()
    assert centre >= 34 * look_in_force().base - 4
    assert right < wide[2]
    assert right == 300, "the ranking gives all it can"
    assert 296 <= left < wide[0], "before the priorities give"
    window.resize(1440, 800)
    QCoreApplication.processEvents()
    assert window.panes.columns.sizes() == pytest.approx(wide, abs=3)


def test_that_the_ranking_goes_below_the_priorities_before_the_middle_is_too_narrow_to_be_read(window):
    for width in (960, 1000):
        window.resize(width, 600)
        QCoreApplication.processEvents()
        assert window.panes.is_stacked
        left, centre = window.panes.columns.sizes()
        assert left >= 296
        assert centre >= 34 * look_in_force().base
        assert window.ranking.list.viewport().height() >= 3 * window.ranking.list.sizeHintForRow(0)
    window.resize(1440, 800)
    QCoreApplication.processEvents()
    assert not window.panes.is_stacked


def test_that_the_status_line_of_the_shipped_pack_is_complete(window, document):
    status = document.assessment.evaluation.status
    found = re.fullmatch(
        rf"data pack 2026\.11 · {len(document.pack.criteria)} criteria · "
        r"(\d+) ranked, (\d+) excluded, (\d+) with too little data · offline",
        window.status_line.text,
    )
    assert found is not None
    assert [int(group) for group in found.groups()] == [
        np.sum(status == code) for code in (Status.RANKED, Status.EXCLUDED, Status.INSUFFICIENT)
    ]


def test_that_the_sources_page_credits_every_source_and_says_whose_borders(window, document, qtbot):
    window.actions_["sources"].trigger()

    def said():
        return " ".join(label.text() for label in window.side_page.content.findChildren(QLabel))

    licences = {source.licence.split("&")[0] for source in document.assessment.sources.values()}
    # The page comes in pieces.
    qtbot.waitUntil(lambda: all(licence in said() for licence in licences), timeout=20_000)
    text = said()
    assert "Borders" in text
    assert "Natural Earth" in text


def test_that_a_presentation_in_a_narrow_window_keeps_every_word_whole(window):
    window.resize(1280, 720)
    QTest.keyClick(window, Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    try:
        assert LIGHT.base < look_in_force().base < presented(LIGHT).base
        tabs = window.drawer.tabs
        window.drawer.show_tab("compare")
        finish_dressing()
        QCoreApplication.processEvents()
        assert sum(tabs.tabRect(index).width() for index in range(tabs.count())) <= tabs.width()
        segments = window.drawer.panel("compare").segments
        shown = [segments.button(index).geometry() for index in range(5)]
        assert all(a.right() < b.left() for a, b in pairwise(shown))
        for button in window.map_panel.quick_buttons.values():
            assert button.isHidden() or button.width() >= button.sizeHint().width()
        window.resize(1920, 1080)
        QCoreApplication.processEvents()
        assert look_in_force() == presented(LIGHT)
    finally:
        QTest.keyClick(window, Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
        window.resize(1280, 800)
    assert look_in_force() == LIGHT


def test_that_layers_without_room_are_found_under_more(window):
    panel = window.map_panel
    panel.show_layer("certainty")
    width = panel.width()
    panel.resize(300, panel.height())
    assert panel.quick_buttons["certainty"].isHidden()
    assert panel.more_button.isChecked()
    assert panel.more_button.text().startswith("Certainty")
    panel.resize(width, panel.height())
    assert not panel.quick_buttons["certainty"].isHidden()
    assert not panel.more_button.isChecked()


def held(monkeypatch, document):
    """What is reckoned beside the window waits for the event that this returns."""
    may_go, real = Event(), document.assess

    def assess(study):
        if current_thread() is not main_thread():
            may_go.wait(20)
        return real(study)

    monkeypatch.setattr(document, "assess", assess)
    return may_go


def test_that_slow_reckoning_is_said_and_can_be_called_off(window, document, qtbot, monkeypatch):
    may_go, before = held(monkeypatch, document), document.scenario.home
    window.header.home.chosen.emit("URY")
    qtbot.waitUntil(lambda: window.messages.text == "Computing the figures…")
    assert not window.messages.bar.isVisible()  # nothing is known of how far it is
    QTest.mouseClick(window.messages.action_button, LEFT)
    assert (window.messages.text, document.scenario.home) == ("", before)
    assert window.header.home.key == before
    may_go.set()
    qtbot.waitUntil(lambda: not window.changes.is_busy)
    assert document.undo_stack.count() == 0


def test_that_fields_keep_what_is_entered_while_it_is_reckoned(window, document, qtbot, monkeypatch):
    may_go, box = held(monkeypatch, document), window.header.people
    before = document.scenario.headcount
    box.setFocus()
    for _ in range(3):
        QTest.keyClick(box, Key.Key_Up)
    steps = box.value() - before
    assert steps > 1
    window.priorities.rows["cost"].slider.wanted.emit(44)  # shown by all that is in force
    assert (box.value(), document.scenario.headcount) == (before + steps, before)
    may_go.set()
    seen = set()

    def is_over() -> bool:
        seen.add(box.value())
        return not window.changes.is_busy

    qtbot.waitUntil(is_over, timeout=20_000)
    assert seen == {before + steps}
    assert document.scenario.headcount == before + steps
