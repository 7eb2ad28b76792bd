"""Ways to say what matters, all ending in weights that sum to 1: ranking, and swings of 0-100 points."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from advisor.core.value_functions import FloatArray
from advisor.words.translation import t


@dataclass(frozen=True, slots=True)
class Elicited:
    """Weights that somebody gave, and how.

    Attributes:
        weights: share of each id, sum 1.
        note: what was done, in a sentence.
    """

    weights: Mapping[str, float]
    note: str


@cache
def _centroid(count: int) -> tuple[float, ...]:
    return tuple(math.fsum(1.0 / i for i in range(rank, count + 1)) / count for rank in range(1, count + 1))


def centroid_weights(count: int) -> FloatArray:
    """Rank-order centroid weights (n,), the most important first, sum 1.

    The mean of all weightings that agree with the ranking: the weight of rank k
    is (1/k + ... + 1/n) / n (Barron & Barrett 1996, Management Science 42(11),
    1515-1523; Edwards & Barron 1994, SMARTER).
    """
    return np.array(_centroid(count))


def rank_order_centroid(order: Sequence[str | Sequence[str]]) -> Elicited:
    """Weights from a ranking, the most important first.

    Args:
        order: ids, or several ids together where they matter equally; those
            share the mean of the weights of their ranks.

    Raises:
        ValueError: nothing ranked, or something ranked twice.
    """
    groups = [(entry,) if isinstance(entry, str) else tuple(entry) for entry in order]
    ids = [name for group in groups for name in group]
    if not ids:
        raise ValueError(t("There is nothing to rank."))
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ValueError(t("'{name}' is ranked twice.", name=twice[0]))
    steps = centroid_weights(len(ids))
    weights: dict[str, float] = {}
    for group in groups:
        start = len(weights)
        share = float(steps[start : start + len(group)].mean()) if group else 0.0
        weights.update(dict.fromkeys(group, share))
    ranking = " > ".join(" = ".join(group) for group in groups if group)
    return Elicited(weights, t("Rank-order centroid weights of {ranking}.", ranking=ranking))


def swing_weights(points: Mapping[str, float]) -> Elicited:
    """Weights from points, 0-100, for each swing from worst to best.

    The swing that matters most gets 100 and the others what they are worth
    beside it (Edwards & Barron 1994, SMARTS).

    Raises:
        ValueError: points outside 0-100, or none above 0.
    """
    for name, given in points.items():
        if not 0.0 <= given <= 100.0:
            raise ValueError(
                t(
                    "'{name}' has {given} points: they must be between 0 and 100.",
                    name=name,
                    given=f"{given:g}",
                )
            )
    total = math.fsum(points.values())
    if total <= 0:
        raise ValueError(t("All swings have 0 points: give the most important one 100."))
    first = max(points, key=lambda name: points[name])
    note = t(
        "Swing weights; the swing that matters most is '{name}' with {points} points.",
        name=first,
        points=f"{points[first]:g}",
    )
    return Elicited({name: given / total for name, given in points.items()}, note)
