"""What lifts an alternative above the others and what pulls it down: one definition for all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from advisor.core.evaluation import Evaluation, Status
from advisor.core.value_functions import FloatArray

LEAST_POINTS = 0.5  # effects on the score below it are not worth naming


@dataclass(frozen=True, slots=True)
class Effect:
    """What one criterion does to the score of one alternative.

    Attributes:
        column: index of the criterion.
        points: of the score against the middle of the ranked alternatives.
    """

    column: int
    points: float


def criterion_effects(evaluation: Evaluation, row: int) -> FloatArray:
    """Points (n,) that each criterion adds to an alternative's score against the middle of the ranked.

    The weight of the criterion times the distance of the alternative's value from the median value of all
    ranked alternatives. All 0 where nothing is ranked.
    """
    middle = _middle(evaluation)
    if middle is None:
        return np.zeros(evaluation.valued.values.shape[1])
    effects: FloatArray = 100.0 * evaluation.weights.flat * (evaluation.valued.values[row] - middle)
    return effects


@lru_cache(maxsize=2)  # asked for place after place
def _middle(evaluation: Evaluation) -> FloatArray | None:
    """(n,) Median values of the ranked alternatives; None where nothing is ranked."""
    ranked = evaluation.valued.values[evaluation.status == Status.RANKED]
    return np.median(ranked, axis=0) if len(ranked) else None


def strengths(evaluation: Evaluation, row: int, most: int) -> tuple[Effect, ...]:
    """Up to ``most`` criteria that lift an alternative by half a point or more, the strongest first.

    A figure that is estimated from peers is nobody's strength or weakness, so only known ones are named.
    """
    return _named(evaluation, row, most, sign=1.0)


def weaknesses(evaluation: Evaluation, row: int, most: int) -> tuple[Effect, ...]:
    """Up to ``most`` criteria that lower an alternative by half a point or more, the weakest first."""
    return _named(evaluation, row, most, sign=-1.0)


def _named(evaluation: Evaluation, row: int, most: int, sign: float) -> tuple[Effect, ...]:
    effects = criterion_effects(evaluation, row)
    known = evaluation.valued.known[row]
    order = np.argsort(-sign * effects, kind="stable")
    found = (int(j) for j in order if known[j] and sign * effects[j] >= LEAST_POINTS)
    return tuple(Effect(j, float(effects[j])) for j, _ in zip(found, range(most), strict=False))
