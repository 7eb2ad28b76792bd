"""Where Tab goes: through the parts of the window as the eye does, and within each part line by line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from advisor.ui.widgets.stops import halts, line_by_line, seen_inside
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
        inside = [widget for widget in seen_inside(part, view) if halts(widget)]
        if part is window.drawer:  # its panels have columns, which are read one after the other
            drawer = window.drawer
            its_bar = (drawer.tabs, drawer.all_button, drawer.fold_button)
            bar = [widget for widget in inside if widget in its_bar]
            yield from sorted(bar, key=line_by_line(part))
            yield from (widget for widget in inside if widget not in bar)
        else:
            yield from sorted(inside, key=line_by_line(part))


def _parts(window: WindowContext) -> Iterator[QWidget]:
    yield window.header
    yield window.scenarios
    yield window.messages
    yield window.panes.sides
    yield window.priorities
    yield window.must_haves
    if window.map_panel is not None:
        yield window.map_panel
    yield window.drawer
    yield window.ranking


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)
