"""The look in force: one for the whole application, and how a widget follows it.

A widget that only paints asks ``look_in_force`` while it paints: Qt paints everything again when the style
sheet changes. One that keeps fonts, widths or colours hands a method to ``follow_look``. Nobody passes a look
on, so a widget that is made later, in a tab opened for the first time, has the right look from the start.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from advisor.ui.look.stylesheet import dress_application, style_sheet
from advisor.views.look.theme import LIGHT, Look


class _InForce(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = LIGHT
        self.is_dressed = False


_in_force = _InForce()


def look_in_force() -> Look:
    """Colours and sizes of the application now."""
    return _in_force.look


def put_in_force(look: Look) -> None:
    """Dress the application in another look; everything that follows is told."""
    application = QApplication.instance()
    if look == _in_force.look and _in_force.is_dressed:
        return
    _in_force.look = look
    if isinstance(application, QApplication):
        dress_application(application, look)
        _in_force.is_dressed = True
    _in_force.changed.emit()


class _Dresser(QObject):
    """Keeps the style sheet of one window in step with the look."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        follow_look(self._dress)

    def _dress(self) -> None:
        self._window.setStyleSheet(style_sheet(_in_force.look))


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
    _in_force.changed.connect(dress)


def dress_again() -> None:
    """Tell everything that follows the look once more.

    For a widget that was made by itself and has just come into a window: its fonts and sizes come from the
    window's style sheet, which it could not know before.
    """
    _in_force.changed.emit()
