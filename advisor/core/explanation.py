"""Why one alternative is above another, and what would have to change for that to turn round."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.core.aggregation.method import Level
from advisor.core.evaluation import Evaluation
from advisor.core.flips import SmallestChange, by_theme
from advisor.core.matrix import frozen
from advisor.core.tolerance import published_lead
from advisor.core.value_functions import FloatArray


@dataclass(frozen=True, slots=True)
class Flip:
    """One weight that would put the one behind level, the others keeping their proportions.

    Attributes:
        level: whether a criterion's or a theme's weight moves.
        id: of the criterion or theme.
        weight_now, weight_needed: shares of the whole, 0..1.
    """

    level: Level
    id: str
    weight_now: float
    weight_needed: float

    @property
    def change(self) -> float:
        """How far the weight has to move, 0..1."""
        return abs(self.weight_needed - self.weight_now)


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Alternative ``a`` against alternative ``b``. Points are on the 0-100 scale of scores.

    Attributes:
        a, b: rows of the evaluation.
        difference: score of a less score of b.
        published_difference: the same of the scores as they are published, which is what readers see.
        parts: (n,) share of each criterion in the difference; sums to it.
        order: (n,) criteria from what speaks most for a to what speaks most for b.
        theme_parts: (k,) the same by theme.
        flips: single criterion weights that would make the two level, least change first.
        theme_flips: the same for theme weights.
        smallest: the least joint change of weights; None if the one behind is
            better nowhere.
        smallest_level: whether it is a change of criteria's or of themes' weights.
    """

    a: int
    b: int
    difference: float
    published_difference: float
    parts: FloatArray
    order: tuple[int, ...]
    theme_parts: FloatArray
    flips: tuple[Flip, ...]
    theme_flips: tuple[Flip, ...]
    smallest: SmallestChange | None
    smallest_level: Level

    def __post_init__(self) -> None:
        frozen(self.parts)
        frozen(self.theme_parts)


def explain(evaluation: Evaluation, a: int, b: int) -> Explanation:
    """Explain the difference between the alternatives in rows ``a`` and ``b``."""
    weights, aggregation = evaluation.weights, evaluation.aggregation
    formula, floor = aggregation.formula, aggregation.floor
    values = evaluation.valued.values[[a, b]]
    parts = 100.0 * formula.difference_parts(values, weights, floor)
    needed = formula.criterion_flips(values, weights, floor)
    theme_needed = formula.theme_flips(values, weights, floor)
    return Explanation(
        a=a,
        b=b,
        difference=float(evaluation.scores[a] - evaluation.scores[b]),
        published_difference=published_lead(evaluation.scores[a], evaluation.scores[b]),
        parts=parts,
        order=tuple(int(j) for j in np.argsort(-parts, kind="stable")),
        theme_parts=by_theme(weights, parts),
        flips=_flips("criterion", [c.id for c in evaluation.criteria], weights.flat, needed),
        theme_flips=_flips("theme", list(weights.themes), weights.theme_weights, theme_needed),
        smallest=formula.smallest(values, weights, floor),
        smallest_level=formula.moves,
    )


def _flips(level: Level, ids: list[str], now: FloatArray, needed: FloatArray) -> tuple[Flip, ...]:
    found = [
        Flip(level, name, float(before), float(after))
        for name, before, after in zip(ids, now, needed, strict=True)
        if np.isfinite(after)
    ]
    return tuple(sorted(found, key=by_change))


def by_change(flip: Flip) -> float:
    """How far a flip moves its weight, to sort by."""
    return round(flip.change, 9)  # so that equal changes keep the order of the criteria
