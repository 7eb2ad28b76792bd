"""What users know of pay and cost, in place of what the pack says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from advisor.costs.currency import ExchangeRates
from advisor.costs.inputs import CostInputs
from advisor.costs.ranges import FloatArray, Range
from advisor.costs.terms import DeliveryModel, EngagementTerms

USER = "user"  # the source id of what the user said

# Rates that are figures of a place rather than of the model, and their field of ``CostInputs``.
PLACE_FIGURES = {
    "contributions_pct": "contributions_pct",
    "benefits_pct": "benefits_pct",
    "months": "months",
    "weekly_hours": "weekly_hours",
    "leave_days": "leave_days",
    "redundancy_weeks": "redundancy_weeks",
    "attrition_pct": "attrition_pct",
    "real_wage_growth_pct": "real_wage_growth_pct",
    "currency_drift_pct": "currency_drift_pct",
    "cost_per_person_usd": "own_cost",
    "price_hour_usd": "own_price_hour",
}


@dataclass(frozen=True, slots=True)
class OwnPay:
    """Pay that the user knows.

    Attributes:
        location: id of the location.
        occupation, function: what it is for; one of the two, the other is empty.
        low, likely, high: gross, in ``currency``.
        currency: ISO 4217 code.
        by_year: whether it is a year's pay, all months together, instead of one month's.
    """

    location: str
    occupation: str
    function: str
    low: float
    likely: float
    high: float
    currency: str
    by_year: bool = False


@dataclass(frozen=True, slots=True)
class OwnRate:
    """A figure of one location that the user knows.

    Attributes:
        location: id of the location.
        rate: one of ``PLACE_FIGURES``.
        low, likely, high: in the rate's unit.
        function: id of the function that it holds for; empty for all.
    """

    location: str
    rate: str
    low: float
    likely: float
    high: float
    function: str = ""


@dataclass(frozen=True, slots=True)
class OwnCosts:
    """All that the user knows; of two figures for the same thing the later counts."""

    pay: tuple[OwnPay, ...] = ()
    rates: tuple[OwnRate, ...] = ()


NO_OWN_COSTS = OwnCosts()


def with_own(
    inputs: CostInputs, own: OwnCosts, function: str, shares: Mapping[str, float], rates: ExchangeRates
) -> CostInputs:
    """The figures with the user's own in their place.

    Pay is taken as it is paid: no premium, no provider's pay and no minimum
    wage bear on it. Pay of the function counts before that of its only
    occupation, a rate of the function before one of all; of occupations that
    are a part of the work nothing is known.

    Args:
        inputs: of all locations.
        own: what the user knows.
        function: id of the function.
        shares: occupation to its share in the function.
        rates: for pay in other currencies.

    Raises:
        CurrencyError: a currency without a rate.
        ValueError: a figure that cannot be, or a rate that no place has.
    """
    known = {place: row for row, place in enumerate(inputs.location_ids)}
    # Rates first: how many months are paid is one of them, and a year's pay is divided by it.
    for rate in sorted(own.rates, key=lambda each: bool(each.function)):
        if rate.location in known and rate.function in ("", function):
            inputs = _with_rate(inputs, known[rate.location], rate)
    for pay in sorted(own.pay, key=lambda each: bool(each.function)):
        fits = pay.function == function or (bool(pay.occupation) and shares.get(pay.occupation) == 1.0)
        if fits and pay.location in known:
            inputs = _with_pay(inputs, known[pay.location], pay, rates)
    return inputs


def is_own(inputs: CostInputs, field: str, row: int) -> bool:
    """Whether a figure of a place is the user's."""
    ids: Sequence[Sequence[str]] = inputs.source_ids.get(field, ())
    return bool(ids) and USER in ids[row]


def own_results(inputs: CostInputs, row: int, terms: EngagementTerms) -> frozenset[str]:
    """Which of the results of a place are the user's: "wage_month", "price_hour"."""
    found = {"wage_month"} if is_own(inputs, "base_wage", row) else set()
    if terms.delivery is DeliveryModel.PROVIDER and is_own(inputs, "own_price_hour", row):
        found.add("price_hour")
    return frozenset(found)


class Baseline(StrEnum):
    """Whose figure the work at home rests on."""

    OWN_COST = "own cost"
    OWN_WAGE = "own wage"
    MODEL = "model"


def baseline_basis(inputs: CostInputs, home: int) -> Baseline:
    """Whose figure the work at home rests on."""
    if is_own(inputs, "own_cost", home):
        return Baseline.OWN_COST
    return Baseline.OWN_WAGE if is_own(inputs, "base_wage", home) else Baseline.MODEL


def _with_pay(inputs: CostInputs, row: int, pay: OwnPay, rates: ExchangeRates) -> CostInputs:
    if pay.low <= 0.0:
        raise ValueError("A wage must be above 0.")
    # A year's pay holds every month that is paid, a thirteenth as well.
    months = float(inputs.months[row]) if pay.by_year else 1.0
    per_usd = rates.rate(pay.currency).per_usd * months
    none = (1.0, 1.0, 1.0)
    return replace(
        inputs,
        base_wage=_put(inputs.base_wage, row, *(end / per_usd for end in (pay.low, pay.likely, pay.high))),
        premium=_put(inputs.premium, row, *none),
        language_premium=_put(inputs.language_premium, row, *none),
        exposed=_put_one(inputs.exposed, row, 0.0),
        minimum_wage=_put_one(inputs.minimum_wage, row, 0.0),
        source_ids=_by_user(inputs, row, "base_wage", "premium", "language_premium"),
    )


def _with_rate(inputs: CostInputs, row: int, rate: OwnRate) -> CostInputs:
    field = PLACE_FIGURES.get(rate.rate)
    if field is None:
        names = ", ".join(PLACE_FIGURES)
        raise ValueError(f"'{rate.rate}' is no rate of one location. There are: {names}.")
    figures = getattr(inputs, field)
    changed: dict[str, Any] = {"source_ids": _by_user(inputs, row, field)}
    if isinstance(figures, Range):
        changed[field] = _put(figures, row, rate.low, rate.likely, rate.high)
    else:
        changed[field] = _put_one(figures, row, rate.likely)
    return replace(inputs, **changed)


def _put(figures: Range, row: int, low: float, likely: float, high: float) -> Range:
    ends = [end.copy() for end in (figures.low, figures.likely, figures.high)]
    for end, value in zip(ends, (low, likely, high), strict=True):
        end[row] = value
    return Range(*ends)


def _put_one(figures: FloatArray, row: int, value: float) -> FloatArray:
    changed = figures.copy()
    changed[row] = value
    return changed


def _by_user(inputs: CostInputs, row: int, *fields: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The sources, with those of some fields of a place given as the user."""
    ids = dict(inputs.source_ids)
    for field in fields:
        found = list(ids.get(field, ((),) * len(inputs)))
        found[row] = (USER,)
        ids[field] = tuple(found)
    return ids
