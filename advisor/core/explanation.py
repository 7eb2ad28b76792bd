"""Why one alternative is above another, and what would have to change for that to turn round."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from advisor.core.aggregation import overall_scores, theme_scores
from advisor.core.evaluation import Evaluation
from advisor.core.flips import (
    SmallestChange,
    by_theme,
    curved_flip,
    flip_weights,
    moved,
    reweighted,
    smallest_change,
)
from advisor.core.matrix import frozen
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.core.value_functions import FloatArray

SMALLEST = 1e-300  # stands for 0 under a logarithm
LEVEL = 1e-9  # scores (0..1) no further apart tie
ROUNDING = 1e-6  # of the last digit shown; a share so near to a round one is that one
Level = Literal["criterion", "theme"]


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
        parts: (n,) share of each criterion in the difference; sums to it.
        order: (n,) criteria from what speaks most for a to what speaks most for b.
        theme_parts: (k,) the same by theme.
        flips: single criterion weights that would make the two level, least change first.
        theme_flips: the same for theme weights.
        smallest: the least joint change of weights: of criteria when the
            aggregation is additive, of themes when it is geometric; None if
            the one behind is better nowhere.
    """

    a: int
    b: int
    difference: float
    parts: FloatArray
    order: tuple[int, ...]
    theme_parts: FloatArray
    flips: tuple[Flip, ...]
    theme_flips: tuple[Flip, ...]
    smallest: SmallestChange | None

    def __post_init__(self) -> None:
        frozen(self.parts)
        frozen(self.theme_parts)


def explain(evaluation: Evaluation, a: int, b: int) -> Explanation:
    """Explain the difference between the alternatives in rows ``a`` and ``b``."""
    weights, criteria = evaluation.weights, evaluation.criteria
    parts = difference_parts(evaluation, a, b)
    values = evaluation.valued.values[b] - evaluation.valued.values[a]
    themes = _theme_terms(evaluation, b) - _theme_terms(evaluation, a)
    if evaluation.aggregation.method == "additive":
        needed = flip_weights(weights.flat, values[None, :])[0]
        smallest = smallest_change(weights.flat, values)
    else:
        needed = np.array([_curved_flip(evaluation, a, b, j) for j in range(len(criteria))])
        smallest = smallest_change(weights.theme_weights, themes) if np.isfinite(themes).all() else None
    theme_needed = flip_weights(weights.theme_weights, themes[None, :])[0]
    return Explanation(
        a=a,
        b=b,
        difference=float(evaluation.scores[a] - evaluation.scores[b]),
        parts=parts,
        order=tuple(int(j) for j in np.argsort(-parts, kind="stable")),
        theme_parts=by_theme(weights, parts),
        flips=_flips("criterion", [c.id for c in criteria], weights.flat, needed),
        theme_flips=_flips("theme", list(weights.themes), weights.theme_weights, theme_needed),
        smallest=smallest,
    )


def _flips(level: Level, ids: list[str], now: FloatArray, needed: FloatArray) -> tuple[Flip, ...]:
    found = [
        Flip(level, name, float(before), float(after))
        for name, before, after in zip(ids, now, needed, strict=True)
        if np.isfinite(after)
    ]
    return tuple(sorted(found, key=_by_change))


def _by_change(flip: Flip) -> float:
    return round(flip.change, 9)  # so that equal changes keep the order of the criteria


def _theme_terms(evaluation: Evaluation, row: int) -> FloatArray:
    """What theme weights are multiplied with (k,): theme scores, or their logarithms when geometric.

    NaN where a theme at 0 makes the whole score 0: no weights but 0 help there.
    """
    scores: FloatArray = theme_scores(evaluation.valued.values[[row]], evaluation.weights)[0]
    if evaluation.aggregation.method == "geometric":
        floored = np.maximum(scores, evaluation.aggregation.floor)
        scores = np.full(len(floored), np.nan)
        np.log(floored, out=scores, where=floored > 0)
    return scores


def _curved_flip(evaluation: Evaluation, a: int, b: int, column: int) -> float:
    """Under partial compensation a criterion's weight enters a logarithm: found by narrowing down."""
    weights, values = evaluation.weights, evaluation.valued.values[[a, b]]
    membership = weights.theme_of[:, None] == np.arange(len(weights.themes))
    without = moved(weights.flat, column, 0.0)

    def gaps(shares: FloatArray) -> FloatArray:
        flat = without * (1.0 - shares[:, None])
        flat[:, column] = shares
        tops = flat @ membership
        logs = []
        for row in values:
            sums = (flat * row) @ membership
            scores = np.divide(sums, tops, out=np.ones_like(tops), where=tops > 0)
            floored = np.maximum(scores, max(evaluation.aggregation.floor, SMALLEST))
            logs.append((tops * np.log(floored)).sum(axis=1))
        return np.asarray(logs[1] - logs[0])

    def ties(share: float) -> bool:
        changed = reweighted(weights, moved(weights.flat, column, share))
        both = overall_scores(theme_scores(values, changed), changed, evaluation.aggregation)
        return abs(float(both[0] - both[1])) <= LEVEL

    return curved_flip(gaps, float(weights.flat[column]), ties)


def difference_parts(evaluation: Evaluation, a: int, b: int) -> FloatArray:
    """Parts (n,) of the score of ``a`` less that of ``b``, in points, that come from each criterion.

    Additive scores differ by weight times difference in value. A geometric
    score is a product: its logarithm is split among the themes and turned back
    into points with the logarithmic mean, which leaves no remainder (Ang 2004,
    Energy Policy 32(9), 1131-1139), and a theme's part among its criteria by
    weight times difference in value. Where a score of 0 has no logarithm the
    parts are those of the two scores, subtracted.
    """
    weights, values = evaluation.weights, evaluation.valued.values[[a, b]]
    straight = np.asarray(weights.flat * (values[0] - values[1]))
    if evaluation.aggregation.method == "additive":
        return np.asarray(100.0 * straight)
    if min(evaluation.scores[a], evaluation.scores[b]) <= 0.0:
        return np.asarray(evaluation.contributions[a] - evaluation.contributions[b])
    plain = theme_scores(values, weights)
    floored = np.maximum(plain, evaluation.aggregation.floor)
    # Of a difference that reaches below the floor only the part above it counts.
    gap = plain[0] - plain[1]
    clipped = (floored > plain).any(axis=0) & (gap != 0)
    counted = np.divide(floored[0] - floored[1], gap, out=np.ones_like(gap), where=clipped)
    means = np.array([_logarithmic_mean(*pair) for pair in floored.T])
    points = _logarithmic_mean(evaluation.scores[a], evaluation.scores[b])
    per_theme = np.divide(points * counted, means, out=np.zeros_like(means), where=means > 0)
    return np.asarray(per_theme[weights.theme_of] * straight)


def _logarithmic_mean(x: float, y: float) -> float:
    if x <= 0 or y <= 0:
        return 0.0
    if abs(x - y) <= 1e-6 * max(x, y):
        return (x + y) / 2  # the difference is of second order there
    return float((x - y) / np.log(x / y))


def sentence(
    evaluation: Evaluation,
    explanation: Explanation,
    name: Callable[[int], str] | None = None,
    theme_name: Callable[[str], str] = str.capitalize,
    criterion_name: Callable[[str], str] | None = None,
) -> str:
    """An explanation in a sentence that a room understands.

    Args:
        evaluation: what was explained.
        explanation: of two of its alternatives.
        name: name of the alternative in a row; its id unless given.
        theme_name: name of a theme by its id, for flips of themes.
        criterion_name: name of a criterion by its id; its label unless given.
    """
    name = name or (lambda row: evaluation.alternatives[row])
    labels = {criterion.id: criterion.name for criterion in evaluation.criteria}
    criterion_name = criterion_name or labels.__getitem__
    behind_first = explanation.difference < 0
    ahead, behind = (explanation.b, explanation.a) if behind_first else (explanation.a, explanation.b)
    points = round(abs(explanation.difference), SCORE_DECIMALS)
    if points == 0:
        return f"{name(ahead)} and {name(behind)} are level."
    parts = -explanation.parts if behind_first else explanation.parts
    reason = criterion_name(evaluation.criteria[int(parts.argmax())].id)
    lead = f"{name(ahead)} leads {name(behind)} by {points:.{SCORE_DECIMALS}f} points, mostly on {reason}"
    flips = sorted((*explanation.flips, *explanation.theme_flips), key=_by_change)
    if not flips:
        values = evaluation.valued.values
        if (values[behind] <= values[ahead]).all():
            return f"{lead}; {name(behind)} is better on nothing, so no weights would put it ahead."
        return f"{lead}; no single weight would make the two level."
    flip = flips[0]
    what = criterion_name(flip.id) if flip.level == "criterion" else theme_name(flip.id)
    now, needed = percentages(flip.weight_now, flip.weight_needed)
    return f"{lead}; {name(behind)} would lead if {what} weighed {needed} instead of {now}."


def percentages(now: float, needed: float) -> tuple[str, str]:
    """Two different shares as percentages with the fewest digits that tell them apart.

    What is needed is rounded away from what is now, so that the figure shown is far enough.
    """
    digits = next((n for n in range(4) if f"{100 * now:.{n}f}" != f"{100 * needed:.{n}f}"), 4)
    scaled = 100 * 10**digits * needed
    far = math.ceil(scaled - ROUNDING) if needed > now else math.floor(scaled + ROUNDING)
    return f"{100 * now:.{digits}f} %", f"{far / 10**digits:.{digits}f} %"
