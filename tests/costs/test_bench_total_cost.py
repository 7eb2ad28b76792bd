"""How long the total-cost model takes; measured with ``make bench``, never asserted."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.costs.detail import explain
from advisor.costs.ranges import Range
from advisor.costs.terms import EngagementTerms
from advisor.costs.total_cost import TotalCostModel


@pytest.fixture(scope="module")
def many(make_places):
    """250 places, a few with figures of their own where others take the general rate."""
    count = 250
    own = np.where(np.arange(count) % 20 == 0, 30.0, np.nan)
    premium = np.where(np.arange(count) == 0, 1.0, 1.4)
    return make_places(
        [4000.0, *np.geomspace(80.0, 6000.0, count - 1)],
        premium=Range(np.maximum(premium * 0.8, 1.0), premium, premium * 1.3),
        distance_km=np.linspace(0.0, 18_000.0, count),
        attrition_pct=Range(own * 0.7, own, own * 1.4),
    )


def test_bench_total_cost_of_250_places_with_10000_draws(benchmark, parameters, many) -> None:
    result = benchmark(TotalCostModel(parameters).evaluate, many, 0, EngagementTerms())
    assert result.npv.p50.shape == (250,)


def test_bench_quick_cost_of_250_places_for_the_ranking(benchmark, parameters, many) -> None:
    result = benchmark(TotalCostModel(parameters).for_ranking, many, 0, EngagementTerms())
    assert len(result.saving_pct.p50) == 250


def test_bench_detail_of_one_place_with_10000_draws(benchmark, parameters, many) -> None:
    detail = benchmark(explain, TotalCostModel(parameters), many, 0, 100, EngagementTerms())
    assert detail.location_id == "P100"
