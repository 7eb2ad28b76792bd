"""A page that slides in over the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.look.current import finish_dressing, look_in_force, put_in_force
from advisor.ui.look.stylesheet import style_sheet
from advisor.ui.window.side_page import SidePage
from advisor.views.look.theme import DARK, LIGHT, Look, scaled


class Painted(QWidget):
    """Tells of being painted."""

    def __init__(self, painted: list[None], parent: QWidget) -> None:
        super().__init__(parent)
        self._painted = painted

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self._painted.append(None)


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


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_that_what_changes_beneath_a_page_is_painted_without_it_and_shows_nowhere(
    qtbot: QtBot, look: Look
) -> None:
    put_in_force(look)
    finish_dressing()
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 500)
    beneath = QFrame(host)
    beneath.setGeometry(host.rect())
    beneath.setStyleSheet("background: #ff0000")
    side = SidePage(host, glide_ms=0)
    painted: list[None] = []
    page = Painted(painted, side.room)
    host.show()
    side.open_page("Page", page)
    qtbot.waitUntil(lambda: bool(painted))
    painted.clear()
    beneath.update()
    QApplication.processEvents()
    assert painted == []
    image = host.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(side.x() + 1, 900, 7) for y in range(200, 500, 7)}
    assert colours == {QColor(look.panel).name()}
    assert image.pixelColor(side.x(), 300) == QColor(look.line)
    put_in_force(LIGHT)
    finish_dressing()


@pytest.mark.parametrize("page", ["decide", "weights"])
def test_that_what_a_page_is_for_is_in_sight_in_a_low_window_of_large_type(  # type: ignore[no-untyped-def]
    document, open_window, page: str
) -> None:
    window = open_window(document)
    window.choose_text_size(200)
    window.resize(1280, 720)
    finish_dressing()
    content = window.open_page(page)
    QApplication.processEvents()
    button = content.log_button if page == "decide" else content.apply_button
    assert button.visibleRegion().boundingRect() == button.rect()
    assert window.side_page.stops_inside()[-1] is button
    if page == "decide":
        assert 2 <= content.note.viewport().height() // content.note.fontMetrics().lineSpacing() < 5
        assert content.day.visibleRegion().boundingRect() == content.day.rect()


def test_that_keys_in_the_foot_go_to_its_page_and_the_foot_goes_with_it(document, open_window) -> None:  # type: ignore[no-untyped-def]
    window = open_window(document)
    form = window.open_page("decide")
    foot = form.foot
    form.log_button.setFocus()
    QTest.keyClick(form.log_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(document.study.decisions) == 1
    assert not foot.isVisible()  # the log has taken the place of the form
    assert window.side_page.content is not form
