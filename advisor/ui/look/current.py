"""The look in force: one for the whole application, and how a widget follows it.

A widget that only paints asks ``look_in_force`` while it paints: Qt paints everything again when the style
sheet changes. One that keeps fonts, widths or colours hands a method to ``follow_look``. Nobody passes a look
on, so a widget that is made later, in a tab opened for the first time, has the right look from the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from weakref import WeakMethod

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from advisor.ui.look.stylesheet import dress_application, palette, style_sheet
from advisor.views.look.theme import LIGHT, Look


class _InForce(QObject):
    changing = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = LIGHT
        self.is_dressed = False
        self._followers: list[WeakMethod[Callable[[], None]]] = []

    def add(self, dress: Callable[[], None]) -> None:
        """Keep a method for as long as its object lives."""
        self._followers.append(WeakMethod(dress))
        self.changed.connect(dress)

    def followers(self) -> Iterator[Callable[[], None]]:
        """Those that still live, in the order in which they came."""
        alive = [(follower, dress) for follower in self._followers if (dress := follower()) is not None]
        alive = [one for one in alive if isValid(one[1].__self__)]  # type: ignore[attr-defined]
        self._followers = [follower for follower, _dress in alive]
        return iter([dress for _follower, dress in alive])


_in_force = _InForce()


def look_in_force() -> Look:
    """Colours and sizes of the application now."""
    return _in_force.look


def look_of(widget: QWidget) -> Look:
    """Colours and sizes of a widget: those that it or what holds it wears, else those in force."""
    at: QWidget | None = widget
    while at is not None:
        worn = getattr(at, "worn_look", None)
        if isinstance(worn, Look):
            return worn
        at = at.parentWidget()
    return _in_force.look


def wear(widget: QWidget, look: Look) -> None:
    """Dress a widget and all that it holds in a look of its own; whoever asks ``look_of`` draws with it.

    What is held is told by Qt's ``StyleChange``.
    """
    if getattr(widget, "worn_look", None) != look:
        widget.worn_look = look  # type: ignore[attr-defined]
        widget.setPalette(palette(look))
        widget.setStyleSheet(style_sheet(look))


def put_in_force(look: Look) -> None:
    """Dress the application in another look; everything that follows is told."""
    application = QApplication.instance()
    if look == _in_force.look and _in_force.is_dressed:
        return
    _in_force.changing.emit()
    _in_force.look = look
    if isinstance(application, QApplication):
        dress_application(application, look)
        _in_force.is_dressed = True
    _in_force.changed.emit()


class _Dresser(QObject):
    """Keeps the style sheet of one window in step with the look."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        follow_look(self._dress)

    def _dress(self) -> None:
        window = self.parent()  # asked for anew: Python may have let go of a list that Qt has made and keeps
        sheet = style_sheet(_in_force.look)
        # Qt looks at every widget again, also where nothing has changed.
        if isinstance(window, QWidget) and sheet != window.styleSheet():
            window.setStyleSheet(sheet)


def dress_window(window: QWidget) -> None:
    """Give a window, and all that it holds or opens, the style sheet of the look, now and at every change.

    Args:
        window: a widget without parent: the main window, or a list of suggestions, which Qt gives none.
    """
    _Dresser(window)


def follow_look(dress: Callable[[], None]) -> None:
    """Call a method now and whenever the look changes, for as long as its object lives.

    Args:
        dress: a method of a ``QObject``.
    """
    dress()
    _in_force.add(dress)


def before_look_changes(prepare: Callable[[], None]) -> None:
    """Call a method just before the look changes, for as long as its object lives.

    For what holds widgets that nobody sees: taken out of the window, they need not be dressed before they
    are seen again, and then ``dress_again`` does it.
    """
    _in_force.changing.connect(prepare)


def dress_again(within: QWidget) -> None:
    """Tell what follows the look once more, in one part of a window.

    For a widget that was made by itself and has just come into a window: its fonts and sizes come from the
    window's style sheet, which it could not know before.

    Args:
        within: what has come, with all that it holds.
    """
    inside = {within, *within.findChildren(QWidget)}
    for widget in inside:
        widget.ensurePolished()
    for dress in _in_force.followers():
        holder = _holder(dress.__self__)  # type: ignore[attr-defined]
        if holder is not None and holder in inside:
            dress()


def _holder(follower: QObject) -> QWidget | None:
    """The widget that something is, or belongs to."""
    at: QObject | None = follower
    while at is not None and not isinstance(at, QWidget):
        at = at.parent()
    return at
