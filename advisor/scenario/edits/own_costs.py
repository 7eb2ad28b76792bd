"""What the user knows of pay, cost and prices of single locations: setting and taking back. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from advisor.costs.own_costs import PLACE_FIGURES
from advisor.scenario.study.own_data import OwnRate, OwnWage, Quote
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study

WAGE = "wage_month"
COST_AT_HOME, PRICE = "cost_per_person_usd", "price_hour_usd"
FOR_ONE_FUNCTION = (COST_AT_HOME, PRICE, "attrition_pct")  # hold for the kind of work that they are of
MONEY = (WAGE, COST_AT_HOME, PRICE)  # in the scenario's currency where people read them

# What can be overruled at home, where the work is in-house, and at any other location.
AT_HOME = (COST_AT_HOME, WAGE, "contributions_pct", "benefits_pct", "months", "redundancy_weeks")
AT_SITE = (
    WAGE,
    PRICE,
    "contributions_pct",
    "benefits_pct",
    "months",
    "weekly_hours",
    "leave_days",
    "attrition_pct",
    "real_wage_growth_pct",
    "currency_drift_pct",
)

Values = tuple[float, float, float]
OwnValue = OwnWage | OwnRate


def own_value(study: Study, location: str, figure: str) -> OwnValue | None:
    """What the user says of a figure for the active scenario's function, None for nothing."""
    function = study.scenario.function
    entries: list[OwnValue] = [*study.own.wages, *study.own.rates]
    found = [each for each in entries if _is_for(each, location, figure, function)]
    return max(found, key=lambda each: bool(each.function), default=None) if found else None


def with_own_value(
    study: Study, location: str, figure: str, values: Values, per_usd: float = 1.0, note: str = ""
) -> Study:
    """The study with a figure of the user's own for a location, entered today.

    Args:
        study: its active scenario tells function and currency.
        location: location id.
        figure: one of ``AT_HOME`` or ``AT_SITE``.
        values: low, likely, high; money in the scenario's currency.
        per_usd: what a dollar buys in it.
        note: where it comes from.

    Raises:
        ScenarioError: figures or a note out of all bounds.
    """
    bare = without_own_values(study, location, {figure})
    scenario, today, own = study.scenario, date.today(), bare.own
    low, likely, high = values
    if figure == WAGE:
        wage = OwnWage(
            location,
            likely,
            scenario.currency,
            "month",
            function=scenario.function,
            low=low,
            high=high,
            note=note,
            date=today,
        )
        return bare.with_own(replace(own, wages=(*own.wages, wage)))
    if figure in MONEY:
        low, likely, high = (end / per_usd for end in values)
    function = scenario.function if figure in FOR_ONE_FUNCTION else ""
    rate = OwnRate(location, figure, low, likely, high, function, note, date=today)
    return bare.with_own(replace(own, rates=(*own.rates, rate)))


def without_own_values(study: Study, location: str, figures: Collection[str]) -> Study:
    """The study with the estimates again for some figures of a location."""
    own, function = study.own, study.scenario.function

    def goes(entry: OwnValue) -> bool:
        return any(_is_for(entry, location, figure, function) for figure in figures)

    wages = tuple(wage for wage in own.wages if not goes(wage))
    rates = tuple(rate for rate in own.rates if not goes(rate))
    return study.with_own(replace(own, wages=wages, rates=rates))


def shown_values(entry: OwnValue, scenario: Scenario, per_usd: Callable[[str], float]) -> Values:
    """Low, likely, high of what the user says, money in the scenario's currency.

    Args:
        entry: the wage or rate.
        scenario: tells the currency.
        per_usd: what a dollar buys in a currency.
    """
    shown = per_usd(scenario.currency)
    if isinstance(entry, OwnWage):
        ends = (entry.amount if end is None else end for end in (entry.low, entry.amount, entry.high))
        months = 12.0 if entry.per == "year" else 1.0
        factor = shown / per_usd(entry.currency) / months
        low, likely, high = (_told(end * factor) for end in ends)
        return low, likely, high
    factor = shown if entry.parameter in MONEY else 1.0
    return _told(entry.low * factor), _told(entry.likely * factor), _told(entry.high * factor)


def with_quote(study: Study, quote: Quote) -> Study:
    """The study with another quote."""
    return study.with_own(replace(study.own, quotes=(*study.own.quotes, quote)))


def without_quote(study: Study, quote: Quote) -> Study:
    """The study without a quote; of equal ones the first goes."""
    quotes = list(study.own.quotes)
    if quote in quotes:
        quotes.remove(quote)
    return study.with_own(replace(study.own, quotes=tuple(quotes)))


def quotes_for(study: Study, location: str) -> tuple[Quote, ...]:
    """The quotes for a location and the active scenario's function, in the order of entry."""
    function = study.scenario.function
    return tuple(q for q in study.own.quotes if (q.location, q.function) == (location, function))


def _is_for(entry: OwnValue, location: str, figure: str, function: str) -> bool:
    if entry.location != location:
        return False
    if isinstance(entry, OwnWage):
        return figure == WAGE and entry.function == function
    return entry.parameter == figure and figure in PLACE_FIGURES and entry.function in ("", function)


def _told(value: float) -> float:
    """As it was typed: what converting to dollars and back adds is taken off."""
    return float(f"{value:.10g}")
