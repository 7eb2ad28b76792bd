"""Work off the main thread where only the latest request matters."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from advisor.app.workers.own_turn import OwnTurn

SLOW_MS = 500  # nobody needs to be told of work that takes less


class Overtaken(Exception):  # noqa: N818  (not an error: the expected end of unwanted work)
    """Raised inside the work when its result is no longer wanted."""


class WorkState:
    """What a piece of work can ask and tell while it runs.

    Args:
        report: called with the part that is done, from the working thread.
    """

    def __init__(self, report: Callable[[float], None]) -> None:
        self._report = report
        self._overtaken = threading.Event()
        self._telling = threading.Lock()

    @property
    def is_overtaken(self) -> bool:
        """Whether a later request, a cancellation or the end of the program made the result worthless."""
        return self._overtaken.is_set()

    def overtake(self) -> None:
        """Ask the work to stop; from here on it tells nobody anything."""
        with self._telling:
            self._overtaken.set()

    def progress(self, part: float) -> None:
        """Tell how much is done, 0..1, and stop here if nobody wants the result any more.

        Raises:
            Overtaken: the work should end; the worker expects it.
        """
        if not self.tell(lambda: self._report(part)):
            raise Overtaken

    def tell(self, say: Callable[[], None]) -> bool:
        """Say something while it is wanted, and whether it is; who would hear it stays there meanwhile."""
        with self._telling:
            if self.is_overtaken:
                return False
            say()
            return True


Work = Callable[[WorkState], object]


class _Threads:
    """One thread, started when it is first needed; outlives its worker until its work has ended."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pool: ThreadPoolExecutor | None = None
        self.state: WorkState | None = None

    def submit(self, work: Callable[[], object]) -> Future[object]:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, self._name)
        return self._pool.submit(work)

    def join(self) -> None:
        """Wait until what was submitted is done."""
        if self._pool is not None:
            self._pool.submit(lambda: None).result()

    def let_go(self) -> None:
        """Nobody waits: the thread goes when its work notices that it is for nobody."""
        if self.state is not None:
            self.state.overtake()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def shutdown(self) -> None:
        """Wait until the thread is gone."""
        self.let_go()
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = None


class Worker(QObject):
    """Runs one piece of work at a time; a new one makes the one before worthless.

    Everything arrives on the thread of the worker itself. Work must not touch
    what others may change: hand it frozen values.

    Args:
        name: of the thread, for people who look at threads.
        slow_ms: after how long work counts as slow.

    Signals:
        done: the result of the latest work.
        failed: the exception that the latest work raised.
        progressed: the part of the latest work that is done, 0..1.
        slow_changed: whether the latest work has been running for longer than ``slow_ms``.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)
    slow_changed = Signal(bool)
    _ended = Signal(int, object, object)
    _reported = Signal(int, float)

    def __init__(self, name: str, parent: QObject | None = None, *, slow_ms: int = SLOW_MS) -> None:
        super().__init__(parent)
        self._number = 0
        self._is_busy = False
        self._is_slow = False
        self._threads = threads = _Threads(name)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(slow_ms)
        self._slow.timeout.connect(lambda: self._set_slow(True))
        self._answer: tuple[int, object, Exception | None] | None = None
        self._handing_over = OwnTurn(self._hand_over, self)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(threads.let_go)

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._is_busy

    def start(self, work: Work) -> None:
        """Run ``work`` as soon as the one before has ended, whose result nobody gets any more."""
        self._overtake()
        self._number += 1
        number = self._number
        state = WorkState(lambda part: self._reported.emit(number, part))
        self._threads.state = state
        self._is_busy = True
        if not self._is_slow:
            self._slow.start()
        self._threads.submit(lambda: self._run(number, work, state))

    def cancel(self) -> None:
        """Want no result any more."""
        self._overtake()
        self._number += 1
        self._rest()

    def finish(self) -> None:
        """Wait for the work at hand, whose result nobody gets: what it has left elsewhere is complete."""
        self._threads.join()
        self.cancel()

    def shutdown(self) -> None:
        """Want no result and wait until the thread has gone. The worker may be started again."""
        self.cancel()
        self._threads.shutdown()

    def _overtake(self) -> None:
        if self._threads.state is not None:
            self._threads.state.overtake()

    def _run(self, number: int, work: Work, state: WorkState) -> None:
        """On the working thread."""
        if state.is_overtaken:
            return
        result: object = None
        problem: Exception | None = None
        try:
            result = work(state)
        except Overtaken:
            return
        except Exception as error:  # handed over, whatever it is
            problem = error
        state.tell(lambda: self._ended.emit(number, result, problem))

    def _on_ended(self, number: int, result: object, problem: Exception | None) -> None:
        # What is made of an answer may take its time, and in the turn in which it comes Qt lays out too.
        self._answer = (number, result, problem)
        self._handing_over.start()

    def _hand_over(self) -> None:
        answer, self._answer = self._answer, None
        if answer is None or answer[0] != self._number:
            return
        _number, result, problem = answer
        self._rest()
        if problem is not None:
            self.failed.emit(problem)
        else:
            self.done.emit(result)

    def _on_reported(self, number: int, part: float) -> None:
        if number == self._number and self._is_busy:
            self.progressed.emit(part)

    def _rest(self) -> None:
        self._is_busy = False
        self._slow.stop()
        self._set_slow(False)

    def _set_slow(self, slow: bool) -> None:
        if slow != self._is_slow:
            self._is_slow = slow
            self.slow_changed.emit(slow)
