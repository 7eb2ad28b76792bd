"""One look for the application; whatever follows it follows by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from advisor.ui.look.current import follow_look, look_in_force, put_in_force
from advisor.ui.look.icons import icon
from advisor.views.look.theme import DARK, LIGHT, presented


class Follower(QWidget):
    def __init__(self):
        super().__init__()
        self.seen = []
        follow_look(self.dress)

    def dress(self):
        self.seen.append(look_in_force())


def test_that_a_follower_is_dressed_at_once_and_on_every_change(qtbot):
    follower = Follower()
    qtbot.addWidget(follower)
    put_in_force(DARK)
    put_in_force(DARK)
    put_in_force(presented(LIGHT))
    assert follower.seen == [LIGHT, DARK, presented(LIGHT)]


def test_that_a_follower_that_is_gone_is_no_longer_told(qapp):
    follower = Follower()
    seen = follower.seen
    follower.deleteLater()
    QCoreApplication.sendPostedEvents(follower, QEvent.Type.DeferredDelete)
    put_in_force(DARK)
    assert seen == [LIGHT]


def test_that_the_look_dresses_windows_that_come_later(qtbot):
    put_in_force(DARK)
    label = QLabel("later")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.fontInfo().pixelSize() == DARK.base
    assert QApplication.palette().color(QPalette.ColorRole.Text) == QColor(DARK.text)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)


def test_that_an_icon_changes_colour_with_the_look(qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("close", "quiet"))
    for look in (LIGHT, DARK):
        put_in_force(look)
        picture = button.icon().pixmap(64, 64).toImage()
        inks = {picture.pixelColor(x, y).rgb() for x in range(64) for y in range(64)}
        assert QColor(look.quiet).rgb() in inks
