"""What the ranking knows of each location; its columns make texts and numbers from it. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.places.flags import Severity
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.ranking.reasons import missing_text
from advisor.words.formatting import capital

#: Lowest and highest plausible rank by location id.
Certainty = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One location as the ranking shows it.

    Attributes:
        number: index of the location in the pack.
        rank: 1 is best, 0 where it is not ranked.
        movement: places gained (above 0) or lost since the last rest.
        parts: share of each theme in the score, 0..1; they sum to score / 100.
        coverage: share of the weight that is known, 0..1.
        reasons: why it is not ranked.
        reason: the same on one line, below a heading that names the status; empty if it is ranked.
        certainty: lowest and highest plausible rank, None where it was not computed.
        flags: what nobody may miss, a few words each, the loudest first.
        loudest: how loud the loudest of them is, None without one.
        chosen: whether the latest decision chose it.
        own: ids of the criteria whose figure here is the user's, or rests on the user's.
    """

    number: int
    id: str
    name: str
    status: Status
    rank: int
    movement: int
    score: float
    parts: tuple[float, ...]
    engagement: str
    coverage: float
    reasons: tuple[str, ...]
    reason: str
    certainty: tuple[int, int] | None
    flags: tuple[str, ...] = ()
    loudest: Severity | None = None
    chosen: bool = False
    own: frozenset[str] = frozenset()


class RankingRows:
    """The rows of one assessment; each is described when it is first asked for.

    Args:
        assessment: the ranking.
        baseline: (m,) ranks that movement is measured from, 0 for none.
        certainty: lowest and highest plausible rank by location id.
        remark: says more about the certainty of a location, by its index in the pack.
        chosen: id of the location that the latest decision chose, empty for none.
    """

    def __init__(
        self,
        assessment: Assessment,
        baseline: NDArray[np.intp],
        certainty: Certainty,
        remark: Callable[[int], str] | None = None,
        chosen: str = "",
    ) -> None:
        evaluation = assessment.evaluation
        self.assessment = assessment
        self.baseline = baseline
        self.order: list[int] = evaluation.order.tolist()
        self.remark = remark
        self._chosen = chosen
        self._certainty = certainty
        self._described: dict[int, RankedRow] = {}
        weights = evaluation.weights
        membership = np.zeros((len(weights.theme_of), len(weights.themes)))
        membership[np.arange(len(weights.theme_of)), weights.theme_of] = 0.01
        self._parts = evaluation.contributions @ membership

    def row(self, number: int) -> RankedRow:
        """A location by its index in the pack."""
        row = self._described.get(number)
        if row is None:
            row = self._described[number] = self._describe(number)
        return row

    # What is sorted by is asked of every location, so it is had without describing them.

    def name(self, number: int) -> str:
        """Name of a location."""
        return self.assessment.locations[number].name

    def rank(self, number: int) -> int:
        """Rank of a location, 0 where it is not ranked."""
        return int(self.assessment.evaluation.ranks[number])

    def movement(self, number: int) -> int:
        """Places that a location has gained since the baseline; 0 where it was or is not ranked."""
        before, now = int(self.baseline[number]), self.rank(number)
        return before - now if before and now else 0

    def score(self, number: int) -> float:
        """Score of a location, 0..100."""
        return float(self.assessment.evaluation.scores[number])

    def coverage(self, number: int) -> float:
        """Share of the weight that rests on known figures, 0..1."""
        return float(self.assessment.evaluation.coverage[number])

    @cached_property
    def _own(self) -> dict[int, frozenset[str]]:
        """Index of a location to the criteria whose figure is the user's, where there are any."""
        criteria = self.assessment.evaluation.criteria
        found: dict[int, set[str]] = defaultdict(set)
        for number, column in np.argwhere(self.assessment.cells.methods == CellMethod.USER).tolist():
            found[number].add(criteria[column].id)
        return {number: frozenset(ids) for number, ids in found.items()}

    def _describe(self, number: int) -> RankedRow:
        evaluation = self.assessment.evaluation
        location = self.assessment.locations[number]
        reasons = self.assessment.reasons(number)
        is_thin = evaluation.status[number] == Status.INSUFFICIENT
        reason = missing_text(evaluation, number) if is_thin else "; ".join(reasons)
        flags = self.assessment.flags(number)
        return RankedRow(
            number,
            location.id,
            location.name,
            Status(int(evaluation.status[number])),
            self.rank(number),
            self.movement(number),
            self.score(number),
            tuple(self._parts[number].tolist()),
            self.assessment.engagement(number),
            self.coverage(number),
            reasons,
            capital(reason),
            self._certainty.get(location.id),
            tuple(flag.text for flag in flags),
            max((flag.severity for flag in flags), default=None),
            location.id == self._chosen,
            self._own.get(number, frozenset()),
        )
