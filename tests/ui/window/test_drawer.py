"""The drawer's tabs where there is not room for all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from advisor.ui.window.drawer import Drawer


def test_tabs_that_do_not_all_fit_are_listed_in_a_menu(qtbot):
    drawer = Drawer()
    qtbot.addWidget(drawer)
    for tab in ("one", "two", "three", "four"):
        drawer.add_tab(tab, f"Tab number {tab}", QWidget)
    drawer.resize(900, 300)
    drawer.show()
    assert not drawer.all_button.isVisible()
    drawer.resize(220, 300)
    assert drawer.all_button.isVisible()
    menu = drawer.all_button.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        drawer.tabs.tabText(at) for at in range(drawer.tabs.count())
    ]
    menu.actions()[3].trigger()
    assert drawer.current == "four"
    menu.aboutToShow.emit()
    assert [action.isChecked() for action in menu.actions()] == [False, False, False, True]
