"""One place in full, and what is said of it as plain data."""

from __future__ import annotations

import json

import numpy as np
import pytest

from advisor.costs.currency import CurrencyError, ExchangeRate, nearest_rates
from advisor.costs.detail import explain
from advisor.costs.ranges import Range
from advisor.costs.summary import cost_summary, overview_rows
from advisor.costs.terms import DeliveryModel, EngagementTerms, Prices
from advisor.costs.total_cost import TotalCostModel

DRAWS = 2000
ALL_TERMS = [
    EngagementTerms(20, years, delivery, prices)
    for years, delivery, prices in (
        (5, DeliveryModel.PROVIDER, Prices.REAL),
        (1, DeliveryModel.CAPTIVE, Prices.REAL),
        (10, DeliveryModel.CAPTIVE, Prices.NOMINAL),
    )
]


@pytest.fixture(scope="module")
def places(make_places):
    return make_places(
        [4000.0, 500.0, 1500.0, np.nan],
        premium=Range(np.array([1, 1.2, 1, 1]), np.array([1, 1.5, 1, 1]), np.array([1, 2, 1, 1])),
        attrition_pct=Range(
            np.array([np.nan, 30, np.nan, np.nan]),
            np.array([np.nan, 40, np.nan, np.nan]),
            np.array([np.nan, 60, np.nan, np.nan]),
        ),
        source_ids={
            "base_wage": (("ilo_monthly",), ("ilo_sdg851", "wb_gdppc"), (), ()),
            "attrition_pct": ((), ("attrition_pages",), (), ()),
            "redundancy_weeks": (("wipo_gii_dismissal",), (), (), ()),
        },
    )


@pytest.mark.parametrize("terms", ALL_TERMS, ids=str)
def test_that_the_detail_agrees_with_the_result_for_all_places(parameters, places, terms) -> None:
    model = TotalCostModel(parameters)
    result = model.evaluate(places, 0, terms, draws=DRAWS)
    detail = explain(model, places, 0, 1, terms, draws=DRAWS)
    saving = result.saving.p50[1]
    flow = detail.cash_flow
    assert detail.total == pytest.approx(result.total.p50[1])
    at_home = {each.line.id: each.at_home for each in detail.lines}
    assert sum(at_home.values()) == pytest.approx(result.total.p50[0])
    assert detail.waterfall[0].amount == pytest.approx(at_home["base_wage"] - detail.lines[0].likely)
    assert detail.waterfall[-1].amount == pytest.approx(saving)
    assert sum(step.amount for step in detail.waterfall[:-1]) == pytest.approx(saving)
    assert flow.months.tolist() == list(range(12 * terms.years + 1))
    assert flow.likely[-1] == pytest.approx(saving)
    assert flow.low[-1] == pytest.approx(result.saving.p10[1])
    assert flow.high[0] == pytest.approx(-result.one_off.p10[1])
    assert (flow.low <= flow.high).all()
    yearly = flow.onshore_by_year - flow.cost_by_year
    assert yearly.sum() + flow.likely[0] == pytest.approx(saving, rel=0.1)  # medians do not add up


def test_that_every_line_names_what_it_rests_on(parameters, places) -> None:
    model = TotalCostModel(parameters.with_values({"governance_pct": 20.0, "governance_fixed_fte": 1.0}))
    detail = explain(model, places, 0, 1, EngagementTerms(), draws=DRAWS)
    lines = {each.line.id: each for each in detail.lines}
    assert "captive_overhead" not in lines
    assert lines["base_wage"].source_ids[:2] == ("ilo_sdg851", "wb_gdppc")
    assert lines["attrition"].source_ids[0] == "attrition_pages"
    assert lines["severance"].basis == "source + assumption"
    assert lines["severance"].source_ids == ("wipo_gii_dismissal",)
    assert lines["currency_drift"].basis == "assumption"
    assert lines["governance"].basis == "user"
    assert lines["productivity_lag"].basis == "source"
    assert all(each.low <= each.likely <= each.high for each in detail.lines)
    assert "Premium for export work" in detail.left_out and "Wage" not in detail.left_out
    general = explain(model, places, 0, 2, EngagementTerms(), draws=DRAWS)
    assert "attrition_pages" in {each.line.id: each for each in general.lines}["attrition"].source_ids


def test_that_the_tornado_shows_each_figure_at_its_ends(parameters, places) -> None:
    model, terms = TotalCostModel(parameters), EngagementTerms()
    detail = explain(model, places, 0, 1, terms, draws=DRAWS)
    swings = {swing.factor: swing for swing in detail.tornado}
    widths = [swing.width for swing in detail.tornado]
    assert widths == sorted(widths, reverse=True)
    for key in ("captive_overhead_pct", "inflation_pct", "severance_fallback_pct"):
        assert key not in swings  # without effect under these terms
    governance = swings["governance_pct"]
    assert (governance.low, governance.high) == (4.0, 8.0)
    assert (swings["site.attrition_pct"].low, swings["site.attrition_pct"].high) == (30.0, 60.0)
    assert (swings["home.attrition_pct"].low, swings["home.attrition_pct"].high) == (11.1, 70.0)
    own = TotalCostModel(parameters.with_values({"attrition_pct": (1.0, 2.0, 3.0)}))
    of_user = {swing.factor: swing for swing in explain(own, places, 0, 1, terms, draws=DRAWS).tornado}
    assert (of_user["site.attrition_pct"].low, of_user["site.attrition_pct"].high) == (1.0, 3.0)
    at_low = model.parameters.with_values({"governance_pct": 4.0})
    again = {s.factor: s for s in explain(TotalCostModel(at_low), places, 0, 1, terms, draws=8).tornado}
    assert "governance_pct" not in again
    assert again["ramp_months"].saving_at_low > swings["ramp_months"].saving_at_low
    assert governance.npv_at_low > governance.npv_at_high
    assert swings["discount_rate_pct"].saving_at_low == swings["discount_rate_pct"].saving_at_high


def test_that_home_has_nothing_to_explain_and_the_unknown_stays_unknown(parameters, places) -> None:
    model = TotalCostModel(parameters)
    home = explain(model, places, 0, 0, EngagementTerms(), draws=DRAWS)
    assert all(step.amount == 0.0 for step in home.waterfall)
    assert home.tornado == ()
    assert not home.cash_flow.low.any() and home.cash_flow.payback_month == 0.0
    unknown = explain(model, places, 0, 3, EngagementTerms(), draws=DRAWS)
    assert np.isnan(unknown.total) and np.isnan(unknown.cash_flow.payback_month)
    assert unknown.tornado == ()


def test_that_the_summary_is_json_with_the_agreed_keys(parameters, places) -> None:
    model, terms = TotalCostModel(parameters), EngagementTerms()
    result = model.evaluate(places, 0, terms, draws=DRAWS)
    detail = explain(model, places, 0, 1, terms, draws=DRAWS)
    summary = json.loads(json.dumps(cost_summary(places, result, detail), allow_nan=False))
    assert summary["base_wage_month_usd"] == {"low": 500 / 1.3, "likely": 500.0, "high": 650.0}
    assert set(summary["loaded_year_usd"]) == {"low", "likely", "high"}
    for key in ("total_year_per_fte_usd", "saving_pct", "npv_usd"):
        assert summary[key]["p10"] < summary[key]["p50"] < summary[key]["p90"]
    for key in ("price_hour_usd", "wage_month_usd"):
        assert 0 < summary[key]["low"] < summary[key]["likely"] < summary[key]["high"]
    assert sum(line["likely"] for line in summary["lines"]) == pytest.approx(summary["total_usd"]["p50"])
    assert summary["as_you_are"]["basis"] == "model"
    assert summary["as_you_are"]["total_usd"] - summary["total_usd"]["p50"] == pytest.approx(
        summary["saving_usd"]["p50"]
    )
    assert summary["wage_only_saving_pct"] == pytest.approx(87.5)
    assert isinstance(summary["payback_month"], float)
    assert set(summary["lines"][0]) == {"id", "label", "low", "likely", "high", "basis", "source_ids"}
    assert "in_currency" not in summary


def test_that_never_and_unknown_can_be_told_apart(parameters, places, make_places) -> None:
    model, terms = TotalCostModel(parameters), EngagementTerms()
    result = model.evaluate(places, 0, terms, draws=DRAWS)
    unknown = cost_summary(places, result, explain(model, places, 0, 3, terms, draws=DRAWS))
    assert unknown["payback_month"] is None and unknown["npv_usd"]["p50"] is None
    dear = make_places([500.0, 4000.0])
    never = cost_summary(
        dear,
        model.evaluate(dear, 0, terms, draws=DRAWS),
        explain(model, dear, 0, 1, terms, draws=DRAWS),
    )
    assert never["payback_month"] == "never"
    rows = overview_rows(result)
    assert [row["location"] for row in rows] == ["P1", "P2", "P0", "P3"]
    assert rows[-1]["npv_p50"] is None
    json.dumps(rows, allow_nan=False)


def test_that_amounts_are_reported_in_another_currency(parameters, places) -> None:
    model, terms = TotalCostModel(parameters), EngagementTerms()
    result = model.evaluate(places, 0, terms, draws=DRAWS)
    detail = explain(model, places, 0, 1, terms, draws=DRAWS)
    rate = ExchangeRate("EUR", 2025, 0.9, "fx_spot")
    summary = cost_summary(places, result, detail, rate)
    inside = summary["in_currency"]
    assert (inside["currency"], inside["year"], inside["source_id"]) == ("EUR", 2025, "fx_spot")
    assert inside["npv"]["p50"] == pytest.approx(summary["npv_usd"]["p50"] * 0.9)
    assert result.in_currency("EUR", 0.9).saving_pct is result.saving_pct
    euros = detail.in_currency(0.9)
    assert euros.total == pytest.approx(detail.total * 0.9)
    assert euros.tornado[0].npv_at_low == pytest.approx(detail.tornado[0].npv_at_low * 0.9)
    assert euros.cash_flow.payback_month == detail.cash_flow.payback_month


def test_that_the_rate_of_the_wanted_year_is_taken_else_the_nearest() -> None:
    stated = (("EUR", 2024, 0.92), ("EUR", 2025, 0.89), ("XAF", 2024, 600.0), ("XAF", 2026, 560.0))
    rates = nearest_rates((ExchangeRate(*each) for each in stated), 2025)
    assert rates.rate("eur").per_usd == 0.89
    assert rates.rate("XAF").year == 2026
    assert rates.rate("USD").per_usd == 1.0


def test_that_a_missing_currency_is_named() -> None:
    rates = nearest_rates((), 2025)
    with pytest.raises(CurrencyError, match="There is no exchange rate for 'DEM'"):
        rates.rate("DEM")
    with pytest.raises(CurrencyError, match="Name a currency"):
        rates.rate(" ")
