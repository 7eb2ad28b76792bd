"""Scenarios of the rates and figures: seeded draws, or one figure at a time at its ends.

Draws are stratified (Latin hypercube: McKay, Beckman & Conover 1979), and each
factor has a stream of its own that depends on the seed and its name only. All
sites share a draw (common random numbers), so a difference between two of them
is a difference of the places, and a place's figures do not depend on which
other places are evaluated. Home has draws of its own: its wage may be wrong in
another direction than the site's.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import Protocol

import numpy as np

from advisor.costs.components import PlaceFigures, Rates
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import LIMITS, CostParameters
from advisor.costs.ranges import FloatArray, Range, frozen, lognormal_quantile, single, triangular_quantile

DEFAULT_DRAWS = 10_000
DEFAULT_SEED = 2026

ESTIMATES = ("base_wage", "premium", "language_premium")  # lognormal; the other figures are rates
PLACE_RATES = ("benefits_pct", "attrition_pct", "real_wage_growth_pct", "currency_drift_pct")
POLICY = ("discount_rate_pct", "automation_pct")  # chosen, not uncertain: never drawn
SHARED = tuple(key for key in LIMITS if key not in PLACE_RATES)
FACTORS = (
    *SHARED,
    *(f"site.{name}" for name in (*ESTIMATES, *PLACE_RATES)),
    "home.base_wage",
    *(f"home.{name}" for name in PLACE_RATES[:3]),
)


class Scenarios(Hashable, Protocol):
    """Something that turns a factor's ranges into figures, one column for each scenario."""

    def figures(self, factor: str, ranges: Range) -> FloatArray:
        """(L, S) figures of ``factor`` (one of ``FACTORS``) for L ranges."""
        ...


def _is_estimate(factor: str) -> bool:
    return factor.rpartition(".")[2] in ESTIMATES


@lru_cache(maxsize=2 * len(FACTORS))
def _stratified(count: int, seed: int, stream: int) -> FloatArray:
    generator = np.random.default_rng([seed, stream])
    return frozen((generator.permutation(count) + generator.random(count)) / count)


@lru_cache(maxsize=2 * len(ESTIMATES) * 2)
def _normal(count: int, seed: int, stream: int) -> FloatArray:
    # Not by scipy: it takes longer to load than everything else that a ranking needs of it.
    quantile, u = NormalDist().inv_cdf, _stratified(count, seed, stream)
    return frozen(np.fromiter(map(quantile, u.tolist()), float, count))


@dataclass(frozen=True, slots=True)
class Draws:
    """``count`` seeded draws."""

    count: int = DEFAULT_DRAWS
    seed: int = DEFAULT_SEED

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"The number of draws must be at least 1 (it is {self.count}).")

    def uniform(self, factor: str) -> FloatArray:
        """(S,) probabilities, one in each of S equal strata, in random order."""
        return _stratified(self.count, self.seed, FACTORS.index(factor))

    def figures(self, factor: str, ranges: Range) -> FloatArray:
        """(L, S) draws of ``factor``."""
        low, likely, high = (end[:, None] for end in (ranges.low, ranges.likely, ranges.high))
        if factor in POLICY:
            return np.broadcast_to(likely, (likely.shape[0], self.count))
        if _is_estimate(factor):
            if np.array_equal(low, high):  # nothing to draw
                return likely
            return lognormal_quantile(
                _normal(self.count, self.seed, FACTORS.index(factor)), low, likely, high
            )
        return triangular_quantile(self.uniform(factor), low, likely, high)


def central(factor: str, ranges: Range) -> FloatArray:
    """(L,) medians of a factor: what a published range is as likely to exceed as to fall short of."""
    if _is_estimate(factor) or factor in POLICY:
        return ranges.likely
    return triangular_quantile(0.5, ranges.low, ranges.likely, ranges.high)


@dataclass(frozen=True, slots=True)
class OneAtATime:
    """The central case (column 0), then each factor at its lower (odd) and upper (even) end.

    Attributes:
        factors: those that are moved; the others stay at their median.
    """

    factors: tuple[str, ...] = FACTORS

    @property
    def count(self) -> int:
        """The number of scenarios."""
        return 1 + 2 * len(self.factors)

    def figures(self, factor: str, ranges: Range) -> FloatArray:
        """(L, S) medians of ``factor``, but its ends in its own two columns."""
        columns = np.empty((len(ranges), self.count))
        columns[:] = central(factor, ranges)[:, None]
        if factor in self.factors:
            at = 1 + 2 * self.factors.index(factor)
            columns[:, at], columns[:, at + 1] = ranges.low, ranges.high
        return columns


@dataclass(frozen=True, slots=True)
class Central:
    """The one scenario in which every figure is at its median."""

    count: int = 1

    def figures(self, factor: str, ranges: Range) -> FloatArray:
        """(L, 1) medians."""
        return central(factor, ranges)[:, None]


@lru_cache(maxsize=4 * len(FACTORS))  # as many kinds of scenarios as one answer takes
def _general(scenarios: Scenarios, factor: str, low: float, likely: float, high: float) -> FloatArray:
    """(1, S) figures of a rate that does not depend on the place."""
    return frozen(scenarios.figures(factor, single(low, likely, high)))


def rates_of(parameters: CostParameters, scenarios: Scenarios) -> Rates:
    """The shared rates, (S,) each."""
    return {key: _general(scenarios, key, *parameters[key].values)[0] for key in SHARED}


def place_figures(
    inputs: CostInputs, parameters: CostParameters, scenarios: Scenarios, who: str
) -> PlaceFigures:
    """The figures of places in each scenario; ``who`` is ``site`` or ``home``."""
    rates = {}
    for name in PLACE_RATES:
        if f"{who}.{name}" in FACTORS:
            rate, ranges = parameters[name], getattr(inputs, name)
            # What the user says counts everywhere, the pack's general rate where a place has no figure.
            known = np.zeros(len(ranges), dtype=bool) if rate.by_user else ~np.isnan(ranges.likely)
            figures = _general(scenarios, f"{who}.{name}", *rate.values)
            if known.any():  # the others share the general range, which is drawn once
                figures = np.repeat(figures, len(ranges), axis=0)
                figures[known] = scenarios.figures(f"{who}.{name}", ranges[known])
            rates[name] = figures
    estimates = {
        name: scenarios.figures(f"{who}.{name}", getattr(inputs, name))
        if f"{who}.{name}" in FACTORS
        else np.ones((1, 1))
        for name in ESTIMATES
    }
    return PlaceFigures(
        wage=estimates["base_wage"],
        premium=estimates["premium"],
        language_premium=estimates["language_premium"],
        exposed=inputs.exposed[:, None],
        wage_floor=inputs.minimum_wage[:, None],
        attrition_pct=rates["attrition_pct"],
        real_wage_growth_pct=rates["real_wage_growth_pct"],
        currency_drift_pct=rates.get("currency_drift_pct", np.zeros((1, 1))),
        benefits_pct=rates["benefits_pct"],
        contributions_pct=inputs.contributions_pct[:, None],
        months=inputs.months[:, None],
        redundancy_weeks=inputs.redundancy_weeks[:, None],
        distance_km=inputs.distance_km[:, None],
        seat_level=inputs.seat_level[:, None],
        weekly_hours=inputs.weekly_hours[:, None],
        leave_days=inputs.leave_days[:, None],
        own_cost=inputs.own_cost[:, None],
        own_price_hour=inputs.own_price_hour[:, None],
    )
