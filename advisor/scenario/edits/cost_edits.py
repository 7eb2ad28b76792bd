"""The user's own cost parameters in a scenario: reading, setting, taking back. No Qt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from advisor.costs.parameters import CostParameter, Values
from advisor.costs.terms import DeliveryModel, EngagementTerms, Prices
from advisor.places.shifts import alpha2
from advisor.scenario.study.scenario import CostChange, Scenario
from advisor.words.number_input import NumberError, parse_figure, typed_figure
from advisor.words.translation import mark, marked, t

USUAL_CURRENCIES = ("USD", "EUR", "GBP")
_ENDS = (mark("low"), mark("likely"), mark("high"))


def with_cost_change(scenario: Scenario, original: CostParameter, values: Values) -> Scenario:
    """The scenario with other values for a parameter; those of the pack are no change."""
    bare = without_cost_changes(scenario, {original.id})
    if values == original.values:
        return bare
    return replace(scenario, cost_changes=(*bare.cost_changes, CostChange(original.id, *values)))


def without_cost_changes(scenario: Scenario, parameters: Collection[str]) -> Scenario:
    """The scenario with the pack's values for some parameters."""
    kept = tuple(change for change in scenario.cost_changes if change.parameter not in parameters)
    return replace(scenario, cost_changes=kept)


def typed_values(text: str, end: int, now: CostParameter, original: CostParameter) -> Values:
    """The values after one end (0 low, 1 likely, 2 high) was typed; empty takes the pack's figure.

    Raises:
        NumberError: what was typed is no number, or the three no longer rise.
    """
    figure = parse_figure(text, for_source=True)
    values = list(now.values)
    values[end] = original.values[end] if figure is None else figure
    for first, second in ((0, 1), (1, 2)):
        if end in (first, second) and values[first] > values[second]:
            raise NumberError(
                t(
                    "{parameter}: {end} ({figure}) must not be above {other} ({other_figure}).",
                    parameter=now.label,
                    end=marked(_ENDS[first]),
                    figure=typed_figure(values[first]),
                    other=marked(_ENDS[second]),
                    other_figure=typed_figure(values[second]),
                )
            )
    return (values[0], values[1], values[2])


def matters(parameter: CostParameter, terms: EngagementTerms) -> bool:
    """Whether a parameter has any effect under the terms."""
    if parameter.id == "inflation_pct" and terms.prices is Prices.REAL:
        return False
    other = DeliveryModel.CAPTIVE if terms.delivery is DeliveryModel.PROVIDER else DeliveryModel.PROVIDER
    return parameter.applies != other.value


def offered_currencies(known: Collection[str], home_iso3: str) -> list[str]:
    """Currencies in the order of offering: the usual ones, that of home, then all others."""
    first = [*USUAL_CURRENCIES, home_currency(home_iso3)]
    ordered = [code for code in dict.fromkeys(first) if code in known]
    return [*ordered, *sorted(set(known) - set(ordered))]


def home_currency(iso3: str) -> str:
    """The currency in use in a country, empty where it is not known."""
    from babel.numbers import get_territory_currencies

    territory = alpha2(iso3)
    codes = get_territory_currencies(territory) if territory else []
    return str(codes[0]) if codes else ""
