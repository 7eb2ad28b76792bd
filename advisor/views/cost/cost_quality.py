"""Cost against quality of all ranked locations; quality is the score without the cost theme."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from advisor.core.evaluation import Status, evaluate
from advisor.core.weighting import Weights
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.cost.cost_texts import dot_text, quality_text
from advisor.words.tables import tab_separated
from advisor.words.translation import t

COST_COLUMN = "cost_per_fte"


@dataclass(frozen=True, slots=True)
class Dot:
    """One location.

    Attributes:
        id, name: the location.
        low, cost, high: total cost per person and year.
        quality: 0..100.
        rank: in the whole ranking, 1 is best.
        is_home: whether it is the client's home.
        is_best: whether no other is both cheaper and better.
    """

    id: str
    name: str
    low: float
    cost: float
    high: float
    quality: float
    rank: int
    is_home: bool
    is_best: bool = False


def quality_dots(assessment: Assessment, per_usd: float = 1.0) -> tuple[Dot, ...]:
    """The ranked locations whose cost is known, the cheapest first.

    Args:
        assessment: the ranking.
        per_usd: how much of the reporting currency one US dollar buys.

    Returns:
        Nothing where the pack has no such cost, or where cost is all that counts.
    """
    evaluation = assessment.evaluation
    column = next((j for j, c in enumerate(evaluation.criteria) if c.computed == COST_COLUMN), -1)
    without = weights_without(evaluation.weights, evaluation.criteria[column].theme) if column >= 0 else None
    if without is None:
        return ()
    scores = evaluate(evaluation.valued, without, evaluation.aggregation, evaluation.screening).scores
    cells = assessment.cells
    dots = []
    for row, location in enumerate(assessment.locations):
        cost = float(cells.values[row, column]) * per_usd
        if math.isnan(cost) or evaluation.status[row] != Status.RANKED:
            continue
        low, high = (float(end[row, column]) * per_usd for end in (cells.low, cells.high))
        dots.append(
            Dot(
                location.id,
                location.name,
                cost if math.isnan(low) else low,
                cost,
                cost if math.isnan(high) else high,
                float(scores[row]),
                int(evaluation.ranks[row]),
                location.id == assessment.scenario.home,
            )
        )
    return _marked(sorted(dots, key=lambda dot: (dot.cost, -dot.quality, dot.id)))


def weights_without(weights: Weights, theme: str) -> Weights | None:
    """The weights with one theme at 0 and the others' shares scaled up; None where nothing is left."""
    shares = np.where(np.array(weights.themes) == theme, 0.0, weights.theme_weights)
    total = shares.sum()
    if total <= 0.0:
        return None
    shares = shares / total
    return replace(weights, theme_weights=shares, flat=weights.within * shares[weights.theme_of])


def quality_sentence(dots: Sequence[Dot], selected: str) -> str:
    """Whether anything is both cheaper and better than the selected location."""
    if not dots:
        return t("No location has both a known cost and a quality that counts.")
    here = next((dot for dot in dots if dot.id == selected), None)
    best = [dot for dot in dots if dot.is_best]
    if here is None or here.is_best:
        return quality_text(len(best), len(dots), here.name if here else "", here is not None, ())
    better = [dot for dot in dots if dot.cost <= here.cost and dot.quality > here.quality]
    better = better or [dot for dot in dots if dot.cost < here.cost and dot.quality >= here.quality]
    better.sort(key=lambda dot: (dot.is_best, dot.quality), reverse=True)
    return quality_text(len(best), len(dots), here.name, False, [dot.name for dot in better])


def dot_words(dot: Dot) -> str:
    """A location in words."""
    return dot_text(dot.name, dot.cost, (dot.low, dot.high), dot.quality, dot.rank)


def quality_table(dots: Sequence[Dot], money: str) -> str:
    """All dots as a table."""
    header = [
        t("Location"),
        t("Rank"),
        t("Cost per person and year ({money})", money=money),
        t("Low"),
        t("High"),
        t("Quality"),
    ]
    return tab_separated(header, ([d.name, float(d.rank), d.cost, d.low, d.high, d.quality] for d in dots))


def _marked(dots: list[Dot]) -> tuple[Dot, ...]:
    """Mark those that no other beats on both; the dots come cheapest first."""
    best, marked = -math.inf, []
    for dot in dots:
        marked.append(replace(dot, is_best=dot.quality > best))
        best = max(best, dot.quality)
    return tuple(marked)
