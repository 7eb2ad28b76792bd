"""Work of the interface in pieces, one a turn of the event loop, so that nobody waits for all of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from advisor.app.workers.own_turn import OwnTurn, TurnClock

_PATIENCE = 15  # turns in a row that are left to others


class Piecemeal(QObject):
    """Does one piece after the other; what is newer takes the place of what still waits.

    For what is long and seen only when somebody scrolls: whoever needs all of it at once calls ``finish``.
    A turn in which something else has taken its time gets no piece, so that whoever did that sees it sooner.

    Args:
        parent: Qt parent.
        clock: of the thread.

    Signals:
        done: the last piece is done.
    """

    done = Signal()

    def __init__(self, parent: QObject, *, clock: TurnClock | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._next = OwnTurn(self._on_turn, self, clock=clock, patience=_PATIENCE)
        self._is_begun = False

    @property
    def is_done(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def start(self, pieces: Iterable[Callable[[], None]]) -> None:
        """Do the first piece now and one more in each turn that comes."""
        self._waiting = deque(pieces)
        if self._waiting:
            self._is_begun = True
            self._next.start()
            self._go_on()

    def add(self, pieces: Iterable[Callable[[], None]]) -> None:
        """Do more, after what waits already; a piece may add others."""
        self._waiting.extend(pieces)
        if self._waiting:
            self._is_begun = True
            self._next.start()

    def finish(self) -> None:
        """Do now what still waits."""
        while self._waiting:
            self._go_on()

    def stop(self) -> None:
        """Leave what still waits undone."""
        self._waiting.clear()
        self._next.stop()
        self._is_begun = False

    def _on_turn(self) -> None:
        self._go_on()
        if self._waiting:
            self._next.start()

    def _go_on(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
        if not self._waiting and self._is_begun:
            self.stop()
            self.done.emit()


@runtime_checkable
class LargePage(Protocol):
    """A page of so many widgets that nobody should wait until all of them have gone."""

    def let_go(self) -> Sequence[QWidget]:
        """Hear of nothing any more; the parts that may go one after the other, before the page itself."""


def finish_within(whole: QObject) -> None:
    """Do now what still waits anywhere in a page; for pictures of it, and for whoever reads all of it."""
    for pieces in whole.findChildren(Piecemeal):
        pieces.finish()
