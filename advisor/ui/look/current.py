"""The look in force: one for the whole application, and how a widget follows it.

A widget that only paints asks ``look_in_force`` while it paints: Qt paints everything again when the style
sheet changes. One that keeps fonts, widths or colours hands a method to ``follow_look``. Nobody passes a look
on, so a widget that is made later, in a tab opened for the first time, has the right look from the start.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from advisor.ui.look.stylesheet import dress_application
from advisor.views.look.theme import LIGHT, Look


class _InForce(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = LIGHT


_in_force = _InForce()


def look_in_force() -> Look:
    """Colours and sizes of the application now."""
    return _in_force.look


def put_in_force(look: Look) -> None:
    """Dress the application in another look; everything that follows is told."""
    application = QApplication.instance()
    is_dressed = isinstance(application, QApplication) and bool(application.styleSheet())
    if look == _in_force.look and is_dressed:
        return
    _in_force.look = look
    if isinstance(application, QApplication):
        dress_application(application, look)
    _in_force.changed.emit()


def follow_look(dress: Callable[[], None]) -> None:
    """Call a method now and whenever the look changes, for as long as its object lives.

    Args:
        dress: a method of a ``QObject``.
    """
    dress()
    _in_force.changed.connect(dress)
