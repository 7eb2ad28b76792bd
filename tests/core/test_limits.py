"""Limits stand beside the field; whoever asks reads them there."""

from __future__ import annotations

import math

import pytest

from advisor.core.aggregation import Aggregation
from advisor.core.limits import limits
from advisor.core.screening import Bound
from advisor.places.engagement import EngagementRule
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.values import whole_limits


def test_that_limits_are_read_from_the_field():
    assert limits(Aggregation, "floor") == (0, 1)
    assert whole_limits(Scenario, "years") == (1, 10)
    assert whole_limits(EngagementRule, "max_distance_km") == (0, 25_000)


def test_that_a_field_without_limits_is_an_error():
    with pytest.raises(KeyError):
        limits(Scenario, "name")


@pytest.mark.parametrize("limit", [1e16, -1e16, math.inf, math.nan])
def test_that_a_bound_beyond_all_figures_cannot_be(limit):
    with pytest.raises(ValueError, match="it must be between -1e"):
        Bound("overlap", ">=", limit)
