"""A scenario, resolved once into what each computation depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from advisor.computed.choices import (
    CostChoices,
    HomeChoices,
    LanguageChoices,
    ShiftChoices,
    TimeChoices,
    WorkforceChoices,
)
from advisor.costs.own_costs import OwnCosts, OwnPay, OwnRate
from advisor.costs.terms import DeliveryModel, EngagementTerms, Prices, TermsError
from advisor.datapack.business_function import BusinessFunction
from advisor.places.from_home import TimeSettings
from advisor.places.shifts import WorkingHours
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData, OwnWage
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario

_Weights = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class WeightChoices:
    """What weights depend on.

    Attributes:
        function, industry: ids; their defaults apply where the user gave none.
        themes, criteria: the user's own weights, any scale, by id.
    """

    function: str
    industry: str
    themes: _Weights = ()
    criteria: _Weights = ()


def weight_choices(scenario: Scenario) -> WeightChoices:
    """What the weights of a scenario depend on."""
    themes, criteria = _sorted(scenario.theme_weights), _sorted(scenario.criterion_weights)
    return WeightChoices(scenario.function, scenario.industry, themes, criteria)


def home_choices(scenario: Scenario) -> HomeChoices:
    """Where home is."""
    return HomeChoices(scenario.home)


def time_settings(scenario: Scenario) -> TimeSettings:
    """The scenario's hours, year and thresholds.

    Raises:
        ScenarioError: hours that cannot be read.
    """
    home, site = _hours(scenario.home_hours), _hours(scenario.site_hours)
    return TimeSettings(scenario.year, home, site, scenario.wanted_overlap, scenario.engagement_rule)


def time_choices(scenario: Scenario) -> TimeChoices:
    """Hours, year, thresholds and hubs.

    Raises:
        ScenarioError: hours that cannot be read.
    """
    return TimeChoices(scenario.home, time_settings(scenario), tuple(sorted(scenario.hubs.items())))


def shift_choices(scenario: Scenario, function: BusinessFunction | None) -> ShiftChoices:
    """Hours, and whether the work follows those of customers.

    Raises:
        ScenarioError: hours that cannot be read.
    """
    return ShiftChoices(time_choices(scenario), function is not None and function.for_customers)


def workforce_choices(scenario: Scenario, function: BusinessFunction | None) -> WorkforceChoices:
    """Who is hired, and how many."""
    kind = function.workforce_kind if function is not None else "services"
    return WorkforceChoices(scenario.home, kind, scenario.headcount)


def language_choices(scenario: Scenario) -> LanguageChoices:
    """Languages of the work and of the customers."""
    return LanguageChoices(scenario.home, scenario.working_languages, scenario.customer_languages)


def own_costs(own: OwnData) -> OwnCosts:
    """Pay and rates of single locations."""

    def pay(wage: OwnWage) -> OwnPay:
        low, likely, high = (
            wage.amount if end is None else end for end in (wage.low, wage.amount, wage.high)
        )
        what = (wage.location, wage.occupation, wage.function)
        return OwnPay(*what, low, likely, high, wage.currency, by_year=wage.per == "year")

    return OwnCosts(
        tuple(pay(wage) for wage in own.wages),
        tuple(OwnRate(r.location, r.parameter, r.low, r.likely, r.high, r.function) for r in own.rates),
    )


def cost_choices(scenario: Scenario, own: OwnData = NOTHING_OWN) -> CostChoices:
    """Head count, horizon, delivery model, prices, languages and the user's own parameters, pay and rates.

    Raises:
        ScenarioError: terms that no engagement can have.
    """
    try:
        delivery, prices = DeliveryModel(scenario.delivery), Prices(scenario.prices)
        terms = EngagementTerms(scenario.headcount, scenario.years, delivery, prices)
    except (TermsError, ValueError) as error:
        raise ScenarioError(str(error)) from error
    changes = tuple((c.parameter, c.low, c.likely, c.high) for c in scenario.cost_changes)
    return CostChoices(
        scenario.home,
        scenario.function,
        terms,
        changes,
        scenario.working_languages,
        scenario.customer_languages,
        own_costs(own),
    )


def _sorted(weights: Mapping[str, float]) -> _Weights:
    return tuple(sorted(weights.items()))


@lru_cache(maxsize=32)
def _hours(text: str) -> WorkingHours:
    try:
        return WorkingHours.parse(text)
    except ValueError as error:
        raise ScenarioError(str(error)) from error
