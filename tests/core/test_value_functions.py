"""Value functions: fixed goalposts, direction, clipping, error messages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.core.criteria import Criterion, make_value_function, themes_of
from advisor.core.value_functions import Direction, LinearValue, LogValue, PiecewiseValue

UP, DOWN = Direction.UP, Direction.DOWN


def test_that_a_linear_value_runs_from_the_worst_to_the_best_goalpost():
    assert LinearValue(10, 30, UP)(np.array([10.0, 20.0, 30.0])).tolist() == [0.0, 0.5, 1.0]
    assert LinearValue(10, 30, DOWN)(np.array([10.0, 20.0, 30.0])).tolist() == [1.0, 0.5, 0.0]


def test_that_figures_beyond_a_goalpost_are_clipped_to_it():
    raw = np.array([-5.0, 1000.0])
    assert LinearValue(10, 30, UP)(raw).tolist() == [0.0, 1.0]
    assert LogValue(10, 30, DOWN)(raw).tolist() == [1.0, 0.0]


def test_that_a_log_value_gives_each_doubling_the_same_step():
    values = LogValue(1, 16, UP)(np.array([1.0, 2.0, 4.0, 8.0, 16.0]))
    assert np.allclose(np.diff(values), 0.25)


def test_that_a_human_development_income_index_is_reproduced():
    # UNDP, Human Development Report, technical note 1: income index with goalposts
    # 100 and 75,000 dollars, (ln(x) - ln(100)) / (ln(75000) - ln(100)).
    expected = (np.log(13_000) - np.log(100)) / (np.log(75_000) - np.log(100))
    assert LogValue(100, 75_000, UP)(np.array([13_000.0]))[0] == pytest.approx(expected)


def test_that_a_piecewise_value_may_have_its_best_in_the_middle():
    value = PiecewiseValue(((0, 0.0), (10, 1.0), (30, 0.5)))
    assert value(np.array([-1.0, 5.0, 10.0, 20.0, 99.0])).tolist() == [0.0, 0.5, 1.0, 0.75, 0.5]
    assert (value.worst, value.best) == (0, 10)


@pytest.mark.parametrize(
    "value", [LinearValue(1, 2, UP), LogValue(1, 2, DOWN), PiecewiseValue(((0, 0.0), (1, 1.0)))]
)
def test_that_unknown_stays_unknown(value):
    assert np.isnan(value(np.array([np.nan]))).all()


@pytest.mark.parametrize(
    ("direction", "worst", "best"),
    [(UP, 2.0, 5.0), (DOWN, 5.0, 2.0)],
)
def test_that_worst_and_best_follow_the_direction(direction, worst, best):
    for value in (LinearValue(2.0, 5.0, direction), LogValue(2.0, 5.0, direction)):
        assert (value.worst, value.best) == (worst, best)


@given(
    st.floats(-1e6, 1e6),
    st.floats(-1e6, 1e6),
    st.sampled_from([UP, DOWN]),
    st.sampled_from(["linear", "log"]),
)
def test_that_values_are_monotone_and_stay_within_0_and_1(a, b, direction, transform):
    value = make_value_function(transform, direction, 3.0, 700.0)
    low, high = value(np.array([min(a, b), max(a, b)]))
    assert min(low, high) >= 0.0
    assert max(low, high) <= 1.0
    assert low <= high if direction is UP else low >= high


@pytest.mark.parametrize(
    ("transform", "lower", "upper", "points", "message"),
    [
        ("linear", 5.0, 5.0, (), "The lower goalpost (5) must be below the upper one (5)."),
        ("linear", float("nan"), 5.0, (), "Goalposts must be finite numbers."),
        ("log", 0.0, 5.0, (), "A logarithmic scale needs a lower goalpost above 0, not 0."),
        ("log", 1e-320, 5.0, (), "The goalposts of a logarithmic scale lie too far apart."),
        ("log", 6.0, 5.0, (), "The lower goalpost (6) must be below the upper one (5)."),
        ("points", 0, 0, ((0, 0.0),), "A piecewise value function needs at least two points."),
        (
            "points",
            0,
            0,
            ((1, 0.0), (1, 1.0)),
            "The points of a piecewise value function must have rising raw figures.",
        ),
        (
            "points",
            0,
            0,
            ((0, 0.0), (1, 1.5)),
            "The points of a piecewise value function must have values between 0 and 1.",
        ),
        ("cubic", 0, 1, (), "Unknown transform 'cubic': use linear, log or points."),
    ],
)
def test_that_impossible_value_functions_say_what_is_wrong(transform, lower, upper, points, message):
    with pytest.raises(ValueError) as caught:
        make_value_function(transform, UP, lower, upper, points)
    assert str(caught.value) == message


def test_that_a_criterion_is_named_by_its_label_or_else_its_id():
    value = LinearValue(0, 1, UP)
    assert Criterion("wage", value, label="Labour cost").name == "Labour cost"
    assert Criterion("wage", value).name == "wage"


def test_that_themes_keep_the_order_of_first_appearance():
    value = LinearValue(0, 1, UP)
    criteria = [Criterion(i, value, theme=t) for i, t in [("x", "b"), ("y", "a"), ("z", "b")]]
    assert themes_of(criteria) == ("b", "a")
