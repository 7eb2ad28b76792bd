"""One look for the application; whatever follows it follows by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from advisor.ui.look import icons
from advisor.ui.look.current import dress_again, follow_look, look_in_force, put_in_force
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


def test_that_a_window_and_what_it_gets_later_wear_the_look(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    for look in (presented(DARK), LIGHT):
        put_in_force(look)
        label = QLabel("later", window)
        label.ensurePolished()
        assert label.fontInfo().pixelSize() == look.base
        assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(look.text)
        assert QApplication.palette().color(QPalette.ColorRole.Text) == QColor(look.text)


def test_that_a_widget_that_came_into_a_window_is_told_once_more(qtbot):
    follower = Follower()
    qtbot.addWidget(follower)
    other = Follower()
    qtbot.addWidget(other)
    dress_again(follower)
    assert follower.seen == [LIGHT, LIGHT]
    assert other.seen == [LIGHT]


def test_that_what_a_widget_holds_is_told_with_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    inside = Follower()
    inside.setParent(window)
    dress_again(window)
    assert inside.seen == [LIGHT, LIGHT]


def test_that_an_icon_changes_colour_with_the_look(qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("close", "quiet"))
    for look in (LIGHT, DARK):
        put_in_force(look)
        picture = button.icon().pixmap(64, 64).toImage()
        inks = {picture.pixelColor(x, y).rgb() for x in range(64) for y in range(64)}
        assert QColor(look.quiet).rgb() in inks


def test_that_an_icon_is_drawn_once_a_size_and_colour(qapp, monkeypatch):
    drawn = []
    monkeypatch.setattr(icons, "_draw", lambda *what: drawn.append(what[2:]))
    QPixmapCache.clear()
    for _time in range(3):
        for look in (LIGHT, DARK):
            put_in_force(look)
            icon("menu", "quiet").pixmap(16, 16)
    QPixmapCache.clear()
    assert drawn == [("menu", LIGHT.quiet), ("menu", DARK.quiet)]
