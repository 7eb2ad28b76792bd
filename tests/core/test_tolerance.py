"""Numbers that are equal but for rounding errors, and numbers that are not."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.core.tolerance import at_least, at_most, exceeds

DECIMALS = st.decimals(-(10**6), 10**6, places=3, allow_nan=False)


@given(DECIMALS, DECIMALS, DECIMALS)
def test_that_differences_compare_with_a_limit_as_decimals_do(a, b, limit):
    above = exceeds(float(a) - float(b), float(limit), max(abs(float(a)), abs(float(b))))
    assert bool(above) == (a - b > limit)


@given(DECIMALS, DECIMALS)
def test_that_figures_compare_with_a_limit_as_decimals_do(figure, limit):
    assert bool(at_least(float(figure), float(limit))) == (figure >= limit)
    assert bool(at_most(float(figure), float(limit))) == (figure <= limit)


def test_that_money_of_twelve_digits_is_told_apart():
    assert exceeds(float(Decimal("1234567890.02")), float(Decimal("1234567890.01")))


@pytest.mark.parametrize("compare", [exceeds, at_least, at_most])
def test_that_what_is_unknown_meets_nothing(compare):
    assert compare(np.array([np.nan, 1.0]), np.nan).tolist() == [False, False]
