"""How sure the ranking is, counted off the main thread: roughly while it moves, fully once it rests."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.app.document.document import Document
from advisor.app.workers.worker import SLOW_MS, Overtaken, Worker, WorkState
from advisor.core.robustness import Robustness, robustness
from advisor.core.sampling import DEFAULT_SEED, DRAWS_AT_REST, DRAWS_WHILE_DRAGGING
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.certainty.certainty_figures import sureness_sentence

REST_MS = 250


@dataclass(frozen=True, slots=True, eq=False)
class Certainty:
    """What was counted, and for exactly which ranking."""

    assessment: Assessment
    robustness: Robustness

    @property
    def is_final(self) -> bool:
        """Whether it rests on all draws."""
        return self.robustness.draws >= DRAWS_AT_REST

    @property
    def intervals(self) -> dict[str, tuple[int, int]]:
        """Rank at the 5th and at the 95th percentile of each ranked location, by id."""
        counted = self.robustness
        return {
            counted.alternatives[row]: (int(counted.rank_low[row]), int(counted.rank_high[row]))
            for row in counted.rows
        }

    def sentence(self, row: int) -> str:
        """What the draws say about a location."""
        return sureness_sentence(self.robustness, row, self.assessment.locations[row].name)


def count_draws(assessment: Assessment, draws: int, state: WorkState) -> Certainty:
    """Count the ranks of a ranking; the work of a worker.

    Raises:
        Overtaken: nobody wants the result any more.
    """

    def keep_going(part: float) -> bool:
        if state.is_overtaken:
            return False
        state.progress(part)
        return True

    counted = robustness(
        assessment.evaluation, draws, DEFAULT_SEED, assessment.scenario.weight_spread, keep_going
    )
    if counted is None:
        raise Overtaken
    return Certainty(assessment, counted)


class RobustnessRunner(QObject):
    """Follows a document: 2,000 draws at once after every change, 10,000 when nothing changes any more.

    The draws are those of one seed, so a display moves with the weights and
    does not jitter. A change makes what is under way worthless.

    Args:
        document: whose ranking is looked at.
        rest_ms: how long nothing must change before all draws are made.
        slow_ms: after how long a count is slow.

    Signals:
        changed: a ``Certainty`` of the assessment that is in force.
        failed: the exception that a count raised.
        slow_changed: whether a count has been due for longer than half a second.
        progressed: the part of the count that is done, 0..1.
    """

    changed = Signal(object)
    failed = Signal(object)
    slow_changed = Signal(bool)
    progressed = Signal(float)

    def __init__(
        self,
        document: Document,
        parent: QObject | None = None,
        *,
        rest_ms: int = REST_MS,
        slow_ms: int = SLOW_MS,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._current: Certainty | None = None
        self._is_stopped = False
        self._worker = Worker("robustness", self, slow_ms=slow_ms)
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self.failed)
        self._worker.slow_changed.connect(self.slow_changed)
        self._worker.progressed.connect(self.progressed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(lambda: self._start(DRAWS_AT_REST))
        document.assessment_changed.connect(lambda _assessment: self._follow())
        QTimer.singleShot(0, self, self._begin)  # a window that opens has better things to do

    @property
    def current(self) -> Certainty | None:
        """The latest count of the assessment that is in force, None while the first is under way."""
        fits = self._current is not None and self._current.assessment is self._document.assessment
        return self._current if fits else None

    @property
    def is_busy(self) -> bool:
        """Whether a better count is still to come."""
        return self._worker.is_busy or self._rest.isActive()

    def shutdown(self) -> None:
        """Want nothing any more and wait until no thread is left."""
        self._is_stopped = True
        self._rest.stop()
        self._worker.shutdown()

    def _begin(self) -> None:
        if not self.is_busy and self.current is None:
            self._follow()

    def _follow(self) -> None:
        self._rest.stop()
        self._start(DRAWS_WHILE_DRAGGING)

    def _start(self, draws: int) -> None:
        if self._is_stopped:
            return
        assessment = self._document.assessment
        self._worker.start(lambda state: count_draws(assessment, draws, state))

    def _on_done(self, result: Certainty) -> None:
        self._current = result
        if not result.is_final:
            self._rest.start()
        self.changed.emit(result)
