"""What is weighed, what swings mean, and pairwise comparisons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.core.criteria import Criterion
from advisor.core.value_functions import Direction, LinearValue, PiecewiseValue
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK
from advisor.scenario.edits.weight_scope import compared, ratio_of, scopes_of, starting_ratio, swing_text
from advisor.scenario.study.defaults import default_scenario
from advisor.words.locale import THOUSANDS, set_locale


def test_that_themes_come_first_then_the_criteria_of_every_theme(default_pack):
    scopes = scopes_of(default_pack)
    assert [scope.theme for scope in scopes][:3] == ["", "cost", "people"]
    assert len(scopes) == 7
    for scope in scopes:
        shares = scope.shares(default_pack, default_scenario(default_pack))
        assert sum(shares.values()) == pytest.approx(100)
        assert set(shares) == {item.id for item in scope.items}


def test_that_weights_of_a_scope_arrive_in_the_scenario(default_pack):
    scenario = default_scenario(default_pack)
    for scope in scopes_of(default_pack):
        count = len(scope.items)
        wanted = {
            item.id: 2.0 * (place + 1) / (count * (count + 1)) for place, item in enumerate(scope.items)
        }
        shares = scope.shares(default_pack, scope.applied(default_pack, scenario, wanted))
        assert shares == pytest.approx({key: 100 * weight for key, weight in wanted.items()}, abs=1e-4)


def test_that_swings_are_said_in_real_units(default_pack):
    texts = {criterion.id: swing_text(criterion) for criterion in default_pack.criteria}
    assert texts["overlap"] == "from 0 to 8 hours a day"
    assert texts["cost_per_fte"] == f"from 220{THOUSANDS}000 to 14{THOUSANDS}000 USD a year"
    assert texts["data_transfer"] == "from 0 to 100 points"
    assert texts["rule_of_law"].endswith("(index −2.5 to 2.5)")
    themes = scopes_of(default_pack)[0].items
    people = next(item for item in themes if item.id == "people")
    assert people.swing.endswith("and 7 more")
    assert people.swing_in_full.count("from") == 9


@pytest.mark.parametrize(
    ("function", "unit", "text"),
    [
        (LinearValue(0, 8, Direction.UP), "hours of overlap", "from 0 to 8 hours of overlap"),
        (
            LinearValue(350.5, 12_500, Direction.DOWN),
            "USD a month",
            f"from 12{THOUSANDS}500 to 350.5 USD a month",
        ),
        (LinearValue(-2.5, 2.5, Direction.UP), "", "from \N{MINUS SIGN}2.5 to 2.5"),
        (PiecewiseValue(((0, 0.2), (10, 1.0), (30, 0.0))), "%", "from 30 to 10 %"),
    ],
)
def test_that_a_swing_is_told_in_real_units(function, unit, text):
    assert swing_text(Criterion("x", function, unit=unit)) == text


def test_that_swings_are_said_in_the_language_in_force():
    set_locale("es")
    try:
        texts = {criterion.id: swing_text(criterion) for criterion in load_pack(DEFAULT_PACK).criteria}
    finally:
        set_locale("en")
    assert texts["overlap"] == "de 0 a 8 horas al día"
    assert texts["labour_force"] == "de 0,1 a 150 millones de personas"
    assert texts["power_reliability"] == "de 0 a 8 (índice 0–8)"


def test_that_a_pack_with_one_theme_offers_its_criteria_only(write_pack):
    (scope,) = scopes_of(load_pack(write_pack()))
    assert (scope.theme, scope.name) == ("all", "Criteria")


def test_that_a_pack_with_one_criterion_offers_nothing(write_pack):
    pack = load_pack(
        write_pack(
            criteria="id,direction,lower,upper\nquality,up,0,10\n",
            values="location_id,criterion_id,value\na,quality,8\n",
        )
    )
    assert scopes_of(pack) == ()


def test_that_things_of_the_same_name_are_told_apart(write_pack):
    pack = load_pack(
        write_pack(
            criteria="id,label,direction,lower,upper\nx,Same,up,0,9\ny,Same,up,0,9\n",
            values="location_id,criterion_id,value\na,x,8\nb,y,3\n",
        )
    )
    assert [item.name for item in scopes_of(pack)[0].items] == ["Same (x)", "Same (y)"]


@given(step=st.integers(-8, 8))
def test_that_a_step_of_the_scale_is_found_again_from_its_ratio(step):
    assert starting_ratio(ratio_of(step), 1.0) == step
    assert ratio_of(-step) == pytest.approx(1 / ratio_of(step))


@pytest.mark.parametrize(
    ("first", "second", "step"), [(0, 0, 0), (5, 0, 8), (0, 5, -8), (99, 1, 8), (30, 20, 1)]
)
def test_that_shares_start_at_the_nearest_step(first, second, step):
    assert starting_ratio(first, second) == step


def test_that_comparisons_without_contradiction_give_back_their_ratios(default_pack):
    items = scopes_of(default_pack)[0].items[:3]
    steps = {
        (items[0].id, items[1].id): 1,
        (items[0].id, items[2].id): 5,
        (items[1].id, items[2].id): 2,
    }
    result = compared(items, steps)
    assert result.weights.tolist() == pytest.approx([0.6, 0.3, 0.1])
    assert result.consistency_ratio == pytest.approx(0, abs=1e-9)
