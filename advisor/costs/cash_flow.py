"""From a year of running cost to the yearly flows of an engagement, its present value and its payback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from advisor.costs.components import (
    LineAmounts,
    PlaceFigures,
    Rates,
    RunningCost,
    away_year,
    one_off_lines,
    onshore_year,
)
from advisor.costs.ranges import FloatArray
from advisor.costs.terms import EngagementTerms, Prices


@dataclass(frozen=True, slots=True, eq=False)
class Flows:
    """The cost of an engagement over its horizon, for L places in S scenarios.

    Attributes:
        one_off: sum of the one-off lines, paid at month 0, (L, S).
        years: cost of each year, spread evenly over its months, each (L, S).
        running: a steady year at today's prices.
        once: the one-off lines.
        course: what happens to the running cost from year to year.
    """

    one_off: FloatArray
    years: tuple[FloatArray, ...]
    running: RunningCost
    once: LineAmounts
    course: _Course

    def lines(self) -> LineAmounts:
        """Amount of each line over the whole horizon, (L, S); they add up to the total."""
        lagging, grown_by, drifted_by, inflated = (np.zeros_like(self.one_off) for _ in range(4))
        for year in self.course.years(self.running):
            grown = year.local * year.growth
            drifted = grown * year.drift
            lagging += self.running.value * year.lag
            grown_by += grown - year.local
            drifted_by += drifted - grown
            inflated += year.cost - (year.local * (year.growth * year.drift) + year.world)
        years = float(self.course.terms.years)
        return {
            **{name: amount * years for name, amount in self.running.lines.items()},
            **self.once,
            "productivity_lag": lagging,
            "wage_growth": grown_by,
            "currency_drift": drifted_by,
            "inflation": inflated,
        }


class _Year(NamedTuple):
    """One year's cost and what it is made of: (local * growth * drift + world) at the year's prices."""

    lag: FloatArray
    local: FloatArray
    world: FloatArray
    growth: FloatArray
    drift: FloatArray
    cost: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _Course:
    """Lag, wage growth, currency drift and inflation over the horizon.

    Wages of the first year are today's; growth and drift compound from the
    second year on. Prices of a year are those of its middle, as its discount
    factor is, so that present values are the same in real and nominal terms.
    """

    place: PlaceFigures
    rates: Rates
    terms: EngagementTerms
    away: bool

    def years(self, running: RunningCost) -> Iterator[_Year]:
        yearly_growth = 1.0 + self.place.real_wage_growth_pct / 100.0
        yearly_drift = 1.0 + self.place.currency_drift_pct / 100.0
        if not self.away:
            yearly_drift = np.ones((1, 1))  # home's currency is the measure
        inflation = 1.0 + self.rates["inflation_pct"] / 100.0
        growth, drift = np.ones_like(yearly_growth), np.ones_like(yearly_drift)
        for year in range(self.terms.years):
            local, world = running.local, running.world
            lag = self._lag(year)
            if lag.any():
                local = local + running.local_value * lag
                world = world + running.world_value * lag
            cost = local * (growth * drift) + world
            if self.terms.prices is Prices.NOMINAL:
                cost = cost * inflation ** (year + 0.5)
            yield _Year(lag, local, world, growth, drift, cost)
            growth, drift = growth * yearly_growth, drift * yearly_drift

    def _lag(self, year: int) -> FloatArray:
        """The part of a year's contract value that lagging productivity costs on top, (S,)."""
        if not self.away:
            return np.zeros(1)
        lasting = np.clip(self.rates["productivity_lag_months"] / 12.0 - year, 0.0, 1.0)
        share: FloatArray = lasting * self.rates["productivity_lag_pct"] / 100.0
        return share


def onshore_flows(home: PlaceFigures, rates: Rates, terms: EngagementTerms) -> Flows:
    """The work left at home: no one-off cost; arrays are (1, S)."""
    running = onshore_year(home, rates, terms)
    return _flows(running, {}, _Course(home, rates, terms, away=False))


def away_flows(site: PlaceFigures, home: PlaceFigures, onshore: Flows, rates: Rates) -> Flows:
    """The work moved to each of the sites; arrays are (L, S)."""
    terms = onshore.course.terms
    running = away_year(site, onshore.running, rates, terms)
    once = one_off_lines(running, onshore.running, home, rates, terms)
    return _flows(running, once, _Course(site, rates, terms, away=True))


def _flows(running: RunningCost, once: LineAmounts, course: _Course) -> Flows:
    one_off = sum(once.values(), np.zeros_like(running.local))
    return Flows(one_off, tuple(year.cost for year in course.years(running)), running, once, course)


def discount_factors(rates: Rates, terms: EngagementTerms) -> list[FloatArray]:
    """Present value of one dollar in the middle of each year, (S,) each.

    ``discount_rate_pct`` is a real rate; nominal flows are discounted at the
    nominal rate that inflation makes of it (Fisher).
    """
    base = 1.0 + rates["discount_rate_pct"] / 100.0
    if terms.prices is Prices.NOMINAL:
        base = base * (1.0 + rates["inflation_pct"] / 100.0)
    return [base ** -(year + 0.5) for year in range(terms.years)]


def cost_so_far(flows: Flows) -> list[FloatArray]:
    """Cost at month 0 and to the end of each year, (L, S) each; the last is the total."""
    return list(accumulate(flows.years, initial=flows.one_off))


def saved_so_far(costs: list[FloatArray], onshore_costs: list[FloatArray]) -> list[FloatArray]:
    """Saving against onshore at month 0 and to the end of each year, from the costs so far; (L, S) each."""
    return [there - here for here, there in zip(costs, onshore_costs, strict=True)]


def present_cost(flows: Flows, factors: list[FloatArray]) -> FloatArray:
    """Present value of all cost, (L, S)."""
    return sum((cost * factor for cost, factor in zip(flows.years, factors, strict=True)), flows.one_off)


def payback_months(saved: list[FloatArray]) -> FloatArray:
    """The month at whose end the saving so far has first paid for the outlay.

    Args:
        saved: saving so far at month 0 and at the end of each year, (L, S) each;
            within a year it runs in a straight line.

    Returns:
        (L, S) whole months; 0 where there is no outlay, inf where it is never
        paid back within the horizon, NaN where it is unknown.
    """
    months = np.where(np.isnan(saved[-1]), np.nan, np.inf)
    months[saved[0] >= 0.0] = 0.0
    pending = saved[0] < 0.0
    for year, (start, end) in enumerate(pairwise(saved)):
        crossing = pending & (end >= 0.0)
        before, after = start[crossing], end[crossing]
        within = np.ceil(12.0 * before / (before - after) - 1e-9)
        months[crossing] = 12.0 * year + np.maximum(within, 1.0)
        pending &= ~crossing
    return months
