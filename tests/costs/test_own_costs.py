"""Pay and rates that the user knows, in place of the pack's."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.costs.currency import CurrencyError, ExchangeRate, nearest_rates
from advisor.costs.own_costs import NO_OWN_COSTS, OwnCosts, OwnPay, OwnRate, is_own, with_own
from advisor.costs.ranges import Range
from advisor.costs.terms import EngagementTerms
from advisor.costs.total_cost import TotalCostModel

RATES = nearest_rates([ExchangeRate("GBP", 2025, 0.8)], 2025)


@pytest.fixture(scope="module")
def places(make_places):
    return make_places(
        [4000.0, 500.0],
        premium=Range.certain([1.0, 1.6]),
        minimum_wage=np.array([0.0, 700.0]),
    )


def own(places, *pay: OwnPay, rates: tuple[OwnRate, ...] = (), function="support", shares=None):
    return with_own(places, OwnCosts(pay, rates), function, shares or {"AGENT": 1.0}, RATES)


def test_that_nothing_own_changes_nothing(places) -> None:
    assert with_own(places, NO_OWN_COSTS, "support", {"AGENT": 1.0}, RATES) is places


def test_that_own_pay_is_taken_as_it_is_paid(places, parameters) -> None:
    changed = own(places, OwnPay("P1", "", "support", 400.0, 480.0, 560.0, "GBP"))
    assert (changed.base_wage.low[1], changed.base_wage.high[1]) == pytest.approx((500.0, 700.0))
    result = TotalCostModel(parameters).evaluate(changed, 0, EngagementTerms(), draws=500)
    assert result.wage_month.p50[1] == pytest.approx(600.0, rel=0.01)  # 480 pounds; no premium, no floor
    assert is_own(changed, "base_wage", 1) and not is_own(changed, "base_wage", 0)


def test_that_pay_of_the_function_counts_before_that_of_the_occupation(places) -> None:
    of_occupation = OwnPay("P1", "AGENT", "", 300.0, 300.0, 300.0, "USD")
    of_function = OwnPay("P1", "", "support", 350.0, 350.0, 350.0, "USD")
    assert own(places, of_function, of_occupation).base_wage.likely[1] == 350.0
    assert own(places, of_occupation).base_wage.likely[1] == 300.0
    assert own(places, of_occupation, shares={"AGENT": 0.5, "DEV": 0.5}).base_wage.likely[1] == 500.0
    assert own(places, of_function, function="sales").base_wage.likely[1] == 500.0


def test_that_rates_of_a_place_can_be_overruled(places) -> None:
    changed = own(
        places,
        rates=(
            OwnRate("P0", "cost_per_person_usd", 50_000.0, 60_000.0, 70_000.0),
            OwnRate("P1", "attrition_pct", 10.0, 20.0, 30.0),
            OwnRate("P1", "contributions_pct", 5.0, 5.0, 5.0),
        ),
    )
    assert changed.own_cost[0] == 60_000.0 and np.isnan(changed.own_cost[1])
    assert (changed.attrition_pct.low[1], changed.attrition_pct.high[1]) == (10.0, 30.0)
    assert changed.contributions_pct.tolist() == [10.0, 5.0]
    assert is_own(changed, "contributions_pct", 1)


def test_that_what_cannot_be_is_refused(places) -> None:
    with pytest.raises(ValueError, match="'margin' is no rate of one location"):
        own(places, rates=(OwnRate("P1", "margin", 1.0, 1.0, 1.0),))
    with pytest.raises(ValueError, match="months must be at least 12"):
        own(places, rates=(OwnRate("P1", "months", 3.0, 3.0, 3.0),))
    with pytest.raises(ValueError, match="A wage must be above 0"):
        own(places, OwnPay("P1", "", "support", 0.0, 1.0, 1.0, "USD"))
    with pytest.raises(CurrencyError, match="DEM"):
        own(places, OwnPay("P1", "", "support", 1.0, 1.0, 1.0, "DEM"))


def test_that_a_years_pay_holds_every_month_that_is_paid(make_places) -> None:
    """13,000 a year where thirteen months are paid is 1,000 a month, and 13,000 a year again."""
    thirteen = make_places([4000.0, 500.0], months=np.array([12.0, 13.0]))
    changed = own(thirteen, OwnPay("P1", "", "support", 13_000.0, 13_000.0, 13_000.0, "USD", by_year=True))
    assert changed.base_wage.likely[1] == pytest.approx(1_000.0)
    assert changed.base_wage.likely[1] * changed.months[1] == pytest.approx(13_000.0)
