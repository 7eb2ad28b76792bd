"""Two-level weights: shares, defaults, scale, error messages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.core.criteria import Criterion
from advisor.core.value_functions import Direction, LinearValue
from advisor.core.weighting import resolve_weights

VALUE = LinearValue(0, 1, Direction.UP)
CRITERIA = (
    Criterion("wage", VALUE, theme="cost", weight=3),
    Criterion("tax", VALUE, theme="cost", weight=1),
    Criterion("skills", VALUE, theme="people", weight=2),
)
WEIGHT = st.floats(0.01, 100)


def test_that_a_theme_weighs_the_sum_of_its_criteria_unless_it_says_otherwise():
    weights = resolve_weights(CRITERIA)
    assert weights.themes == ("cost", "people")
    assert weights.theme_weights == pytest.approx([4 / 6, 2 / 6])
    assert weights.within == pytest.approx([0.75, 0.25, 1.0])
    assert weights.flat == pytest.approx([3 / 6, 1 / 6, 2 / 6])


def test_that_a_theme_weight_given_by_the_pack_wins_over_the_sum():
    own = (Criterion("wage", VALUE, theme="cost", weight=3, theme_weight=1.0), CRITERIA[2])
    assert resolve_weights(own).theme_weights == pytest.approx([1 / 3, 2 / 3])


def test_that_the_users_weights_win_over_the_packs():
    weights = resolve_weights(CRITERIA, {"cost": 1, "people": 3}, {"tax": 3})
    assert weights.flat == pytest.approx([0.125, 0.125, 0.75])


def test_that_a_theme_whose_criteria_all_weigh_nothing_leaves_its_share_to_the_others():
    weights = resolve_weights(CRITERIA, {"cost": 5, "people": 5}, {"skills": 0})
    assert weights.theme_weights.tolist() == [1.0, 0.0]
    assert weights.flat == pytest.approx([0.75, 0.25, 0.0])


@given(st.lists(WEIGHT, min_size=3, max_size=3), st.lists(WEIGHT, min_size=2, max_size=2), WEIGHT, WEIGHT)
def test_that_weights_have_no_scale(criterion, theme, factor, theme_factor):
    ids, themes = ("wage", "tax", "skills"), ("cost", "people")
    plain = resolve_weights(
        CRITERIA, dict(zip(themes, theme, strict=True)), dict(zip(ids, criterion, strict=True))
    )
    scaled = resolve_weights(
        CRITERIA,
        {t: w * theme_factor for t, w in zip(themes, theme, strict=True)},
        {i: w * factor for i, w in zip(ids, criterion, strict=True)},
    )
    assert scaled.flat == pytest.approx(plain.flat)
    assert plain.flat.sum() == pytest.approx(1.0)
    assert plain.theme_weights.sum() == pytest.approx(1.0)
    assert np.bincount(plain.theme_of, plain.within) == pytest.approx([1.0, 1.0])


@pytest.mark.parametrize(
    ("themes", "criteria", "message"),
    [
        ({"price": 1}, {}, "There is no theme 'price'; the themes are cost, people."),
        ({}, {"rent": 1}, "There is no criterion 'rent'; the criteria are wage, tax, skills."),
        ({"cost": -1}, {}, "The weight of theme 'cost' is -1: it must be 0 or more."),
        ({}, {"tax": float("nan")}, "The weight of criterion 'tax' is nan: it must be 0 or more."),
        ({}, {"tax": float("inf")}, "The weight of criterion 'tax' is inf: it must be 0 or more."),
        ({"cost": 0, "people": 0}, {}, "All weights are 0: raise at least one."),
    ],
)
def test_that_impossible_weights_say_what_is_wrong(themes, criteria, message):
    with pytest.raises(ValueError) as caught:
        resolve_weights(CRITERIA, themes, criteria)
    assert str(caught.value) == message


def test_that_weights_cannot_be_changed_in_place():
    with pytest.raises(ValueError, match="read-only"):
        resolve_weights(CRITERIA).flat[0] = 1.0
