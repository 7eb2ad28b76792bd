"""Aggregation: values to theme scores to one score, with the share of every criterion in it.

Additive within themes always. Across themes additive (full compensation) or
geometric (partial compensation: a weak theme cannot be bought back fully;
OECD/JRC Handbook 2008, section 6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights

AggregationMethod = Literal["additive", "geometric"]
AGGREGATION_METHODS: tuple[str, ...] = get_args(AggregationMethod)
DEFAULT_FLOOR = 0.05
NEGLIGIBLE = 1e-12  # additive sums (0..1) below it count as 0 when a score is shared out


@dataclass(frozen=True, slots=True)
class Aggregation:
    """How theme scores become one score.

    Attributes:
        method: ``additive`` or ``geometric``.
        floor: geometric only: theme scores below it count as it (0..1), so
            that one theme at 0 need not wipe out everything.

    Raises:
        ValueError: unknown method or a floor outside 0..1.
    """

    method: AggregationMethod = "additive"
    floor: float = DEFAULT_FLOOR

    def __post_init__(self) -> None:
        if self.method not in AGGREGATION_METHODS:
            raise ValueError(f"There is no aggregation '{self.method}': use additive or geometric.")
        if not 0.0 <= self.floor <= 1.0:
            raise ValueError(f"The floor is {self.floor:g}: it must be between 0 and 1.")


def theme_scores(values: FloatArray, weights: Weights) -> FloatArray:
    """Scores (m, k) in 0..1 of each theme: the weighted mean of its criteria's values (m, n)."""
    membership = np.zeros((len(weights.within), len(weights.themes)))
    membership[np.arange(len(weights.within)), weights.theme_of] = weights.within
    return values @ membership


def overall_scores(themes: FloatArray, weights: Weights, aggregation: Aggregation) -> FloatArray:
    """Overall scores (m,) in 0..1 from theme scores (m, k)."""
    if aggregation.method == "additive":
        return themes @ weights.theme_weights
    counted = weights.theme_weights > 0
    floored = np.maximum(themes[:, counted], aggregation.floor)
    with np.errstate(divide="ignore"):
        logs = np.log(floored)
    scores: FloatArray = np.exp(np.asarray(logs @ weights.theme_weights[counted], dtype=np.float64))
    return scores


def contributions(values: FloatArray, weights: Weights, scores: FloatArray) -> FloatArray:
    """Parts (m, n) of each overall score (m,) that come from each criterion; rows sum to the score.

    Exact for the additive score. The geometric score is no sum; it is shared
    out in proportion to the additive parts, and by weight where these are all 0.
    """
    parts = values * weights.flat
    sums = parts.sum(axis=1)
    # Sums near the smallest number that a float can hold would overflow or lose all precision.
    empty = sums < NEGLIGIBLE
    shares = np.divide(parts, sums[:, None], out=np.zeros_like(parts), where=~empty[:, None])
    shares[empty] = weights.flat
    shared: FloatArray = shares * scores[:, None]
    return shared
