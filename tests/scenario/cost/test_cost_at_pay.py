"""What a location costs if pay there changes."""

from __future__ import annotations

import pytest

from advisor.scenario.study.defaults import default_scenario


def test_that_unchanged_pay_costs_what_the_ranking_says(assessor, default_pack):
    scenario = default_scenario(default_pack)
    assessment = assessor.assess(scenario)
    column = [c.id for c in default_pack.criteria].index("cost_per_fte")
    row = default_pack.location_ids.index("POL")
    assert assessor.cost_model is not None
    assert assessor.cost_model.of(scenario).at_pay("POL", 1.0) == pytest.approx(
        assessment.cells.values[row, column]
    )


def test_that_cost_rises_with_pay_but_less_because_not_all_cost_is_pay(assessor, default_pack):
    scenario = default_scenario(default_pack)
    model = assessor.cost_model
    now, dearer = (model.of(scenario).at_pay("POL", factor) for factor in (1.0, 1.2))
    assert now < dearer < 1.2 * now
    assert model.of(scenario).at_pay("ROU", 1.0) == pytest.approx(model.of(scenario).at_pay("ROU", 1.0))


@pytest.mark.parametrize("factor", [0.0, -1.0, float("nan")])
def test_that_pay_of_nothing_is_refused(assessor, default_pack, factor):
    with pytest.raises(ValueError, match="Pay cannot be"):
        assessor.cost_model.of(default_scenario(default_pack)).at_pay("POL", factor)
