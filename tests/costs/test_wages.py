"""The loaded wage of a function: what it is made of, and what must always hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.costs.contributions import WorkKind
from advisor.costs.functions import OCCUPATIONS, FunctionMix
from advisor.costs.ranges import Range
from advisor.costs.wages import LoadedWages, WageTable, loaded_wages

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


def test_that_without_premium_and_load_a_year_is_twelve_wages() -> None:
    result = loaded_wages(wage_table(), SUPPORT)
    assert ends(result.base_month)[1] == pytest.approx(450.0)
    assert ends(result.year_cost)[1] == pytest.approx(12 * 450.0)
    assert not result.contributions_known[0]
    assert not result.months_known[0]


def test_that_every_step_shows_in_the_year_cost() -> None:
    table = wage_table(premium=np.log(1.5), contributions=20.0, extra_months=1.0)
    result = loaded_wages(table, SUPPORT)
    assert ends(result.premium_factor)[1] == pytest.approx(1.5)
    assert ends(result.year_cost)[1] == pytest.approx(450.0 * 1.5 * 1.2 * 13)


def test_that_developers_get_no_premium_on_top() -> None:
    table = wage_table(premium=np.log(2.0))
    assert ends(loaded_wages(table, SOFTWARE).premium_factor)[1] == 1.0
    mixed = loaded_wages(table, SYSTEMS)
    assert ends(mixed.wage_month)[1] == pytest.approx(0.5 * 1500 + 0.5 * 800 * 2.0)


def test_that_pay_never_falls_below_the_minimum_wage() -> None:
    result = loaded_wages(wage_table(minimum=600.0), SUPPORT)
    assert ends(result.wage_month) == (600.0, 600.0, 600.0)
    assert result.at_minimum[0]


def test_that_premium_and_base_intervals_combine_in_quadrature() -> None:
    table = wage_table(spread=np.exp(0.3), premium=0.5, premium_spread=0.4)
    low, likely, high = ends(loaded_wages(table, ENTRY).wage_month)
    assert np.log(high / likely) == pytest.approx(0.5)
    assert np.log(likely / low) == pytest.approx(0.5)


def test_that_an_unknown_wage_in_the_mix_makes_the_cost_unknown() -> None:
    table = wage_table(pay=(np.nan, 430.0, 520.0, 600.0, 1500.0, 1000.0, 800.0, 500.0))
    assert np.isnan(ends(loaded_wages(table, SUPPORT).year_cost)[1])
    assert not np.isnan(ends(loaded_wages(table, ENTRY).year_cost)[1])


def test_that_results_cannot_be_written_to() -> None:
    result = loaded_wages(wage_table(), SUPPORT)
    with pytest.raises(ValueError, match="read-only"):
        result.year_cost.likely[0] = 0.0


amounts = st.floats(10.0, 20_000.0)


@given(
    pay=st.tuples(*[amounts] * len(OCCUPATIONS)),
    spread=st.floats(1.0, 3.0),
    premium=st.floats(0.0, 1.5),
    contributions=st.floats(0.0, 60.0),
    minimum=st.one_of(st.just(np.nan), amounts),
    mix=st.sampled_from(MIXES),
)
def test_that_low_likely_and_high_are_in_order(
    pay: tuple[float, ...],
    spread: float,
    premium: float,
    contributions: float,
    minimum: float,
    mix: FunctionMix,
) -> None:
    table = wage_table(pay=pay, spread=spread, premium=premium, contributions=contributions, minimum=minimum)
    result = loaded_wages(table, mix)
    for estimate in (result.base_month, result.premium_factor, result.wage_month, result.year_cost):
        low, likely, high = ends(estimate)
        assert low <= likely * (1 + 1e-12)
        assert likely <= high * (1 + 1e-12)


@given(premium=st.floats(0.0, 1.0), more=st.floats(0.0, 1.0), mix=st.sampled_from(MIXES))
def test_that_a_larger_premium_never_costs_less(premium: float, more: float, mix: FunctionMix) -> None:
    def cost(log_premium: float) -> LoadedWages:
        return loaded_wages(wage_table(premium=log_premium), mix)

    assert ends(cost(premium + more).year_cost)[1] >= ends(cost(premium).year_cost)[1] * (1 - 1e-12)
