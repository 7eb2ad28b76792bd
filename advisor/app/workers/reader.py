"""What every reader of files does alike: the latest wish counts, and whoever waits hears how it goes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from advisor.app.workers.worker import SLOW_MS, Worker


class Reader(QObject):
    """Reads off the main thread; each kind of reader says what it is asked for, and takes what comes of it.

    Args:
        name: of the thread.
        slow_ms: after how long work is slow.

    Signals:
        failed: what went wrong, an exception.
        progressed: the part of the work that is done, 0..1.
        slow_changed: whether work has been under way for longer than half a second.
    """

    failed = Signal(object)
    progressed = Signal(float)
    slow_changed = Signal(bool)

    def __init__(self, name: str, parent: QObject | None = None, *, slow_ms: int = SLOW_MS) -> None:
        super().__init__(parent)
        self._worker = Worker(name, self, slow_ms=slow_ms)
        self._worker.failed.connect(self.failed)
        self._worker.progressed.connect(self.progressed)
        self._worker.slow_changed.connect(self.slow_changed)

    @property
    def is_busy(self) -> bool:
        """Whether something that was asked for is still to come."""
        return self._worker.is_busy

    def cancel(self) -> None:
        """Want nothing any more."""
        self._worker.cancel()

    def shutdown(self) -> None:
        """Want nothing any more and wait until no thread is left."""
        self._worker.shutdown()
