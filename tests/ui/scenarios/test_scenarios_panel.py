"""Two scenarios beside each other on a real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.scenario.comparison.explanation import explain
from advisor.scenario.edits.scenario_edits import with_copy
from advisor.views.map.rank_change_layer import RANK_CHANGE
from advisor.views.map.score_layers import SCORE

if TYPE_CHECKING:
    from advisor.ui.scenarios.scenarios_panel import ScenariosPanel
    from advisor.ui.window.main_window import MainWindow

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def window(edited: MainWindow) -> MainWindow:
    return edited


@pytest.fixture
def unused(open_window: Callable[[Document], Any], document: Document) -> MainWindow:
    """A window whose panel has explained nothing yet."""
    opened: MainWindow = open_window(document)
    return opened


def two(window: MainWindow) -> None:
    """The usual scenario and, in force, one in which people weigh most, seen from Germany."""
    document = window.document
    document.edit_study(with_copy(document.study, "German"), "copy")
    after = replace(document.scenario, home="DEU", theme_weights={"people": 90.0, "cost": 10.0})
    document.edit(after, "change")


def panel_of(window: MainWindow) -> ScenariosPanel:
    window.drawer.show_tab("scenarios")
    shown: Any = window.drawer.panel("scenarios")
    shown.show_page(0)
    return shown


def test_that_a_single_scenario_offers_to_make_another(window: MainWindow) -> None:
    panel = panel_of(window)
    assert panel.copy_button.isVisible()
    assert not panel.chooser.isVisible()
    QTest.mouseClick(panel.copy_button, Left)
    assert len(window.document.study.scenarios) == 2
    assert panel.chooser.isVisible()
    assert panel.chooser.currentText() == "Untitled scenario"
    assert "leads in “Untitled scenario” and in “Copy of Untitled scenario”" in panel.slope.sentence()


def test_that_the_slope_chart_shows_both_ranks_of_each_place(window: MainWindow) -> None:
    two(window)
    panel = panel_of(window)
    before = window.document.preview(window.document.study.scenarios[0]).evaluation
    now = window.document.assessment.evaluation
    row = window.document.pack.location_ids.index("DEU")
    mark = next(mark for mark in panel.slope.scene.stops if mark.key == "DEU")
    assert mark.values == (float(before.ranks[row]), float(now.ranks[row]))
    assert (
        mark.words
        == f"Germany: rank {before.ranks[row]} in “Untitled scenario”, {now.ranks[row]} in “German”"
    )


def test_that_choosing_a_line_selects_the_place_everywhere(window: MainWindow) -> None:
    two(window)
    panel = panel_of(window)
    panel.slope.setFocus()
    QTest.keyClick(panel.slope, Key.Key_Home)
    QTest.keyClick(panel.slope, Key.Key_Down)
    QTest.keyClick(panel.slope, Key.Key_Return)
    assert window.selection.selected == panel.slope.scene.stops[1].key
    assert panel.slope.scene.marked == window.selection.selected


def test_that_assumptions_stand_in_plain_words(window: MainWindow) -> None:
    two(window)
    panel = panel_of(window)
    QTest.mouseClick(panel.segments.button(1), Left)
    words = [mark.words for mark in panel.table.scene.stops]
    assert "Home: United Kingdom in “Untitled scenario”, Germany in “German”" in words
    assert not any("theme" in text or "GBR" in text or "_" in text for text in words)
    assert panel.table.table().splitlines()[0] == "What differs\tUntitled scenario\tGerman"


def test_that_the_way_is_gone_step_by_step_and_says_what_the_command_line_says(
    unused: MainWindow, qtbot: QtBot
) -> None:
    two(unused)
    panel = panel_of(unused)
    QTest.mouseClick(panel.segments.button(2), Left)
    qtbot.waitUntil(lambda: panel.explanation is not None, timeout=20_000)
    a, b = unused.document.study.scenarios
    assert panel.explanation == explain(unused.document.preview, unused.document.pack, a, b)
    stops = panel.way.scene.stops
    assert [stop.words.partition(":")[0] for stop in (stops[0], stops[-1])] == ["Untitled scenario", "German"]
    assert len(stops) == 4
    assert "explains" in panel.way.sentence()


def test_that_an_edit_starts_the_way_anew(unused: MainWindow, qtbot: QtBot) -> None:
    two(unused)
    panel = panel_of(unused)
    panel.show_page(2)
    qtbot.waitUntil(lambda: panel.explanation is not None, timeout=20_000)
    panel.explanation = None
    unused.document.edit(replace(unused.document.scenario, headcount=700), "people")
    qtbot.waitUntil(lambda: panel.explanation is not None, timeout=20_000)
    assert len(panel.explanation.steps) == 3


def test_that_the_scenario_before_is_the_one_compared_with(window: MainWindow) -> None:
    two(window)
    document = window.document
    document.edit_study(with_copy(document.study, "Third"), "copy")
    assert window.compared.other == "German"
    panel = panel_of(window)
    panel.chooser.setCurrentIndex(panel.chooser.findText("Untitled scenario"))
    panel.chooser.activated.emit(panel.chooser.currentIndex())
    assert window.compared.other == "Untitled scenario"
    QTest.keyClick(window, Key.Key_PageUp, Mod.ControlModifier)
    assert (document.study.active, window.compared.other) == ("German", "Third")


def test_that_the_map_shows_places_gained_while_there_are_two(window: MainWindow) -> None:
    two(window)
    shown = window.map_panel
    assert shown is not None
    panel = panel_of(window)
    QTest.mouseClick(panel.map_button, Left)
    assert shown.layer == RANK_CHANGE
    picture = shown.view._picture
    assert picture is not None
    before = window.document.preview(window.document.study.scenarios[0]).evaluation
    now = window.document.assessment.evaluation
    row = window.document.pack.location_ids.index("DEU")
    assert picture.values[row] == float(before.ranks[row] - now.ranks[row])
    assert picture.label == "Rank against “Untitled scenario”"
    window.scenarios.tabs.remove()
    assert shown.layer == SCORE
    assert not shown.layer_actions[RANK_CHANGE].isEnabled()
    window.document.undo_stack.undo()
    assert shown.layer_actions[RANK_CHANGE].isEnabled()


def test_that_nothing_overlaps_where_the_window_is_narrow(window: MainWindow) -> None:
    two(window)
    window.resize(960, 600)
    panel = panel_of(window)
    QCoreApplication.processEvents()
    boxes = [
        w.geometry() for w in (panel.segments, panel.who, panel.chooser, panel.map_button) if w.isVisible()
    ]
    for at, one in enumerate(boxes):
        assert not any(one.intersects(other) for other in boxes[at + 1 :])
    buttons = [panel.segments.button(i).geometry() for i in range(3)]
    assert all(not a.intersects(b) for a, b in pairwise(buttons))


def test_that_who_is_compared_is_said_beside_the_other_however_wide_the_window_is(
    window: MainWindow,
) -> None:
    two(window)
    window.resize(2560, 900)
    panel = panel_of(window)
    QCoreApplication.processEvents()
    assert panel.who.isVisible()
    assert panel.who.alignment() & Qt.AlignmentFlag.AlignRight
    assert 0 < panel.chooser.x() - panel.who.geometry().right() <= 12


def test_that_pages_have_the_same_names_in_every_window_that_has_room_for_them(window: MainWindow) -> None:
    two(window)
    panel = panel_of(window)
    for percent in (100, 200):
        window.choose_text_size(percent)
        for width in (1280, 1440, 1920):
            window.resize(width, 900)
            QCoreApplication.processEvents()
            said = [panel.segments.button(at).text() for at in range(3)]
            assert said == ["Ranks", "Assumptions", "What explains it"], (percent, width)
    window.choose_text_size(100)
