"""A window is painted in a turn of its own where the turn before has taken its time.

Qt paints what a step has changed before it looks at anything else: who presses a key meanwhile waits for the
step and the painting together. Here the painting goes behind what has come in between.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_MUCH_S = 0.020  # of computing, about as long as it takes to paint the window
_PATIENCE = 3  # turns in a row that the painting waits for others


class PaintingTurns(QObject):
    """Paints one window, later where the thread has been busy.

    Args:
        window: lives as long as this does.
        computed: computing time of the window's thread until now, seconds; idle time adds nothing to it.
    """

    def __init__(self, window: QWidget, *, computed: Callable[[], float] = time.thread_time) -> None:
        super().__init__(window)
        self._window, self._computed = window, computed
        # Of the turn that goes on and of the one before it: what Qt paints was changed in one of them.
        self._earlier = self._latest = computed()
        self._painting = QTimer(self)
        self._painting.setSingleShot(True)
        self._painting.timeout.connect(self._paint)
        self._is_painting, self._put_off = False, 0
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self._begin_turn)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put the painting off, where much has been computed since the turn before."""
        if event.type() != QEvent.Type.UpdateRequest or self._is_painting:
            return False
        if not self._painting.isActive() and self._is_busy_since(self._earlier):
            self._painting.start()
        return self._painting.isActive()

    def _begin_turn(self) -> None:
        self._earlier, self._latest = self._latest, self._computed()

    def _is_busy_since(self, moment: float) -> bool:
        return self._computed() - moment > _MUCH_S

    def _paint(self) -> None:
        """Paint, or let another turn pass where something else has taken its time in this one."""
        if self._is_busy_since(self._latest) and self._put_off < _PATIENCE:
            self._put_off += 1
            self._painting.start()
            return
        self._is_painting, self._put_off = True, 0
        try:
            # Sent and not posted: where an event of Python's went through a filter, Qt cannot delete it.
            QApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
        finally:
            self._is_painting = False
