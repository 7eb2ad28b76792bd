"""The drawer's tabs where there is not room for all."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.look.stylesheet import style_sheet
from advisor.ui.window.drawer import Drawer
from advisor.ui.window.drawer_tabs import DrawerTabs
from advisor.views.look.theme import LIGHT, scaled
from tests.ui.window.cut_texts import cut_texts


@pytest.fixture
def drawer(qtbot: QtBot) -> Drawer:
    """Wide enough for four tabs."""
    made = Drawer()
    qtbot.addWidget(made)
    for tab in ("one", "two", "three", "four"):
        made.add_tab(tab, f"Tab number {tab}", QWidget)
    made.resize(900, 300)
    made.show()
    return made


def in_sight(drawer: Drawer) -> list[str]:
    """Tabs that are shown, whole."""
    assert list(cut_texts(drawer)) == []
    return list(drawer.tabs.shown)


def test_tabs_that_do_not_all_fit_are_listed_in_a_menu(drawer: Drawer) -> None:
    assert not drawer.all_button.isVisible()
    drawer.resize(260, 300)
    assert drawer.all_button.isVisible()
    menu = drawer.all_button.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == list(drawer.tabs.titles.values())
    menu.actions()[3].trigger()
    assert drawer.current == "four"
    menu.aboutToShow.emit()
    assert [action.isChecked() for action in menu.actions()] == [False, False, False, True]


def test_that_only_whole_tabs_are_shown_and_the_one_in_front_among_them(drawer: Drawer) -> None:
    assert in_sight(drawer) == ["one", "two", "three", "four"]
    drawer.resize(400, 300)
    assert in_sight(drawer) == ["one", "two"]
    drawer.show_tab("three")
    assert in_sight(drawer) == ["two", "three"]
    drawer.show_tab("two")
    assert in_sight(drawer) == ["two", "three"]
    drawer.resize(900, 300)
    assert in_sight(drawer) == ["one", "two", "three", "four"]


def test_that_the_arrows_reach_tabs_that_have_no_room(drawer: Drawer, qtbot: QtBot) -> None:
    drawer.resize(270, 300)
    reached = []
    for key in (Qt.Key.Key_Right,) * 4 + (Qt.Key.Key_Left,) * 4:
        qtbot.keyClick(drawer.tabs, key)
        reached.append(drawer.current)
        assert in_sight(drawer) == [drawer.current]
    assert reached == ["two", "three", "four", "four", "three", "two", "one", "one"]


def test_that_tabs_are_fitted_anew_in_a_larger_type_and_with_one_more(qtbot: QtBot) -> None:
    plain, larger = (style_sheet(scaled(LIGHT, by)) for by in (1.0, 1.5))

    def tabs(sheet: str) -> DrawerTabs:
        made = DrawerTabs()
        qtbot.addWidget(made)
        made.setStyleSheet(sheet)
        for title in ("one", "two", "three"):
            made.add(title, f"Tab number {title}", "")
        made.ensurePolished()
        return made

    row, fresh = tabs(plain), tabs(larger)
    room = row.sizeHint().width() + 40
    assert fresh.fit(room, 0)
    for sheet, is_short, shown in ((plain, False, row.shown), (larger, True, fresh.shown)) * 2:
        row.setStyleSheet(sheet)
        assert row.fit(room, 0) is is_short
        assert row.shown == shown
    row.setStyleSheet(plain)
    assert not row.fit(room, 0)
    row.add("four", "Tab number four", "")
    assert row.fit(room, 0)
    assert row.shown == ("one", "two", "three")


def test_that_what_is_in_front_is_built_anew_in_a_later_turn_and_once(qtbot: QtBot) -> None:
    drawer, built = Drawer(), list[str]()

    def build(tab: str) -> QWidget:
        built.append(tab)
        return QLabel(tab)

    for tab in ("why", "cost"):
        drawer.add_tab(tab, tab, partial(build, tab))
    qtbot.addWidget(drawer)
    drawer.show()
    qtbot.waitExposed(drawer)
    drawer.show_tab("cost")
    built.clear()
    drawer.build_anew()
    drawer.build_anew()
    assert built == []
    assert drawer.built == ()
    qtbot.waitUntil(lambda: drawer.built == ("cost",))
    assert built == ["cost"]
    assert drawer.panel("cost").isVisible()
