"""PROMETHEE II: how clearly each alternative is preferred to all others, criterion by criterion.

Brans & Vincke 1985, Management Science 31(6), 647-656; Brans, Vincke & Mareschal
1986, European Journal of Operational Research 24(2), 228-238. The net flow is
linear in the weights, so flows by criterion are worked out once for any number
of weightings. A second opinion only: flows depend on who is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advisor.core.aggregation.method import AggregationMethod, ComparedSet
from advisor.core.criteria import Preference, check_preference
from advisor.core.tolerance import exceeds
from advisor.core.value_functions import FloatArray
from advisor.words.translation import t


def preference_degree(
    differences: FloatArray, preference: Preference, scale: FloatArray | float = 0.0
) -> FloatArray:
    """Degree of preference, 0..1, for differences of any shape; 0 where the difference is not positive.

    Args:
        differences: of figures, in the criterion's unit.
        preference: the preference function.
        scale: magnitude of the figures, for what counts as above a threshold.
    """
    d, q, p, s = differences, preference.q, preference.p, preference.s
    if preference.shape == "usual":
        degree = exceeds(d, 0.0, scale).astype(np.float64)
    elif preference.shape == "u-shape":
        degree = exceeds(d, q, scale).astype(np.float64)
    elif preference.shape == "v-shape":
        degree = np.clip(d / p, 0.0, 1.0)
    elif preference.shape == "level":
        degree = (exceeds(d, q, scale).astype(np.float64) + exceeds(d, p, scale)) / 2.0
    elif preference.shape == "linear":
        degree = np.clip((d - q) / (p - q), 0.0, 1.0)
    else:
        degree = np.where(exceeds(d, 0.0, scale), 1.0 - np.exp(-(d**2) / (2.0 * s**2)), 0.0)
    return degree


def unicriterion_flows(figures: FloatArray, preferences: Sequence[Preference]) -> FloatArray:
    """Net flows (m, n) of m alternatives on each criterion alone, -1..1.

    Args:
        figures: (m, n) raw figures of which more is better.
        preferences: n preference functions in the units of the figures.

    Raises:
        ValueError: thresholds that cannot serve their function.
    """
    count = len(figures)
    flows = np.zeros_like(figures)
    if count < 2:
        return flows
    for j, preference in enumerate(preferences):
        check_preference(preference)
        column = figures[:, j]
        sizes = np.abs(column)
        degrees = preference_degree(column[:, None] - column, preference, np.maximum(sizes[:, None], sizes))
        flows[:, j] = (degrees.sum(axis=1) - degrees.sum(axis=0)) / (count - 1)
    return flows


class Promethee(AggregationMethod):
    """Net flow on raw figures with the pack's preference functions."""

    id: ClassVar[str] = "promethee"
    place: ClassVar[int] = 50
    needs_set: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """What people call it."""
        return t("PROMETHEE II")

    @property
    def short_name(self) -> str:
        """The name where there is little room."""
        return t("PROM. II")

    @property
    def meaning(self) -> str:
        """What it says of an alternative."""
        return t(
            "How often a location beats each of the others, criterion by criterion, "
            "however narrowly unless the pack sets thresholds (Brans, Vincke and Mareschal 1986)."
        )

    @property
    def scale(self) -> str:
        """What its scores times 100 are."""
        return t(
            "PROMETHEE II (Brans & Vincke 1985): net flow times 100; -100 to 100, sum 0 over the ranked. "
            "It depends on who is ranked; contributions are weight times net flow by criterion and sum to "
            "the score; it has no worst and best case."
        )

    def over(self, compared: ComparedSet) -> NetFlows:
        """Make the method ready for a set."""
        return NetFlows(unicriterion_flows(compared.figures, compared.preferences))


@dataclass(frozen=True, slots=True, eq=False)
class NetFlows:
    """PROMETHEE II over flows (r, n) by criterion, -1..1."""

    flows: FloatArray

    def scores(self, shares: FloatArray) -> FloatArray:
        """Net flows (r,) times 100."""
        return np.asarray(100.0 * (self.flows @ shares))

    def parts(self, shares: FloatArray) -> FloatArray:
        """Parts (r, n) of the net flows."""
        return np.asarray(100.0 * self.flows * shares)


METHOD = Promethee()
