"""One-way sensitivity: scores while one theme's weight goes from 0 to 100 %, and where they cross."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from advisor.core.evaluation import Evaluation
from advisor.core.flips import by_theme, moved
from advisor.core.matrix import frozen
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import theme_scores

STEPS = 101


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where two alternatives change places.

    Attributes:
        share: weight of the theme, 0..1.
        score: of both, 0..100.
        below, above: rows that lead at smaller and at larger shares.
    """

    share: float
    score: float
    below: int
    above: int


@dataclass(frozen=True, slots=True, eq=False)
class Sensitivity:
    """Scores of q alternatives over the weight of one theme.

    Attributes:
        theme: id of the theme.
        now: its weight, 0..1.
        rows: (q,) rows of the evaluation.
        shares: (s,) weights of the theme from 0 to 1.
        scores: (q, s) scores, 0..100.
        crossings: all places where two of them change places, by share.
    """

    theme: str
    now: float
    rows: NDArray[np.intp]
    shares: FloatArray
    scores: FloatArray
    crossings: tuple[Crossing, ...]

    def __post_init__(self) -> None:
        for array in (self.rows, self.shares, self.scores):
            frozen(array)


def sensitivity(evaluation: Evaluation, theme: str, rows: Sequence[int], steps: int = STEPS) -> Sensitivity:
    """Scores of some alternatives while one theme's weight moves and the other themes keep their proportions.

    Raises:
        ValueError: no such theme, or a theme that cannot have weight, or no other theme.
    """
    chosen = np.array(rows, dtype=np.intp)
    starts, ends = end_scores(evaluation, theme, rows)
    shares = np.linspace(0.0, 1.0, steps)
    formula = evaluation.aggregation.formula
    lines = formula.between(starts, ends, shares)
    # What starts or ends at 0 has no place on a scale of logarithms: it is 0 but for one end.
    levels = [formula.straightened(scores) for scores in (starts, ends)]
    alive = np.flatnonzero(np.isfinite(levels).all(axis=0))
    found = _crossings(levels[0][alive], levels[1][alive])
    crossings = [
        Crossing(
            x, 100.0 * float(formula.bent(np.array(level))), int(chosen[alive[i]]), int(chosen[alive[j]])
        )
        for x, level, i, j in found
    ]
    crossings.sort(key=lambda crossing: crossing.share)
    now = float(evaluation.weights.theme_weights[evaluation.weights.themes.index(theme)])
    return Sensitivity(theme, now, chosen, shares, 100.0 * lines, tuple(crossings))


def end_scores(evaluation: Evaluation, theme: str, rows: Sequence[int]) -> tuple[FloatArray, FloatArray]:
    """Scores (q,) in 0..1 of some alternatives with a theme at 0 % and at 100 % of the weight.

    Between these ends scores lie on a straight line on the method's straight scale.

    Raises:
        ValueError: as ``sensitivity``.
    """
    weights = evaluation.weights
    if theme not in weights.themes:
        raise ValueError(f"There is no theme '{theme}'; the themes are {', '.join(weights.themes)}.")
    index = weights.themes.index(theme)
    counts = by_theme(weights, weights.within) > 0
    if not counts[index] or counts.sum() < 2:
        raise ValueError(f"The weight of theme '{theme}' cannot move: it, or all else, holds no weight.")
    scores = theme_scores(evaluation.valued.values[np.array(rows, dtype=np.intp)], weights)
    # Themes whose criteria all weigh 0 have no score; they must not take a share.
    others = np.zeros(len(weights.themes))
    others[counts] = moved(weights.theme_weights[counts], int(counts[:index].sum()), 0.0)
    alone = np.zeros(len(weights.themes))
    alone[index] = 1.0
    aggregation = evaluation.aggregation
    starts, ends = (
        aggregation.formula.scores(scores, replace(weights, theme_weights=tops), aggregation.floor)
        for tops in (others, alone)
    )
    return starts, ends


def _crossings(starts: FloatArray, ends: FloatArray) -> list[tuple[float, float, int, int]]:
    """Where straight lines cross strictly between their ends: place, height, who led, who leads then."""
    found = []
    for i, j in combinations(range(len(starts)), 2):
        at_start, at_end = starts[i] - starts[j], ends[i] - ends[j]
        if at_start * at_end < 0:
            share = float(at_start / (at_start - at_end))
            level = float(starts[i] * (1.0 - share) + ends[i] * share)
            found.append((share, level, i, j) if at_start > 0 else (share, level, j, i))
    return found
