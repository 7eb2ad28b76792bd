"""The steps from published pay to a base wage."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.costs.contributions import PREMIUM_SHARE, WorkKind, contribution_rate, premium
from advisor.costs.wage_estimation import (
    fit_log_line,
    geometric_mean,
    half_width_observed,
    spread_between_sources,
    survey_discount,
    to_month,
    uprating_factor,
)

GDP = {2018: 1000.0, 2019: 1050.0, 2020: 1100.0, 2021: 1150.0, 2022: 1200.0, 2023: 1260.0, 2024: 1300.0}


def test_that_weekly_and_hourly_pay_become_a_month() -> None:
    assert to_month(100.0, "week") == pytest.approx(433.33, abs=0.01)
    assert to_month(1.0, "hour") == pytest.approx(173.33)
    assert to_month(7.0, "month") == 7.0


def test_that_uprating_follows_gdp_per_capita() -> None:
    assert uprating_factor(GDP, 2020, 2024) == pytest.approx(1300 / 1100)


def test_that_uprating_is_capped_at_6_percent_a_year() -> None:
    assert uprating_factor({2020: 100.0, 2022: 200.0}, 2020, 2022) == pytest.approx(1.06**2)


def test_that_a_devaluation_counts_in_full() -> None:
    assert uprating_factor({2020: 100.0, 2022: 40.0}, 2020, 2022) == pytest.approx(0.4)


def test_that_years_beyond_the_newest_gdp_grow_by_the_recent_mean() -> None:
    growth = (1300 / 1050) ** (1 / 5)
    assert uprating_factor(GDP, 2024, 2025) == pytest.approx(growth)


def test_that_a_shrinking_economy_is_not_extrapolated() -> None:
    assert uprating_factor({2020: 100.0, 2024: 60.0}, 2024, 2025) == 1.0


def test_that_nothing_is_uprated_without_gdp() -> None:
    assert uprating_factor({}, 2015, 2025) == 1.0


@given(start=st.integers(2018, 2025), target=st.integers(2018, 2025))
def test_that_uprating_there_and_back_changes_nothing(start: int, target: int) -> None:
    assert uprating_factor(GDP, start, target) * uprating_factor(GDP, target, start) == pytest.approx(1.0)


def test_that_the_geometric_mean_of_two_sources_lies_between() -> None:
    assert geometric_mean(np.array([200.0, 800.0])) == pytest.approx(400.0)


def test_that_a_power_law_is_recovered_exactly() -> None:
    x = np.array([500.0, 2000.0, 8000.0, 32000.0, 64000.0])
    line = fit_log_line(x, 3.0 * x**0.7)
    assert line.slope == pytest.approx(0.7)
    assert float(line(1000.0)) == pytest.approx(3.0 * 1000**0.7)
    assert line.loo_rmse == pytest.approx(0.0, abs=1e-9)


@given(st.lists(st.tuples(st.floats(100, 1e5), st.floats(50, 1e4)), min_size=5, max_size=12, unique=True))
def test_that_leave_one_out_errors_equal_those_of_refitting(points: list[tuple[float, float]]) -> None:
    x, y = np.array(points).T
    if np.ptp(np.log(np.sort(x)[1:])) < 0.1 or np.ptp(np.log(np.sort(x)[:-1])) < 0.1:
        return
    line = fit_log_line(x, y)
    slope, intercept = np.polyfit(np.log(x[1:]), np.log(y[1:]), 1)
    assert line.loo_errors[0] == pytest.approx(
        math.log(y[0]) - (intercept + slope * math.log(x[0])), rel=1e-5, abs=1e-6
    )


def test_that_a_line_needs_four_positive_points() -> None:
    with pytest.raises(ValueError, match="four"):
        fit_log_line(np.ones(3), np.ones(3))
    with pytest.raises(ValueError, match="positive"):
        fit_log_line(np.array([1.0, 2.0, 3.0, 0.0]), np.ones(4))


def test_that_two_sources_narrow_the_interval_but_not_below_30_percent() -> None:
    assert half_width_observed(1.0, 2) < half_width_observed(1.0, 1)
    assert half_width_observed(0.3, 2) == pytest.approx(math.log(1.3))


def test_that_the_spread_ignores_a_common_gap() -> None:
    first = np.array([100.0, 200.0, 400.0])
    assert spread_between_sources(first * 1.5, first) == pytest.approx(0.0, abs=1e-12)


def test_that_the_survey_discount_is_the_median_ratio() -> None:
    official = np.array([100.0, 100.0, 100.0])
    ratio, spread = survey_discount(np.array([120.0, 140.0, 300.0]), official)
    assert ratio == pytest.approx(1.4)
    assert spread > 0


def test_that_contributions_are_0_887_of_the_labour_tax() -> None:
    assert contribution_rate(20.0) == pytest.approx(17.74)


def test_that_the_premium_is_off_above_high_income_and_grows_below() -> None:
    rng = np.random.default_rng(1)
    x = np.exp(rng.uniform(6.5, 11.5, 40))
    line = fit_log_line(x, 5.0 * x**-0.45 * np.exp(rng.normal(0, 0.1, 40)))
    low, likely, high = premium(
        np.array([1000.0, 5000.0, 14_000.0, 60_000.0]), line, PREMIUM_SHARE[WorkKind.VOICE]
    )
    assert list(likely[2:]) == [0.0, 0.0]
    assert likely[0] > likely[1] > 0
    assert np.all(low <= likely)
    assert np.all(likely <= high)


def test_that_other_work_gets_less_than_the_whole_premium_of_developers() -> None:
    assert all(0 <= share.low <= share.likely <= share.high < 1 for share in PREMIUM_SHARE.values())
