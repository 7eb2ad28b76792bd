"""The steps from published pay to a base wage."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.costs.contributions import contribution_rate, export_premium
from advisor.costs.wage_estimation import (
    FAR,
    LogFigure,
    fit_log_line,
    full_time_hours,
    geometric_mean,
    median_error,
    pooled,
    shrunk,
    source_error,
    survey_discount,
    to_month,
    uprating_factor,
)

GDP = {2018: 1000.0, 2019: 1050.0, 2020: 1100.0, 2021: 1150.0, 2022: 1200.0, 2023: 1260.0, 2024: 1300.0}


def test_that_weekly_and_hourly_pay_become_a_month() -> None:
    assert to_month(100.0, "week") == pytest.approx(433.33, abs=0.01)
    assert to_month(1.0, "hour") == pytest.approx(40 * 52 / 12)
    assert to_month(1.0, "hour", 37.5) == pytest.approx(162.5)
    assert to_month(24.0, "year") == pytest.approx(2.0)
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


def test_that_several_figures_narrow_the_interval_by_their_variances() -> None:
    sure, unsure = LogFigure(math.log(100.0), 0.01), LogFigure(math.log(200.0), 0.04)
    both = pooled([sure, unsure])
    assert both.variance == pytest.approx(0.008)
    assert both.value == pytest.approx(100.0 * 2.0**0.2)
    assert LogFigure(0.0, 1e-6).half == pytest.approx(math.log(1.1))


def test_that_a_figure_within_what_income_predicts_stands_and_one_far_off_is_drawn_in() -> None:
    predicted = LogFigure(0.0, 0.16)
    near, weight = shrunk(LogFigure(0.5, 0.03), predicted)
    assert (near.log, weight) == (0.5, 0.0)
    far, weight = shrunk(LogFigure(-1.3, 0.03), predicted)
    doubt = (1.3 / FAR) ** 2 - 0.16
    assert weight == pytest.approx(doubt / (doubt + 0.16))
    assert far.log == pytest.approx(-1.3 * (1 - weight))
    assert far.variance > 0.03


@given(gap=st.floats(0.52, 3.0))
def test_that_the_way_from_standing_to_being_drawn_in_has_no_step(gap: float) -> None:
    predicted = LogFigure(0.0, 0.16)
    here, there = (shrunk(LogFigure(at, 0.03), predicted)[0].log for at in (gap, gap + 1e-4))
    assert abs(here - there) < 1e-3


def test_that_the_error_at_once_and_with_age_is_recovered() -> None:
    rng = np.random.default_rng(3)
    gaps = np.repeat([0.0, 2.0, 4.0], 4000)
    first = rng.normal(0.0, 0.2, gaps.size)
    second = rng.normal(0.0, 0.2, gaps.size) + rng.normal(0.0, 0.1, gaps.size) * np.sqrt(gaps)
    error = source_error(np.exp(first), np.exp(second), gaps)
    assert error.at_once == pytest.approx(0.2, rel=0.1)
    assert error.per_year == pytest.approx(0.1, rel=0.2)


def test_that_the_error_ignores_a_common_gap() -> None:
    figures = np.array([100.0, 200.0, 400.0, 800.0])
    error = source_error(figures * 1.5, figures, np.array([0.0, 1.0, 2.0, 3.0]))
    assert (error.at_once, error.per_year) == pytest.approx((0.1, 0.0), abs=1e-6)  # never below a tenth


@pytest.mark.parametrize(
    ("worked", "full_time"), [(29.5, 37.5), (41.7, 41.7), (56.2, 48.0), (math.nan, 40.0)]
)
def test_that_a_full_time_week_is_taken_from_the_hours_worked(worked: float, full_time: float) -> None:
    assert full_time_hours(worked) == full_time


def test_that_the_survey_discount_is_the_median_ratio() -> None:
    official = np.array([100.0, 100.0, 100.0])
    ratio, spread = survey_discount(np.array([120.0, 140.0, 300.0]), official)
    assert ratio == pytest.approx(1.4)
    assert spread > 0


def test_that_the_error_of_a_median_shrinks_with_the_root_of_the_answers() -> None:
    """Quartiles a factor of e apart on either side of the median: a log sd of 1 / 0.6745."""
    few = median_error(1.0, math.e**2, 25)
    assert few == pytest.approx(1.0 / 0.67449 * math.sqrt(math.pi / 2) / 5, rel=1e-4)
    assert median_error(1.0, math.e**2, 100) == pytest.approx(few / 2)


def test_that_contributions_are_0_887_of_the_labour_tax() -> None:
    assert contribution_rate(20.0) == pytest.approx(17.74)


def test_that_the_export_premium_is_a_straight_line_that_ends_where_the_buyer_is() -> None:
    incomes = np.array([1000.0, 10_000.0, 80_000.0, 120_000.0])
    found = export_premium(incomes, 80_000.0, 0.2)
    assert found == pytest.approx([0.2 * math.log(80), 0.2 * math.log(8), 0.0, 0.0])
