"""Moving, locking and resetting weights."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.paths import DEFAULT_PACK
from advisor.scenario.edits import weight_edits
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.weights.default_weights import weights_in_force

PACK = load_pack(DEFAULT_PACK)
START = default_scenario(PACK)
THEMES = tuple(weight_edits.theme_shares(weights_in_force(PACK, START)))


def theme_shares(scenario: Scenario, pack: DataPack = PACK) -> dict[str, float]:
    return weight_edits.theme_shares(weights_in_force(pack, scenario))


def criterion_shares(scenario: Scenario, theme: str) -> dict[str, float]:
    return weight_edits.criterion_shares(PACK, weights_in_force(PACK, scenario), theme)


@given(
    theme=st.sampled_from(THEMES),
    share=st.integers(0, 100),
    locked=st.sets(st.sampled_from(THEMES), max_size=3),
)
def test_that_shares_add_to_100_and_locked_ones_stay(theme, share, locked):
    locked = locked - {theme}
    before = theme_shares(START)
    after = theme_shares(weight_edits.with_theme_share(PACK, START, theme, share, locked))
    assert sum(after.values()) == pytest.approx(100)
    for key in locked:
        assert after[key] == pytest.approx(before[key], abs=1e-4)
    room = 100 - sum(before[key] for key in locked)
    assert after[theme] == pytest.approx(min(share, room), abs=1e-3)


def test_that_others_keep_their_proportions():
    before = theme_shares(START)
    after = theme_shares(weight_edits.with_theme_share(PACK, START, "cost", 50))
    assert after["cost"] == pytest.approx(50)
    assert after["people"] / after["time"] == pytest.approx(before["people"] / before["time"])


def test_that_a_share_brought_back_to_the_default_is_not_stored():
    moved = weight_edits.with_theme_share(PACK, START, "cost", 50)
    assert moved.theme_weights
    assert weight_edits.with_default_theme_share(PACK, moved, "cost") == START
    assert not weight_edits.has_own_weights(START)


def test_that_a_criterion_moves_within_its_theme_only():
    before = criterion_shares(START, "time")
    moved = weight_edits.with_criterion_share(PACK, START, "overlap", 80)
    after = criterion_shares(moved, "time")
    assert after["overlap"] == pytest.approx(80)
    assert sum(after.values()) == pytest.approx(100)
    assert after["distance"] / after["night_hours"] == pytest.approx(
        before["distance"] / before["night_hours"]
    )
    assert criterion_shares(moved, "cost") == pytest.approx(criterion_shares(START, "cost"))
    assert theme_shares(moved) == pytest.approx(theme_shares(START))
    assert weight_edits.with_default_criterion_share(PACK, moved, "overlap") == START


def test_that_locked_criteria_stay():
    before = criterion_shares(START, "time")
    moved = weight_edits.with_criterion_share(PACK, START, "overlap", 60, {"distance"})
    assert criterion_shares(moved, "time")["distance"] == pytest.approx(before["distance"], abs=1e-4)


def test_that_resetting_all_forgets_every_own_weight():
    moved = weight_edits.with_theme_share(PACK, START, "cost", 50)
    moved = weight_edits.with_criterion_share(PACK, moved, "overlap", 80)
    assert weight_edits.without_own_weights(moved) == START


def test_that_defaults_follow_the_function_while_own_weights_stay():
    moved = weight_edits.with_theme_share(PACK, START, "cost", 50)
    other = replace(moved, function="data-entry")
    assert theme_shares(other)["cost"] == pytest.approx(50)
    assert weight_edits.theme_shares(weight_edits.weights_by_default(PACK, other)) == pytest.approx(
        theme_shares(replace(START, function="data-entry"))
    )


def test_that_a_theme_that_weighs_as_much_as_its_criteria_keeps_its_weight(write_pack):
    pack = load_pack(
        write_pack(
            criteria="id,theme,direction,lower,upper,weight\nx,one,up,0,9,1\ny,one,up,0,9,2\nz,two,up,0,9,3\n",
            values="location_id,criterion_id,value\na,x,8\nb,y,3\nc,z,3\n",
        )
    )
    moved = weight_edits.with_criterion_share(pack, Scenario(), "x", 90)
    assert theme_shares(moved, pack) == pytest.approx({"one": 50, "two": 50})
    assert weight_edits.criterion_shares(pack, weights_in_force(pack, moved), "one")["x"] == pytest.approx(90)


def test_that_the_only_theme_of_a_pack_cannot_move(write_pack):
    pack = load_pack(write_pack())
    assert weight_edits.with_theme_share(pack, Scenario(), "all", 30) == Scenario()


@given(criterion=st.sampled_from([c.id for c in PACK.criteria]), share=st.integers(1, 99))
def test_that_a_share_of_the_whole_leaves_all_other_criteria_their_proportions(criterion, share):
    before = weights_in_force(PACK, START).flat
    after = weights_in_force(PACK, weight_edits.with_flat_share(PACK, START, criterion, share)).flat
    index = [c.id for c in PACK.criteria].index(criterion)
    others = [j for j in range(len(before)) if j != index]
    assert after[index] == pytest.approx(share / 100, abs=1e-6)
    assert after[others] == pytest.approx(before[others] * (1 - share / 100) / (1 - before[index]), abs=1e-6)


def test_that_all_weights_can_be_set_at_once_and_defaults_are_not_stored():
    weights = weights_in_force(PACK, weight_edits.with_theme_share(PACK, START, "cost", 50))
    assert theme_shares(weight_edits.with_weights(PACK, START, weights))["cost"] == pytest.approx(50)
    assert weight_edits.with_weights(PACK, START, weights_in_force(PACK, START)) == START


@given(criterion=st.sampled_from([c.id for c in PACK.criteria]), share=st.integers(1, 99))
def test_that_a_share_of_the_whole_moves_nothing_that_is_locked(criterion, share):
    start = replace(START, locked_themes=frozenset({"cost", "time"}), locked_criteria=frozenset({"homicide"}))
    after = weight_edits.with_flat_share_around_locked(PACK, start, criterion, share)
    for theme in ("cost", "time"):
        assert theme_shares(after)[theme] == pytest.approx(theme_shares(start)[theme], abs=1e-3)
    theme = next(c.theme for c in PACK.criteria if c.id == "homicide")
    before = criterion_shares(start, theme)["homicide"]
    assert criterion_shares(after, theme)["homicide"] == pytest.approx(before, abs=1e-3)
    assert sum(theme_shares(after).values()) == pytest.approx(100.0)
