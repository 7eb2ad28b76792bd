"""A frame that holds the keyboard while it is open: Tab goes round inside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class KeptFocus(QFrame):
    """What lies over other parts of a window must not lose the keyboard to them.

    Attributes:
        scrolled: brings into sight where the keyboard goes; None where nothing scrolls.
    """

    scrolled: QScrollArea | None = None

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
        if self.scrolled is not None and self.scrolled.isAncestorOf(stop):
            self.scrolled.ensureWidgetVisible(stop)
        return True

    def _stops(self) -> list[QWidget]:
        """Where Tab halts, in order."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            halts = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
            if halts and self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found
