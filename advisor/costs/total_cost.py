"""Total cost of an engagement, for all places at once and against leaving the work at home."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from advisor.costs.cash_flow import (
    Flows,
    away_flows,
    cost_so_far,
    discount_factors,
    onshore_flows,
    payback_months,
    present_cost,
    saved_so_far,
)
from advisor.costs.components import LINE_IDS, PlaceFigures, Rates
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.ranges import FloatArray, Range, frozen
from advisor.costs.results import CostResult, Quantiles
from advisor.costs.terms import EngagementTerms
from advisor.costs.uncertainty import (
    DEFAULT_DRAWS,
    DEFAULT_SEED,
    Draws,
    Likely,
    Scenarios,
    place_figures,
    rates_of,
)

RANKING_DRAWS = 500

_CELLS_AT_ONCE = 60_000  # places x scenarios worked on together, so that arrays stay in the processor's cache

_THREADS = 4  # NumPy computes outside the interpreter's lock; which thread does what changes no figure

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
        np.empty(_LARGEST_BLOCK)  # see there
        scenarios = Draws(draws, seed)
        case = Case.of(self, inputs, home_index, terms, scenarios)
        size = max(1, _CELLS_AT_ONCE // draws)

        def some(start: int) -> tuple[dict[str, Quantiles], FloatArray]:
            return _quantiles(case, case.sites(inputs.take(slice(start, start + size))), terms)

        with ThreadPoolExecutor(_THREADS) as pool:
            parts = list(pool.map(some, range(0, len(inputs), size)))
        drawn = {name: Quantiles.joined([part[0][name] for part in parts]) for name in parts[0][0]}
        probability = np.concatenate([part[1] for part in parts])
        at_home, _ = _quantiles(case, case.onshore, terms)
        drawn = {name: value.put(home_index, at_home[name]) for name, value in drawn.items()}
        probability[home_index] = np.where(np.isnan(at_home["total"].p50[0]), np.nan, 0.0)

        likely = Case.of(self, inputs, home_index, terms, Likely())
        lines = line_amounts(likely.sites(inputs))
        lines[:, home_index] = line_amounts(likely.onshore)[:, 0]
        wages = lines[LINE_IDS.index("base_wage")]
        rows_of_pay = [
            LINE_IDS.index(name) for name in ("base_wage", "premium", "extra_months", "contributions")
        ]
        return CostResult(
            location_ids=inputs.location_ids,
            home_index=home_index,
            terms=terms,
            currency="USD",
            probability_of_saving=frozen(probability),
            wage_only_saving_pct=frozen(100.0 * (1.0 - wages / wages[home_index])),
            likely_lines=frozen(lines),
            likely_loaded_year=frozen(lines[rows_of_pay].sum(axis=0) / (terms.years * terms.head_count)),
            **drawn,
        )

    def cost_per_fte(self, inputs: CostInputs, home_index: int, terms: EngagementTerms) -> Range:
        """P10, P50 and P90 of the total cost per person and year: what a ranking uses.

        Fewer draws than for a report, so that it can be had while a figure is being changed; the same
        random numbers, so that it agrees with the report (within about 1 %).

        Returns:
            L ranges, USD per full-time equivalent and year; NaN where unknown.
        """
        total = self.evaluate(inputs, home_index, terms, RANKING_DRAWS).total_year_per_fte
        return Range(total.p10, total.p50, total.p90)


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One home under a set of scenarios, ready to be compared with any sites.

    Attributes:
        model, terms, scenarios: what it was made from.
        rates: the shared rates, (S,) each.
        home: home's figures.
        onshore: the work left at home, (1, S).
        factors: discount factors of the years, (S,) each.
    """

    model: TotalCostModel
    terms: EngagementTerms
    scenarios: Scenarios
    rates: Rates
    home: PlaceFigures
    onshore: Flows
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
        onshore = onshore_flows(home, rates, terms)
        return cls(model, terms, scenarios, rates, home, onshore, discount_factors(rates, terms))

    def sites(self, inputs: CostInputs) -> Flows:
        """The work moved to each of some places, (L, S)."""
        figures = place_figures(inputs, self.model.parameters, self.scenarios, "site")
        return away_flows(figures, self.home, self.onshore, self.rates)

    def present_saving(self, flows: Flows) -> FloatArray:
        """Present value of the saving against onshore, (L, S)."""
        return present_cost(self.onshore, self.factors) - present_cost(flows, self.factors)


def line_amounts(flows: Flows) -> FloatArray:
    """(lines, L) amounts over the horizon in the first scenario; a line that does not apply is 0."""
    none = np.zeros(flows.one_off.shape[0])
    lines = flows.lines()
    return np.array([lines[name][:, 0] if name in lines else none for name in LINE_IDS])


def _quantiles(case: Case, flows: Flows, terms: EngagementTerms) -> tuple[dict[str, Quantiles], FloatArray]:
    """The drawn results of some places, and their probability of saving, (L,)."""
    people = float(terms.head_count)
    costs, onshore_costs = cost_so_far(flows), cost_so_far(case.onshore)
    saved = saved_so_far(costs, onshore_costs)
    saving = saved[-1]
    all_told = Quantiles.of(costs[-1])
    drawn = {
        "loaded_year": Quantiles.of(flows.running.loaded / people),
        "run_rate": Quantiles.of((flows.running.local + flows.running.world) / people),
        "one_off": Quantiles.of(flows.one_off),
        "total": all_told,
        "total_year_per_fte": all_told.times(1.0 / (people * terms.years)),
        "saving": Quantiles.of(saving),
        "saving_pct": Quantiles.of(saving * (100.0 / onshore_costs[-1])),
        "npv": Quantiles.of(case.present_saving(flows)),
        "payback_month": Quantiles.of(payback_months(saved)),
    }
    probability = (saving > 0.0).mean(axis=1)
    return drawn, np.where(np.isnan(saving[:, 0]), np.nan, probability)
