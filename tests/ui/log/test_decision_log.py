"""Deciding by mouse and keyboard on a real window: logged, marked, come back to, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.own_data import OwnData, OwnFigure

if TYPE_CHECKING:
    from advisor.ui.log.decision_form import DecisionForm
    from advisor.ui.log.log_page import LogPage
    from advisor.ui.window.main_window import MainWindow

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def window(edited: MainWindow) -> MainWindow:
    return edited


def form_of(window: MainWindow) -> DecisionForm:
    QTest.keyClick(window, Key.Key_L, Mod.ControlModifier)
    form: Any = window.side_page.content
    return form


def log_of(window: MainWindow) -> LogPage:
    page: Any = window.side_page.content
    return page


def decide(window: MainWindow, place: str = "POL", note: str = "Closest law") -> None:
    window.selection.select(place)
    form = form_of(window)
    QTest.keyClicks(form.who, "Board")
    QTest.keyClicks(form.note, note)
    QTest.keyClick(form.note, Key.Key_Return, Mod.ControlModifier)


def test_that_a_decision_is_logged_by_keyboard_alone(window: MainWindow) -> None:
    before = window.document.study
    window.selection.select("POL")
    form = form_of(window)
    assert form.chosen.key == "POL"
    QTest.keyClicks(form.who, "Board")
    QTest.keyClicks(form.note, "Closest law")
    edit = form.reject.lineEdit()
    assert edit is not None
    QTest.keyClicks(edit, "India")
    QTest.keyClick(edit, Key.Key_Return)
    assert form.rejected == ["IND"]
    QTest.keyClick(form.note, Key.Key_Return, Mod.ControlModifier)
    (decision,) = window.document.study.decisions
    assert (decision.date, decision.who, decision.note) == (date.today(), "Board", "Closest law")
    assert (decision.chosen, decision.rejected) == ("POL", ("IND",))
    assert decision.scenario == before.scenario
    assert window.side_page.title == "Decision log"
    assert study_from_text(study_text(window.document.study), "x") == window.document.study
    window.document.undo_stack.undo()
    assert window.document.study == before
    assert log_of(window).entries == []


def test_that_a_day_that_is_none_is_refused_where_it_stands(window: MainWindow) -> None:
    before = window.document.study
    form = form_of(window)
    form.day.clear()
    QTest.keyClicks(form.day, "tomorrow")
    QTest.mouseClick(form.log_button, Left)
    assert window.document.study == before
    assert form.error.text() == "“tomorrow” is no day: write it like 2026-11-28."
    assert form.day.hasFocus()


def test_that_what_was_added_to_the_rejected_can_be_removed(window: MainWindow) -> None:
    form = form_of(window)
    for place in ("IND", "PHL", "IND"):
        form.reject.chosen.emit(place)
    assert form.rejected == ["IND", "PHL"]
    QTest.mouseClick(form.remove_buttons["IND"], Left)
    assert form.rejected == ["PHL"]


def test_that_the_choice_is_marked_in_words_on_ranking_header_and_map(window: MainWindow) -> None:
    decide(window)
    row = window.document.pack.location_ids.index("POL")
    model = window.ranking.model
    assert model.row(row).chosen
    assert model.sentence(row, model.column("name")).split(", ")[:3][1:] == ["Poland", "chosen"]
    panel: Any = window.drawer.panel("why")
    assert panel.header.summary.startswith("Poland, chosen, ")
    assert window.map_panel is not None
    picture = window.map_panel.view._picture
    assert picture is not None
    assert picture.chosen == "POL"
    assert picture.cards["POL"].note.startswith("Chosen in the decision log")
    window.document.undo_stack.undo()
    assert not model.row(row).chosen
    assert window.map_panel.view._picture.chosen is None
    assert not panel.header.summary.startswith("Poland, chosen")


def test_that_the_log_is_a_timeline_with_the_latest_on_top(window: MainWindow) -> None:
    decide(window, "IND", "First thought")
    decide(window, "POL", "Second thought")
    QTest.keyClick(window, Key.Key_J, Mod.ControlModifier)
    entries = log_of(window).entries
    assert [entry.decision.note for entry in entries] == ["Second thought", "First thought"]
    assert [entry.decision.in_force for entry in entries] == [True, False]
    assert "Chosen: Poland" in entries[0].accessibleName()


def test_that_one_click_brings_the_scenario_back_beside_the_others(window: MainWindow) -> None:
    decide(window)
    then = window.document.scenario
    window.document.edit(replace(then, home="USA", theme_weights={"cost": 1.0}), "change")
    changed = window.document.study
    QTest.mouseClick(log_of(window).entries[0].beside_button, Left)
    study = window.document.study
    assert len(study.scenarios) == 2
    assert replace(study.scenario, name=then.name) == then
    assert "is back as it was on" in window.messages.text
    QTest.mouseClick(window.messages.action_button, Left)
    assert window.document.study == changed


def test_that_who_comes_back_is_told_that_own_figures_are_those_of_now(window: MainWindow) -> None:
    decide(window)
    QTest.mouseClick(log_of(window).entries[0].beside_button, Left)
    assert "own figures" not in window.messages.text
    window.document.undo_stack.undo()
    study = window.document.study
    own = OwnData((OwnFigure("POL", "homicide", 0.0, "police report"),))
    window.document.edit_study(study.with_own(own), "enter a figure")
    QTest.mouseClick(log_of(window).entries[0].beside_button, Left)
    assert "Your own figures count as they are now, and they were others then" in window.messages.text
    window.document.undo_stack.undo()
    decide(window)
    QTest.mouseClick(log_of(window).entries[0].beside_button, Left)
    assert "is back as it was" in window.messages.text
    assert "own figures" not in window.messages.text  # they are the same
    window.document.undo_stack.undo()
    study = window.document.study
    before = replace(study, decisions=tuple(replace(one, own="") for one in study.decisions))
    window.document.new(before)  # as a file of before has it
    window.actions_["decision-log"].trigger()
    QTest.mouseClick(log_of(window).entries[0].beside_button, Left)
    assert "whether they were others then is not known" in window.messages.text


def test_that_one_click_puts_it_in_place_of_the_active_one(window: MainWindow) -> None:
    decide(window)
    then = window.document.scenario
    window.document.edit(replace(then, home="USA"), "change")
    changed = window.document.study
    entry = log_of(window).entries[0]
    entry.in_place_button.setFocus()
    QTest.keyClick(entry.in_place_button, Key.Key_Space)
    assert window.document.scenario == then
    window.document.undo_stack.undo()
    assert window.document.study == changed


def test_that_an_entry_struck_out_comes_back(window: MainWindow) -> None:
    decide(window)
    decided = window.document.study
    QTest.mouseClick(log_of(window).entries[0].remove_button, Left)
    assert window.document.study.decisions == ()
    assert not log_of(window).entries
    window.document.undo_stack.undo()
    assert window.document.study == decided
    assert len(log_of(window).entries) == 1


def test_that_decisions_about_unknown_places_show_their_id(window: MainWindow) -> None:
    from advisor.scenario.edits.decision_edits import with_decision

    study = with_decision(window.document.study, date(2026, 1, 2), chosen="ATLANTIS")
    window.document.new(study)
    QTest.keyClick(window, Key.Key_J, Mod.ControlModifier)
    assert log_of(window).entries[0].decision.chosen == "Chosen: ATLANTIS"
    assert window.map_panel is not None
    assert window.map_panel.view._picture.chosen == "ATLANTIS"
