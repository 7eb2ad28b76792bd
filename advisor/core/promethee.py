"""PROMETHEE II: how clearly each alternative is preferred to all others, criterion by criterion.

Brans & Vincke 1985, Management Science 31(6), 647-656; Brans, Vincke & Mareschal
1986, European Journal of Operational Research 24(2), 228-238. The net flow is
linear in the weights, so flows by criterion are worked out once for any number
of weightings. A second opinion only: flows depend on who is compared.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from advisor.core.criteria import Preference
from advisor.core.tolerance import exceeds
from advisor.core.value_functions import FloatArray


def check_preference(preference: Preference, criterion: str = "") -> Preference:
    """The preference function, if its thresholds can serve it.

    Raises:
        ValueError: thresholds that are missing, negative or out of order.
    """
    shape, q, p, s = preference.shape, preference.q, preference.p, preference.s
    whose = f"The preference function of '{criterion}'" if criterion else "The preference function"
    if not (q >= 0 and p >= 0 and s >= 0):
        raise ValueError(f"{whose} has a threshold below 0.")
    if shape == "v-shape" and p == 0:
        raise ValueError(f"{whose} is v-shape: it needs a preference threshold p above 0.")
    if shape in {"level", "linear"} and p <= q:
        raise ValueError(f"{whose} is {shape}: p ({p:g}) must be above q ({q:g}).")
    if shape == "gaussian" and s == 0:
        raise ValueError(f"{whose} is gaussian: it needs an inflection point s above 0.")
    return preference


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


def net_flows(flows: FloatArray, weights: FloatArray) -> FloatArray:
    """Net flows (m,), -1..1, from unicriterion flows (m, n) and shares (n,), sum 1."""
    return flows @ weights
