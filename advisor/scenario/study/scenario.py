"""The scenario: everything that the user decides about one ranking, as one immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal, get_args

from annotated_types import Interval
from pydantic import Field, PlainSerializer, StringConstraints

from advisor.core.aggregation import Aggregation
from advisor.core.sampling import DEFAULT_SPREAD
from advisor.core.screening import Bound
from advisor.costs.terms import MAX_YEARS
from advisor.places.engagement import DEFAULT_RULE, EngagementRule
from advisor.scenario.study.values import AsBuilt, Currency, Few, Figure, Id, Name, Weight, study_value
from advisor.words.translation import t

EngagementModel = Literal["onshore", "nearshore", "offshore"]
AdvisoryLevel = Literal[1, 2, 3, 4]
FatfGate = Literal["none", "black", "grey"]
Delivery = Literal["provider", "captive"]
PriceTerms = Literal["real", "nominal"]
ScenarioColour = Literal["", "plum", "olive", "rust", "teal", "slate", "violet"]
ENGAGEMENT_MODELS: tuple[EngagementModel, ...] = get_args(EngagementModel)
ADVISORY_LEVELS: tuple[AdvisoryLevel, ...] = get_args(AdvisoryLevel)
FATF_GATES: tuple[FatfGate, ...] = get_args(FatfGate)
SCENARIO_COLOURS: tuple[ScenarioColour, ...] = get_args(ScenarioColour)  # the first one is none
DEFAULT_NAME = "Untitled scenario"
DEFAULT_HOURS = "09:00-17:00"
DEFAULT_YEAR = 2027
FIRST_YEAR, LAST_YEAR = 1980, 2099  # of those whose clocks are known, with a margin either side
LARGEST_SPREAD = 3.0  # weights off by a factor of 20: beyond that, none is left to speak of
MOST_PEOPLE = 100_000

_Hours = Annotated[str, StringConstraints(max_length=40)]
# Sets stand in files in an order that does not change from one saving to the next.
_Models = Annotated[
    frozenset[EngagementModel],
    Field(strict=False),
    PlainSerializer(lambda models: [model for model in ENGAGEMENT_MODELS if model in models]),
]
_Ids = Annotated[frozenset[Id], Few, PlainSerializer(sorted)]


@study_value
class MustHaves:
    """What a location must satisfy to be ranked at all.

    Attributes:
        engagement: engagement models that are allowed.
        bounds: limits on figures, at most one for each column and direction.
        exclude_sanctioned: leave out places under comprehensive sanctions.
        fatf: which FATF lists exclude: none, the black list, or black and grey.
        advisory: highest level of the official travel advisory that is allowed; 4 allows every place. In
            front of "do not travel" stands 3, also in studies that were saved before there was a limit.
    """

    engagement: _Models = frozenset(ENGAGEMENT_MODELS)
    bounds: Annotated[tuple[Bound, ...], Few] = ()
    exclude_sanctioned: bool = True
    fatf: FatfGate = "black"
    advisory: AdvisoryLevel = 3

    def __post_init__(self) -> None:
        if not self.engagement:
            raise ValueError(t("No engagement model is allowed: allow at least one"))

    def limit(self, column: str, op: Literal[">=", "<="]) -> float | None:
        """The limit on a figure, None where there is none."""
        return next((b.limit for b in self.bounds if b.column == column and b.op == op), None)

    def with_limit(self, column: str, op: Literal[">=", "<="], limit: float | None) -> tuple[Bound, ...]:
        """The bounds with one limit set, or lifted with None."""
        others = tuple(b for b in self.bounds if (b.column, b.op) != (column, op))
        return others if limit is None else (*others, Bound(column, op, limit))


@study_value
class CostChange:
    """The user's own range for a parameter of the total-cost model, in the parameter's unit."""

    parameter: Id
    low: Figure
    likely: Figure
    high: Figure


@study_value
class Scenario:
    """What is to be delivered, for whom, and what matters.

    Attributes:
        name: what the user calls it.
        home: location id of the client; empty for a pack without places.
        function: business function id; empty for a pack without functions.
        headcount: people.
        industry: id of the client's industry.
        working_languages: ISO 639 codes in which home and site work together.
        customer_languages: ISO 639 codes of the customers; empty means the
            languages of the home country.
        home_hours, site_hours: daily working hours, local time.
        wanted_overlap: hours a day in which both sides should be at work; the
            night hours that this takes are a criterion.
        year: the calendar year whose clocks and calendars count.
        hubs: location id to the name of the one hub that counts for it, home
            included; places left out count with all their hubs, home with its
            main one.
        engagement_rule: what counts as nearshore.
        service_window: home time in which service is wanted, such as ``24x7``
            or ``08:00-20:00``; empty means the hours at home.
        theme_weights, criterion_weights: the user's weights, any scale; ids
            left out keep the function's weight, or else the pack's.
        locked_themes, locked_criteria: ids whose shares stay while others move.
        weight_spread: how far off the weights may plausibly be, for the
            certainty of the ranking: standard deviation of the logarithm of
            the factors on them. 0.3 is give or take a third.
        years: horizon of the total cost, 1 to 10.
        delivery: a provider's staff or a captive centre.
        prices: real (today's prices) or nominal.
        currency: ISO 4217 code that costs are reported in.
        cost_changes: the user's own cost parameters.
        colour: beside its name, empty for none; it decides nothing.
    """

    name: Name = DEFAULT_NAME
    home: Id = ""
    function: Id = ""
    headcount: Annotated[int, Interval(ge=1, le=MOST_PEOPLE)] = 50
    industry: Id = "general"
    working_languages: Annotated[tuple[Id, ...], Few] = ("en",)
    customer_languages: Annotated[tuple[Id, ...], Few] = ()
    home_hours: _Hours = DEFAULT_HOURS
    site_hours: _Hours = DEFAULT_HOURS
    wanted_overlap: Annotated[float, Interval(ge=0, le=24)] = 4.0
    year: Annotated[int, Interval(ge=FIRST_YEAR, le=LAST_YEAR)] = DEFAULT_YEAR
    hubs: Annotated[Mapping[Id, Name], Few] = field(default_factory=dict)
    engagement_rule: EngagementRule = DEFAULT_RULE
    service_window: _Hours = "24x7"
    theme_weights: Annotated[Mapping[Id, Weight], Few] = field(default_factory=dict)
    criterion_weights: Annotated[Mapping[Id, Weight], Few] = field(default_factory=dict)
    locked_themes: _Ids = frozenset()
    locked_criteria: _Ids = frozenset()
    aggregation: Aggregation = field(default_factory=Aggregation)
    must_haves: Annotated[MustHaves, AsBuilt] = field(default_factory=MustHaves)
    weight_spread: Annotated[float, Interval(ge=0, le=LARGEST_SPREAD)] = DEFAULT_SPREAD
    years: Annotated[int, Interval(ge=1, le=MAX_YEARS)] = 5
    delivery: Delivery = "provider"
    prices: PriceTerms = "real"
    currency: Currency = "USD"
    cost_changes: Annotated[tuple[Annotated[CostChange, AsBuilt], ...], Few] = ()
    colour: ScenarioColour = ""
