"""Pay for a function: what it is made of, and what must always hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.costs.contributions import WorkKind
from advisor.costs.functions import OCCUPATIONS, FunctionMix
from advisor.costs.ranges import Range
from advisor.costs.wages import WageTable, function_wages

SUPPORT = FunctionMix("support", {"ISCO4": 0.5, "AGENT": 0.5}, WorkKind.VOICE)
ENTRY = FunctionMix("entry", {"ISCO4": 1.0}, WorkKind.BACK_OFFICE)
ADVICE = FunctionMix("advice", {"ISCO4": 0.4, "ISCO3": 0.4, "ISCO2": 0.2}, WorkKind.PROFESSIONAL)
SYSTEMS = FunctionMix("systems", {"DEV": 0.5, "ISCO3": 0.5}, WorkKind.PROFESSIONAL)
SOFTWARE = FunctionMix("software", {"DEV": 1.0}, WorkKind.SOFTWARE)
MIXES = (SUPPORT, ENTRY, ADVICE, SYSTEMS, SOFTWARE)


def wage_table(
    *,
    pay: tuple[float, ...] = (400.0, 430.0, 520.0, 600.0, 1500.0, 1000.0, 800.0, 500.0),
    spread: float = 1.3,
    premium: float = 0.0,
    premium_spread: float = 0.0,
    minimum: float = np.nan,
    contributions: float = np.nan,
    extra_months: float = np.nan,
) -> WageTable:
    """One location with the given pay by occupation group."""
    likely = np.array([pay])
    shape = likely.shape
    log_premium = Range(
        np.array([max(0.0, premium - premium_spread)]),
        np.array([premium]),
        np.array([premium + premium_spread]),
    )
    nothing = Range.certain(np.zeros(1))
    return WageTable(
        ("AAA",),
        2025,
        Range(likely / spread, likely, likely * spread),
        np.full(shape, "observed", dtype=object),
        np.full(shape, 2023, dtype=np.int16),
        np.full(shape, "ilo", dtype=object),
        np.full(shape, "as published", dtype=object),
        {kind: nothing if kind is WorkKind.SOFTWARE else log_premium for kind in WorkKind},
        np.array([minimum]),
        Range.certain(np.array([contributions])),
        Range.certain(np.array([extra_months])),
    )


def ends(estimate: Range) -> tuple[float, float, float]:
    return float(estimate.low[0]), float(estimate.likely[0]), float(estimate.high[0])


@pytest.mark.parametrize(
    ("shares", "words"),
    [({"ISCO4": 0.5}, "add up"), ({"ISCO9": 1.0}, "Unknown"), ({"ISCO4": 1.5, "AGENT": -0.5}, "negative")],
)
def test_that_an_impossible_mix_is_refused(shares: dict[str, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        FunctionMix("odd", shares, WorkKind.VOICE, "")


def test_that_base_pay_is_the_mean_of_the_occupations_by_their_shares() -> None:
    result = function_wages(wage_table(), SUPPORT)
    assert ends(result.base_month) == pytest.approx((450.0 / 1.3, 450.0, 450.0 * 1.3))
    assert ends(function_wages(wage_table(), ADVICE).base_month)[1] == pytest.approx(
        0.4 * 500 + 0.4 * 800 + 0.2 * 1000
    )


def test_that_terms_of_employment_are_passed_on_and_unknown_ones_said() -> None:
    known = function_wages(wage_table(contributions=20.0, extra_months=1.0), SUPPORT)
    assert (known.contribution_pct[0], known.months[0], known.months_known[0]) == (20.0, 13.0, True)
    unknown = function_wages(wage_table(), SUPPORT)
    assert np.isnan(unknown.contribution_pct[0])
    assert (unknown.months[0], unknown.months_known[0]) == (12.0, False)


def test_that_the_premium_bears_on_all_but_developers() -> None:
    table = wage_table(premium=np.log(2.0))
    support = function_wages(table, SUPPORT)
    assert ends(support.premium)[1] == pytest.approx(2.0)
    assert support.exposed[0] == 1.0
    assert function_wages(table, SOFTWARE).exposed[0] == 0.0
    # Half of the people are developers at 1,500, the others associates at 800.
    assert function_wages(table, SYSTEMS).exposed[0] == pytest.approx(400 / 1150)


def test_that_an_unknown_wage_in_the_mix_makes_pay_unknown() -> None:
    table = wage_table(pay=(np.nan, 430.0, 520.0, 600.0, 1500.0, 1000.0, 800.0, 500.0))
    assert np.isnan(ends(function_wages(table, SUPPORT).base_month)[1])
    assert not np.isnan(ends(function_wages(table, ENTRY).base_month)[1])


def test_that_provenance_is_that_of_the_weakest_figure() -> None:
    result = function_wages(wage_table(), ADVICE)
    assert (result.methods[0], result.data_years[0], result.source_ids[0]) == ("observed", 2023, "ilo")
    assert result.steps[0].count("as published") == 3


def test_that_results_cannot_be_written_to() -> None:
    result = function_wages(wage_table(), SUPPORT)
    with pytest.raises(ValueError, match="read-only"):
        result.base_month.likely[0] = 0.0


amounts = st.floats(10.0, 20_000.0)


@given(
    pay=st.tuples(*[amounts] * len(OCCUPATIONS)),
    spread=st.floats(1.0, 3.0),
    premium=st.floats(0.0, 1.5),
    mix=st.sampled_from(MIXES),
)
def test_that_ends_are_in_order_and_shares_are_shares(
    pay: tuple[float, ...], spread: float, premium: float, mix: FunctionMix
) -> None:
    result = function_wages(wage_table(pay=pay, spread=spread, premium=premium), mix)
    for estimate in (result.base_month, result.premium):
        low, likely, high = ends(estimate)
        assert low <= likely * (1 + 1e-12)
        assert likely <= high * (1 + 1e-12)
    assert 0.0 <= result.exposed[0] <= 1.0
