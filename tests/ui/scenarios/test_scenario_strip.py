"""The strip of scenarios, by mouse and keyboard on a real window; every step can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.scenario.study.study import Study
from advisor.ui.look.current import finish_dressing

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def window(edited: MainWindow) -> MainWindow:
    return edited


def names(window: MainWindow) -> list[str]:
    return [scenario.name for scenario in window.document.study.scenarios]


def shown(window: MainWindow) -> list[str]:
    tabs = window.scenarios.tabs
    return [tabs.tabText(at) for at in range(tabs.count())]


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(window, key, modifier)


def three(window: MainWindow) -> Study:
    """Scenarios A, B and C, B in force."""
    study = window.document.study
    scenarios = tuple(replace(study.scenario, name=name) for name in "ABC")
    window.document.new(replace(study, scenarios=scenarios, active="B"))
    return window.document.study


def test_that_ctrl_d_duplicates_and_undo_takes_it_back(window: MainWindow) -> None:
    before = window.document.study
    press(window, Key.Key_D, Mod.ControlModifier)
    assert names(window) == shown(window) == ["Untitled scenario", "Copy of Untitled scenario"]
    assert window.scenarios.tabs.currentIndex() == 1
    assert window.header.name.text() == "Copy of Untitled scenario"
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert window.document.study == before
    assert shown(window) == ["Untitled scenario"]


def test_that_a_click_on_a_tab_puts_its_scenario_in_force(window: MainWindow) -> None:
    three(window)
    tabs = window.scenarios.tabs
    QTest.mouseClick(tabs, Left, pos=tabs.tabRect(2).center())
    assert window.document.study.active == "C"
    press(window, Key.Key_PageUp, Mod.ControlModifier)
    assert window.document.study.active == "B"
    press(window, Key.Key_PageUp, Mod.ControlModifier)
    press(window, Key.Key_PageUp, Mod.ControlModifier)
    assert window.document.study.active == "C"


def test_that_f2_renames_where_the_tab_stands(window: MainWindow) -> None:
    before = three(window)
    press(window, Key.Key_F2)
    field = window.scenarios.tabs.name_field
    assert field.isVisible()
    assert field.hasFocus()
    assert field.selectedText() == "B"
    QTest.keyClicks(field, "Cautious & slow")
    QTest.keyClick(field, Key.Key_Return)
    assert names(window) == ["A", "Cautious & slow", "C"]
    assert window.header.name.text() == "Cautious & slow"
    assert not field.isVisible()
    assert window.scenarios.tabs.hasFocus()
    window.document.undo_stack.undo()
    assert window.document.study == before


def test_that_a_name_that_is_taken_is_said_and_escape_leaves_it(window: MainWindow) -> None:
    before = three(window)
    press(window, Key.Key_F2)
    field = window.scenarios.tabs.name_field
    QTest.keyClicks(field, "A")
    QTest.keyClick(field, Key.Key_Return)
    assert field.isVisible()
    assert field.property("wrong")
    assert "two scenarios are called 'A'" in window.messages.text
    QTest.keyClick(field, Key.Key_Escape)
    assert not field.isVisible()
    assert window.document.study == before


def test_that_a_double_click_renames_too(window: MainWindow) -> None:
    three(window)
    tabs = window.scenarios.tabs
    QTest.mouseDClick(tabs, Left, pos=tabs.tabRect(1).center())
    assert tabs.name_field.isVisible()
    QTest.keyClick(tabs.name_field, Key.Key_Escape)


def test_that_new_from_this_asks_for_a_name_first_and_is_one_step(window: MainWindow) -> None:
    before = three(window)
    press(window, Key.Key_N, Mod.ControlModifier | Mod.ShiftModifier)
    field = window.scenarios.tabs.name_field
    assert window.document.study == before
    QTest.keyClicks(field, "Bold")
    QTest.keyClick(field, Key.Key_Return)
    assert names(window) == ["A", "B", "Bold", "C"]
    assert window.document.study.active == "Bold"
    window.document.undo_stack.undo()
    assert window.document.study == before


def test_that_keys_move_a_scenario(window: MainWindow) -> None:
    before = three(window)
    press(window, Key.Key_PageDown, Mod.ControlModifier | Mod.ShiftModifier)
    assert names(window) == shown(window) == ["A", "C", "B"]
    window.scenarios.tabs.setFocus()
    QTest.keyClick(window.scenarios.tabs, Key.Key_Left, Mod.ControlModifier)
    assert window.document.study == before


def test_that_dragging_moves_a_scenario_in_one_step(window: MainWindow) -> None:
    before = three(window)
    tabs = window.scenarios.tabs
    start, end = tabs.tabRect(2).center(), tabs.tabRect(0).center()
    QTest.mousePress(tabs, Left, pos=start)
    for part in range(1, 11):
        at = start + QPoint(round((end.x() - 12 - start.x()) * part / 10), 0)
        QTest.mouseMove(tabs, at)
    QTest.mouseRelease(tabs, Left, pos=end - QPoint(12, 0))
    assert names(window) == shown(window) == ["C", "A", "B"]
    assert window.document.study.active == "C"
    window.document.undo_stack.undo()
    assert {one.name for one in window.document.study.scenarios} == {one.name for one in before.scenarios}
    assert names(window) == ["A", "B", "C"]


def test_that_delete_can_be_undone_from_its_message_and_never_takes_the_last(window: MainWindow) -> None:
    before = three(window)
    window.scenarios.tabs.setFocus()
    QTest.keyClick(window.scenarios.tabs, Key.Key_Delete)
    assert names(window) == ["A", "C"]
    QTest.mouseClick(window.messages.action_button, Left)
    assert window.document.study == before
    press(window, Key.Key_Delete, Mod.ControlModifier | Mod.ShiftModifier)
    press(window, Key.Key_Delete, Mod.ControlModifier | Mod.ShiftModifier)
    assert len(names(window)) == 1
    QTest.keyClick(window.scenarios.tabs, Key.Key_Delete)
    assert len(names(window)) == 1
    assert "one scenario at least" in window.messages.text


def test_that_a_colour_is_chosen_from_the_menu_and_named_to_a_screen_reader(window: MainWindow) -> None:
    before = three(window)
    tabs, menu = window.scenarios.tabs, window.actions_.menus["colour"]
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Teal").trigger()
    assert window.document.scenario.colour == "teal"
    assert tabs.accessibleTabName(1) == "B, Teal"
    assert not tabs.tabIcon(1).isNull()
    window.document.undo_stack.undo()
    assert window.document.study == before
    assert tabs.tabIcon(1).isNull()


def test_that_a_right_click_offers_what_can_be_done_with_that_scenario(window: MainWindow) -> None:
    three(window)
    tabs = window.scenarios.tabs
    from PySide6.QtGui import QContextMenuEvent

    pos = tabs.tabRect(0).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, pos, tabs.mapToGlobal(pos))
    tabs.contextMenuEvent(event)
    menu = tabs.findChild(QMenu)
    assert window.document.study.active == "A"
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Duplicate", "New from this…", "Rename…", "Colour", "Delete"]
    menu.close()


def test_that_many_long_names_leave_the_window_as_narrow_as_it_may_be(window: MainWindow) -> None:
    study = window.document.study
    scenarios = tuple(
        replace(study.scenario, name=f"{at} A rather long name of a scenario") for at in range(12)
    )
    window.document.new(replace(study, scenarios=scenarios, active=scenarios[0].name))
    window.resize(960, 600)
    assert window.width() == 960
    assert window.scenarios.tabs.width() < 960
    assert window.scenarios.add_button.geometry().right() < 960


def test_that_a_pack_without_places_has_scenarios_and_decisions_too(
    open_window: Callable[[Document], Any], generic_document: Document, qtbot: QtBot
) -> None:
    window = open_window(generic_document)
    QTest.mouseClick(window.scenarios.add_button, Left)
    after = replace(window.document.scenario, criterion_weights={"price": 9.0})
    window.document.edit(after, "weigh")
    window.drawer.show_tab("scenarios")
    panel = window.drawer.panel("scenarios")
    assert not panel.map_button.isVisible()
    for page in range(3):
        panel.show_page(page)
    qtbot.waitUntil(lambda: panel.explanation is not None, timeout=20_000)
    assert len(panel.explanation.steps) == 1
    window.actions_["log-decision"].trigger()
    QTest.mouseClick(window.side_page.content.log_button, Left)
    assert window.document.study.chosen == window.document.study.decisions[0].chosen != ""


def test_that_buttons_go_where_tabs_need_their_room(window: MainWindow) -> None:
    strip, compare = window.scenarios, window.actions_["compare-scenarios"]
    button = next(one for one in strip.findChildren(QToolButton) if one.defaultAction() is compare)
    three(window)
    assert button.isVisible()
    study = window.document.study
    long = tuple(replace(one, name=one.name * 30) for one in study.scenarios)
    window.document.new(replace(study, scenarios=long, active=long[0].name))
    window.resize(960, 600)
    assert not button.isVisible()
    assert window.actions_["compare-scenarios"].isEnabled()


def test_that_a_tab_shows_its_new_name_after_a_double_click_whose_button_is_let_go_elsewhere(
    window: MainWindow,
) -> None:
    three(window)
    tabs = window.scenarios.tabs
    QTest.mouseDClick(tabs, Left, pos=tabs.tabRect(1).center())
    tabs.name_field.setText("Beta")
    QTest.keyClick(tabs.name_field, Key.Key_Return)
    assert names(window) == shown(window) == ["A", "Beta", "C"]


def test_that_the_undo_of_a_message_goes_once_it_would_take_back_something_else(window: MainWindow) -> None:
    three(window)
    window.scenarios.tabs.setFocus()
    QTest.keyClick(window.scenarios.tabs, Key.Key_Delete)
    assert "“B”" in window.messages.text
    window.document.rename("Later")
    assert window.messages.text == ""
    window.document.undo_stack.undo()
    window.scenarios.tabs.remove()
    QTest.mouseClick(window.messages.action_button, Left)
    assert len(names(window)) == 2
    assert window.messages.text == ""


@pytest.mark.parametrize("text", [100, 200])
def test_that_names_are_never_shortened_to_make_room_and_the_one_in_force_is_seen_whole(
    window: MainWindow, text: int
) -> None:
    study, tabs = window.document.study, window.scenarios.tabs
    called = ("US support, 300 people", "Cautious", "US support, 900 people", "Night shift", "Cost first")
    scenarios = tuple(replace(study.scenario, name=name) for name in called)
    window.document.new(replace(study, scenarios=scenarios, active=called[0]))
    window.choose_text_size(text)
    finish_dressing()
    window.resize(960, 600)
    QApplication.processEvents()
    for at in range(len(called)):
        tabs.setCurrentIndex(at)
        rect = tabs.tabRect(at)
        assert rect.width() == tabs.tabSizeHint(at).width()
        assert rect.left() >= 0
        assert rect.right() < tabs.width()
        arrows = [one for one in tabs.findChildren(QToolButton) if one.isVisible()]
        assert not any(one.geometry().intersects(rect) for one in arrows)
        assert all(one.accessibleName() for one in arrows)
    assert bool(arrows) == (text == 200)
    window.choose_text_size(100)
    finish_dressing()
