"""The costs of all places as an export tells them: in the currency of the scenario."""

from __future__ import annotations

from advisor.costs.results import CostResult
from advisor.costs.uncertainty import DEFAULT_DRAWS
from advisor.export.subject import Subject

_PLACES_TIMES_DRAWS = 2_500_000  # what an export may draw: all the draws up to 250 places
_LEAST_DRAWS = 500  # as the ranking takes: ranges within a percent or two


def scenario_costs(subject: Subject) -> CostResult | None:
    """Costs over the horizon, None where the pack or the function knows none."""
    model, scenario = subject.cost_model, subject.assessment.scenario
    function = subject.assessment.pack.functions.get(scenario.function)
    if model is None or function is None or function.mix is None:
        return None
    rate = model.rate(scenario.currency)
    engagement, draws = model.of(scenario, subject.study.own), cost_draws(len(subject.assessment.locations))
    result = engagement.result if draws == DEFAULT_DRAWS else engagement.evaluate(draws)
    return result.in_currency(rate.currency, rate.per_usd)


def cost_draws(places: int) -> int:
    """How many draws the costs of so many places are counted from: fewer where there are thousands."""
    return max(_LEAST_DRAWS, min(DEFAULT_DRAWS, _PLACES_TIMES_DRAWS // max(1, places)))
