"""The total-cost model connected to the pack that ships."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import CostChange, Scenario

SCENARIO = Scenario(home="GBR", function="customer-support")


def column(assessment, name="cost_per_fte"):
    return assessment.cells.values[:, [c.id for c in assessment.pack.criteria].index(name)]


def test_that_the_ranking_uses_the_total_cost_of_the_scenario(assessor):
    base = column(assessor.assess(SCENARIO))
    assert np.allclose(
        base, assessor.cost_model.of(SCENARIO).for_ranking().total_year_per_fte.p50, equal_nan=True
    )
    dearer = (CostChange("governance_pct", 20, 30, 40),)
    changed = column(assessor.assess(replace(SCENARIO, cost_changes=dearer)))
    home = assessor.cost_model.of(SCENARIO).home
    away = np.arange(len(base)) != home
    known = ~np.isnan(base)
    assert (changed[known & away] > base[known & away]).all()
    assert changed[home] == base[home]


def test_that_the_rankings_cost_agrees_with_the_full_report(assessor):
    quick = assessor.cost_model.of(SCENARIO).for_ranking().total_year_per_fte
    full = assessor.cost_model.of(SCENARIO).result.total_year_per_fte
    for end, whole in ((quick.p10, full.p10), (quick.p50, full.p50), (quick.p90, full.p90)):
        assert np.nanmedian(np.abs(end / whole - 1)) < 0.02
        assert np.nanmax(np.abs(end / whole - 1)) < 0.06


def test_that_what_is_drawn_for_an_engagement_is_drawn_once_and_is_that_of_all_draws(assessor):
    result = assessor.cost_model.of(SCENARIO).result
    assert assessor.cost_model.of(replace(SCENARIO, name="Another")).result is result
    row, beside = result.location_ids.index("POL"), assessor.cost_model.of(SCENARIO).beside_home("POL")
    again = beside.evaluate()
    assert again is not beside.result
    assert again.total.p90.tolist() == [result.total.p90[result.home_index], result.total.p90[row]]
    other = assessor.cost_model.of(replace(SCENARIO, home="USA")).beside_home("POL").result
    assert other.total.p90[-1] != result.total.p90[row]


def test_that_pay_never_falls_below_the_minimum_wage(assessor, default_pack):
    model = assessor.cost_model
    result = model.of(SCENARIO).evaluate(draws=200)
    inputs = model.of(SCENARIO).inputs
    floor = inputs.minimum_wage * inputs.months * (1 + inputs.contributions_pct / 100)
    known = ~np.isnan(result.loaded_year.p10)
    assert (result.loaded_year.p10[known] >= floor[known] - 1e-6).all()


@pytest.mark.parametrize("home", ["GBR", "BMU", "NRU"])
def test_that_nearly_all_locations_have_a_cost_also_from_a_home_with_unknown_contributions(assessor, home):
    assert np.isnan(column(assessor.assess(replace(SCENARIO, home=home)))).sum() <= 2


def test_that_contributions_taken_from_peers_are_said(assessor):
    assessment = assessor.assess(SCENARIO)
    note = str(assessment.cells.notes[assessment.evaluation.row("BMU"), 0])
    assert "unknown there: median of its peers" in note


def test_that_attrition_of_contact_centres_serves_voice_work_only(assessor):
    model = assessor.cost_model
    assert not np.isnan(model.of(SCENARIO).inputs.attrition_pct.likely).all()
    back = replace(SCENARIO, function="data-entry")
    assert np.isnan(model.of(back).inputs.attrition_pct.likely).all()


def test_that_fewer_leave_where_the_work_is_not_done_by_voice(assessor):
    """35.5 % a year is what contact centres lose; readings over all sectors stand for other work."""
    model, software = assessor.cost_model, replace(SCENARIO, function="software-development")
    voice, other = (model.of(each).parameters["attrition_pct"] for each in (SCENARIO, software))
    assert (voice.likely, other.likely) == (35.5, 14.6)
    assert other.published and not model.of(software).parameters.changed
    own = replace(software, cost_changes=(CostChange("attrition_pct", 20, 30, 40),))
    assert model.of(own).parameters["attrition_pct"].values == (20, 30, 40)
    assert model.of(own).parameters.changed == ("attrition_pct",)
    assert model.of(own).parameters.reset("attrition_pct")["attrition_pct"].likely == 14.6


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"years": 0}, "years: 0 is below 1"),
        ({"currency": "XXQ"}, "XXQ"),
        ({"cost_changes": (CostChange("attrition_pct", 3, 2, 1),)}, "attrition_pct"),
        ({"cost_changes": (CostChange("magic", 1, 2, 3),)}, "no cost parameter 'magic'"),
    ],
)
def test_that_terms_and_parameters_that_cannot_be_are_named(assessor, change, said):
    with pytest.raises(ScenarioError, match=said):
        assessor.assess(replace(SCENARIO, **change))
