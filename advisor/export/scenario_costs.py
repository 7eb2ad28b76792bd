"""The costs of all places as an export tells them: in the currency of the scenario."""

from __future__ import annotations

from advisor.costs.results import CostResult
from advisor.export.subject import Subject


def scenario_costs(subject: Subject) -> CostResult | None:
    """Costs over the horizon, None where the pack or the function knows none."""
    model, scenario = subject.cost_model, subject.assessment.scenario
    function = subject.assessment.pack.functions.get(scenario.function)
    if model is None or function is None or function.mix is None:
        return None
    rate = model.rate(scenario.currency)
    return model.of(scenario, subject.study.own).result.in_currency(rate.currency, rate.per_usd)
