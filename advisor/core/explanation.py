"""Why one alternative is above another, and what would have to change for that to turn round."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from advisor.core.aggregation.method import Level
from advisor.core.evaluation import Evaluation
from advisor.core.flips import SmallestChange, by_theme
from advisor.core.matrix import frozen
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.core.value_functions import FloatArray

ROUNDING = 1e-6  # of the last digit shown; a share so near to a round one is that one


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
        smallest: the least joint change of weights; None if the one behind is
            better nowhere.
        smallest_level: whether it is a change of criteria's or of themes' weights.
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
    return tuple(sorted(found, key=_by_change))


def _by_change(flip: Flip) -> float:
    return round(flip.change, 9)  # so that equal changes keep the order of the criteria


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
