"""A provider's quote against what its work should cost."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.costs.quotes import Position, Unit, check_quote
from advisor.costs.terms import DeliveryModel, EngagementTerms
from advisor.costs.total_cost import TotalCostModel

DRAWS = 2000
TERMS = EngagementTerms(20)


@pytest.fixture(scope="module")
def places(make_places):
    return make_places([4000.0, 500.0, np.nan])


def judge(parameters, places, price, unit=Unit.HOUR, row=1, terms=TERMS):
    return check_quote(parameters, places, 0, row, terms, price, unit, draws=DRAWS)


def test_that_the_should_cost_is_the_price_of_an_hour(parameters, places) -> None:
    result = TotalCostModel(parameters).evaluate(places, 0, TERMS, draws=DRAWS)
    found = judge(parameters, places, 10.0)
    assert found is not None
    ends = (result.price_hour.p10[1], result.price_hour.p50[1], result.price_hour.p90[1])
    assert found.should_cost_hour == pytest.approx(ends)


def test_that_a_quote_is_below_within_or_above(parameters, places) -> None:
    low, middle, high = judge(parameters, places, 10.0).should_cost_hour
    for price, position in (
        (0.9 * low, Position.BELOW),
        (low, Position.WITHIN),
        (middle, Position.WITHIN),
        (high, Position.WITHIN),
        (1.1 * high, Position.ABOVE),
    ):
        assert judge(parameters, places, price).position is position


def test_that_the_margin_is_what_the_price_leaves_of_the_providers_cost(parameters, places) -> None:
    certain = parameters.with_values({key: parameters[key].likely for key in parameters})
    sure = make_sure(places)
    own = judge(certain, sure, 10.0)
    assert own.margin_pct[1] == pytest.approx(100 * (1 - own.cost_hour[1] / 10.0))
    # At the price that it should be, the margin is the one the model puts on.
    assert judge(certain, sure, own.should_cost_hour[1]).margin_pct == pytest.approx(
        (10.0, 10.0, 10.0), abs=1.0
    )


def make_sure(places):
    from dataclasses import replace

    from advisor.costs.ranges import Range

    return replace(places, base_wage=Range.certain(places.base_wage.likely))


def test_that_a_month_is_spread_over_its_productive_hours(parameters, places) -> None:
    by_month = judge(parameters, places, 1500.0, Unit.MONTH)
    assert by_month.price_hour == pytest.approx(1500.0 * 12 / by_month.hours_year, rel=0.01)
    by_hour = judge(parameters, places, by_month.price_hour)
    assert by_hour.position is by_month.position
    assert by_hour.margin_pct[1] == pytest.approx(by_month.margin_pct[1], abs=1.0)


def test_that_a_price_below_cost_is_a_loss(parameters, places) -> None:
    cheap = judge(parameters, places, 2.0)
    assert cheap.is_below_cost
    assert cheap.margin_pct[2] < 0
    assert not judge(parameters, places, 20.0).is_below_cost


def test_that_a_quote_is_a_providers_whatever_the_terms_say(parameters, places) -> None:
    captive = EngagementTerms(20, delivery=DeliveryModel.CAPTIVE)
    assert judge(parameters, places, 9.0, terms=captive) == judge(parameters, places, 9.0)


def test_that_the_unknown_cannot_be_judged_and_no_price_is_refused(parameters, places) -> None:
    assert judge(parameters, places, 9.0, row=2) is None
    for price in (0.0, -3.0, float("nan")):
        with pytest.raises(ValueError, match="A price must be above 0"):
            judge(parameters, places, price)
