"""What the plan draws on: the chosen place, the work, and what they cost and share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from advisor.core.evaluation import Status
from advisor.costs.own_costs import is_own
from advisor.costs.parameters import CostParameters
from advisor.costs.results import CostResult, Quantiles
from advisor.datapack.business_function import BusinessFunction
from advisor.places.regimes import TransferRegime, transfer_regime
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.study import Study
from advisor.words.data_words import data_text
from advisor.words.formatting import UNKNOWN, figure_text, money_text, range_text


@dataclass(frozen=True, eq=False)
class PlanFacts:
    """The place that the plan is for, with what the program knows of it.

    Attributes:
        study: the document.
        assessment: the ranking of its active scenario.
        cost_model: total costs, None where the pack knows none.
        row: of the place.
        is_decided: whether a decision chose it; else it leads the ranking abroad.
    """

    study: Study
    assessment: Assessment
    cost_model: CostModel | None
    row: int
    is_decided: bool

    @property
    def location(self) -> str:
        """Id of the place."""
        return self.assessment.locations[self.row].id

    @property
    def name(self) -> str:
        """What the place is called."""
        return self.assessment.locations[self.row].name

    @property
    def home_name(self) -> str:
        """What home is called; empty for a pack without places."""
        home = self.assessment.scenario.home
        return self.assessment.pack.location(home).name if home else ""

    @property
    def people(self) -> int:
        """How many people the work takes."""
        return self.assessment.scenario.headcount

    @property
    def function(self) -> BusinessFunction | None:
        """The work; None where the pack knows no functions."""
        return self.assessment.pack.functions.get(self.assessment.scenario.function)

    @cached_property
    def runners_up(self) -> tuple[int, ...]:
        """Rows of the ranked places abroad but for this one, the best first."""
        return tuple(row for row in rows_abroad(self.assessment) if row != self.row)

    @cached_property
    def costs(self) -> CostResult | None:
        """What home (row 0) and the place (the last row) cost, the scenario's currency; None if unknown."""
        if self.cost_model is None or self.function is None or self.function.mix is None:
            return None
        scenario = self.assessment.scenario
        engagement = self.cost_model.of(scenario, self.study.own)
        rate = self.cost_model.rate(scenario.currency)
        result = engagement.beside_home(self.location).evaluate()
        known = not np.isnan(result.total.p50[-1])
        return result.in_currency(rate.currency, rate.per_usd) if known else None

    @cached_property
    def rates(self) -> CostParameters | None:
        """The rates of the cost model in force."""
        if self.cost_model is None or self.function is None or self.function.mix is None:
            return None
        return self.cost_model.of(self.assessment.scenario, self.study.own).parameters

    @cached_property
    def attrition(self) -> tuple[float, float, float]:
        """Leavers a year there, % of staff: low, likely, high; the rate of all places where it has none."""
        if self.cost_model is None or self.rates is None:
            return (np.nan, np.nan, np.nan)
        inputs = self.cost_model.of(self.assessment.scenario, self.study.own).inputs
        own, row = inputs.attrition_pct, inputs.index(self.location)
        found = (float(own.low[row]), float(own.likely[row]), float(own.high[row]))
        return self.rate("attrition_pct") if np.isnan(found[1]) else found

    @property
    def attrition_is_of_the_place(self) -> bool:
        """Whether leavers are known for the place itself, and not for such work everywhere."""
        if self.cost_model is None or self.rates is None:
            return False
        inputs = self.cost_model.of(self.assessment.scenario, self.study.own).inputs
        return not np.isnan(inputs.attrition_pct.likely[inputs.index(self.location)])

    @property
    def is_captive(self) -> bool:
        """Whether the work goes to a centre of the user's own, and not to a provider."""
        return self.assessment.scenario.delivery == "captive"

    @cached_property
    def attrition_is_own(self) -> bool:
        """Whether the leavers a year there are a figure of the user's own."""
        if self.cost_model is None or self.rates is None:
            return False
        inputs = self.cost_model.of(self.assessment.scenario, self.study.own).inputs
        return is_own(inputs, "attrition_pct", inputs.index(self.location))

    def rate(self, name: str) -> tuple[float, float, float]:
        """Low, likely and high of a rate of the cost model; NaN where there is none."""
        return self.rates[name].values if self.rates is not None else (np.nan, np.nan, np.nan)

    def money(self, quantiles: Quantiles, factor: float = 1.0) -> str:
        """The range of an amount with its currency."""
        low, high = float(quantiles.p10[-1]) * factor, float(quantiles.p90[-1]) * factor
        return money_text(low, high, self.assessment.scenario.currency)

    @cached_property
    def law(self) -> TransferRegime | None:
        """Under which law personal data go there; None for a pack without places."""
        seen = self.assessment.home_figures
        if seen is None:
            return None
        return transfer_regime(seen.places.law, self.assessment.scenario.home, self.location)

    @property
    def overlap(self) -> float:
        """Hours that both sides work at once, a working day at home; NaN if unknown."""
        seen = self.assessment.home_figures
        return float(seen.view.overlap.mean[self.row]) if seen is not None else np.nan

    @property
    def night(self) -> float:
        """Night hours of a shift that reaches the wanted overlap or follows customers; NaN if unknown."""
        seen = self.assessment.home_figures
        if seen is None:
            return np.nan
        follows = self.function is not None and self.function.for_customers
        return float((seen.view.customer_night if follows else seen.view.night).mean[self.row])

    @cached_property
    def hubs(self) -> tuple[str, ...]:
        """Delivery cities of the place, the main one first."""
        seen = self.assessment.home_figures
        if seen is None:
            return ()
        every = seen.places.hubs
        return tuple(
            data_text(h.name) for h, at in zip(every.hubs, every.location_of, strict=True) if at == self.row
        )

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Criterion id to its column."""
        return {criterion.id: j for j, criterion in enumerate(self.assessment.evaluation.criteria)}

    def figure(self, column: int, row: int | None = None) -> str:
        """A figure of the place (or of another) with its unit; unknown is an en dash."""
        at = self.row if row is None else row
        criterion = self.assessment.evaluation.criteria[column]
        return figure_text(float(self.assessment.cells.values[at, column]), criterion.unit)


def rows_abroad(assessment: Assessment) -> tuple[int, ...]:
    """Rows of the ranked places but for home, the best first."""
    evaluation, home = assessment.evaluation, assessment.scenario.home
    ids = assessment.pack.location_ids
    order = (int(row) for row in evaluation.order)
    return tuple(row for row in order if evaluation.status[row] == Status.RANKED and ids[row] != home)


def plan_facts(study: Study, assessment: Assessment, cost_model: CostModel | None) -> PlanFacts | None:
    """The place that a plan is for: what the last decision chose, else the leader abroad; None for none."""
    ids = assessment.pack.location_ids
    if study.chosen in ids:
        return PlanFacts(study, assessment, cost_model, ids.index(study.chosen), is_decided=True)
    abroad = rows_abroad(assessment)
    return PlanFacts(study, assessment, cost_model, abroad[0], is_decided=False) if abroad else None


def span(values: tuple[float, float, float]) -> str:
    """The range of a rate: ``3–12``."""
    return range_text(values[0], values[2]) if values[0] == values[0] else UNKNOWN
