"""From a decision matrix and preferences to a ranking that can be explained."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.core.aggregation import Aggregation
from advisor.core.criteria import Criterion
from advisor.core.imputation import impute_unknown
from advisor.core.matrix import CellMethod, DecisionMatrix, MethodArray, frozen
from advisor.core.screening import Facts, Screening, screen
from advisor.core.tolerance import at_least, published
from advisor.core.value_functions import FloatArray, PiecewiseValue
from advisor.core.weighting import Weights, theme_scores

MIN_COVERAGE = 0.70


class Status(IntEnum):
    """What became of an alternative. The order is the order of listing."""

    RANKED = 0
    EXCLUDED = 1
    INSUFFICIENT = 2


@dataclass(frozen=True, slots=True, eq=False)
class ValuedMatrix:
    """A decision matrix with unknown cells estimated and every cell valued on 0..1.

    Made once for each set of figures and used for any number of weightings.

    Attributes:
        matrix: the raw figures.
        raw, raw_low, raw_high: (m, n) figures after imputation.
        methods: (m, n) ``CellMethod`` codes after imputation.
        values: (m, n) values in 0..1; a criterion nobody is known on counts 0.
        worst, best: (m, n) values in 0..1 at the ends of what is possible:
            the interval where the cell is known, 0 and 1 where it is imputed.
        known: (m, n) whether the cell is known (observed, estimated or the user's).
    """

    matrix: DecisionMatrix
    raw: FloatArray
    raw_low: FloatArray
    raw_high: FloatArray
    methods: MethodArray
    values: FloatArray
    worst: FloatArray
    best: FloatArray
    known: NDArray[np.bool_]

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The m ids."""
        return self.matrix.alternatives

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The n criteria."""
        return self.matrix.criteria


def value_matrix(matrix: DecisionMatrix, before: ValuedMatrix | None = None) -> ValuedMatrix:
    """Estimate unknown cells from peers and apply every criterion's value function.

    Args:
        matrix: the figures.
        before: other figures, already valued: of the same alternatives, criteria and peers, a column that is
            the same in both is taken over.
    """
    if before is None or not matrix.is_about_the_same(before.matrix):
        return _valued(matrix)
    changed = matrix.columns_unlike(before.matrix)
    part = _valued(matrix.of_columns(changed))
    arrays: dict[str, Any] = {name: getattr(before, name).copy() for name in _ARRAYS}
    for name, array in arrays.items():
        array[:, changed] = getattr(part, name)
        frozen(array)
    return ValuedMatrix(matrix, **arrays)


def _valued(matrix: DecisionMatrix) -> ValuedMatrix:
    raw, low, high, methods = impute_unknown(matrix)
    values, at_low, at_high = (np.zeros_like(raw) for _ in range(3))
    for j, criterion in enumerate(matrix.criteria):
        for target, figures in ((values, raw), (at_low, low), (at_high, high)):
            target[:, j] = np.nan_to_num(criterion.value_function(figures[:, j]), nan=0.0)
    known = methods >= CellMethod.ESTIMATED
    worst = np.minimum(values, np.minimum(at_low, at_high))
    best = np.maximum(values, np.maximum(at_low, at_high))
    for j, criterion in enumerate(matrix.criteria):
        if isinstance(criterion.value_function, PiecewiseValue):
            # Where more is not always better, the best may lie between the ends of an interval.
            for figure, value in criterion.value_function.points:
                inside = (low[:, j] < figure) & (figure < high[:, j])
                worst[inside, j] = np.minimum(worst[inside, j], value)
                best[inside, j] = np.maximum(best[inside, j], value)
    worst[~known], best[~known] = 0.0, 1.0
    arrays = (raw, low, high, methods, values, worst, best, known)
    for array in arrays:
        frozen(array)
    return ValuedMatrix(matrix, *arrays)


_ARRAYS = tuple(each.name for each in fields(ValuedMatrix) if each.name != "matrix")


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The ranking of m alternatives on n criteria in k themes. Scores are 0..100.

    Attributes:
        valued: the figures and values that were ranked.
        weights: the weights used.
        aggregation: the aggregation used.
        screening: the must-haves and their outcomes.
        scores: (m,) overall scores, for all alternatives, also excluded ones.
        worst, best: (m,) scores if every figure were at its worst or best end.
        themes: (m, k) theme scores, 0..100.
        contributions: (m, n) parts of the score; each row sums to the score.
        coverage: (m,) share of the weight, 0..1, that rests on known cells.
        status: (m,) ``Status`` codes.
        ranks: (m,) 1 is best, ties share a rank, 0 for those not ranked.
        order: (m,) row indices in listing order: ranked by score, then
            excluded by score, then those with insufficient data.
    """

    valued: ValuedMatrix
    weights: Weights
    aggregation: Aggregation
    screening: Screening
    scores: FloatArray
    worst: FloatArray
    best: FloatArray
    themes: FloatArray
    contributions: FloatArray
    coverage: FloatArray
    status: NDArray[np.int8]
    ranks: NDArray[np.intp]
    order: NDArray[np.intp]

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The m ids."""
        return self.valued.alternatives

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The n criteria."""
        return self.valued.criteria

    @property
    def leader(self) -> int:
        """Row of the first, -1 if nothing is ranked."""
        row = int(self.order[0]) if len(self.order) else -1
        return row if row >= 0 and self.status[row] == Status.RANKED else -1

    def row(self, alternative: str) -> int:
        """Index of an alternative.

        Raises:
            ValueError: no such alternative.
        """
        if alternative not in self.alternatives:
            raise ValueError(f"There is no alternative '{alternative}'.")
        return self.alternatives.index(alternative)

    def missing(self, row: int) -> tuple[Criterion, ...]:
        """The criteria with weight on which an alternative is not known."""
        lacking = ~self.valued.known[row] & (self.weights.flat > 0)
        return tuple(self.criteria[j] for j in np.flatnonzero(lacking))


def competition_ranks(scores: FloatArray) -> NDArray[np.intp]:
    """Ranks (1 best) of scores (m,) as they are published; equal ones share the better rank."""
    rounded = published(scores)
    ascending = np.sort(rounded)
    return len(scores) - np.searchsorted(ascending, rounded, side="right") + 1


def evaluate(
    valued: ValuedMatrix,
    weights: Weights,
    aggregation: Aggregation | None = None,
    screening: Screening | None = None,
    min_coverage: float = MIN_COVERAGE,
) -> Evaluation:
    """Score and rank all alternatives.

    A score depends on the alternative's own row, the weights and the fixed
    goalposts only, so no filter and no must-have changes the order of others.
    """
    aggregation = aggregation or Aggregation()
    count = len(valued.alternatives)
    screening = screening or screen(count, (), Facts())

    formula = aggregation.formula
    themes = theme_scores(valued.values, weights)
    scores = 100.0 * formula.scores(themes, weights, aggregation.floor)
    worst, best = (100.0 * aggregation.scores(ends, weights) for ends in (valued.worst, valued.best))
    coverage = valued.known @ weights.flat
    insufficient = ~at_least(coverage, min_coverage)
    status = np.where(screening.excluded, Status.EXCLUDED, Status.RANKED)
    status = np.where(insufficient & ~screening.excluded, Status.INSUFFICIENT, status).astype(np.int8)
    ranked = status == Status.RANKED
    ranks = np.zeros(count, dtype=np.intp)
    ranks[ranked] = competition_ranks(scores[ranked])
    parts = formula.contributions(valued.values, weights, scores)
    order = np.lexsort((np.arange(count), -scores, status))
    arrays = (scores, worst, best, 100.0 * themes, parts, coverage, status, ranks, order)
    for array in arrays:
        frozen(array)
    return Evaluation(valued, weights, aggregation, screening, *arrays)
