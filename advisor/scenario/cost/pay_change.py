"""What a location would cost if pay there were another."""

from __future__ import annotations

import math
from dataclasses import replace

from advisor.costs.ranges import Range
from advisor.costs.total_cost import TotalCostModel
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.study.scenario import Scenario


def cost_at_pay(model: CostModel, scenario: Scenario, location: str, factor: float) -> float:
    """Total cost per person and year, USD, of a location whose wages are ``factor`` times what they are.

    Everything else stays: contributions and what else follows pay rises with
    it, seats, travel and management do not. NaN where the cost is unknown.

    Raises:
        ScenarioError: the scenario's terms or rates cannot be used.
        ValueError: a factor of 0 or less, or no such location.
    """
    if not (math.isfinite(factor) and factor > 0):
        raise ValueError(f"Pay cannot be {factor:g} times what it is.")
    inputs = model.inputs(scenario)
    row = inputs.index(location)
    ends = [end.copy() for end in (inputs.base_wage.low, inputs.base_wage.likely, inputs.base_wage.high)]
    for end in ends:
        end[row] *= factor
    changed = replace(inputs, base_wage=Range(*ends))
    costs = TotalCostModel(model.parameters(scenario)).cost_per_fte(
        changed, model.home_index(scenario), model.terms(scenario)
    )
    return float(costs.likely[row])
