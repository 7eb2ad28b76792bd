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


class PaintingTurns(QObject):
    """Paints one window, later where the thread has been busy.

    Args:
        window: lives as long as this does.
        computed: computing time of the window's thread until now, seconds; idle time adds nothing to it.
    """

    def __init__(self, window: QWidget, *, computed: Callable[[], float] = time.thread_time) -> None:
        super().__init__(window)
        self._window, self._computed = window, computed
        # Of the turn that goes on and of the one before it: what is painted now was changed in one of them.
        self._earlier = self._latest = computed()
        self._painting = QTimer(self)
        self._painting.setSingleShot(True)
        self._painting.timeout.connect(self._paint)
        self._is_painting = False
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self._begin_turn)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put the painting off once, where much has been computed since the turn before."""
        if event.type() != QEvent.Type.UpdateRequest or self._is_painting:
            return False
        if not self._painting.isActive() and self._computed() - self._earlier > _MUCH_S:
            self._painting.start()
        return self._painting.isActive()

    def _begin_turn(self) -> None:
        self._earlier, self._latest = self._latest, self._computed()

    def _paint(self) -> None:
        self._is_painting = True
        try:
            # Sent and not posted: where an event of Python's went through a filter, Qt cannot delete it.
            QApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
        finally:
            self._is_painting = False
