"""Total cost of an engagement, for all places at once and against leaving the work as it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from advisor.costs.cash_flow import (
    Flows,
    Schedule,
    away_flows,
    cost_so_far,
    discount_factors,
    home_flows,
    payback_months,
    present_cost,
    saved_so_far,
)
from advisor.costs.components import LINE_IDS, PlaceFigures, Rates, productive_hours
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.ranges import FloatArray, frozen
from advisor.costs.results import CostResult, Quantiles, RankingCosts
from advisor.costs.spread import spread
from advisor.costs.terms import EngagementTerms
from advisor.costs.uncertainty import (
    DEFAULT_DRAWS,
    DEFAULT_SEED,
    Central,
    Draws,
    Scenarios,
    place_figures,
    rates_of,
)

RANKING_DRAWS = 500

# Places x scenarios worked on together, so that arrays stay in the processor's cache.
_CELLS_AT_ONCE = 60_000

# NumPy computes outside the interpreter's lock; which thread does what changes no figure. More threads than
# cores only wait for that lock.
_THREADS = min(4, os.cpu_count() or 1)

# Freeing one block above all others teaches the C library to keep freed memory for the next array
# instead of handing it back to the system each time, which doubles the speed of the draws.
_LARGEST_BLOCK = 3_500_000


@dataclass(frozen=True, slots=True)
class TotalCostModel:
    """The total-cost model with one set of parameters.

    Attributes:
        parameters: the rates, as the pack has them or as the user changed them.
    """

    parameters: CostParameters

    def evaluate(
        self,
        inputs: CostInputs,
        home_index: int,
        terms: EngagementTerms,
        draws: int = DEFAULT_DRAWS,
        seed: int = DEFAULT_SEED,
    ) -> CostResult:
        """Cost, saving, payback and present value of every place.

        Args:
            inputs: figures of L places, home among them.
            home_index: the row of home.
            terms: head count, horizon, delivery model, prices.
            draws: number of seeded draws.
            seed: the same seed gives the same figures.

        Returns:
            The result in USD; unknown inputs give NaN in their row (everywhere,
            if it is home's).
        """
        drawn, probability = self._drawn(inputs, home_index, terms, Draws(draws, seed), ALL)
        total = drawn["total"].p50
        middle = Case.of(self, inputs, home_index, terms, Central())
        lines = line_amounts(middle.sites(inputs))
        lines[:, home_index] = line_amounts(middle.as_is)[:, 0]
        wages = inputs.base_wage.likely
        return CostResult(
            location_ids=inputs.location_ids,
            home_index=home_index,
            terms=terms,
            currency="USD",
            probability_of_saving=frozen(probability),
            wage_only_saving_pct=frozen(100.0 * (1.0 - wages / wages[home_index])),
            lines=frozen(to_total(lines, total)),
            **drawn,
        )

    def for_ranking(self, inputs: CostInputs, home_index: int, terms: EngagementTerms) -> RankingCosts:
        """What a ranking uses, with fewer draws, so that it can be had while a figure is being changed.

        The same random numbers as ``evaluate``, so that it agrees with the report (within about 1 %).
        """
        drawn, _ = self._drawn(inputs, home_index, terms, Draws(RANKING_DRAWS), RANKED)
        return RankingCosts(drawn["total_year_per_fte"], drawn["saving_pct"], drawn["wage_month"])

    def _drawn(
        self,
        inputs: CostInputs,
        home_index: int,
        terms: EngagementTerms,
        scenarios: Draws,
        wanted: frozenset[str],
    ) -> tuple[dict[str, Quantiles], FloatArray]:
        """The wanted figures of all places, and their probability of saving, (L,)."""
        np.empty(_LARGEST_BLOCK)  # see there
        case = Case.of(self, inputs, home_index, terms, scenarios)
        size = max(1, _CELLS_AT_ONCE // scenarios.count)

        def some(start: int) -> tuple[dict[str, Quantiles], FloatArray]:
            return _quantiles(case, case.sites(inputs.take(slice(start, start + size))), terms, wanted)

        parts = spread(some, range(0, len(inputs), size), _THREADS)
        drawn = {name: Quantiles.joined([part[0][name] for part in parts]) for name in parts[0][0]}
        probability = np.concatenate([part[1] for part in parts])
        as_is, _ = _quantiles(case, case.as_is, terms, wanted)
        drawn = {
            name: value if name in OFFERED else value.put(home_index, as_is[name])
            for name, value in drawn.items()
        }
        total = drawn["total"].p50
        saving = total[home_index] - total
        if "saving" in drawn:
            drawn["saving"] = drawn["saving"].with_middle(saving)
        drawn["saving_pct"] = drawn["saving_pct"].with_middle(100.0 * saving / total[home_index])
        probability[home_index] = np.where(np.isnan(total[home_index]), np.nan, 0.0)
        return drawn, probability


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One home under a set of scenarios, ready to be compared with any sites.

    Attributes:
        model, terms, scenarios: what it was made from.
        rates: the shared rates, (S,) each.
        home: home's figures.
        as_is: the work left as it is at home, (1, S).
        factors: discount factors of the years, (S,) each.
    """

    model: TotalCostModel
    terms: EngagementTerms
    scenarios: Scenarios
    rates: Rates
    home: PlaceFigures
    as_is: Flows
    factors: list[FloatArray]

    @classmethod
    def of(
        cls,
        model: TotalCostModel,
        inputs: CostInputs,
        home_index: int,
        terms: EngagementTerms,
        scenarios: Scenarios,
    ) -> Case:
        """The case of the home in row ``home_index``.

        Raises:
            ValueError: no such row.
        """
        if not 0 <= home_index < len(inputs):
            raise ValueError(f"Home must be one of the {len(inputs)} places (it is row {home_index}).")
        rates = rates_of(model.parameters, scenarios)
        only_home = inputs.take(slice(home_index, home_index + 1))
        home = place_figures(only_home, model.parameters, scenarios, "home")
        as_is = home_flows(home, rates, terms)
        return cls(model, terms, scenarios, rates, home, as_is, discount_factors(rates, terms))

    def sites(self, inputs: CostInputs) -> Flows:
        """The work moved to each of some places, (L, S)."""
        figures = place_figures(inputs, self.model.parameters, self.scenarios, "site")
        return away_flows(figures, self.home, self.as_is, self.rates)

    @property
    def schedule(self) -> Schedule:
        """When the work moves."""
        return self.as_is.course.schedule

    def present_saving(self, flows: Flows) -> FloatArray:
        """Present value of the saving against as-you-are, (L, S)."""
        return present_cost(self.as_is, self.factors) - present_cost(flows, self.factors)


def line_amounts(flows: Flows) -> FloatArray:
    """(lines, L) amounts over the horizon in the first scenario; a line that does not apply is 0."""
    none = np.zeros(flows.one_off.shape[0])
    lines = flows.lines()
    return np.array([lines[name][:, 0] if name in lines else none for name in LINE_IDS])


def to_total(lines: FloatArray, total: FloatArray) -> FloatArray:
    """Lines scaled so that they add up to a total, each by the same part.

    A median of a sum is not the sum of medians: the lines are computed with
    every figure at its median, and the last percent or two is spread over them.

    Args:
        lines: (lines, L) amounts.
        total: (L,) middle of the total.
    """
    sums = lines.sum(axis=0)
    scale = np.divide(total, sums, out=np.ones_like(sums), where=sums != 0.0)
    scaled: FloatArray = lines * scale
    return scaled


OFFERED = ("price_hour", "wage_month")  # what a provider or a centre at a place, home included, offers
RANKED = frozenset({"total", "total_year_per_fte", "saving_pct", "wage_month"})
ALL = RANKED | {"loaded_year", "run_rate", "price_hour", "one_off", "saving", "npv", "payback_month"}


def _quantiles(
    case: Case, flows: Flows, terms: EngagementTerms, wanted: frozenset[str]
) -> tuple[dict[str, Quantiles], FloatArray]:
    """The wanted results of some places, and their probability of saving, (L,)."""
    people = float(terms.head_count)
    costs, home_costs = cost_so_far(flows), cost_so_far(case.as_is)
    saved = saved_so_far(costs, home_costs)
    saving = saved[-1]
    running = flows.running

    def price_hour() -> FloatArray:
        price: FloatArray = running.value / productive_hours(flows.course.place, case.rates)
        return price

    def payback() -> FloatArray:
        return np.zeros_like(saving) if flows is case.as_is else payback_months(saved, case.schedule)

    figures: dict[str, tuple[Callable[[], FloatArray], float]] = {
        "loaded_year": (lambda: running.loaded, people),
        "run_rate": (lambda: running.year, people),
        "price_hour": (price_hour, people),
        "wage_month": (lambda: np.broadcast_to(running.paid_month, saving.shape), 1.0),
        "one_off": (lambda: flows.one_off, 1.0),
        "total": (lambda: costs[-1], 1.0),
        "saving": (lambda: saving, 1.0),
        "saving_pct": (lambda: saving * (100.0 / home_costs[-1]), 1.0),
        "npv": (lambda: case.present_saving(flows), 1.0),
        "payback_month": (payback, 1.0),
    }
    drawn = {
        name: Quantiles.of(make()).times(1.0 / share)
        for name, (make, share) in figures.items()
        if name in wanted
    }
    drawn["total_year_per_fte"] = drawn["total"].times(1.0 / (people * terms.years))
    probability = (saving > 0.0).mean(axis=1)
    return drawn, np.where(np.isnan(saving[:, 0]), np.nan, probability)
