"""From a year of running cost to the yearly flows of an engagement, its present value and its payback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from advisor.costs.components import (
    LineAmounts,
    PlaceFigures,
    Rates,
    RunningCost,
    away_year,
    home_year,
    one_off_lines,
)
from advisor.costs.ranges import FloatArray
from advisor.costs.terms import EngagementTerms, Prices

MONTHS = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """When the work moves and how much of it there is: the same for all places.

    Nothing moves before the transition ends; then all of it does, in an even ramp.

    Attributes:
        begins: years until the transition ends, (S,).
        ramp: years that the ramp takes, (S,).
        marks: years of work done away by the start of each year and by the end of the last, (S,) each.
        shares: part of each year's work that is done away, (S,) each.
        lag: part of each year's contract value that lagging productivity costs, (S,) each.
        work: share of the work that people still do in each year, (S,) each.
    """

    begins: FloatArray
    ramp: FloatArray
    marks: tuple[FloatArray, ...]
    shares: tuple[FloatArray, ...]
    lag: tuple[FloatArray, ...]
    work: tuple[FloatArray, ...]

    @classmethod
    def of(cls, rates: Rates, terms: EngagementTerms) -> Schedule:
        """The schedule under shared rates."""
        begins, ramp = rates["double_running_months"] / MONTHS, rates["ramp_months"] / MONTHS
        marks = tuple(_moved(begins, ramp, float(year)) for year in range(terms.years + 1))
        parts = (end - start for start, end in pairwise(marks))
        # Whole years are 1, but for rounding.
        shares = tuple(np.where(np.abs(part - 1.0) < 1e-12, 1.0, part) for part in parts)
        end = begins + rates["productivity_lag_months"] / MONTHS
        lag = tuple(
            np.maximum(np.clip(end - year, 0.0, 1.0) - np.clip(begins - year, 0.0, 1.0), 0.0)
            * (rates["productivity_lag_pct"] / 100.0)
            for year in range(terms.years)
        )
        # Automation grows evenly to the last year; one year alone is the first.
        done, last = rates["automation_pct"] / 100.0, max(1, terms.years - 1)
        work = tuple(1.0 - done * (year / last) for year in range(terms.years))
        return cls(begins, ramp, marks, shares, lag, work)

    def moved(self, years: float) -> FloatArray:
        """Years of work done away by a time, (S,)."""
        return _moved(self.begins, self.ramp, years)

    def when(self, moved: FloatArray, column: NDArray[np.intp]) -> FloatArray:
        """The time, in years, at which so much work has been done away; the inverse of ``moved``.

        Args:
            moved: (K,) years of work.
            column: (K,) the scenarios that they belong to.
        """
        begins, ramp = self.begins.take(column), self.ramp.take(column)
        time: FloatArray = begins + np.where(
            moved < ramp / 2.0, np.sqrt(2.0 * ramp * moved), moved + ramp / 2.0
        )
        return time


def _moved(begins: FloatArray, ramp: FloatArray, years: float) -> FloatArray:
    since = np.maximum(years - begins, 0.0)
    within = np.minimum(since, ramp)
    ramped = np.divide(within * within, 2.0 * ramp, out=np.zeros_like(within), where=ramp > 0.0)
    work: FloatArray = ramped + (since - within)
    return work


@dataclass(frozen=True, slots=True, eq=False)
class Flows:
    """The cost of an engagement over its horizon, for L places in S scenarios.

    Attributes:
        one_off: sum of the one-off lines, paid at month 0, (L, S).
        years: cost of each year, each (L, S).
        running: a steady year at today's prices.
        once: the one-off lines.
        course: what happens to the running cost from year to year.
    """

    one_off: FloatArray
    years: tuple[FloatArray, ...]
    running: RunningCost
    once: LineAmounts
    course: Course

    def lines(self) -> LineAmounts:
        """Amount of each line over the whole horizon, (L, S); they add up to the total."""
        worked = np.zeros(1)
        served = np.zeros(1)
        lagging, grown_by, drifted_by, inflated, kept = (np.zeros_like(self.one_off) for _ in range(5))
        for year in self.course.years(self.running):
            worked = worked + year.share * year.work
            served = served + year.share
            grown = year.local * year.growth
            drifted = grown * year.drift
            lagging += self.running.value * year.lag
            grown_by += grown - year.local
            drifted_by += drifted - grown
            inflated += year.cost - (year.local * (year.growth * year.drift) + year.world) - year.kept
            kept += year.kept
        running = {name: amount * worked for name, amount in self.running.itemized().items()}
        for name, amount in self.running.fixed.items():
            running[name] = running.get(name, 0.0) + amount * served
        return {
            **running,
            **self.once,
            "productivity_lag": lagging,
            "work_at_home": kept,
            "wage_growth": grown_by,
            "currency_drift": drifted_by,
            "inflation": inflated,
        }


class _Year(NamedTuple):
    """One year's cost and what it is made of: ((local * growth * drift) + world) at the year's prices + kept.

    ``share`` is the part of the year's work done here and ``work`` how much work is left; ``local`` and
    ``world`` count both. ``lag`` is the part of the contract value that lagging productivity costs.
    """

    share: FloatArray
    work: FloatArray
    lag: FloatArray
    local: FloatArray
    world: FloatArray
    growth: FloatArray
    drift: FloatArray
    kept: FloatArray
    cost: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """The move, lag, wage growth, currency drift and inflation over the horizon.

    Wages of the first year are today's; growth and drift compound from the
    second year on. Prices of a year are those of its middle, as its discount
    factor is, so that present values are the same in real and nominal terms.

    Attributes:
        place: figures of the places.
        rates: the shared rates.
        terms: of the engagement.
        schedule: when the work moves.
        home: the yearly costs of the work left at home; None for home itself.
    """

    place: PlaceFigures
    rates: Rates
    terms: EngagementTerms
    schedule: Schedule
    home: tuple[FloatArray, ...] | None

    def years(self, running: RunningCost) -> Iterator[_Year]:
        """Year by year."""
        yearly_growth = 1.0 + self.place.real_wage_growth_pct / 100.0
        yearly_drift = 1.0 + self.place.currency_drift_pct / 100.0
        if self.home is None:
            yearly_drift = np.ones((1, 1))  # home's currency is the measure
        inflation = 1.0 + self.rates["inflation_pct"] / 100.0
        growth, drift = np.ones((1, 1)), np.ones((1, 1))
        schedule, fixed = self.schedule, running.fixed_total
        world_and_fixed = running.world + fixed
        for year in range(self.terms.years):
            if year:
                growth, drift = growth * yearly_growth, drift * yearly_drift
            share, lagging, kept = np.ones(1), np.zeros(1), np.zeros((1, 1))
            if self.home is not None:
                share, lagging = schedule.shares[year], schedule.lag[year]
                kept = self.home[year] * (1.0 - share)
            work = schedule.work[year]
            done, lag = share * work, lagging * work
            # Most years have all of the work and no lag: arrays are large, so what is 1 or 0 is left out.
            whole = bool((done == 1.0).all())
            if whole and (share == 1.0).all():
                local, world = running.local, world_and_fixed
            else:
                local, world = (each if whole else each * done for each in (running.local, running.world))
                world = world + fixed * share
            if lag.any():
                local, world = local + running.local_value * lag, world + running.world_value * lag
            cost = (local * (growth * drift) if year else local) + world
            if self.terms.prices is Prices.NOMINAL:
                cost = cost * inflation ** (year + 0.5)
            if kept.any():
                cost = cost + kept
            yield _Year(share, work, lag, local, world, growth, drift, kept, cost)


def home_flows(home: PlaceFigures, rates: Rates, terms: EngagementTerms) -> Flows:
    """The work left as it is at home: no one-off cost; arrays are (1, S)."""
    course = Course(home, rates, terms, Schedule.of(rates, terms), None)
    return _flows(home_year(home, rates, terms), {}, course)


def away_flows(site: PlaceFigures, home: PlaceFigures, as_is: Flows, rates: Rates) -> Flows:
    """The work moved to each of the sites; arrays are (L, S)."""
    terms = as_is.course.terms
    running = away_year(site, as_is.running, rates, terms)
    once = one_off_lines(running, as_is.running, home, rates, terms)
    return _flows(running, once, Course(site, rates, terms, as_is.course.schedule, as_is.years))


def _flows(running: RunningCost, once: LineAmounts, course: Course) -> Flows:
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


def saved_so_far(costs: list[FloatArray], home_costs: list[FloatArray]) -> list[FloatArray]:
    """Saving at month 0 and to the end of each year, from the costs so far and those at home; (L, S) each."""
    return [there - here for here, there in zip(costs, home_costs, strict=True)]


def present_cost(flows: Flows, factors: list[FloatArray]) -> FloatArray:
    """Present value of all cost, (L, S)."""
    return sum((cost * factor for cost, factor in zip(flows.years, factors, strict=True)), flows.one_off)


def saved_at(saved: list[FloatArray], schedule: Schedule, years: float) -> FloatArray:
    """Saving by a time within the horizon, (L, S): within a year it grows as the work is done away."""
    year = min(int(years), len(saved) - 2)
    before, whole = schedule.marks[year], schedule.shares[year]
    part = np.divide(schedule.moved(years) - before, whole, out=np.zeros_like(whole), where=whole > 0.0)
    at: FloatArray = saved[year] + (saved[year + 1] - saved[year]) * part
    return at


def payback_months(saved: list[FloatArray], schedule: Schedule) -> FloatArray:
    """The month at whose end the saving so far has first paid for the outlay, never before the work moves.

    Args:
        saved: saving so far at month 0 and at the end of each year, (L, S) each.
        schedule: when the work moves.

    Returns:
        (L, S) whole months; the month in which the transition ends where there
        is no outlay, inf where it is never paid back within the horizon, NaN
        where it is unknown.
    """
    months = np.where(np.isnan(saved[-1]), np.nan, np.inf)
    at_once = np.broadcast_to(np.ceil(schedule.begins * MONTHS - 1e-9), months.shape)
    months = np.where(saved[0] >= 0.0, at_once, months)
    pending = saved[0] < 0.0
    for year, (start, end) in enumerate(pairwise(saved)):
        crossing = pending & (end >= 0.0)
        if not crossing.any():
            continue
        cells = np.flatnonzero(crossing)
        column = cells % crossing.shape[-1]
        before, after = start.take(cells), end.take(cells)
        share = schedule.shares[year].take(column)
        moved = schedule.marks[year].take(column) + share * (before / (before - after))
        months.put(cells, np.maximum(np.ceil(schedule.when(moved, column) * MONTHS - 1e-9), 1.0))
        pending &= ~crossing
    return months
