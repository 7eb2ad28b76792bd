"""What would have to change: weights at which two alternatives tie, in closed form.

For weights w and differences d = u_B - u_A the gap is w.d. If one weight moves
to x and the others keep their proportions, the gap becomes x d_j + (1 - x) r
with r = (w.d - w_j d_j) / (1 - w_j): a straight line, whose zero is
x = r / (r - d_j).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from advisor.core.matrix import frozen
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights

SCAN = 65  # places at which a curved gap is looked at
REFINEMENTS = 9  # each narrows the bracket of a zero to two neighbouring places
ROUNDING = 1e-12  # gaps below it may have any sign


def flip_weights(weights: FloatArray, differences: FloatArray) -> FloatArray:
    """Weight (q, n) that each criterion alone would need for a tie with each of q rivals.

    Args:
        weights: (n,) shares, sum 1.
        differences: (q, n) values of a rival less those of the reference.

    Returns:
        Shares between 0 and 1; NaN where no weight of that criterion ties the
        two, or where it has all the weight and the others no proportions.
    """
    alone = weights >= 1.0
    others = np.where(alone, 1.0, 1.0 - weights)
    rest = ((differences @ weights)[:, None] - weights * differences) / others
    possible = (rest * differences < 0) & ~alone
    needed = np.full(differences.shape, np.nan)
    np.divide(rest, rest - differences, out=needed, where=possible)
    return needed


def curved_flip(
    gap: Callable[[FloatArray], FloatArray], now: float, ties: Callable[[float], bool] = lambda _: True
) -> float:
    """The weight nearest to ``now`` at which a gap changes sign, where it is no straight line.

    Args:
        gap: gaps (s,) at weights (s,).
        now: the present weight, 0..1.
        ties: whether the two are level at a weight. A gap may also change sign
            by a jump, which is no tie.

    Returns:
        A share between 0 and 1, to about 1e-16; NaN if there is none that ties.
    """
    brackets, found = [(0.0, 1.0)], np.array([])
    for _ in range(REFINEMENTS):
        places = np.concatenate([np.linspace(*bracket, SCAN) for bracket in brackets])
        gaps = gap(places)
        some = np.flatnonzero(np.abs(gaps) > ROUNDING)  # a gap of 0 lies between two that are not
        turns = np.flatnonzero(gaps[some[:-1]] * gaps[some[1:]] < 0)
        brackets = [(float(places[some[i]]), float(places[some[i + 1]])) for i in turns]
        if not brackets:
            return float("nan")
        found = np.mean(brackets, axis=1)
    nearest_first = found[np.abs(found - now).argsort(kind="stable")]
    return next((float(share) for share in nearest_first if ties(float(share))), float("nan"))


def moved(weights: FloatArray, index: int, share: float) -> FloatArray:
    """Weights (n,) with one at ``share`` and the others in their old proportions (equal if all were 0)."""
    others = np.delete(weights, index)
    total = others.sum()
    scaled = others / total if total > 0 else np.full(len(others), 1.0 / max(1, len(others)))
    return np.insert(scaled * (1.0 - share), index, share)


def by_theme(weights: Weights, figures: FloatArray) -> FloatArray:
    """Sums (k,) of figures (n,) over the criteria of each theme."""
    return np.bincount(weights.theme_of, figures, minlength=len(weights.themes)).astype(np.float64)


def reweighted(weights: Weights, flat: FloatArray) -> Weights:
    """Two-level weights whose criteria have the shares ``flat`` (n,), sum 1."""
    tops = by_theme(weights, flat)
    sums = tops[weights.theme_of]
    within = np.divide(flat, sums, out=weights.within.copy(), where=sums > 0)
    return Weights(weights.themes, weights.theme_of, tops, within, within * sums)


@dataclass(frozen=True, slots=True, eq=False)
class SmallestChange:
    """The least that weights must move, all together, for two alternatives to tie.

    Attributes:
        now, needed: (n,) shares before and after.
        distance: sum of all absolute changes.
        simple: whether moving weight from one criterion to one other is
            enough; then the distance is 2 |gap| / (max d - min d).
    """

    now: FloatArray
    needed: FloatArray
    distance: float
    simple: bool

    def __post_init__(self) -> None:
        frozen(self.now)
        frozen(self.needed)


def smallest_change(weights: FloatArray, differences: FloatArray) -> SmallestChange | None:
    """The nearest weights, by sum of absolute changes, at which w.d is 0.

    A unit of weight gains most when it goes from where the one behind is worst
    off to where it is best off. When the donor runs dry the next worst gives.
    Exact: the receiver has no limit and the donors are taken in order of gain,
    as in a continuous knapsack.

    Args:
        weights: (n,) shares, sum 1.
        differences: (n,) values of one alternative less those of the other.

    Returns:
        The change, or None if the one behind is better nowhere.
    """
    gap = float(weights @ differences)
    d = -differences if gap > 0 else differences
    receiver = int(d.argmax())
    if d[receiver] <= 0 and gap != 0:
        return None
    needed = weights.copy()
    lack, donors = abs(gap), 0
    for donor in np.argsort(d, kind="stable"):
        gain = d[receiver] - d[donor]
        if lack <= 0 or gain <= 0:
            break
        given = min(needed[donor], lack / gain)
        needed[donor] -= given
        needed[receiver] += given
        lack -= given * gain
        donors += given > 0
    return SmallestChange(weights.copy(), needed, float(np.abs(needed - weights).sum()), donors <= 1)
