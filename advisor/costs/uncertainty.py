"""Scenarios of the rates and figures: seeded draws, or one figure at a time at its ends.

Draws are stratified (Latin hypercube: McKay, Beckman & Conover 1979), and each
factor has a stream of its own that depends on the seed and its name only. All
sites share a draw (common random numbers), so a difference between two of them
is a difference of the places, and a place's figures do not depend on which
other places are evaluated. Home has draws of its own: its wage may be wrong in
another direction than the site's.
"""

from __future__ import annotations

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

ESTIMATES = ("base_wage", "premium")  # lognormal; the other figures are rates
PLACE_RATES = ("attrition_pct", "real_wage_growth_pct", "currency_drift_pct")
POLICY = ("discount_rate_pct",)  # chosen, not uncertain: never drawn
SHARED = tuple(key for key in LIMITS if key not in PLACE_RATES)
FACTORS = (
    *SHARED,
    *(f"site.{name}" for name in (*ESTIMATES, *PLACE_RATES)),
    *(f"home.{name}" for name in (*ESTIMATES, *PLACE_RATES[:2])),
)
TAIL = 0.1  # "one at a time" in quadrature uses the 10th and 90th percentile


class Scenarios(Protocol):
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
            normal = _normal(self.count, self.seed, FACTORS.index(factor))
            return lognormal_quantile(normal, low, likely, high)
        return triangular_quantile(self.uniform(factor), low, likely, high)


@dataclass(frozen=True, slots=True)
class OneAtATime:
    """The likely case (column 0), then each factor at its lower (odd) and upper (even) end.

    Attributes:
        factors: those that are moved; the others stay likely.
    """

    factors: tuple[str, ...] = FACTORS

    @property
    def count(self) -> int:
        """The number of scenarios."""
        return 1 + 2 * len(self.factors)

    def figures(self, factor: str, ranges: Range) -> FloatArray:
        """(L, S) likely figures of ``factor``, but its ends in its own two columns."""
        columns = np.empty((len(ranges), self.count))
        columns[:] = ranges.likely[:, None]
        if factor in self.factors:
            at = 1 + 2 * self.factors.index(factor)
            columns[:, at], columns[:, at + 1] = ranges.low, ranges.high
        return columns


@dataclass(frozen=True, slots=True)
class Likely:
    """The one scenario in which everything is as likely as not: all figures at their likely value."""

    count: int = 1

    def figures(self, factor: str, ranges: Range) -> FloatArray:  # noqa: ARG002
        """(L, 1) likely figures."""
        return ranges.likely[:, None]


def rates_of(parameters: CostParameters, scenarios: Scenarios) -> Rates:
    """The shared rates, (S,) each."""
    return {key: scenarios.figures(key, single(*parameters[key].values))[0] for key in SHARED}


def place_figures(
    inputs: CostInputs, parameters: CostParameters, scenarios: Scenarios, who: str
) -> PlaceFigures:
    """The figures of places in each scenario; ``who`` is ``site`` or ``home``."""
    general = {
        "attrition_pct": inputs.attrition,
        "real_wage_growth_pct": inputs.wage_growth,
        "currency_drift_pct": inputs.currency_drift,
    }
    rates = {}
    for name, ranges in general.items():
        if f"{who}.{name}" in FACTORS:
            rate = parameters[name]
            # What the user says counts everywhere, the pack's general rate where a place has no figure.
            filled = single(*rate.values) if rate.by_user else ranges.filled(*rate.values)
            rates[name] = scenarios.figures(f"{who}.{name}", filled)
    premium = scenarios.figures(f"{who}.premium", inputs.premium)
    wage = scenarios.figures(f"{who}.base_wage", inputs.base_wage)
    return PlaceFigures(
        # The floor holds for what is paid, so the base wage is lifted as far as the premium does not.
        wage=np.maximum(wage, inputs.wage_floor[:, None] / premium),
        premium=premium,
        attrition_pct=rates["attrition_pct"],
        real_wage_growth_pct=rates["real_wage_growth_pct"],
        currency_drift_pct=rates.get("currency_drift_pct", np.zeros((1, 1))),
        contributions_pct=inputs.contributions_pct[:, None],
        months=inputs.months[:, None],
        redundancy_weeks=inputs.redundancy_weeks[:, None],
        distance_km=inputs.distance_km[:, None],
    )
