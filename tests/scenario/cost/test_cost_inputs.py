"""The figures that costs start from, made of the pack that ships."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from advisor.costs.contributions import WorkKind
from advisor.places.languages import LanguageTable
from advisor.scenario.cost.cost_inputs import FOREIGN_LANGUAGE, language_premium
from advisor.scenario.study.own_data import OwnData, OwnRate, OwnWage
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario

SCENARIO = Scenario(home="GBR", function="customer-support")


def at(pack, *places):
    return [pack.location_ids.index(place) for place in places]


def test_that_a_foreign_language_costs_more_the_less_it_is_known(default_pack) -> None:
    table = LanguageTable(default_pack.places.languages, default_pack.location_ids)
    voice = language_premium(table, {"en": 1.0}, WorkKind.VOICE)
    philippines, poland, colombia = at(default_pack, "PHL", "POL", "COL")
    assert voice.likely[philippines] == 1.0  # an official language there
    assert 1.0 < voice.likely[poland] < voice.likely[colombia] < FOREIGN_LANGUAGE[1]
    assert voice.high[colombia] > voice.likely[colombia] > voice.low[colombia] > 1.0
    back = language_premium(table, {"en": 1.0}, WorkKind.BACK_OFFICE)
    lacking = 1 - table.working(["en"]).value[colombia] / 100
    assert np.log(back.likely[colombia]) == pytest.approx(lacking * np.log(FOREIGN_LANGUAGE[1]) / 2)
    assert (language_premium(table, {"en": 1.0}, WorkKind.SOFTWARE).high == 1.0).all()


def test_that_no_premium_bears_on_work_at_home(assessor, default_pack) -> None:
    inputs = assessor.cost_model.of(replace(SCENARIO, home="POL", customer_languages=("de",))).inputs
    (home, abroad) = at(default_pack, "POL", "ROU")
    assert inputs.premium.likely[home] == inputs.language_premium.likely[home] == 1.0
    assert inputs.premium.likely[abroad] > 1.0 and inputs.language_premium.likely[abroad] > 1.0


def test_that_seats_and_hours_are_those_of_the_place(assessor, default_pack) -> None:
    inputs = assessor.cost_model.of(SCENARIO).inputs
    home, india = at(default_pack, "GBR", "IND")
    assert inputs.seat_level[home] == 1.0
    assert 0.3 < inputs.seat_level[india] < 0.6
    assert (inputs.weekly_hours[home], inputs.weekly_hours[india]) == (37.5, 48.0)
    assert not np.isnan(inputs.leave_days).any()


def test_that_a_doubled_wage_moves_every_place_that_shows_it(assessor, default_pack) -> None:
    model = assessor.cost_model
    (row,) = at(default_pack, "PHL")
    before = model.of(SCENARIO).evaluate(500)
    paid = float(before.wage_month.p50[row])
    wage = OwnWage("PHL", 2 * paid, "USD", per="month", function="customer-support")
    own = OwnData(wages=(wage,))
    after = model.of(SCENARIO, own).evaluate(500)
    assert after.wage_month.p50[row] == pytest.approx(2 * paid)
    assert after.price_hour.p50[row] > 1.4 * before.price_hour.p50[row]
    assert after.saving_pct.p50[row] < before.saving_pct.p50[row]
    plain, changed = assessor.assess(SCENARIO), assessor.assess(SCENARIO, own)
    for criterion, sign in (("cost_per_fte", 1), ("saving", -1)):
        column = [each.id for each in default_pack.criteria].index(criterion)
        difference = changed.cells.values[row, column] - plain.cells.values[row, column]
        assert sign * difference > 0
        assert "your own wage" in str(changed.cells.notes[row, column])
    assert changed.evaluation.scores[row] < plain.evaluation.scores[row]
    detail = model.of(SCENARIO, own).detail("PHL", 500)
    assert "user" in {each.line.id: each for each in detail.lines}["base_wage"].basis


def test_that_the_baseline_of_all_savings_is_the_users_own_cost(assessor, default_pack) -> None:
    own = OwnData(rates=(OwnRate("GBR", "cost_per_person_usd", 40_000.0, 40_000.0, 40_000.0),))
    model = assessor.cost_model
    plain, changed = model.of(SCENARIO).evaluate(500), model.of(SCENARIO, own).evaluate(500)
    home, poland, india = at(default_pack, "GBR", "POL", "IND")
    assert changed.run_rate.p50[home] == pytest.approx(40_000)
    for row in (poland, india):
        assert changed.saving_pct.p50[row] < plain.saving_pct.p50[row]
    assert changed.saving_pct.p50[home] == 0.0


def test_that_own_figures_which_cannot_be_are_named(assessor) -> None:
    own = OwnData(rates=(OwnRate("GBR", "magic", 1.0, 1.0, 1.0),))
    with pytest.raises(ScenarioError, match="'magic' is no rate of one location"):
        assessor.cost_model.of(SCENARIO, own)


def test_that_a_place_dearer_by_a_quarter_earns_nothing_and_home_a_quarter(assessor, default_pack) -> None:
    assessment = assessor.assess(SCENARIO)
    column = [each.id for each in default_pack.criteria].index("saving")
    values, saved = assessment.evaluation.valued.values[:, column], assessment.cells.values[:, column]
    (home,) = at(default_pack, "GBR")
    assert values[home] == pytest.approx(0.25)
    known = ~np.isnan(saved)
    assert values[known] == pytest.approx(np.clip((saved[known] + 25) / 100, 0, 1))
