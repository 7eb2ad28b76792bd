"""The total cost of an engagement: a worked example, and what always holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.costs.cash_flow import cost_so_far
from advisor.costs.components import LINE_IDS
from advisor.costs.detail import explain
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.ranges import Range
from advisor.costs.results import CostResult
from advisor.costs.terms import DeliveryModel, EngagementTerms, Prices
from advisor.costs.total_cost import Case, TotalCostModel, line_amounts
from advisor.costs.uncertainty import Central
from tests.examples import tried_with

DRAWS = 400
WORKED = {
    "provider_pay_pct": 80.0,
    "benefits_pct": 10.0,
    "span_of_control": 10.0,
    "supervisor_pay_pct": 150.0,
    "support_pct": 10.0,
    "seat_usd": 5000.0,
    "technology_usd": 2000.0,
    "attrition_pct": 30.0,
    "replacement_cost_pct": 50.0,
    "provider_overhead_pct": 5.0,
    "provider_margin_pct": 20.0,
    "volume_pct": 0.0,
    "captive_overhead_pct": 40.0,
    "public_holidays_days": 10.0,
    "unproductive_pct": 10.0,
    "governance_pct": 5.0,
    "governance_fixed_fte": 0.5,
    "productivity_lag_pct": 10.0,
    "productivity_lag_months": 12.0,
    "trips_fixed": 2.0,
    "trips_per_10_fte": 2.0,
    "short_trip_usd": 1000.0,
    "long_trip_usd": 3000.0,
    "long_trip_km": 9000.0,
    "selection_fixed_weeks": 4.0,
    "selection_pct": 2.0,
    "site_setup_fixed_weeks": 26.0,
    "site_setup_pct": 20.0,
    "transition_fixed_weeks": 8.0,
    "transition_pct": 5.0,
    "double_running_months": 6.0,
    "double_running_share_pct": 50.0,
    "ramp_months": 0.0,
    "process_improvement_pct": 3.0,
    "redundancy_share_pct": 40.0,
    "severance_fallback_pct": 12.0,
    "automation_pct": 0.0,
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
    # A provider pays 80 % of 500: 400 x 120 = 48,000 of wages; the premium of 60 % is 28,800; 640 are paid.
    # A thirteenth month 6,400, so 83,200 gross; contributions 15 % = 12,480; benefits 10 % = 8,320;
    # loaded 104,000. A supervisor for ten at 150 %: 15,600. Support 10 % of 119,600 = 11,960. Seats 50,000.
    # Leavers 83,200 x 30 % x 50 % = 12,480. Technology 20,000. Together 214,040, overhead 5 % = 10,702.
    # Price 224,742 / 0.8 = 280,927.5, margin 56,185.5. Governance 5 % = 14,046.375.
    # Home: 480,000 gross, 576,000 loaded; supervisors 86,400; support 66,240; seats 50,000; leavers 72,000;
    # technology 20,000; 870,640 a year. A manager costs 57,600 x 1.5 = 86,400: half of one 43,200,
    # four weeks 6,646.15, eight weeks 13,292.31. A trip costs 1,000 + 2,000 / 2: two, and two more, 8,000.
    # The work moves at once after half a year: 1.5 years of two are done away, and half a year at home.
    # Lag: 10 % of the price for a year from then on. Learning: half of the half year, 280,927.5 / 4.
    # Second year, local: 254,677.5 x 1.05 + 254,677.5 x 5 % = 280,145.25; growth 2 %; currency 1 % of that.
    expected = {
        "base_wage": 72_000,
        "premium": 43_200,
        "language_premium": 0,
        "extra_months": 9_600,
        "contributions": 18_720,
        "benefits": 12_480,
        "supervision": 23_400,
        "support": 17_940,
        "premises": 75_000,
        "technology": 30_000,
        "attrition": 18_720,
        "provider_overhead": 16_053,
        "provider_margin": 84_278.25,
        "captive_overhead": 0,
        "governance": 1.5 * (14_046.375 + 43_200),
        "productivity_lag": 28_092.75,
        "travel": 12_000,
        "selection": 86_400 * 4 / 52 + 5_618.55,
        "site_setup": 0,
        "transition": 86_400 * 8 / 52 + 14_046.375,
        "double_running": 70_231.875,
        "process_improvement": 8_427.825,
        "severance": 48_000,
        "work_at_home": 435_320,
        "wage_growth": 5_602.905,
        "currency_drift": 2_857.48155,
        "inflation": 0,
    }
    found = dict(zip(LINE_IDS, result.lines[:, 1], strict=True))
    assert found == pytest.approx(expected, abs=0.005)
    assert sum(expected.values()) == pytest.approx(result.total.p50[1], abs=0.005)


def test_that_the_worked_example_gives_saving_payback_and_present_value(worked) -> None:
    model, places = worked
    result = evaluate(model, places)
    # Home, second year: 850,640 x 1.02 + 20,000 = 887,652.80; together 1,758,292.80.
    # Site: once 166,263.0865; first year 187,133.3125 and half a year at home, 435,320;
    # second year 280,145.25 x 1.02 x 1.01 + 31,562.5 + 1,312.5 + 47,200 = 368,680.63655.
    once = 86_400 * 12 / 52 + 19_664.925 + 8_427.825 + 70_231.875 + 48_000
    first, second = 187_133.3125 + 435_320, 368_680.63655
    site, home = once + first + second, 1_758_292.8
    assert result.total.p50 == pytest.approx([home, site], abs=0.005)
    assert result.saving.p50[1] == pytest.approx(home - site, abs=0.005)
    assert result.saving_pct.p50[1] == pytest.approx(100 * (home - site) / home)
    assert result.one_off.p50[1] == pytest.approx(once, abs=0.005)
    assert result.run_rate.p50 == pytest.approx([87_064, 34_617.3875], abs=0.005)
    assert result.loaded_year.p50 == pytest.approx([57_600, 10_400], abs=0.005)
    assert result.total_year_per_fte.p50[1] == pytest.approx(site / 20, abs=0.005)
    npv = -once + (870_640 - first) / 1.05**0.5 + (887_652.8 - second) / 1.05**1.5
    assert result.npv.p50[1] == pytest.approx(npv, abs=0.005)
    # 166,263 of the 248,187 saved in the second half of the first year: 4.02 months after six.
    assert result.payback_month.p50[1] == 11
    assert result.wage_only_saving_pct[1] == pytest.approx(87.5)  # 500 instead of 4,000
    assert result.probability_of_saving[1] == 1.0


def test_that_price_and_hours_worked_by_hand_give_the_price_of_an_hour(worked) -> None:
    model, places = worked
    result = evaluate(model, places)
    # 40 x 52 = 2,080 paid hours; ten holidays of eight hours; a tenth of the rest is training: 1,800 hours.
    assert result.price_hour.p50[1] == pytest.approx(280_927.5 / 18_000)
    assert result.wage_month.p50[1] == pytest.approx(640)
    # A provider at home pays 3,200: what one would charge there, beside the work as it is.
    assert result.wage_month.p50[0] == pytest.approx(3_200)
    leave = replace(places, leave_days=np.array([0.0, 25.0]), weekly_hours=np.array([40.0, 45.0]))
    hours = (45 * 52 - 9 * 35) * 0.9
    assert evaluate(model, leave).price_hour.p50[1] == pytest.approx(28_092.75 / hours)


def test_that_a_captive_centre_worked_by_hand_has_set_up_and_overhead_instead_of_margin(worked) -> None:
    model, places = worked
    result = evaluate(model, places, EngagementTerms(10, 2, DeliveryModel.CAPTIVE))
    lines = dict(zip(LINE_IDS, result.lines[:, 1], strict=True))
    # Own people are paid in full: 800 a month; 104,000 gross, 130,000 loaded; supervisors 19,500; support
    # 14,950; seats 50,000; leavers 15,600; technology 20,000; together 250,050; overhead 100,020.
    assert lines["base_wage"] == pytest.approx(90_000)
    assert lines["captive_overhead"] == pytest.approx(150_030)
    assert lines["site_setup"] == pytest.approx(43_200 + 0.2 * 350_070)
    for name in ("provider_overhead", "provider_margin", "governance", "selection"):
        assert lines[name] == 0.0
    assert result.price_hour.p50[1] == pytest.approx(350_070 / 18_000)
    # Site: local 230,050 x 1.4 and world 28,000 + 4,000 + 4,000 of travel.
    local, world = 322_070, 36_000
    once = 113_214 + 350_070 * 0.08 + 86_400 * 8 / 52 + 350_070 / 4 + 48_000
    first = (local + world) / 2 + 350_070 * 0.05 + 435_320
    second = local * 1.05 * 1.02 * 1.01 + world + 28_000 * 0.05
    assert result.total.p50[1] == pytest.approx(once + first + second, abs=0.005)


def test_that_the_work_as_it_is_follows_the_users_own_cost(worked) -> None:
    model, places = worked
    own = replace(places, own_cost=np.array([60_000.0, np.nan]))
    result = evaluate(model, own)
    # 600,000 in the first year; in the second only what moves with wages grows by 2 %.
    home = 600_000 + 600_000 * 887_652.8 / 870_640
    assert result.total.p50[0] == pytest.approx(home, abs=0.005)
    assert result.run_rate.p50[0] == pytest.approx(60_000)
    assert result.lines[:, 0].sum() == pytest.approx(home, abs=0.005)
    assert result.saving.p50[1] == pytest.approx(home - result.total.p50[1], abs=0.005)
    # Half a year of it is still spent, and severance follows it too.
    assert result.line("work_at_home")[1] == pytest.approx(300_000)
    assert result.line("severance")[1] == pytest.approx(48_000 * 600 / 870.64)


def test_that_a_quote_takes_the_place_of_the_price_and_the_margin_is_what_is_left(worked) -> None:
    model, places = worked
    quoted = evaluate(model, replace(places, own_price_hour=np.array([np.nan, 14.0])))
    # 14 x 1,800 hours x 10 people = 252,000, less what the work costs the provider, 224,742.
    assert quoted.price_hour.p50[1] == pytest.approx(14.0)
    assert quoted.line("provider_margin")[1] == pytest.approx((252_000 - 224_742) * 1.5)
    assert quoted.line("governance")[1] == pytest.approx((12_600 + 43_200) * 1.5)
    assert quoted.total.p50[1] < evaluate(model, places).total.p50[1]
    assert quoted.total.p50[0] == evaluate(model, places).total.p50[0]
    captive = EngagementTerms(10, 2, DeliveryModel.CAPTIVE)
    alone = evaluate(model, replace(places, own_price_hour=np.array([np.nan, 14.0])), captive)
    assert alone.total.p50[1] == evaluate(model, places, captive).total.p50[1]


def test_that_a_doubled_wage_moves_what_it_should_and_nothing_else(worked) -> None:
    model, places = worked
    before = evaluate(model, places)
    wage = places.base_wage.likely * np.array([1.0, 2.0])
    after = evaluate(model, replace(places, base_wage=Range.certain(wage)))
    for name in (
        "base_wage",
        "premium",
        "extra_months",
        "contributions",
        "benefits",
        "supervision",
        "support",
    ):
        assert after.line(name)[1] == pytest.approx(2 * before.line(name)[1]), name
    for name in ("premises", "technology", "travel", "severance", "work_at_home"):
        assert after.line(name)[1] == pytest.approx(before.line(name)[1]), name
    assert after.wage_month.p50[1] == pytest.approx(2 * before.wage_month.p50[1])
    for name in ("price_hour", "total", "run_rate", "loaded_year", "one_off"):
        assert getattr(after, name).p50[1] > getattr(before, name).p50[1], name
    for name in ("saving", "saving_pct", "npv"):
        assert getattr(after, name).p50[1] < getattr(before, name).p50[1], name
    assert after.total.p50[0] == before.total.p50[0]


def test_that_fixed_parts_make_a_small_engagement_dearer_a_head_and_a_large_one_cheaper(
    parameters, make_places
) -> None:
    places = make_places([4000.0, 500.0])
    results = [
        evaluate(TotalCostModel(parameters), places, EngagementTerms(people, 5))
        for people in (1, 5, 50, 500, 10_000)
    ]
    heads = [float(result.total_year_per_fte.p50[1]) for result in results]
    assert heads == sorted(heads, reverse=True)
    assert heads[0] > 1.5 * heads[2] and heads[2] > 1.03 * heads[4]
    savings = [float(result.saving_pct.p50[1]) for result in results]
    assert savings == sorted(savings)
    # What a person costs at home does not depend on how many there are.
    assert len({round(float(result.total_year_per_fte.p50[0]), 6) for result in results}) == 1


@tried_with(30)
@given(
    st.floats(0.0, 36.0),
    st.floats(0.0, 24.0),
    st.floats(50.0, 3000.0),
    st.integers(1, 10),
    st.sampled_from(DeliveryModel),
)
def test_that_payback_never_comes_before_the_transition_ends(
    parameters, make_places, transition, ramp, wage, years, delivery
) -> None:
    model = TotalCostModel(parameters.with_values({"double_running_months": transition, "ramp_months": ramp}))
    terms = EngagementTerms(50, years, delivery)
    result = evaluate(model, make_places([6000.0, wage]), terms, draws=64)
    assert float(result.payback_month.p10[1]) >= transition
    detail = explain(model, make_places([6000.0, wage]), 0, 1, terms, draws=64)
    before = detail.cash_flow.months <= transition
    rises = np.diff(detail.cash_flow.likely[before])
    assert bool((rises <= 1e-3 * detail.total).all())


def test_that_savings_begin_when_the_work_has_moved_and_ramp(worked) -> None:
    model, places = worked
    model = TotalCostModel(model.parameters.with_values({"ramp_months": 6.0, "productivity_lag_pct": 0.0}))
    flow = explain(model, places, 0, 1, EngagementTerms(10, 2), draws=8).cash_flow
    saved = flow.likely - flow.likely[0]
    assert saved[:7] == pytest.approx(np.zeros(7), abs=1e-6)
    # In an even ramp half of the way brings a quarter of what its whole length brings.
    assert saved[9] == pytest.approx(saved[12] / 4)


def test_that_automation_shrinks_the_work_here_and_there(worked) -> None:
    model, places = worked
    half = TotalCostModel(model.parameters.with_values({"automation_pct": 50.0}))
    before, after = evaluate(model, places), evaluate(half, places)
    assert after.total.p50[0] == pytest.approx(870_640 + 887_652.8 / 2, abs=0.005)
    assert after.line("premises")[1] == pytest.approx(50_000 * (0.5 + 0.5))
    # Whoever answers for the provider is needed all the same.
    assert after.line("governance")[1] == pytest.approx(14_046.375 + 1.5 * 43_200)
    assert after.saving.p50[1] < before.saving.p50[1]


def test_that_a_foreign_language_and_a_premium_bear_on_the_exposed_pay_only(worked) -> None:
    model, places = worked
    language = Range.certain([1.0, 1.25])
    result = evaluate(model, replace(places, language_premium=language, exposed=np.array([1.0, 0.5])))
    # Half of 500 as it is, the other half x 0.8 x 1.6 x 1.25.
    assert result.wage_month.p50[1] == pytest.approx(250 + 250 * 0.8 * 1.6 * 1.25)
    assert result.line("language_premium")[1] == pytest.approx(250 * 0.8 * 1.6 * 0.25 * 120 * 1.5)


def test_that_the_present_value_is_the_same_in_real_and_nominal_prices(worked) -> None:
    model, places = worked
    real = evaluate(model, places, EngagementTerms(10, 7))
    nominal = evaluate(model, places, EngagementTerms(10, 7, prices=Prices.NOMINAL))
    assert nominal.npv.p50 == pytest.approx(real.npv.p50)
    assert nominal.total.p50[1] > real.total.p50[1]
    first_year = 1.03**0.5  # prices of the middle of the year
    one = evaluate(model, places, EngagementTerms(10, 1, prices=Prices.NOMINAL))
    away, kept = 187_133.3125, 435_320
    assert one.total.p50[1] - one.one_off.p50[1] == pytest.approx((away + kept) * first_year)


def test_that_without_premium_one_off_cost_and_rates_only_the_loaded_wage_is_left(
    no_rates: CostParameters, make_places
) -> None:
    places = make_places([4000.0, 700.0, 300.0], redundancy_weeks=np.zeros(3))
    for delivery in DeliveryModel:
        result = evaluate(TotalCostModel(no_rates), places, EngagementTerms(7, 3, delivery))
        for quantile in ("p10", "p50", "p90"):
            total = getattr(result.total_year_per_fte, quantile)
            np.testing.assert_allclose(total, getattr(result.loaded_year, quantile), rtol=1e-12)
        np.testing.assert_allclose(result.lines.sum(axis=0) / 21, result.loaded_year.p50, rtol=1e-12)
        np.testing.assert_allclose(
            explain(TotalCostModel(no_rates), places, 0, 1, EngagementTerms(7, 3, delivery), draws=8).total,
            700 * 12 * 1.1 * 21,
            rtol=0.2,
        )


def test_that_severance_follows_the_published_share_where_the_law_is_unknown(worked) -> None:
    model, places = worked
    unknown = replace(places, redundancy_weeks=np.array([np.nan, 10.0]))
    assert evaluate(model, unknown).line("severance")[1] == pytest.approx(280_927.5 * 0.12)


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
        result.lines[0, 0] = 1.0


wages = st.floats(50.0, 9000.0)
terms_of_any_kind = st.builds(
    EngagementTerms,
    head_count=st.integers(1, 5000),
    years=st.integers(1, 10),
    delivery=st.sampled_from(DeliveryModel),
    prices=st.sampled_from(Prices),
)


@tried_with(40)
@given(st.lists(wages, min_size=1, max_size=4), terms_of_any_kind, st.integers(0, 3))
def test_that_components_add_up_percentiles_rise_and_home_saves_nothing(
    parameters, make_places, monthly, terms, home
) -> None:
    places, home = make_places(monthly), home % len(monthly)
    model = TotalCostModel(parameters)
    result = model.evaluate(places, home, terms, draws=64)
    np.testing.assert_allclose(result.lines.sum(axis=0), result.total.p50, rtol=1e-12)
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


@tried_with(40)
@given(
    wages,
    st.floats(0.0, 150.0),
    st.floats(0.0, 100.0),
    terms_of_any_kind,
    st.sampled_from(["attrition_pct", "replacement_cost_pct", "transition_pct", "support_pct", "seat_usd"]),
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
    quick = model.for_ranking(places, 0, terms).total_year_per_fte
    for name in ("p10", "p50", "p90"):
        np.testing.assert_allclose(getattr(quick, name), getattr(drawn, name), rtol=0.05)


def test_that_home_must_be_one_of_the_places(parameters, make_places) -> None:
    with pytest.raises(ValueError, match="Home must be one of the 2 places"):
        TotalCostModel(parameters).evaluate(make_places([1.0, 2.0]), 2, EngagementTerms())


@pytest.mark.parametrize("delivery", DeliveryModel)
def test_that_lines_add_up_to_the_cost_where_a_minimum_wage_lifts_pay(parameters, make_places, delivery):
    places = make_places([4000.0, 300.0], minimum_wage=np.array([0.0, 700.0]))
    terms = EngagementTerms(delivery=delivery)
    flows = Case.of(TotalCostModel(parameters), places, 0, terms, Central()).sites(places)
    assert line_amounts(flows).sum(axis=0) == pytest.approx(cost_so_far(flows)[-1][:, 0])
    assert flows.lines()["base_wage"][1, 0] > 2.0 * flows.lines()["base_wage"][0, 0] * 300.0 / 4000.0
