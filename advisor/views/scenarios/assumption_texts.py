"""The assumptions of a scenario in plain words: what each is called, and what it is in a scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from advisor.core.aggregation.registry import headline_methods
from advisor.core.criteria import Criterion
from advisor.costs.contributions import WorkKind
from advisor.costs.parameters import CostParameter
from advisor.datapack.schema import DataPack
from advisor.places.engagement import engagement_name
from advisor.places.industries import INDUSTRIES
from advisor.places.language_names import language_name
from advisor.scenario.comparison.assumptions import Assumption, differing, limit_of
from advisor.scenario.study.scenario import ENGAGEMENT_MODELS, Scenario
from advisor.scenario.weights.default_weights import weights_in_force
from advisor.words.data_words import data_text
from advisor.words.formatting import figure_text, hours_text, list_text, number_text, percent_text
from advisor.words.locale import digits
from advisor.words.translation import t, tn
from advisor.words.true_signs import true_signs


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of what two scenarios assume differently.

    Attributes:
        label: what differs.
        a, b: what it is in the one and in the other.
    """

    label: str
    a: str
    b: str


def differences(pack: DataPack, a: Scenario, b: Scenario) -> tuple[Difference, ...]:
    """Everything that two scenarios assume differently, in the order in which people read it."""
    return tuple(row for one in differing(pack, a, b) for row in assumption_rows(pack, one, a, b))


def assumption_rows(pack: DataPack, assumption: Assumption, a: Scenario, b: Scenario) -> list[Difference]:
    """The lines of one assumption: one, or one for every weight that differs.

    Weights are shares of what is in force: those that differ as written and weigh the same give no line.
    """
    if assumption.kind == "theme_weights":
        return _theme_rows(pack, a, b)
    if assumption.kind == "within":
        return _criterion_rows(pack, assumption.key, a, b)
    value = assumption_value(pack, assumption, a), assumption_value(pack, assumption, b)
    return [Difference(assumption_label(pack, assumption), *value)]


def assumption_label(pack: DataPack, assumption: Assumption) -> str:
    """What an assumption is called."""
    if assumption.kind == "within":
        return t("Weights within {theme}", theme=pack.theme_label(assumption.key))
    if assumption.kind == "limit":
        column, op = assumption.key.rsplit(" ", 1)
        name = _criterion(pack, column).name
        return (
            t("{criterion} at least", criterion=name)
            if op == ">="
            else t("{criterion} at most", criterion=name)
        )
    if assumption.kind == "cost":
        found = pack.costs.parameters.get(assumption.key) if pack.costs else None
        return found.label if found else assumption.key
    return _labels()[assumption.kind]


def assumption_value(pack: DataPack, assumption: Assumption, scenario: Scenario) -> str:
    """What an assumption is in a scenario."""
    if assumption.kind == "limit":
        column, _op = assumption.key.rsplit(" ", 1)
        limit = limit_of(scenario.must_haves, assumption.key)
        return t("no limit") if limit is None else figure_text(limit, _criterion(pack, column).unit)
    if assumption.kind == "cost":
        return _cost_text(pack, scenario, assumption.key)
    return _VALUES[assumption.kind](pack, scenario)


def assumption_change(pack: DataPack, assumption: Assumption, a: Scenario, b: Scenario) -> str:
    """An assumption and what becomes of it, on one line: ``Home: Poland → India``."""
    rows = assumption_rows(pack, assumption, a, b)
    if len(rows) == 1:
        return t(
            "{what}: {before} \N{RIGHTWARDS ARROW} {after}",
            what=rows[0].label,
            before=rows[0].a,
            after=rows[0].b,
        )
    return assumption_label(pack, assumption)


def _labels() -> dict[str, str]:
    return {
        "home": t("Home"),
        "function": t("Function"),
        "industry": t("Industry"),
        "headcount": t("Headcount"),
        "theme_weights": t("Weights of the themes"),
        "aggregation": t("Way of adding up"),
        "weight_spread": t("How far off weights may be"),
        "home_hours": t("Hours at home"),
        "site_hours": t("Hours at the location"),
        "service_window": t("Service hours"),
        "wanted_overlap": t("Overlap wanted"),
        "year": t("Year"),
        "hubs": t("Cities that count"),
        "engagement_rule": t("What counts as nearshore"),
        "working_languages": t("Working languages"),
        "customer_languages": t("Customer languages"),
        "years": t("Horizon of the cost"),
        "delivery": t("Delivery"),
        "prices": t("Prices"),
        "currency": t("Currency"),
        "engagement": t("Engagement allowed"),
        "exclude_sanctioned": t("Places under comprehensive sanctions"),
        "fatf": t("Places on the FATF lists"),
        "advisory": t("Travel advisory at most"),
    }


def _theme_rows(pack: DataPack, a: Scenario, b: Scenario) -> list[Difference]:
    first, second = weights_in_force(pack, a), weights_in_force(pack, b)
    return [
        Difference(t("Weight of {what}", what=pack.theme_label(theme)), one, other)
        for k, theme in enumerate(first.themes)
        if (one := percent_text(float(first.theme_weights[k])))
        != (other := percent_text(float(second.theme_weights[k])))
    ]


def _criterion_rows(pack: DataPack, theme: str, a: Scenario, b: Scenario) -> list[Difference]:
    first, second = weights_in_force(pack, a), weights_in_force(pack, b)
    return [
        Difference(
            t("Weight of {what} within {theme}", what=criterion.name, theme=pack.theme_label(theme)),
            one,
            other,
        )
        for j, criterion in enumerate(pack.criteria)
        if criterion.theme == theme
        and (one := percent_text(float(first.within[j]))) != (other := percent_text(float(second.within[j])))
    ]


def _languages(codes: tuple[str, ...]) -> str:
    return list_text([language_name(code) for code in codes])


def _customers(_pack: DataPack, scenario: Scenario) -> str:
    return _languages(scenario.customer_languages) or t("those of the home country")


def _place(pack: DataPack, location: str) -> str:
    return pack.location(location).name if location in pack.location_ids else location


def _function(pack: DataPack, scenario: Scenario) -> str:
    found = pack.functions.get(scenario.function)
    return found.label if found else scenario.function


def _industry(_pack: DataPack, scenario: Scenario) -> str:
    found = INDUSTRIES.get(scenario.industry)
    return found.label if found else scenario.industry


def _method(_pack: DataPack, scenario: Scenario) -> str:
    chosen = scenario.aggregation
    method = headline_methods()[chosen.method]
    if method.has_floor and chosen.floor:
        return t("{method}, floor {floor}", method=method.name, floor=digits(chosen.floor, 2))
    return method.name


def _rule(_pack: DataPack, scenario: Scenario) -> str:
    rule = scenario.engagement_rule
    hours, distance = hours_text(rule.max_clock_hours), digits(rule.max_distance_km)
    if rule.same_region_is_near:
        return t("up to {hours} and {distance} km, or the same region", hours=hours, distance=distance)
    return t("up to {hours} and {distance} km", hours=hours, distance=distance)


def _hubs(pack: DataPack, scenario: Scenario) -> str:
    texts = [
        t("{city} for {place:the}", city=data_text(city), place=_place(pack, location))
        for location, city in sorted(scenario.hubs.items())
    ]
    return list_text(texts) if texts else t("all")


def _engagement(_pack: DataPack, scenario: Scenario) -> str:
    return list_text(
        [engagement_name(one) for one in ENGAGEMENT_MODELS if one in scenario.must_haves.engagement]
    )


def _fatf(_pack: DataPack, scenario: Scenario) -> str:
    return {
        "none": t("admitted"),
        "black": t("excluded if on the black list"),
        "grey": t("excluded if on either list"),
    }[scenario.must_haves.fatf]


def _rates(pack: DataPack, scenario: Scenario) -> Mapping[str, CostParameter]:
    """The pack's rates for the scenario's kind of work."""
    if pack.costs is None:
        return {}
    function = pack.functions.get(scenario.function)
    by_voice = function is None or function.mix is None or function.mix.work is WorkKind.VOICE
    return pack.costs.parameters if by_voice else pack.costs.parameters.for_other_work()


def rate_in_force(
    pack: DataPack, scenario: Scenario, parameter: str
) -> tuple[tuple[float, float, float], str] | None:
    """Low, likely and high of a rate, and its unit; None where neither pack nor scenario has it."""
    own = next((change for change in scenario.cost_changes if change.parameter == parameter), None)
    found = _rates(pack, scenario).get(parameter)
    if own is not None:
        return (own.low, own.likely, own.high), found.unit if found else ""
    return (found.values, found.unit) if found is not None else None


def _cost_text(pack: DataPack, scenario: Scenario, parameter: str) -> str:
    rate = rate_in_force(pack, scenario, parameter)
    return t("as published") if rate is None else _range(*rate[0], rate[1])


def _range(low: float, likely: float, high: float, unit: str) -> str:
    if low == high:
        return figure_text(likely, unit)
    low_text, high_text = number_text(low), number_text(high)
    return t("{likely} ({low} to {high})", likely=figure_text(likely, unit), low=low_text, high=high_text)


def _criterion(pack: DataPack, column: str) -> Criterion:
    return next(criterion for criterion in pack.criteria if criterion.id == column)


_VALUES: dict[str, Callable[[DataPack, Scenario], str]] = {
    "home": lambda pack, s: _place(pack, s.home),
    "function": _function,
    "industry": _industry,
    "headcount": lambda _pack, s: digits(s.headcount),
    "aggregation": _method,
    "weight_spread": lambda _pack, s: digits(s.weight_spread, 2),
    "home_hours": lambda _pack, s: true_signs(s.home_hours),
    "site_hours": lambda _pack, s: true_signs(s.site_hours),
    "service_window": lambda _pack, s: true_signs(s.service_window) or t("the hours at home"),
    "wanted_overlap": lambda _pack, s: hours_text(s.wanted_overlap),
    "year": lambda _pack, s: str(s.year),
    "hubs": _hubs,
    "engagement_rule": _rule,
    "working_languages": lambda _pack, s: _languages(s.working_languages) or t("none"),
    "customer_languages": _customers,
    "years": lambda _pack, s: tn("{count} year", "{count} years", s.years),
    "delivery": lambda _pack, s: t("own centre") if s.delivery == "captive" else t("provider"),
    "prices": lambda _pack, s: t("of each year") if s.prices == "nominal" else t("of today"),
    "currency": lambda _pack, s: s.currency,
    "engagement": _engagement,
    "exclude_sanctioned": lambda _pack, s: (
        t("excluded") if s.must_haves.exclude_sanctioned else t("admitted")
    ),
    "fatf": _fatf,
    "advisory": lambda _pack, s: t("level {level}", level=s.must_haves.advisory),
}
