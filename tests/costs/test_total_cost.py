"""The total cost of an engagement: a worked example, and what always holds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.costs.components import LINE_IDS
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.ranges import Range
from advisor.costs.results import CostResult
from advisor.costs.terms import DeliveryModel, EngagementTerms, Prices
from advisor.costs.total_cost import TotalCostModel

DRAWS = 400
WORKED = {
    "supervision_pct": 20.0,
    "premises_pct": 25.0,
    "technology_pct": 4.0,
    "provider_margin_pct": 20.0,
    "attrition_pct": 30.0,
    "replacement_cost_pct": 50.0,
    "governance_pct": 8.0,
    "productivity_lag_pct": 10.0,
    "productivity_lag_months": 18.0,
    "selection_pct": 2.0,
    "transition_pct": 5.0,
    "double_running_months": 6.0,
    "double_running_share_pct": 50.0,
    "process_improvement_pct": 3.0,
    "redundancy_share_pct": 40.0,
    "trips_per_10_fte": 2.0,
    "short_trip_usd": 1000.0,
    "long_trip_usd": 3000.0,
    "long_trip_km": 9000.0,
    "real_wage_growth_pct": 2.0,
    "currency_drift_pct": 1.0,
    "inflation_pct": 3.0,
    "discount_rate_pct": 5.0,
}


@pytest.fixture(scope="module")
def worked(parameters, make_places) -> tuple[TotalCostModel, CostInputs]:
    """Home pays 4,000 a month, the site 500 and a premium of 60 % with a thirteenth month."""
    places = make_places(
        [4000.0, 500.0],
        spread=0.0,
        premium=Range.certain([1.0, 1.6]),
        contributions_pct=np.array([10.0, 15.0]),
        months=np.array([12.0, 13.0]),
    )
    return TotalCostModel(parameters.with_values(WORKED)), places


def evaluate(
    model: TotalCostModel, places: CostInputs, terms: EngagementTerms | None = None, **others: int
) -> CostResult:
    return model.evaluate(
        places, 0, terms or EngagementTerms(10, 2), draws=others.pop("draws", DRAWS), **others
    )


def test_that_a_provider_engagement_worked_by_hand_comes_out_in_every_line(worked) -> None:
    """Ten people, two years, real prices; the sums are written out below."""
    model, places = worked
    result = evaluate(model, places)
    # A year at the site: 500 x 12 x 10 = 60,000 of wages.
    # x 1.6 = 96,000; x 13/12 = 104,000 gross; contributions 15 % = 15,600; loaded 119,600.
    # Supervision 20 % = 23,920; premises 25 % of 143,520 = 35,880; together 179,400.
    # At home: 480,000 gross, 528,000 loaded; x 1.2 x 1.25 = 792,000; technology 792,000 x 4/96 = 33,000.
    # Price: (179,400 + 33,000) / 0.8 = 265,500; margin 53,100; governance 8 % of it = 21,240.
    # Leavers: 104,000 x 30 % x 50 % = 15,600. Trips: 2 x (1,000 + 2,000 x 4,500/9,000) = 4,000.
    # Lag: 10 % of 265,500 for a year and a half = 39,825.
    # Once: 2 %, 5 % and 3 % of 265,500; 528,000 x 6/12 x 50 % = 132,000; 480,000 x 13/52 x 40 % = 48,000.
    # Second year, local part: 179,400/0.8 x 1.08 + 15,600 + 179,400/0.8 x 10 % x 1/2 = 269,002.5;
    # growth 2 % = 5,380.05; currency 1 % of 274,382.55 = 2,743.8255.
    expected = {
        "base_wage": 120_000,
        "premium": 72_000,
        "extra_months": 16_000,
        "contributions": 31_200,
        "supervision": 47_840,
        "premises": 71_760,
        "technology": 66_000,
        "provider_margin": 106_200,
        "captive_overhead": 0,
        "attrition": 31_200,
        "governance": 42_480,
        "productivity_lag": 39_825,
        "travel": 8_000,
        "selection": 5_310,
        "site_setup": 0,
        "transition": 13_275,
        "double_running": 132_000,
        "process_improvement": 7_965,
        "severance": 48_000,
        "wage_growth": 5_380.05,
        "currency_drift": 2_743.8255,
        "inflation": 0,
    }
    found = dict(zip(LINE_IDS, result.likely_lines[:, 1], strict=True))
    assert found == pytest.approx(expected)


def test_that_the_worked_example_gives_saving_payback_and_present_value(worked) -> None:
    model, places = worked
    result = evaluate(model, places)
    # Home, first year: 792,000 + 33,000 + leavers 480,000 x 15 % = 72,000, so 897,000;
    # second year the local 864,000 x 1.02 + 33,000 = 914,280; together 1,811,280.
    # Site: once 206,550; first year 265,500 + 21,240 + 15,600 + 4,000 + lag 26,550 = 332,890;
    # second year 306,340 + lag 13,275 + growth 5,380.05 + currency 2,743.8255 = 327,738.8755.
    site, home = 206_550 + 332_890 + 327_738.8755, 1_811_280
    assert result.total.p50 == pytest.approx([home, site])
    assert result.saving.p50[1] == pytest.approx(home - site)
    assert result.saving_pct.p50[1] == pytest.approx(100 * (home - site) / home)
    assert result.one_off.p50[1] == pytest.approx(206_550)
    assert result.run_rate.p50[1] == pytest.approx(30_634)
    assert result.loaded_year.p50 == pytest.approx([52_800, 11_960])
    assert result.total_year_per_fte.p50[1] == pytest.approx(site / 20)
    first, second = 897_000 - 332_890, 914_280 - 327_738.8755
    npv = -206_550 + first / 1.05**0.5 + second / 1.05**1.5
    assert result.npv.p50[1] == pytest.approx(npv)
    assert result.payback_month.p50[1] == 5  # 206,550 / (564,110 / 12) = 4.39 months
    assert result.wage_only_saving_pct[1] == pytest.approx(87.5)  # 500 instead of 4,000
    assert result.probability_of_saving[1] == 1.0


def test_that_a_captive_centre_has_set_up_and_overhead_instead_of_margin_and_governance(worked) -> None:
    model, places = worked
    model = TotalCostModel(
        model.parameters.with_values({"captive_overhead_pct": 40.0, "site_setup_pct": 20.0})
    )
    result = evaluate(model, places, EngagementTerms(10, 2, DeliveryModel.CAPTIVE))
    lines = dict(zip(LINE_IDS, result.likely_lines[:, 1], strict=True))
    assert lines["captive_overhead"] == pytest.approx(2 * 212_400 * 0.4)
    assert lines["site_setup"] == pytest.approx(212_400 * 1.4 * 0.2)
    assert lines["provider_margin"] == lines["governance"] == lines["selection"] == 0.0


def test_that_the_present_value_is_the_same_in_real_and_nominal_prices(worked) -> None:
    model, places = worked
    real = evaluate(model, places, EngagementTerms(10, 7))
    nominal = evaluate(model, places, EngagementTerms(10, 7, prices=Prices.NOMINAL))
    assert nominal.npv.p50 == pytest.approx(real.npv.p50)
    assert nominal.total.p50[1] > real.total.p50[1]
    first_year = 1.03**0.5  # prices of the middle of the year
    one = evaluate(model, places, EngagementTerms(10, 1, prices=Prices.NOMINAL))
    assert one.total.p50[1] - one.one_off.p50[1] == pytest.approx(332_890 * first_year)


def test_that_without_premium_one_off_cost_and_rates_only_the_loaded_wage_is_left(
    no_rates: CostParameters, make_places
) -> None:
    places = make_places([4000.0, 700.0, 300.0], redundancy_weeks=np.zeros(3))
    for delivery in DeliveryModel:
        result = evaluate(TotalCostModel(no_rates), places, EngagementTerms(7, 3, delivery))
        for quantile in ("p10", "p50", "p90"):
            total = getattr(result.total_year_per_fte, quantile)
            np.testing.assert_allclose(total, getattr(result.loaded_year, quantile), rtol=1e-12)
        np.testing.assert_allclose(result.likely_total / 21, result.likely_loaded_year, rtol=1e-12)
        np.testing.assert_allclose(result.likely_loaded_year, np.array([4000, 700, 300]) * 12 * 1.1)


def test_that_severance_follows_the_published_share_where_the_law_is_unknown(worked) -> None:
    model, places = worked
    unknown = CostInputs(
        places.location_ids,
        places.base_wage,
        places.premium,
        places.contributions_pct,
        places.months,
        np.array([np.nan, 10.0]),
        places.distance_km,
    )
    model = TotalCostModel(model.parameters.with_values({"severance_fallback_pct": 12.0}))
    assert evaluate(model, unknown).likely_line("severance")[1] == pytest.approx(265_500 * 0.12)


def test_that_a_move_that_never_pays_says_so(parameters, make_places) -> None:
    result = evaluate(TotalCostModel(parameters), make_places([500.0, 4000.0]))
    assert np.isinf(result.payback_month.p50[1])
    assert result.probability_of_saving[1] == 0.0
    assert result.saving.p90[1] < 0.0


def test_that_unknown_figures_stay_unknown_and_touch_no_other_place(parameters, make_places) -> None:
    model = TotalCostModel(parameters)
    whole = evaluate(model, make_places([4000.0, 500.0, 800.0]))
    holed = evaluate(
        model,
        make_places([4000.0, np.nan, 800.0, 900.0], contributions_pct=np.array([10, 10, 10, np.nan])),
    )
    for row in (1, 3):
        for name in ("loaded_year", "run_rate", "total", "saving", "saving_pct", "npv", "payback_month"):
            assert np.isnan(getattr(holed, name).p50[row]), name
        assert np.isnan(holed.probability_of_saving[row])
    assert holed.npv.p50[2] == whole.npv.p50[2]
    assert np.isnan(evaluate(model, make_places([np.nan, 500.0])).npv.p50).all()


def test_that_a_place_does_not_depend_on_which_others_are_evaluated(parameters, make_places) -> None:
    model = TotalCostModel(parameters)
    many = evaluate(model, make_places([4000.0, *np.linspace(200.0, 3000.0, 40)]), draws=5000)
    few = evaluate(model, make_places([4000.0, 3000.0]), draws=5000)
    assert many.npv.p10[40] == few.npv.p10[1]
    assert many.payback_month.p90[40] == few.payback_month.p90[1]


def test_that_the_same_seed_gives_the_same_figures_and_another_nearly_the_same(
    parameters, make_places
) -> None:
    model, places = TotalCostModel(parameters), make_places([4000.0, 500.0])
    first, again, other = (evaluate(model, places, seed=seed, draws=4000) for seed in (1, 1, 2))
    for name in ("total", "saving", "npv"):
        np.testing.assert_array_equal(getattr(first, name).p50, getattr(again, name).p50)
        assert getattr(first, name).p50[1] != getattr(other, name).p50[1]
        assert getattr(first, name).p50 == pytest.approx(getattr(other, name).p50, rel=0.03)


def test_that_results_cannot_be_changed(worked) -> None:
    result = evaluate(*worked)
    with pytest.raises(ValueError, match="read-only"):
        result.npv.p50[0] = 1.0
    with pytest.raises(ValueError, match="read-only"):
        result.likely_lines[0, 0] = 1.0


wages = st.floats(50.0, 9000.0)
terms_of_any_kind = st.builds(
    EngagementTerms,
    head_count=st.integers(1, 5000),
    years=st.integers(1, 10),
    delivery=st.sampled_from(DeliveryModel),
    prices=st.sampled_from(Prices),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(wages, min_size=1, max_size=4), terms_of_any_kind, st.integers(0, 3))
def test_that_components_add_up_percentiles_rise_and_home_saves_nothing(
    parameters, make_places, monthly, terms, home
) -> None:
    places, home = make_places(monthly), home % len(monthly)
    model = TotalCostModel(parameters)
    result = model.evaluate(places, home, terms, draws=64)
    np.testing.assert_array_equal(result.likely_total, result.likely_lines.sum(axis=0))
    for name in (
        "loaded_year",
        "run_rate",
        "one_off",
        "total",
        "saving",
        "saving_pct",
        "npv",
        "payback_month",
    ):
        q = getattr(result, name)
        assert (q.p10 <= q.p50).all() and (q.p50 <= q.p90).all(), name
    for name in ("one_off", "saving", "saving_pct", "npv", "payback_month"):
        q = getattr(result, name)
        assert q.p10[home] == q.p50[home] == q.p90[home] == 0.0, name
    assert result.probability_of_saving[home] == 0.0
    assert result.wage_only_saving_pct[home] == 0.0


@settings(max_examples=40, deadline=None)
@given(
    wages,
    st.floats(0.0, 150.0),
    st.floats(0.0, 100.0),
    terms_of_any_kind,
    st.sampled_from(["attrition_pct", "replacement_cost_pct", "transition_pct", "supervision_pct"]),
)
def test_that_more_of_a_cost_never_costs_less(parameters, make_places, wage, rate, more, terms, key) -> None:
    places = make_places([3000.0, wage])
    totals = [
        TotalCostModel(parameters.with_values({key: value})).evaluate(places, 0, terms, draws=32).total
        for value in (rate, rate + more)
    ]
    for name in ("p10", "p50", "p90"):
        before, after = (getattr(total, name) for total in totals)
        assert (after >= before * (1 - 1e-12)).all()


def test_that_the_rankings_cost_is_close_to_the_reports(parameters, make_places) -> None:
    model, places = TotalCostModel(parameters), make_places([4000.0, 300.0, 900.0, 2500.0])
    terms = EngagementTerms()
    drawn = model.evaluate(places, 0, terms).total_year_per_fte
    quick = model.cost_per_fte(places, 0, terms)
    np.testing.assert_allclose(quick.low, drawn.p10, rtol=0.05)
    np.testing.assert_allclose(quick.likely, drawn.p50, rtol=0.05)
    np.testing.assert_allclose(quick.high, drawn.p90, rtol=0.05)


def test_that_home_must_be_one_of_the_places(parameters, make_places) -> None:
    with pytest.raises(ValueError, match="Home must be one of the 2 places"):
        TotalCostModel(parameters).evaluate(make_places([1.0, 2.0]), 2, EngagementTerms())
