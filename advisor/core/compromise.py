"""What meeting halfway would change: everybody gives one theme the weight that the group gives it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.evaluation import Status, competition_ranks, evaluate
from advisor.core.group import GroupDecision, kendall_w, mean_weights
from advisor.core.matrix import frozen
from advisor.core.weighting import Weights


@dataclass(frozen=True, slots=True, eq=False)
class Compromise:
    """A group whose members agree on the weight of one theme.

    Attributes:
        theme: its id.
        share: what all give it, 0..1: the group's share before.
        kendall_w: agreement afterwards, NaN where it is not defined.
        leader: row of the first by mean weights afterwards, -1 if nothing is ranked.
        firsts: (p,) row of each member's first afterwards, -1 if nothing is ranked.
    """

    theme: str
    share: float
    kendall_w: float
    leader: int
    firsts: NDArray[np.intp]

    def __post_init__(self) -> None:
        frozen(self.firsts)


def compromise(decision: GroupDecision, theme: str) -> Compromise:
    """Let everybody give a theme what the group gives it; their other themes keep their proportions.

    Args:
        decision: the group as it is.
        theme: id of the theme on which they meet.

    Raises:
        ValueError: no such theme.
    """
    group = decision.group
    if theme not in group.weights.themes:
        raise ValueError(f"There is no theme '{theme}'.")
    at = group.weights.themes.index(theme)
    share = float(group.weights.theme_weights[at])
    moved = [_meeting(member.weights, at, group.weights) for member in decision.members]
    importance = np.array([member.importance for member in decision.members], dtype=np.float64)
    importance = importance / importance.sum()
    own = [evaluate(group.valued, weights, group.aggregation, group.screening) for weights in moved]
    together = evaluate(group.valued, mean_weights(moved, importance), group.aggregation, group.screening)
    ranked = np.all([each.status == Status.RANKED for each in (*own, together)], axis=0)
    rows = np.flatnonzero(ranked)
    ranks = np.array([competition_ranks(each.scores[rows]) for each in own], dtype=np.intp)
    agreement = kendall_w(ranks.reshape(len(own), len(rows))[importance > 0])
    firsts = np.array([each.leader for each in own], dtype=np.intp)
    return Compromise(theme, share, agreement, together.leader, firsts)


def _meeting(weights: Weights, at: int, group: Weights) -> Weights:
    """A member's weights with one theme at the group's share."""
    share = group.theme_weights[at]
    others = weights.theme_weights.copy()
    others[at] = 0.0
    if not others.sum() > 0:  # somebody for whom nothing else counts takes the group's view of the rest
        others = group.theme_weights.copy()
        others[at] = 0.0
    tops = others * ((1.0 - share) / others.sum()) if others.sum() > 0 else others
    tops[at] = share
    within = np.where(_blank(weights), group.within, weights.within)
    return Weights(weights.themes, weights.theme_of, tops, within, within * tops[weights.theme_of])


def _blank(weights: Weights) -> NDArray[np.bool_]:
    """(n,) whether a criterion stands in a theme whose criteria have no weights of their own."""
    sums = np.bincount(weights.theme_of, weights=weights.within, minlength=len(weights.themes))
    blank: NDArray[np.bool_] = sums[weights.theme_of] <= 0
    return blank
