"""The page of the map in the whole window: painted, saved, reached by keys, presented, and always silent."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.app.document.document import Document
from advisor.core.screening import Bound
from advisor.paths import EXAMPLES
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import read_study
from advisor.scenario.study.talk import TalkStep
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import finish_dressing
from advisor.ui.widgets.one_of_many import OneOfMany
from advisor.views.map.criterion_layers import criterion_layer
from advisor.views.map.score_layers import SCORE
from tests.ui.map.waiting import wait
from tests.ui.stage.on_stage import begun, press_slider

LEFT, Key, Mod = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier
LONG_MS = 30_000


@pytest.fixture(scope="module")
def shared_window(keep_window, assessor, default_pack):
    """One window for all tests of this file: its page takes a while to load."""
    made = keep_window(Document(assessor, default_study(default_pack)), draws_map=True)
    wait(made.map_panel.view.map_ready, lambda: None)
    return made


@pytest.fixture
def window(shared_window, default_pack):
    """The shared window in its first state; the page must stay silent."""
    begins, tab = default_study(default_pack), shared_window.drawer.current
    yield shared_window
    shared_window.presentation.leave()
    shared_window.choose_dark(False)
    shared_window.use_large_type(False)
    finish_dressing()
    shared_window.resize(1280, 800)
    shared_window.drawer.show_tab(tab)
    if shared_window.document.study != begins or shared_window.document.undo_stack.count():
        shared_window.document.new(begins)
    shared_window.messages.clear()
    shared_window.side_page.close_page()
    shared_window.map_panel.show_layer(SCORE)
    shared_window.selection.select("")
    assert shared_window.map_panel.view.page_errors() == ()
    assert shared_window.map_panel.view.requests_blocked() == ()


@pytest.fixture
def view(window):
    return window.map_panel.view


@pytest.fixture
def ask(view, qtbot):
    """What the page answers."""

    def answer(code):
        told = []
        view.web_view().page().runJavaScript(f"JSON.stringify({code})", 0, told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
        return json.loads(told[0]) if told[0] else None

    return answer


def test_that_moving_a_weight_moves_ranking_and_map(window, view, qtbot):
    document = window.document
    first = document.assessment.evaluation.order.tolist()
    with qtbot.waitSignal(view.picture_painted, timeout=20_000):
        for _ in range(4):
            slider = window.priorities.rows["cost"].slider
            QTest.keyClick(slider, Key.Key_Right, Mod.ShiftModifier)
    assert document.assessment.evaluation.order.tolist() != first
    shown = [int(row.share_label.text().removesuffix(" %")) for row in window.priorities.rows.values()]
    assert sum(shown) == 100
    top = document.pack.locations[document.assessment.evaluation.order[0]]
    model = window.ranking.rows
    listed = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert any(top.name in text for text in listed)


def test_that_the_layer_can_be_chosen(window, view, qtbot):
    seen = []
    connection = window.map_panel.layer_changed.connect(seen.append)
    button = next(b for b in window.map_panel.findChildren(OneOfMany) if b.text() == "Overlap")
    with qtbot.waitSignal(view.picture_painted, timeout=20_000):
        QTest.mouseClick(button, LEFT)
    window.map_panel.layer_actions[criterion_layer("homicide")].trigger()
    assert window.map_panel.more_button.text().startswith("Homicide rate")
    window.map_panel.show_layer(SCORE)
    window.map_panel.show_layer(SCORE)
    window.map_panel.show_layer("nonsense")
    window.map_panel.disconnect(connection)
    assert seen == [criterion_layer("overlap"), criterion_layer("homicide"), SCORE]


def test_that_the_map_is_exported_from_the_menu(window, view, qtbot, tmp_path):
    with qtbot.waitSignal(view.picture_saved, timeout=20_000):
        view.save_picture(tmp_path / "map.png")
    assert (tmp_path / "map.png").stat().st_size > 10_000
    assert "map.png" in window.messages.text


def test_that_the_map_is_copied_from_the_menu_with_its_caption(window, view, qtbot):
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    with qtbot.waitSignal(view.picture_copied, timeout=20_000):
        window.actions_["copy-map"].trigger()
    picture = clipboard.image()
    assert picture.width() > 1_500
    assert round(picture.dotsPerMeterX() * 0.0254) == 300
    assert "on the clipboard" in window.messages.text


def test_that_the_page_stays_silent_whatever_is_changed(window, view, qtbot):
    """Another home, function and year, a must-have that no place meets; then look, type and size."""
    scenario = window.document.scenario
    none_left = replace(scenario.must_haves, bounds=(Bound("overlap", ">=", 24.0),))
    for changed in (
        replace(scenario, home="DEU", working_languages=("de",)),
        replace(scenario, function="technical-support", headcount=120),
        replace(scenario, year=2028, site_hours="13:00-21:00"),
        replace(scenario, must_haves=none_left),
    ):
        with qtbot.waitSignal(view.picture_painted, timeout=20_000):
            window.document.edit(changed, "change")
    dark, large = window.actions_["dark"].trigger, window.actions_["large-type"].trigger
    for changes in ((dark, large), (lambda: window.resize(1500, 900),), (dark, large)):
        for change in changes:
            change()
        finish_dressing()
        with qtbot.waitSignal(view.picture_painted, timeout=20_000):
            view.paint_again()
    window.resize(1280, 800)
    assert view.page_errors() == ()
    assert view.requests_blocked() == ()


def test_that_f6_goes_round_the_panels_and_back(window):
    QTest.keyClick(window, Key.Key_S, Mod.AltModifier)
    panels = [
        window.header,
        window.scenarios,
        window.priorities,
        window.must_haves,
        window.map_panel,
        window.drawer,
        window.ranking,
    ]

    def where():
        now = window.focusWidget()
        return next(panel for panel in panels if panel.isAncestorOf(now))

    seen = []
    for _ in range(8):
        seen.append(where())
        QTest.keyClick(window, Key.Key_F6)
    assert seen == [*panels, window.header]
    QTest.keyClick(window, Key.Key_F6, Mod.ShiftModifier)
    assert where() is window.header
    QTest.keyClick(window, Key.Key_F6, Mod.ShiftModifier)
    assert where() is window.ranking


def test_that_the_map_takes_the_focus_while_charts_show_their_marks(window, view, qtbot):
    """Qt asks every factory of accessible interfaces about the page's item, which once ended the program."""
    window.drawer.show_tab("cost")
    chart = window.drawer.panel("cost").findChild(SceneView)
    page = view.web_view().focusProxy()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(page.hasFocus, timeout=10_000)
    found = QAccessible.queryAccessibleInterface(chart)
    assert found is not None
    assert found.role() == QAccessible.Role.Chart


def test_that_the_page_draws_a_mark_with_a_word_at_the_choice(window, view, ask, qtbot):
    drawn = "document.getElementById('map').data.slice(-1).map(t => [t.text, t.lat])[0]"
    assert ask(drawn) == [[""], [None]]
    window.selection.select("POL")
    QTest.keyClick(window, Key.Key_L, Mod.ControlModifier)
    form = window.side_page.content
    QTest.keyClicks(form.who, "Board")
    QTest.keyClicks(form.note, "Closest law")
    with qtbot.waitSignal(view.picture_painted, timeout=20_000):
        QTest.keyClick(form.note, Key.Key_Return, Mod.ControlModifier)
    qtbot.waitUntil(lambda: ask(drawn)[0] == ["Chosen"], timeout=10_000)
    assert 49 < ask(drawn)[1][0] < 55  # Poland
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: ask(drawn) == [[""], [None]], timeout=10_000)


# Presented --------------------------------------------------------------------------------------------


def test_that_the_map_and_its_legend_are_in_the_type_of_the_room(window, view, ask, qtbot):
    screen = begun(window)
    window.presentation.talk.go_to(TalkStep.MAP)
    assert screen.shows_map and view.isVisible()
    assert view.height() > 0.65 * screen.height() and view.width() == screen.width()
    least = (
        "Math.min(...['#legend-label', '#legend-ticks', '#legend-keys', '#legend-weak'].map("
        "one => parseFloat(getComputedStyle(document.querySelector(one)).fontSize)))"
    )
    qtbot.waitUntil(lambda: ask(least) >= 0.032 * 1080, timeout=20_000)


def test_that_keys_steer_while_the_map_has_the_keyboard(window, view):
    screen, talk = begun(window), window.presentation.talk
    talk.go_to(TalkStep.MAP)
    selected = window.selection.selected
    view.setFocus()
    inside = QApplication.focusWidget()
    assert inside is not view and view.isAncestorOf(inside)
    QTest.keyClick(inside, Key.Key_PageDown)
    assert talk.step is TalkStep.TOP
    QTest.keyClick(inside, Key.Key_Left)
    assert talk.step is TalkStep.MAP
    QTest.keyClick(inside, Key.Key_Escape)
    assert not talk.is_on and not screen.isVisible()
    assert window.selection.selected == selected


def test_that_the_map_names_the_first_five_with_their_ranks_until_it_is_given_back(window, view, ask, qtbot):
    screen, talk = begun(window, read_study(EXAMPLES / "workshop.advisor")), window.presentation.talk
    talk.go_to(TalkStep.MAP)
    wanted = [f"{one.rank} {one.name}" for one in talk.shown.top()]
    assert len(wanted) == 5
    names = "[...document.querySelectorAll('#names .name text')]"

    def found():
        return ask(f"{names}.map(n => [n.textContent, parseFloat(getComputedStyle(n).fontSize)])")

    qtbot.waitUntil(lambda: [text for text, _size in found()] == wanted, timeout=LONG_MS)
    assert min(size for _text, size in found()) >= 0.032 * screen.height() - 0.5
    press_slider(screen, "cost", Key.Key_Home)
    moved = [f"{one.rank} {one.name}" for one in talk.shown.top()]
    assert moved != wanted
    qtbot.waitUntil(lambda: sorted(text for text, _size in found()) == sorted(moved), timeout=LONG_MS)
    window.document.undo_stack.undo()
    window.presentation.leave()
    qtbot.waitUntil(lambda: not found(), timeout=LONG_MS)
