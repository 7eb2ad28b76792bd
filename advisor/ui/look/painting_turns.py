"""A window is painted in a turn of its own where the turn before has taken its time.

Qt paints what a step has changed before it looks at anything else: who presses a key meanwhile waits for the
step and the painting together. Here the painting goes behind what has come in between.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from advisor.app.workers.own_turn import OwnTurn, TurnClock, turn_clock

_MUCH_S = 0.020  # of computing, about as long as it takes to paint the window


def paint(window: QWidget) -> None:
    """Paint what has changed in a window, now and as if Qt had asked for it."""
    # Sent and not posted: where an event of Python's went through a filter, Qt cannot delete it.
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


class PaintingTurns(QObject):
    """Paints one window, later where the thread has been busy.

    Args:
        window: lives as long as this does.
        clock: of the thread.
    """

    def __init__(self, window: QWidget, *, clock: TurnClock | None = None) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock if clock is not None else turn_clock()
        self._painting = OwnTurn(self._paint, self, clock=self._clock)
        self._is_painting = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put the painting off, where much has been computed since the turn before began."""
        if event.type() != QEvent.Type.UpdateRequest or self._is_painting:
            return False
        if not self._painting.is_due and self._clock.computed_in_two() > _MUCH_S:
            self._painting.start()
        return self._painting.is_due

    def _paint(self) -> None:
        self._is_painting = True
        try:
            paint(self._window)
        finally:
            self._is_painting = False
