"""A page that slides in over the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.look.current import finish_dressing, look_in_force, put_in_force
from advisor.ui.look.stylesheet import style_sheet
from advisor.ui.window.side_page import SidePage
from advisor.views.look.theme import LIGHT, scaled


class Dressed(QWidget):
    times = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        self.times += event.type() == QEvent.Type.StyleChange


@pytest.mark.parametrize(("is_made_there", "times"), [(True, 0), (False, 1)])
def test_that_a_page_made_where_it_will_be_shown_is_not_dressed_again(
    qapp: QApplication, qtbot: QtBot, is_made_there: bool, times: int
) -> None:
    qapp.setStyleSheet(style_sheet(look_in_force()))
    host = QWidget()
    qtbot.addWidget(host)
    side = SidePage(host)
    host.show()
    page = Dressed(side.room if is_made_there else None)
    page.times = 0
    side.open_page("Page", page)
    assert side.content is page
    assert page.isVisible()
    assert page.times == times


@pytest.mark.parametrize(
    ("window", "percent", "wide"),
    [
        (1280, 100, 460),
        (960, 100, 460),
        (1280, 200, 720),  # more than half of the window, for want of room
        (1920, 200, 920),
        (3840, 200, 920),
        (600, 200, 600),
    ],
)
def test_that_a_page_is_wider_in_larger_type_where_the_window_is_wide(
    qtbot: QtBot, window: int, percent: int, wide: int
) -> None:
    put_in_force(scaled(LIGHT, percent / 100))
    finish_dressing()
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(window, 700)
    side = SidePage(host, glide_ms=0)
    host.show()
    side.open_page("Page", QWidget(side.room))
    put_in_force(LIGHT)
    finish_dressing()
    assert side.geometry().getRect() == (window - wide, 0, wide, 700)
