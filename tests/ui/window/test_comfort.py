"""Tab goes as the eye does, type has any size from 80 to 200 %, and the look can follow the system."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLabel, QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.settings import TEXT_SIZES, Settings
from advisor.ui.look import current
from advisor.ui.look.current import finish_dressing, look_in_force
from advisor.ui.widgets.name_field import NameField
from advisor.ui.widgets.segments import Segments
from advisor.ui.window.palette_offers import found_offers, offers_of
from advisor.ui.window.tab_order import tab_stops
from advisor.views.look.theme import BASE_PIXELS

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="module")
def one_window(one_window: MainWindow) -> MainWindow:
    """One window for all tests of this file: none of them edits the study."""
    one_window.resize(1440, 900)
    return one_window


@pytest.fixture
def window(one_window: MainWindow) -> Iterator[MainWindow]:
    """The window in the usual size of type, before and after."""
    one_window.choose_text_size(100)
    finish_dressing()
    yield one_window
    one_window.choose_dark(False)
    one_window.choose_text_size(100)
    one_window.use_large_type(False)
    finish_dressing()
    one_window.resize(1280, 800)
    QCoreApplication.processEvents()


def tabs_to(window: MainWindow, start: QWidget, goal: QWidget, *, most: int = 60) -> int:
    """How often Tab has to be pressed from one widget to another."""
    start.setFocus()
    for presses in range(most):
        now = window.focusWidget()
        if now is goal:
            return presses
        QTest.keyClick(now, Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def test_that_overlap_is_not_forty_tabs_away(window: MainWindow):
    overlap = window.must_haves.limits["overlap", ">="].field
    assert tabs_to(window, window.header.menu_button, overlap) < 30
    assert tabs_to(window, window.priorities.rows["cost"].slider, overlap) < 14
    window.ranking.list.setFocus()
    QTest.keyClick(window.ranking.list, Key.Key_U, Mod.AltModifier)
    assert window.focusWidget() is overlap


def test_that_tab_goes_from_part_to_part_as_the_eye_does(window: MainWindow):
    window.drawer.show_tab("certainty")
    assert window.map_panel is not None
    parts: list[QWidget] = [window.header, window.scenarios, window.priorities, window.must_haves]
    parts += [window.map_panel, window.drawer, window.ranking]
    order = [next(part for part in parts if part.isAncestorOf(stop)) for stop in tab_stops(window)]
    assert list(dict.fromkeys(order)) == parts
    assert order == sorted(order, key=parts.index)


def test_that_tab_goes_line_by_line_within_a_part(window: MainWindow):
    for part in (window.header, window.priorities, window.must_haves, window.ranking):
        stops = [stop for stop in tab_stops(window) if part.isAncestorOf(stop)]
        tops = [stop.mapTo(part, QPoint(0, stop.height() // 2)).y() for stop in stops]
        for before, after in pairwise(tops):
            assert after > before - BASE_PIXELS


def test_that_tab_and_shift_tab_are_each_others_reverse(window: MainWindow):
    row = window.priorities.rows["cost"].slider
    row.setFocus()
    seen = [row]
    for _ in range(5):
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
        seen.append(window.focusWidget())
    for expected in reversed(seen[:-1]):
        QTest.keyClick(window.focusWidget(), Key.Key_Tab, Mod.ShiftModifier)
        assert window.focusWidget() is expected


def test_that_enter_opens_a_theme_and_l_locks_it_from_its_slider_and_again(window: MainWindow):
    row = window.priorities.rows["time"]
    row.slider.setFocus()
    QTest.keyClick(row.slider, Key.Key_Return)
    assert row.chevron.isChecked()
    QTest.keyClick(row.slider, Key.Key_Return)
    assert not row.chevron.isChecked()
    QTest.keyClick(row.slider, Key.Key_L)
    assert "time" in window.document.scenario.locked_themes
    assert window.focusWidget() is row.lock
    QTest.keyClick(row.lock, Key.Key_L)
    assert "time" not in window.document.scenario.locked_themes
    assert window.focusWidget() is row.slider
    window.document.undo_stack.setClean()


def test_that_keys_make_type_larger_and_smaller_within_its_ends_and_it_is_remembered(window: MainWindow):
    window.ranking.list.setFocus()
    for _ in range(len(TEXT_SIZES)):
        QTest.keyClick(window, Key.Key_Plus, Mod.ControlModifier)
    assert window.settings.text_size == 200
    assert look_in_force().base == 2 * BASE_PIXELS
    assert Settings(window.settings.store).text_size == 200
    for _ in range(len(TEXT_SIZES)):
        QTest.keyClick(window, Key.Key_Minus, Mod.ControlModifier)
    assert window.settings.text_size == 80
    QTest.keyClick(window, Key.Key_0, Mod.ControlModifier | Mod.ShiftModifier)
    assert look_in_force().base == BASE_PIXELS


def test_that_all_labels_and_buttons_and_charts_follow_the_size_of_type(window: MainWindow):
    window.drawer.show_tab("certainty")
    chart = window.drawer.panel("certainty").chart
    before = chart._painter.look.base
    window.choose_text_size(200)
    finish_dressing()
    assert chart._painter.look.base == 2 * before
    small = [
        shown
        for shown in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton))
        if shown.isVisible() and shown.text() and shown.font().pixelSize() < 22
    ]
    assert small == []


@pytest.mark.parametrize("percent", [150, 200])
def test_that_nothing_at_the_sides_is_cut_in_larger_type(window: MainWindow, percent: int):
    window.choose_text_size(percent)
    finish_dressing()
    window.drawer.show_tab("why")
    QCoreApplication.processEvents()
    assert window.ranking.geometry().right() <= window.panes.columns.width()
    inside = window.panes.left.widget()
    assert inside is not None
    assert inside.width() >= inside.minimumSizeHint().width()
    assert window.panes.left.viewport().width() >= inside.width()


def test_that_the_ranking_goes_below_the_priorities_where_type_is_large_for_the_window(window: MainWindow):
    panes, before = window.panes, window.size()
    window.resize(1440, 900)
    QCoreApplication.processEvents()
    assert not panes.is_stacked
    window.ranking.list.setFocus()
    window.choose_text_size(200)
    finish_dressing()
    QCoreApplication.processEvents()
    assert panes.is_stacked
    assert window.focusWidget() is window.ranking.list
    assert (
        window.ranking.mapTo(panes, QPoint(0, 0)).y()
        >= panes.left.mapTo(panes, panes.left.rect().bottomLeft()).y()
    )
    assert panes.centre.width() >= 24 * look_in_force().base
    window.ranking.set_table_mode(True)
    QCoreApplication.processEvents()
    assert window.ranking.width() > 0.5 * window.width()
    window.ranking.set_table_mode(False)
    window.choose_text_size(100)
    finish_dressing()
    QCoreApplication.processEvents()
    assert not panes.is_stacked
    assert window.ranking.mapTo(panes, QPoint(0, 0)).x() > panes.centre.width()
    window.resize(before)


def test_that_a_name_without_room_ends_in_an_ellipsis_until_it_is_edited(window: MainWindow):
    field, before = window.header.name, window.size()
    window.resize(1280, 720)
    QCoreApplication.processEvents()
    assert field.shown_text == field.text()
    window.document.rename("Customer support for the whole of Europe, by telephone and in writing")
    window.resize(960, 600)
    QCoreApplication.processEvents()
    assert field.shown_text.endswith("\N{HORIZONTAL ELLIPSIS}")
    field.setFocus()
    assert field.shown_text == field.text()
    window.ranking.list.setFocus()
    window.document.undo_stack.undo()
    window.document.undo_stack.clear()
    window.resize(before)


def test_that_no_key_has_two_meanings(window: MainWindow):
    keys = [key for action in window.actions_.declared for key in action.keys]
    assert len(keys) == len(set(keys))


def test_that_the_look_follows_the_system_again_when_that_is_chosen(window: MainWindow):
    window.choose_dark(True)
    finish_dressing()
    assert not window.actions_["system-look"].isChecked()
    window.actions_["system-look"].trigger()
    assert window.settings.look == ""
    assert window.actions_["system-look"].isChecked()


def test_that_the_field_of_the_currency_keeps_nothing_of_homes_before(window: MainWindow):
    completers = len(window.header.currency.findChildren(QCompleter))
    for home in ("CHE", "JPN", "DEU"):
        window.document.edit(replace(window.document.scenario, home=home), "move home")
    assert len(window.header.currency.findChildren(QCompleter)) == completers
    offered = window.header.currency.completer().model()
    assert "EUR" in {offered.index(row, 0).data() for row in range(offered.rowCount())}


def test_that_keys_reach_the_currency_once_there_is_room_for_it_again(window: MainWindow):
    box, size = window.header.currency, window.size()
    window.resize(700, 700)
    assert box.isHidden()
    window.actions_.refresh()
    window.resize(size)
    assert not box.isHidden()
    window.ranking.list.setFocus()
    QTest.keyClick(window, Key.Key_Y, Mod.AltModifier)
    assert window.focusWidget() in (box, box.lineEdit())


def test_that_the_currency_stands_at_the_top_and_is_the_one_of_the_cost(window: MainWindow):
    box, document = window.header.currency, window.document
    before = document.scenario.currency
    window.drawer.show_tab("cost")
    terms = window.drawer.panel("cost").parameters.all.terms
    QTest.keyClick(window, Key.Key_Y, Mod.AltModifier)
    field = box.lineEdit()
    assert field is not None
    assert window.focusWidget() in (box, field)
    field.selectAll()
    QTest.keyClicks(field, "eur")
    QTest.keyClick(field, Key.Key_Return)
    assert document.scenario.currency == "EUR"
    assert terms.currency.currentText() == "EUR"
    field.selectAll()
    QTest.keyClicks(field, "XQQ")
    QTest.keyClick(field, Key.Key_Return)
    assert document.scenario.currency == "EUR"
    assert "XQQ" in window.messages.text
    window.messages.clear()
    document.undo_stack.undo()
    assert box.currentText() == before
    document.undo_stack.clear()


def test_that_working_conditions_stand_below_the_criteria_that_rest_on_them(window: MainWindow):
    rows, document = window.priorities.rows, window.document
    for theme in ("time", "language", "regulation"):
        rows[theme].chevron.setChecked(True)
    assert "English" in rows["language"].conditions_text.text()
    assert str(document.scenario.year) in rows["time"].conditions_text.text()
    assert not rows["regulation"].conditions.isVisible()
    document.edit(replace(document.scenario, customer_languages=("fr", "de")), "change the customers")
    assert "French and German" in rows["language"].conditions_text.text()
    document.undo_stack.undo()
    document.undo_stack.clear()
    rows["language"].conditions_button.click()
    assert window.side_page.title == "Working conditions"
    window.side_page.close_page()
    for theme in ("time", "language", "regulation"):
        rows[theme].chevron.setChecked(False)


def test_that_the_palette_finds_terms_and_pages_of_the_help(window: MainWindow):
    offers = found_offers(offers_of(window, str), "worst regret")
    assert offers[0].kind == "Term"
    offers[0].run()
    assert window.help_page.content.place == "glossary#worst-regret"
    window.help_page.close_page()
    assert any(offer.kind == "Help" for offer in found_offers(offers_of(window, str), "total cost, computed"))


class Painted(QObject):
    """Counts how often parts of a window are painted as a whole, and events of every kind."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.counts: Counter[QEvent.Type] = Counter()
        self.paints: dict[QObject, int] = dict.fromkeys(parts, 0)
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.counts[event.type()] += 1
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            # A cursor that blinks, or a row under the pointer, paints a little of it.
            self.paints[watched] += event.rect() == watched.rect()
        return False


def test_that_a_change_of_the_look_paints_the_window_once(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    qtbot.waitUntil(lambda: not window.robustness.is_busy, timeout=20_000)  # what it counts is painted too
    finish_dressing()
    QCoreApplication.processEvents()
    later: list[int] = []
    monkeypatch.setattr(current._in_force.dressing._next, "start", lambda: later.append(1))
    painted = Painted(window.header, window.scenarios, window.ranking)
    window.choose_dark(True)
    finish_dressing()
    qtbot.waitUntil(lambda: all(painted.paints.values()))
    QCoreApplication.sendPostedEvents()
    assert later  # what nobody sees is dressed in turns of their own, which this test does not wait for
    assert {type(part).__name__: times for part, times in painted.paints.items()} == {
        "HeaderBar": 1,
        "ScenarioStrip": 1,
        "RankingView": 1,
    }
    monkeypatch.undo()
    finish_dressing()


def test_that_an_open_page_takes_its_place_once_where_the_window_takes_another_size(
    window: MainWindow, qtbot
):
    window.open_page("keyboard")
    before = window.size()
    QCoreApplication.processEvents()
    moved = Painted(window.side_page)
    window.resize(1200, 700)
    window.resize(1180, 680)
    qtbot.waitUntil(lambda: window.side_page.geometry().bottomRight() == window.panes.rect().bottomRight())
    assert moved.counts[QEvent.Type.Resize] == 1
    window.side_page.close_page()
    window.resize(before)


def test_that_large_type_follows_the_width_in_a_turn_of_its_own(window: MainWindow, qtbot):
    window.resize(1920, 1000)
    window.use_large_type(True)
    finish_dressing()
    roomy = look_in_force().base
    window.resize(1000, 700)
    assert look_in_force().base == roomy
    qtbot.waitUntil(lambda: look_in_force().base < roomy)
    window.use_large_type(False)
    finish_dressing()
    window.resize(1440, 900)


@pytest.mark.parametrize(
    ("width", "text"), [(960, 100), (960, 200), (1280, 100), (1280, 150), (1280, 200), (1440, 200)]
)
def test_that_what_is_chosen_in_the_header_is_read_in_full(window: MainWindow, width: int, text: int):
    before = window.size()
    window.resize(width, 720)
    window.choose_text_size(text)
    finish_dressing()
    QCoreApplication.processEvents()
    header = window.header
    assert header.function.shown_text() == header.function.currentText() != ""
    assert header.industry.shown_text() == header.industry.currentText() != ""
    field = header.home.lineEdit()
    assert isinstance(field, NameField)
    assert field.shown_text == field.text() != ""
    name, box = header.name, header.people
    assert name.isHidden() or name.shown_text == name.text() != ""
    assert box.lineEdit().width() > box.fontMetrics().horizontalAdvance(box.text())
    window.resize(before)


def test_that_a_long_name_is_shortened_only_where_enough_of_it_is_left(window: MainWindow):
    before, header, was = window.size(), window.header, window.document.scenario.name
    window.document.rename("Customer support for the north and the east of the country")
    for width, text in ((960, 100), (1100, 150), (1280, 100), (1280, 200), (1440, 200), (1920, 200)):
        window.resize(width, 720)
        window.choose_text_size(text)
        finish_dressing()
        QCoreApplication.processEvents()
        name = header.name
        assert name.isHidden() or name.width() >= 200 * text / 100
    window.document.rename(was)
    window.resize(before)


def test_that_map_and_drawer_take_turns_where_type_is_large_for_the_window(window: MainWindow):
    before, panes, drawer, map_panel = window.size(), window.panes, window.drawer, window.map_panel
    assert map_panel is not None
    window.resize(1280, 720)
    QCoreApplication.processEvents()
    assert not panes.shows_one_at_a_time
    assert map_panel.isVisible()
    window.choose_text_size(200)
    finish_dressing()
    QCoreApplication.processEvents()
    assert not map_panel.isVisible()
    assert drawer.height() == panes.centre.height()
    QTest.mouseClick(drawer.fold_button, Qt.MouseButton.LeftButton)
    QCoreApplication.processEvents()
    assert map_panel.isVisible()
    assert map_panel.height() > 0.8 * panes.centre.height()
    drawer.show_tab("why")
    QCoreApplication.processEvents()
    assert not map_panel.isVisible()
    window.actions_["go-map"].trigger()
    assert map_panel.isVisible()
    drawer.set_folded(False)
    map_panel.ask_layer(map_panel.layer)  # somebody chooses what the map shows
    assert map_panel.isVisible()
    drawer.set_folded(False)
    window.choose_text_size(100)
    finish_dressing()
    QCoreApplication.processEvents()
    assert map_panel.isVisible()
    assert drawer.isVisible()
    assert map_panel.height() > 150
    assert drawer.height() > 150
    window.resize(before)


def test_that_labels_have_room_for_their_words_after_two_changes_of_the_type_at_once(
    window: MainWindow, qtbot
):
    window.choose_text_size(200)
    finish_dressing()
    QCoreApplication.processEvents()
    window.choose_text_size(100)
    finish_dressing()
    window.choose_text_size(200)
    finish_dressing()
    labels = [row.share_label for row in window.priorities.rows.values()]

    def fit() -> bool:
        return all(one.fontMetrics().horizontalAdvance(one.text()) <= one.width() for one in labels)

    finish_dressing()
    qtbot.waitUntil(fit)


def test_that_a_tab_shown_right_after_a_change_of_type_has_room_for_its_pages(window: MainWindow):
    window.drawer.show_tab("certainty")
    panel = window.drawer.panel("certainty")
    QCoreApplication.processEvents()
    window.drawer.show_tab("people")
    QCoreApplication.processEvents()
    window.choose_text_size(200)
    finish_dressing()
    QCoreApplication.processEvents()
    window.drawer.show_tab("certainty")
    QCoreApplication.processEvents()
    pages = panel.findChild(Segments)
    assert isinstance(pages, Segments)
    for at in range(pages.count):
        button = pages.button(at)
        assert button.width() > button.fontMetrics().horizontalAdvance(button.text())


def test_that_the_table_opens_at_its_first_column_in_a_narrow_window(window: MainWindow):
    before = window.size()
    window.resize(960, 600)
    window.selection.select("ZAF")
    window.ranking.set_table_mode(True)
    QCoreApplication.processEvents()
    bar = window.ranking.table.horizontalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
    window.selection.select("IND")
    assert bar.value() == 0
    window.ranking.set_table_mode(False)
    window.resize(before)
