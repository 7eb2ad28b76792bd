"""One costing that the tests of this room share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.cost.cost_view import CostView

DRAWS = 400


@pytest.fixture(scope="session")
def costed(default_pack: DataPack) -> Callable[[str], CostView]:
    """The cost of a location as the cost tab shows it, from Germany."""
    assessor = Assessor(default_pack)
    model = assessor.cost_model
    assert model is not None
    scenario = replace(default_scenario(default_pack), home="DEU")
    result = model.of(scenario).evaluate(DRAWS)

    @cache
    def cost(location: str) -> CostView:
        return CostView(
            default_pack.location(location).name,
            default_pack.location("DEU").name,
            result,
            default_pack.location_ids.index(location),
            model.of(scenario).detail(location, DRAWS),
            model.of(scenario).parameters,
            model.price_year,
        )

    return cost
