"""Where Tab goes: through the parts of the window as the eye does, and within each part line by line.

Qt goes in the order in which widgets were made, which is another one: tabs and rows come when they are
needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from advisor.ui.look.current import look_in_force
from advisor.ui.window.context import WindowContext


def next_stop(window: WindowContext, now: QWidget | None, *, forward: bool) -> QWidget | None:
    """The widget that Tab leads to, or Shift and Tab; None where the keyboard is in no part of the window.

    Args:
        window: whose parts are gone through.
        now: has the keyboard.
        forward: whether to the next, else to the one before.
    """
    stops = list(tab_stops(window))
    here = next((at for at, stop in enumerate(stops) if now is not None and _holds(stop, now)), None)
    if here is None:
        return None
    return stops[(here + (1 if forward else -1)) % len(stops)]


def tab_stops(window: WindowContext) -> Iterator[QWidget]:
    """Every widget at which Tab halts now, in order."""
    view = window.map_panel.view if window.map_panel is not None else None
    for part in _parts(window):
        inside = [widget for widget in _inside(part, view) if _halts(widget)]
        if part is window.drawer:  # its panels have columns, which are read one after the other
            drawer = window.drawer
            its_bar = (drawer.tabs, drawer.all_button, drawer.fold_button)
            bar = [widget for widget in inside if widget in its_bar]
            yield from sorted(bar, key=_line_by_line(part))
            yield from (widget for widget in inside if widget not in bar and _is_own(widget, window))
        else:
            yield from sorted(inside, key=_line_by_line(part))


def _parts(window: WindowContext) -> Iterator[QWidget]:
    yield window.header
    yield window.scenarios
    yield window.messages
    yield window.priorities
    yield window.must_haves
    if window.map_panel is not None:
        yield window.map_panel
    yield window.drawer
    yield window.ranking


def _inside(part: QWidget, view: QWidget | None) -> Iterator[QWidget]:
    """What can be seen of a part; of the map's view only the view, whose page has an order of its own."""
    for child in part.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            if child is not view:
                yield from _inside(child, view)


def _halts(widget: QWidget) -> bool:
    """Whether Tab may lead to a widget; one that hands the keyboard on to a part of itself stands for it."""
    if not widget.isEnabled() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    proxy = widget.focusProxy()
    return proxy is None or widget.isAncestorOf(proxy)


def _is_own(widget: QWidget, window: WindowContext) -> bool:
    """Not one of the small arrows that Qt gives a row of tabs."""
    return not window.drawer.tabs.isAncestorOf(widget)


def _line_by_line(part: QWidget) -> Callable[[QWidget], tuple[int, int]]:
    line = look_in_force().base

    def place(widget: QWidget) -> tuple[int, int]:
        middle = widget.mapTo(part, QPoint(0, widget.height() // 2))
        return middle.y() // line, middle.x()

    return place


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)
