"""What takes its time has a turn of the event loop of its own, so that keys and clicks come between.

Qt does in one turn whatever is due: an answer that comes while the window is laid out and painted adds to
both, and whoever presses a key then waits for all of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

_MUCH_S = 0.010  # of computing that something else has taken of a turn
_PATIENCE = 3  # turns in a row


class TurnClock:
    """Tells how much the main thread has computed since it last looked for what there is to do.

    Args:
        computed: computing time of the thread until now, seconds; idle time adds nothing to it.
    """

    def __init__(self, computed: Callable[[], float] = time.thread_time) -> None:
        self._computed = computed
        self._earlier = self._latest = computed()  # when the turn before began, and this one
        self._is_between = False
        self._dispatcher: QAbstractEventDispatcher | None = None

    def follow(self) -> None:
        """Hear of every turn of the event loop that runs in this thread."""
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None and dispatcher is not self._dispatcher:
            self._dispatcher = dispatcher
            dispatcher.awake.connect(self._end_turn)
            dispatcher.aboutToBlock.connect(self._begin_turn)

    def computed_in_turn(self) -> float:
        """Seconds computed in the turn that goes on."""
        return self._computed() - self._latest

    def computed_in_two(self) -> float:
        """Seconds computed in it and in the one before."""
        return self._computed() - self._earlier

    def _end_turn(self) -> None:
        self._earlier, self._latest, self._is_between = self._latest, self._computed(), True

    def _begin_turn(self) -> None:
        if not self._is_between:  # not every loop says both
            self._end_turn()
        self._is_between = False


_clock = TurnClock()


def turn_clock() -> TurnClock:
    """That of the main thread, whose event loop it follows from now on at the latest."""
    _clock.follow()
    return _clock


class OwnTurn(QObject):
    """Does something once in a later turn, in one in which nothing else has taken its time.

    Args:
        work: what to do.
        parent: Qt parent.
        clock: of the thread.
        patience: turns in a row that are left to others.
    """

    def __init__(
        self,
        work: Callable[[], object],
        parent: QObject,
        *,
        clock: TurnClock | None = None,
        patience: int = _PATIENCE,
    ) -> None:
        super().__init__(parent)
        self._work, self._clock = work, clock if clock is not None else turn_clock()
        self._patience, self._put_off = patience, 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_turn)

    @property
    def is_due(self) -> bool:
        """Whether it is still to be done."""
        return self._timer.isActive()

    def start(self) -> None:
        """Do it in a turn that comes; asked for again before that it is done once."""
        self._timer.start()

    def stop(self) -> None:
        """Do it no more."""
        self._timer.stop()
        self._put_off = 0

    def _on_turn(self) -> None:
        if self._clock.computed_in_turn() > _MUCH_S and self._put_off < self._patience:
            self._put_off += 1
            self._timer.start()
            return
        self._put_off = 0
        self._work()
