"""Everything that the chapters of a report say something about, gathered once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from advisor.core.evaluation import Evaluation, Status
from advisor.costs.results import CostResult
from advisor.export.scenario_costs import scenario_costs
from advisor.export.subject import Subject
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.compare.compare_figures import Comparison, compare
from advisor.views.cost.cost_view import CostView, unknown_reason
from advisor.views.plan.plan import Plan
from advisor.views.plan.plan_facts import rows_abroad
from advisor.views.plan.planning import plan_of


@dataclass(frozen=True, eq=False)
class ReportFacts:
    """A subject seen as a recommendation.

    Attributes:
        subject: what is exported.
        row: of the place that is recommended, None where nothing is ranked.
    """

    subject: Subject
    row: int | None

    @property
    def assessment(self) -> Assessment:
        """The ranking."""
        return self.subject.assessment

    @property
    def evaluation(self) -> Evaluation:
        """Scores and ranks."""
        return self.subject.assessment.evaluation

    @property
    def ranked(self) -> int:
        """How many locations are ranked."""
        return int((self.evaluation.status == Status.RANKED).sum())

    @property
    def is_decided(self) -> bool:
        """Whether the latest decision chose the place."""
        chosen = self.subject.study.chosen
        return self.row is not None and self.assessment.locations[self.row].id == chosen

    def name(self, row: int) -> str:
        """Name of a location."""
        return self.assessment.locations[row].name

    @cached_property
    def home(self) -> int | None:
        """Row of home, None for a pack without places."""
        ids, home = self.assessment.pack.location_ids, self.assessment.scenario.home
        return ids.index(home) if home in ids else None

    @cached_property
    def runner_up(self) -> int | None:
        """Row of the best other place abroad."""
        return next((row for row in self.abroad if row != self.row), None)

    @cached_property
    def abroad(self) -> tuple[int, ...]:
        """Rows of the ranked places but for home, the best first."""
        return rows_abroad(self.assessment)

    @cached_property
    def plan(self) -> Plan | None:
        """What to do once the place is chosen; None where none is ranked."""
        return plan_of(self.subject.study, self.assessment, self.subject.cost_model)

    @cached_property
    def pair(self) -> Comparison | None:
        """The recommended place beside the runner-up."""
        if self.row is None or self.runner_up is None:
            return None
        ids = self.assessment.pack.location_ids
        return compare(self.assessment, ids[self.row], ids[self.runner_up])

    @cached_property
    def costs(self) -> CostResult | None:
        """Costs of all locations in the scenario's currency, None where the pack knows none."""
        return scenario_costs(self.subject)

    @cached_property
    def cost_view(self) -> CostView | None:
        """What charts of the recommended place's cost are drawn from; None where it is unknown."""
        model, scenario = self.subject.cost_model, self.assessment.scenario
        function = self.assessment.pack.functions.get(scenario.function)
        if model is None or self.row is None or self.home is None or function is None or function.mix is None:
            return None
        engagement = model.of(scenario, self.subject.study.own).beside_home(
            self.assessment.locations[self.row].id
        )
        rate = model.rate(scenario.currency)
        result = engagement.result.in_currency(rate.currency, rate.per_usd)
        if np.isnan(result.total.p50).any():
            return None
        return CostView(
            self.name(self.row),
            self.name(self.home),
            result,
            len(result.location_ids) - 1,
            engagement.detail(self.assessment.locations[self.row].id).in_currency(rate.per_usd),
            engagement.parameters,
            model.price_year,
        )

    @cached_property
    def why_no_cost(self) -> str:
        """Why the cost of the recommended place is unknown; empty where it is known or the pack has none."""
        model = self.subject.cost_model
        if model is None or self.costs is None or self.row is None or self.home is None:
            return ""
        inputs = model.of(self.assessment.scenario, self.subject.study.own).inputs
        return unknown_reason(inputs, self.row, self.home, (self.name(self.row), self.name(self.home)))


def report_facts(subject: Subject) -> ReportFacts:
    """The place to recommend: what the latest decision chose, else the leader abroad, else the leader."""
    assessment = subject.assessment
    ids, evaluation = assessment.pack.location_ids, assessment.evaluation
    if subject.study.chosen in ids:
        return ReportFacts(subject, ids.index(subject.study.chosen))
    abroad = rows_abroad(assessment)
    leaders = abroad or tuple(int(row) for row in evaluation.order if evaluation.ranks[row])
    return ReportFacts(subject, leaders[0] if leaders else None)
