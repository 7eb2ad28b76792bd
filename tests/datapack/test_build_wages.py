"""Wages of the build against published levels and known faults of the figures."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from advisor import paths
from advisor.costs.wage_estimation import to_month
from advisor.datapack.build.currency import ExchangeRates
from advisor.datapack.build.labour import premium_line
from advisor.datapack.build.pay_observations import LEFT_OUT
from advisor.datapack.build.sources import Sources
from advisor.datapack.build.wages import WageModel, estimate_wages

SOURCES = Sources.open(paths.DATA / "sources")
PACK = paths.DEFAULT_PACK

# Clerical gross pay a month that the estimates should come near, USD of 2024.
CLERICAL_2024 = {
    "IND": 250,
    "PHL": 410,
    "VNM": 370,
    "COL": 400,
    "MEX": 540,
    "ZAF": 370,
    "ROU": 1410,
    "POL": 1550,
    "USA": 4780,
}


@pytest.fixture(scope="module")
def rates() -> ExchangeRates:
    return ExchangeRates.read(SOURCES)


@pytest.fixture(scope="module")
def model_2024(rates: ExchangeRates) -> WageModel:
    places = list(pd.read_csv(PACK / "locations.csv")["id"])
    return estimate_wages(SOURCES, rates, places, 2024)


@pytest.fixture(scope="module")
def wages() -> pd.DataFrame:
    return pd.read_csv(PACK / "wages.csv", keep_default_na=False)


@pytest.mark.parametrize("place", CLERICAL_2024)
def test_that_clerical_pay_comes_near_the_known_level(model_2024: WageModel, place: str) -> None:
    assert model_2024.wages[place, "ISCO4"].usd == pytest.approx(CLERICAL_2024[place], rel=0.05)


def test_that_conversion_reproduces_the_dollars_of_ilo_within_2_percent(rates: ExchangeRates) -> None:
    totals = SOURCES.table("earnings_total")
    both = totals[totals["value_usd"] != ""]
    compared = 0
    for row in both.to_dict("records"):
        place, year, currency = str(row["location_id"]), int(row["year"]), str(row["currency"])
        annual = ("DEU" if currency == "EUR" else place, year) in rates.annual or currency == "USD"
        if not annual:
            continue
        converted = rates.to_usd(float(row["value"]), place, year, currency)
        assert converted is not None
        assert converted[0] == pytest.approx(float(row["value_usd"]), rel=0.02)
        compared += 1
    assert compared >= 140


def test_that_british_pay_is_in_pounds(wages: pd.DataFrame) -> None:
    earnings = SOURCES.table("earnings")
    british = earnings[(earnings["location_id"] == "GBR") & (earnings["period"] == "month")]
    assert set(british["currency"]) == {"GBP"}
    steps = wages[wages["location_id"] == "GBR"]["steps"]
    assert not any("EUR" in step or "a month in 2025" in step.split("survey")[0] for step in steps)


@pytest.mark.parametrize(("place", "period"), sorted(LEFT_OUT))
def test_that_faulty_figures_are_left_out(wages: pd.DataFrame, place: str, period: str) -> None:
    steps = wages[(wages["location_id"] == place) & (wages["occupation"] != "DEV")]["steps"]
    assert not any(f" a {period} in " in step and "ICT sector" not in step for step in steps)


def test_that_intervals_are_never_narrower_than_30_percent(wages: pd.DataFrame) -> None:
    assert (wages["high"] / wages["likely"] >= 1.3 - 1e-3).all()
    assert (wages["likely"] / wages["low"] >= 1.3 - 1e-3).all()


def test_that_regression_intervals_reach_a_factor_of_1_6(wages: pd.DataFrame) -> None:
    rows = wages[wages["method"] == "regression"]
    assert len(rows) > 100
    assert (rows["high"] / rows["likely"] >= 1.6 - 1e-3).all()


def test_that_nearly_every_location_has_every_wage(wages: pd.DataFrame) -> None:
    per_place = wages.groupby("location_id")["occupation"].nunique()
    assert (per_place == 5).sum() >= 200


def test_that_two_ilo_sources_differ_as_much_as_documented(model_2024: WageModel) -> None:
    assert model_2024.between == pytest.approx(0.3, abs=0.03)


def test_that_the_leave_one_out_error_is_about_1_6(model_2024: WageModel) -> None:
    for occupation in ("ISCO2", "ISCO3", "ISCO4", "ISCO5"):
        assert math.exp(model_2024.lines[occupation].loo_rmse) == pytest.approx(1.6, abs=0.15)


def test_that_the_developer_survey_is_discounted_by_its_own_overlap(model_2024: WageModel) -> None:
    assert model_2024.discount.places >= 20
    assert 1.2 < model_2024.discount.ratio < 1.8


def test_that_the_premium_falls_with_income_and_is_off_for_high_income(model_2024: WageModel) -> None:
    assert premium_line(model_2024).slope < 0
    rows = pd.read_csv(PACK / "premium.csv")
    for place in ("POL", "USA", "GBR", "CZE", "ROU", "CHL"):
        assert (rows[rows["location_id"] == place][["low", "likely", "high"]] == 0).all().all()
    voice = rows[rows["work_kind"] == "voice"].set_index("location_id")["likely"]
    assert voice["NGA"] > voice["IND"] > voice["PHL"] > 0
    assert (rows[rows["work_kind"] == "software"]["high"] == 0).all()
    assert (rows["low"] <= rows["likely"]).all()
    assert (rows["likely"] <= rows["high"]).all()


def labour(term: str) -> pd.DataFrame:
    table = pd.read_csv(PACK / "labour.csv")
    return table[table["term"] == term].set_index("location_id")


def test_that_contributions_are_flagged_where_the_law_changed_later() -> None:
    rates = labour("employer_contributions_pct")
    for place in ("LTU", "HUN", "FRA"):
        assert "later reform" in rates.loc[place, "note"]
        assert rates.loc[place, "low"] == 0
    assert rates.loc["ROU", "value"] == pytest.approx(0.887 * 3.4, rel=1e-4)


def test_that_the_thirteenth_month_is_unknown_where_nothing_is_on_record() -> None:
    months = labour("statutory_extra_months")
    assert months.loc["PHL", "value"] == 1
    assert months.loc["MEX", "value"] == 0.5
    assert "POL" not in months.index


def test_that_minimum_wages_are_positive_dollars() -> None:
    floors = labour("minimum_wage_usd_month")["value"]
    assert len(floors) > 120
    assert ((floors > 1) & (floors < 5000)).all()


def test_that_hourly_pay_is_brought_to_a_month_of_full_time() -> None:
    assert to_month(10.0, "hour") == pytest.approx(1733.3)
    with pytest.raises(ValueError, match="per day"):
        to_month(10.0, "day")


def test_that_leave_one_out_errors_are_those_of_refitted_lines(model_2024: WageModel) -> None:
    from advisor.costs.wage_estimation import fit_log_line

    places = model_2024.fitted_on["DEV"]
    x = np.array([model_2024.gdp[place] for place in places])
    y = np.array([model_2024.wages[place, "DEV"].usd for place in places])
    for left_out in (0, len(places) // 2):
        kept = np.arange(len(places)) != left_out
        refitted = fit_log_line(x[kept], y[kept])
        error = math.log(y[left_out] / float(refitted(x[left_out])))
        assert model_2024.lines["DEV"].loo_errors[left_out] == pytest.approx(error, abs=1e-9)
