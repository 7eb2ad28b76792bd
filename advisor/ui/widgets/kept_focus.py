"""A frame that holds the keyboard while it is open: Tab goes round inside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class KeptFocus(QFrame):
    """What lies over other parts of a window must not lose the keyboard; where that goes is in sight."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside."""
        stops = self._stops()
        if not stops:
            return True
        now = self.window().focusWidget()
        step = 1 if forward else -1
        at = stops.index(now) + step if now in stops else (0 if forward else -1)
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

    def _stops(self) -> list[QWidget]:
        """Where Tab halts, in order.

        Qt's chain leads through every widget of the window. What is inside mostly comes first, so that the
        rest need not be walked.
        """
        found: list[QWidget] = []
        inside = len(self.findChildren(QWidget))
        first = widget = self.nextInFocusChain()
        while inside and widget is not None and widget is not self:
            if self.isAncestorOf(widget):
                inside -= 1
                halts = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
                if halts and widget.isVisible() and widget.isEnabled():
                    found.append(widget)
            widget = widget.nextInFocusChain()
            if widget is first:
                break
        return found
