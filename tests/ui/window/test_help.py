"""F1 opens the page for what has the keyboard, and the tour points at the parts of the window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.settings import Settings
from advisor.ui.help.help_view import HelpView
from advisor.ui.look.current import finish_dressing
from advisor.ui.widgets.help_topic import topic_of, topics_in
from advisor.ui.widgets.piecemeal import finish_within
from advisor.ui.window.pages import pages
from advisor.ui.window.tabs import tabs
from advisor.views.help.help_pages import Place, help_page

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def window(one_window: MainWindow) -> Iterator[MainWindow]:
    """The window, with nothing over it before and after."""
    yield one_window
    one_window.help_page.close_page()
    one_window.side_page.close_page()
    one_window.drawer.set_folded(False)


def shown(window: MainWindow) -> HelpView:
    content = window.help_page.content
    assert isinstance(content, HelpView)
    return content


def test_that_every_place_that_a_widget_names_is_in_the_help(window: MainWindow):
    for tab in window.drawer.tab_ids:
        window.drawer.panel(tab)
    parameters = window.drawer.panel("cost").parameters
    for built_late in (parameters.all, parameters.here, parameters.home, parameters.quotes):
        assert parameters.isAncestorOf(built_late)
    named = topics_in(window)
    for page in pages():
        finish_within(content := window.open_page(page))
        named |= topics_in(content) | topics_in(window.side_page)
    window.side_page.close_page()
    assert len(named) > 25
    for topic in named | {tab.topic for tab in tabs()} | {page.topic for page in pages().values()}:
        place = Place.of(topic)
        assert not place.anchor or place.anchor in help_page(place.page).anchors, topic


def test_that_f1_opens_the_page_for_what_has_the_keyboard(window: MainWindow):
    row = next(iter(window.priorities.rows.values()))
    places: list[tuple[QWidget, str]] = [
        (row.slider, "priorities"),
        (window.ranking.list, "ranking"),
        (window.header.people, "question#people"),
        (window.scenarios.tabs, "scenarios"),
    ]
    for widget, place in places:
        widget.setFocus()
        QTest.keyClick(widget, Key.Key_F1)
        assert shown(window).place == place
        QTest.keyClick(shown(window).pages, Key.Key_Escape)
        assert window.help_page.content is None
        assert window.focusWidget() is widget


def test_that_every_tab_has_its_own_page_also_while_its_title_has_the_keyboard(window: MainWindow):
    window.drawer.set_folded(True)  # so that no panel has to be built for it
    for tab in tabs():
        window.drawer.tabs.choose(tab.id)
        window.drawer.tabs.setFocus()
        QTest.keyClick(window.drawer.tabs, Key.Key_F1)
        assert shown(window).place == tab.topic
        window.help_page.close_page()


def test_that_a_page_inside_a_tab_has_its_own_place(window: MainWindow):
    panel = window.drawer.panel("compare")
    assert topic_of(panel.what_if) == "compare#what-if"


def test_that_help_over_a_page_leaves_that_page_open(window: MainWindow):
    page = window.open_page("conditions")
    QTest.keyClick(window.side_page, Key.Key_F1)
    assert shown(window).place == "conditions"
    QTest.keyClick(shown(window).pages, Key.Key_Escape)
    assert window.side_page.content is page


def test_that_ctrl_f_searches_the_help_while_it_is_read(window: MainWindow):
    window.actions_["contents"].trigger()
    QTest.keyClick(shown(window).pages, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is shown(window).field


def test_that_the_glossary_is_in_the_menu_and_sources_have_a_key_of_their_own(window: MainWindow):
    window.actions_["glossary"].trigger()
    assert shown(window).place == "glossary"
    QTest.keyClick(shown(window).pages, Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.side_page.title == "Sources"
    assert window.help_page.content is None


def test_that_a_pack_of_ones_own_has_help_with_pictures_too(generic_document, open_window):
    window: MainWindow = open_window(generic_document)
    window.choose_dark(True)
    finish_dressing()
    window.show_help("certainty")
    assert "How sure the ranking is" in shown(window).text
    assert not shown(window).picture("certainty.svg", 400.0).isNull()


def test_that_charts_are_drawn_in_the_dark_look_where_the_examples_fit(window: MainWindow, qtbot: QtBot):
    window.show_help("people")
    light = shown(window).picture("people.svg", 400.0)
    with qtbot.waitSignal(shown(window).draw.made, timeout=60_000):
        window.choose_dark(True)  # until they are made the files stand for them
        finish_dressing()
        assert not shown(window).picture("people.svg", 400.0).isNull()
    dark = shown(window).picture("people.svg", 400.0)
    assert light.pixelColor(2, 2).lightness() > 200
    assert dark.pixelColor(2, 2).lightness() < 80


# The tour --------------------------------------------------------------------------------------------------


def test_that_enter_leads_through_the_tour_past_at_most_eight_real_parts_and_it_stays_away(
    window: MainWindow,
):
    window.ranking.list.setFocus()
    window.settings.shows_tour = True
    window.actions_["tour"].trigger()
    tour, seen = window.tour, []
    while tour.is_on:
        target = tour.target
        assert target is not None
        assert target.isVisible()
        assert window.panes.rect().contains(tour.geometry())
        area = target.rect().translated(target.mapTo(window.panes, target.rect().topLeft()))
        assert not tour.geometry().intersects(area) or area.width() > 600
        assert tour.isAncestorOf(window.focusWidget())
        assert tour.text.height() >= tour.text.heightForWidth(tour.text.width())
        assert tour.height() < 16 * tour.title.fontMetrics().height(), "no more than its words need"
        seen.append(target)
        QTest.keyClick(window.focusWidget(), Key.Key_Return)
    assert 6 <= len(seen) <= 8
    assert len(set(seen)) == len(seen)
    assert not window.settings.shows_tour
    assert window.focusWidget() is window.ranking.list


def test_that_the_tour_goes_back_and_escape_ends_it_and_it_comes_again_where_that_is_wished(
    window: MainWindow,
):
    window.actions_["tour"].trigger()
    tour = window.tour
    assert not tour.back_button.isEnabled()
    QTest.keyClick(window.focusWidget(), Key.Key_Right)
    assert tour.stop == 2
    QTest.keyClick(window.focusWidget(), Key.Key_Tab)
    assert window.focusWidget() is tour.back_button
    QTest.keyClick(tour.back_button, Key.Key_Return)
    assert tour.stop == 1
    tour.never.setFocus()
    QTest.keyClick(tour.never, Key.Key_Space)
    QTest.keyClick(tour.never, Key.Key_Escape)
    assert not tour.is_on
    assert window.settings.shows_tour
    window.settings.shows_tour = False


def test_that_a_first_start_begins_with_an_example_and_the_tour_and_a_later_one_does_not(
    document, open_window, settings
):
    window: MainWindow = open_window(document)
    assert window.welcome()
    assert window.document.scenario.name == "UK customer support"
    assert window.document.path is None
    assert window.document.undo_stack.isClean()
    assert window.tour.is_on
    QTest.keyClick(window.focusWidget(), Key.Key_Escape)
    assert not Settings(settings.store).shows_tour
    assert not window.welcome()
    assert not window.tour.is_on


def test_that_a_pack_that_the_example_does_not_fit_begins_without_a_tour_and_can_still_show_it(
    generic_document, open_window
):
    window: MainWindow = open_window(generic_document)
    assert not window.welcome()
    window.begin_tour()
    assert window.tour.is_on
    assert window.map_panel is None
    assert all(stop.title != "Where it is strong" for stop in window.tour.stops)


def test_that_the_tour_leaves_the_window_to_the_mouse(window: MainWindow):
    window.begin_tour()
    place = window.ranking.list.mapTo(window, window.ranking.list.rect().center())
    hit = window.childAt(place)
    assert hit is not None
    assert window.ranking.isAncestorOf(hit)
    window.tour.end()
