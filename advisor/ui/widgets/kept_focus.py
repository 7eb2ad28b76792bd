"""A frame that holds the keyboard while it is open: Tab goes round inside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from advisor.ui.widgets.stops import halts, line_by_line, seen_inside


class KeptFocus(QFrame):
    """What lies over other parts of a window must not lose the keyboard; where that goes is in sight."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside."""
        stops = self.stops_inside()
        if not stops:
            return True
        now = self.window().focusWidget()
        here = next((at for at, stop in enumerate(stops) if now is not None and _holds(stop, now)), None)
        step = 1 if forward else -1
        at = here + step if here is not None else (0 if forward else -1)
        stop = stops[at % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        self._bring_into_sight(stop)
        return True

    def _bring_into_sight(self, stop: QWidget) -> None:
        """Scroll whatever lies around it, from the inside out."""
        around = stop.parentWidget()
        while around is not None and around is not self:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(stop)
            around = around.parentWidget()

    def stops_inside(self) -> list[QWidget]:
        """Where Tab halts, in order; Qt's own chain would lead through every widget of the window."""
        return sorted(filter(halts, seen_inside(self)), key=line_by_line(self))


def _holds(stop: QWidget, widget: QWidget) -> bool:
    return stop is widget or stop.isAncestorOf(widget)
