"""What a ranking does not show: double counting, what really decides, and ranks that hang on estimates."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from advisor.core.evaluation import Evaluation, Status, ValuedMatrix
from advisor.core.matrix import CellMethod, frozen
from advisor.core.tolerance import published
from advisor.core.value_functions import FloatArray

CORRELATED = 0.8
LEAST_PAIRS = 10  # fewer alternatives known on both tell nothing
HANGS_BY = 5  # ranks that doubtful cells can move an alternative by


@dataclass(frozen=True, slots=True)
class Correlation:
    """Two criteria of one theme that say nearly the same, or nearly the opposite.

    Attributes:
        theme: id of their theme.
        first, second: their ids.
        r: Pearson correlation of their values.
        count: alternatives known on both.
    """

    theme: str
    first: str
    second: str
    r: float
    count: int


def correlations(valued: ValuedMatrix, threshold: float = CORRELATED) -> tuple[Correlation, ...]:
    """Pairs within a theme with |r| above ``threshold``, the strongest first; known cells only."""
    found = []
    for i, j in combinations(range(len(valued.criteria)), 2):
        first, second = valued.criteria[i], valued.criteria[j]
        if first.theme != second.theme:
            continue
        both = valued.known[:, i] & valued.known[:, j]
        x, y = valued.values[both, i], valued.values[both, j]
        if len(x) < LEAST_PAIRS or np.ptp(x) == 0 or np.ptp(y) == 0:
            continue
        r = float(np.corrcoef(x, y)[0, 1])
        if abs(r) > threshold:
            found.append(Correlation(first.theme, first.id, second.id, r, len(x)))
    return tuple(sorted(found, key=lambda pair: -abs(pair.r)))


def effective_weights(evaluation: Evaluation) -> FloatArray:
    """Share (n,) of each criterion in what tells the ranked alternatives apart; sums to 1.

    The covariance of a criterion's contributions with the score, over the
    variance of the score. A criterion on which all are alike decides nothing,
    whatever its weight; one that agrees with others decides more than its
    weight says, and one that speaks against the rest may be below 0. NaN where
    the scores do not differ.

    Compare with the nominal weights ``evaluation.weights.flat`` (OECD/JRC
    Handbook on Constructing Composite Indicators 2008, on weights and
    importance).
    """
    ranked = evaluation.status == Status.RANKED
    parts, scores = evaluation.contributions[ranked], evaluation.scores[ranked]
    if len(scores) < 2 or np.ptp(scores) < 1e-9:
        return np.full(parts.shape[1], np.nan)
    centred = scores - scores.mean()
    return np.asarray(centred @ (parts - parts.mean(axis=0)) / (centred @ centred))


@dataclass(frozen=True, slots=True, eq=False)
class RankBounds:
    """How far doubtful cells can move each of m alternatives, all others staying as they are.

    Attributes:
        best, worst: (m,) ranks if its doubtful cells are at their best or worst
            end; 0 for those that are not ranked.
        score_low, score_high: (m,) scores, 0..100, at these ends.
        weight_imputed, weight_estimated: (m,) share of the weight, 0..1, that
            rests on such cells.
        hangs: (m,) whether best and worst rank are ``HANGS_BY`` or more apart.
    """

    best: NDArray[np.intp]
    worst: NDArray[np.intp]
    score_low: FloatArray
    score_high: FloatArray
    weight_imputed: FloatArray
    weight_estimated: FloatArray
    hangs: NDArray[np.bool_]

    def __post_init__(self) -> None:
        for name in (
            "best",
            "worst",
            "score_low",
            "score_high",
            "weight_imputed",
            "weight_estimated",
            "hangs",
        ):
            frozen(getattr(self, name))


def rank_bounds(evaluation: Evaluation, estimated: bool = True, hangs_by: int = HANGS_BY) -> RankBounds:
    """Best-case and worst-case rank of each ranked alternative, for what is not observed.

    A missing cell may be anything, so it goes from worth 0 to worth 1; an
    estimated one goes to the ends of its interval.

    Args:
        evaluation: the ranking.
        estimated: False to move missing (imputed) cells only.
        hangs_by: from how many ranks on a rank hangs on doubtful cells.
    """
    valued, weights = evaluation.valued, evaluation.weights
    missing = ~valued.known
    guessed = valued.methods == CellMethod.ESTIMATED
    doubtful = missing | guessed if estimated else missing
    low, high = (
        100.0 * evaluation.aggregation.scores(np.where(doubtful, end, valued.values), weights)
        for end in (valued.worst, valued.best)
    )
    ranked = np.flatnonzero(evaluation.status == Status.RANKED)
    headline = published(evaluation.scores[ranked])
    ranks = []
    for scores in (high, low):
        own = published(scores[ranked])
        ahead = headline > own[:, None]
        np.fill_diagonal(ahead, False)
        column = np.zeros(len(scores), dtype=np.intp)
        column[ranked] = ahead.sum(axis=1) + 1
        ranks.append(column)
    best, worst = ranks
    return RankBounds(
        best=best,
        worst=worst,
        score_low=low,
        score_high=high,
        weight_imputed=missing @ weights.flat,
        weight_estimated=guessed @ weights.flat,
        hangs=(worst - best >= hangs_by) & (best > 0),
    )
