"""The look in force: one for the whole application, and how a widget follows it.

A widget that only paints asks ``look_in_force`` while it paints: Qt paints everything again when the style
sheet changes. One that keeps fonts, widths or colours hands a method to ``follow_look``. Nobody passes a look
on, so a widget that is made later, in a tab opened for the first time, has the right look from the start.
"""

from __future__ import annotations

from weakref import WeakMethod

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from advisor.ui.look.dressing import Dress, Dressing, holder
from advisor.ui.look.stylesheet import palette, style_sheet
from advisor.views.look.theme import LIGHT, Look


class _InForce:
    def __init__(self) -> None:
        self.look = LIGHT
        self.is_dressed = False
        self.dressing = Dressing()
        self._followers: list[WeakMethod[Dress]] = []

    def add(self, dress: Dress) -> None:
        """Keep a method for as long as its object lives."""
        self._followers.append(WeakMethod(dress))

    def followers(self) -> list[Dress]:
        """Those that still live, in the order in which they came."""
        alive = [(follower, dress) for follower in self._followers if (dress := follower()) is not None]
        alive = [one for one in alive if isValid(one[1].__self__)]  # type: ignore[attr-defined]
        self._followers = [follower for follower, _dress in alive]
        return [dress for _follower, dress in alive]


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
    """Dress the application in another look; everything that follows is told.

    What nobody sees follows in the turns of the event loop that come, or when it is shown.
    """
    application = QApplication.instance()
    if look == _in_force.look and _in_force.is_dressed:
        return
    _in_force.look = look
    if isinstance(application, QApplication):
        _in_force.is_dressed = True
        _in_force.dressing.put_on(application, look, _in_force.followers())
    else:
        for dress in _in_force.followers():
            dress()


def finish_dressing() -> None:
    """Let what nobody sees follow now; for whoever looks at that as well."""
    _in_force.dressing.finish()


def dress_last(widget: QWidget) -> None:
    """Dress a widget and what it holds in the turn after the rest of its window, at every change of the look.

    For what lies over a window and may hold as much as the window.
    """
    _in_force.dressing.take_turn(widget)


def follow_look(dress: Dress) -> None:
    """Call a method now and whenever the look changes, for as long as its object lives.

    Args:
        dress: a method of a ``QObject``.
    """
    dress()
    _in_force.add(dress)


def dress_again(within: QWidget) -> None:
    """Tell what follows the look once more, in one part of a window.

    For a widget that was made by itself and has just come into a window: only now does Qt say which fonts and
    sizes it has.

    Args:
        within: what has come, with all that it holds.
    """
    inside = {within, *within.findChildren(QWidget)}
    for widget in inside:
        widget.ensurePolished()
    for dress in _in_force.followers():
        holding = holder(dress.__self__)  # type: ignore[attr-defined]
        if holding is not None and holding in inside:
            dress()
