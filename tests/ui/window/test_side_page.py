"""A page that slides in over the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.look.current import look_in_force
from advisor.ui.look.stylesheet import style_sheet
from advisor.ui.window.side_page import SidePage


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
