"""Several people weigh the same alternatives: what the group prefers, how far they agree, what divides them.

Everybody's weights are normalised first, so that nobody counts more for using a larger scale. The group's own
weights are the importance-weighted mean of them (Belton & Stewart 2002). Beside the ranking by mean weights
stand two others: the Borda count, which needs ranks only, and the least worst regret (Savage 1951). Agreement
is Kendall's coefficient of concordance W, corrected for ties (Kendall & Babington Smith 1939).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.evaluation import Evaluation, Status, competition_ranks, evaluate
from advisor.core.matrix import frozen
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights

AGREES, SPLITS = 0.7, 0.3  # Kendall's W from which a room agrees, and below which it does not


@dataclass(frozen=True, slots=True)
class Member:
    """One person or group of people.

    Attributes:
        name: who.
        weights: what matters to them.
        importance: how much they count; any scale, above 0 for at least one.
    """

    name: str
    weights: Weights
    importance: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """How far a theme divides the group.

    Attributes:
        theme: its id.
        shares: (p,) each member's weight for it, 0..1.
        spread: standard deviation of the shares, weighted by importance.
        points: what that is worth: the spread times the standard deviation of the theme's scores over the
            ranked alternatives, in points of the score. A disagreement about a theme on which all are alike
            moves nothing.
        highest, lowest: index of the member who gives it most and least.
    """

    theme: str
    shares: FloatArray
    spread: float
    points: float
    highest: int
    lowest: int


@dataclass(frozen=True, slots=True, eq=False)
class GroupDecision:
    """What p members make of m alternatives, of which r are ranked.

    Attributes:
        members: the p members.
        evaluations: (p) each member's own ranking.
        group: the ranking by the mean of the weights.
        rows: (r,) rows of the ranked alternatives.
        ranks: (p, r) each member's ranks, ties shared.
        borda: (r,) Borda points, 0..100: 100 for an alternative that everybody puts first.
        regret: (p, r) how far below their own best each member's score is, points.
        worst_regret: (r,) the largest of these over the members who count.
        kendall_w: agreement of the rankings, 0..1; NaN for fewer than two members or alternatives, or where
            somebody ranks all alike and nothing can be compared.
        divisions: the k themes, from the one that divides most to the one that divides least.
        distance: (p,) half the sum of absolute differences between a member's weights and the group's, 0..1.
        without: (p,) row of the leader if that member were not asked.
    """

    members: tuple[Member, ...]
    evaluations: tuple[Evaluation, ...]
    group: Evaluation
    rows: NDArray[np.intp]
    ranks: NDArray[np.intp]
    borda: FloatArray
    regret: FloatArray
    worst_regret: FloatArray
    kendall_w: float
    divisions: tuple[Division, ...]
    distance: FloatArray
    without: NDArray[np.intp]

    def __post_init__(self) -> None:
        arrays = (
            self.rows,
            self.ranks,
            self.borda,
            self.regret,
            self.worst_regret,
            self.distance,
            self.without,
        )
        for array in arrays:
            frozen(array)

    @property
    def leader(self) -> int:
        """Row of the first by mean weights, -1 if nothing is ranked."""
        return self.group.leader

    @property
    def borda_winner(self) -> int:
        """Row of the first by Borda count, -1 if nothing is ranked; ties go to the better mean score."""
        return self._best(self.borda)

    @property
    def most_acceptable(self) -> int:
        """Row of the alternative with the least worst regret: the one that most could live with."""
        return self._best(-self.worst_regret)

    @property
    def nearest(self) -> int:
        """Index of the member whose weights are nearest to the group's."""
        return int(np.argmin(self.distance))

    @property
    def farthest(self) -> int:
        """Index of the member whose weights are farthest from the group's."""
        return int(np.argmax(self.distance))

    def _best(self, figures: FloatArray) -> int:
        if not len(self.rows):
            return -1
        order = np.lexsort((-self.group.scores[self.rows], -np.round(figures, 9)))
        return int(self.rows[order[0]])


def decide(evaluation: Evaluation, members: Sequence[Member]) -> GroupDecision:
    """Rank for every member and for the group.

    Args:
        evaluation: figures, aggregation and must-haves that hold for all; its own weights do not count.
        members: at least one.

    Raises:
        ValueError: no members, or none that counts.
    """
    importance = np.array([member.importance for member in members], dtype=np.float64)
    if not len(members) or not importance.sum() > 0:
        raise ValueError("A group needs at least one member who counts.")
    importance = importance / importance.sum()
    own = tuple(_ranked_with(evaluation, member.weights) for member in members)
    group = _ranked_with(evaluation, mean_weights([member.weights for member in members], importance))
    # Who is ranked may depend on the weights (through coverage): only what everybody ranks can be compared.
    ranked = np.all([each.status == Status.RANKED for each in (*own, group)], axis=0)
    rows = np.flatnonzero(ranked)
    scores = np.array([each.scores[rows] for each in own]).reshape(len(members), len(rows))
    ranks = np.array([competition_ranks(row) for row in scores], dtype=np.intp).reshape(scores.shape)
    regret = scores.max(axis=1, keepdims=True, initial=0.0) - scores
    counts = importance > 0
    flat = np.array([member.weights.flat for member in members])
    return GroupDecision(
        tuple(members),
        own,
        group,
        rows,
        ranks,
        _borda(ranks, importance),
        regret,
        regret[counts].max(axis=0, initial=0.0),
        kendall_w(ranks[counts]),
        _divisions(members, importance, group, rows),
        0.5 * np.abs(flat - group.weights.flat).sum(axis=1),
        np.array(
            [_leader_without(evaluation, members, importance, k) for k in range(len(members))], dtype=np.intp
        ),
    )


def mean_weights(weights: Sequence[Weights], importance: FloatArray) -> Weights:
    """The importance-weighted mean of the members' criterion weights, as weights of two levels.

    Args:
        weights: p weightings of the same criteria.
        importance: (p,) shares, sum 1.
    """
    first = weights[0]
    flat = importance @ np.array([each.flat for each in weights])
    tops = np.bincount(first.theme_of, weights=flat, minlength=len(first.themes)).astype(np.float64)
    top_of = tops[first.theme_of]
    within = np.divide(flat, top_of, out=np.zeros_like(flat), where=top_of > 0)
    return Weights(first.themes, first.theme_of, tops, within, flat)


def kendall_w(ranks: NDArray[np.intp]) -> float:
    """Kendall's coefficient of concordance of p rankings of r alternatives, corrected for ties.

    W = 12 S / (p² (r³ - r) - p T), where S is the sum of squared deviations of the rank sums from their mean,
    and T the sum over rankings of t³ - t over their groups of t tied ranks.

    Args:
        ranks: (p, r) ranks by any rule for ties; they are taken as mid-ranks.

    Returns:
        0 (no agreement) to 1 (the same ranking); NaN where it is not defined.
    """
    members, alternatives = ranks.shape
    if members < 2 or alternatives < 2:
        return float("nan")
    middle = np.array([_mid_ranks(row) for row in ranks])
    sums = middle.sum(axis=0)
    deviation = float(((sums - sums.mean()) ** 2).sum())
    ties = 0.0
    for row in ranks:
        _, sizes = np.unique(row, return_counts=True)
        ties += float((sizes.astype(np.float64) ** 3 - sizes).sum())
    whole = members**2 * (float(alternatives) ** 3 - alternatives) - members * ties
    return float("nan") if whole <= 0 else min(1.0, 12.0 * deviation / whole)


def _mid_ranks(ranks: NDArray[np.intp]) -> FloatArray:
    _, group, sizes = np.unique(ranks, return_inverse=True, return_counts=True)
    last = np.cumsum(sizes)
    middle: FloatArray = (last - (sizes - 1) / 2)[group]
    return middle


def _borda(ranks: NDArray[np.intp], importance: FloatArray) -> FloatArray:
    alternatives = ranks.shape[1]
    if alternatives < 2:
        return np.full(alternatives, 100.0)
    middle = np.array([_mid_ranks(row) for row in ranks])
    points: FloatArray = 100.0 * (importance @ (alternatives - middle)) / (alternatives - 1)
    return points


def _ranked_with(evaluation: Evaluation, weights: Weights) -> Evaluation:
    return evaluate(evaluation.valued, weights, evaluation.aggregation, evaluation.screening)


def _divisions(
    members: Sequence[Member], importance: FloatArray, group: Evaluation, rows: NDArray[np.intp]
) -> tuple[Division, ...]:
    shares = np.array([member.weights.theme_weights for member in members])
    spread = np.sqrt(importance @ (shares - importance @ shares) ** 2)
    worth = group.themes[rows].std(axis=0) if len(rows) else np.zeros(shares.shape[1])
    found = [
        Division(
            theme,
            shares[:, k],
            float(spread[k]),
            float(spread[k] * worth[k]),
            int(np.argmax(shares[:, k])),
            int(np.argmin(shares[:, k])),
        )
        for k, theme in enumerate(group.weights.themes)
    ]
    return tuple(sorted(found, key=lambda division: -division.points))


def _leader_without(
    evaluation: Evaluation, members: Sequence[Member], importance: FloatArray, left_out: int
) -> int:
    kept = np.arange(len(members)) != left_out
    rest = importance[kept]
    if not rest.sum() > 0:
        return -1
    weights = [member.weights for member, stays in zip(members, kept, strict=True) if stays]
    return _ranked_with(evaluation, mean_weights(weights, rest / rest.sum())).leader
