"""The scenario: everything that the user decides, as one immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from advisor.core.aggregation import Aggregation
from advisor.core.sampling import DEFAULT_SPREAD
from advisor.core.screening import Bound
from advisor.places.engagement import DEFAULT_RULE, EngagementRule

ENGAGEMENT_MODELS = ("onshore", "nearshore", "offshore")
FATF_GATES = ("none", "black", "grey")
Delivery = Literal["provider", "captive"]
PriceTerms = Literal["real", "nominal"]
FatfGate = Literal["none", "black", "grey"]
DEFAULT_HOURS = "09:00-17:00"
DEFAULT_YEAR = 2027
VERSION = 1  # of the file format
LARGEST_SPREAD = 3.0  # weights off by a factor of 20: beyond that, none is left to speak of


@dataclass(frozen=True, slots=True)
class MustHaves:
    """What a location must satisfy to be ranked at all.

    Attributes:
        engagement: engagement models that are allowed.
        bounds: limits on figures, at most one for each column and direction.
        exclude_sanctioned: leave out places under comprehensive sanctions.
        fatf: which FATF lists exclude: none, the black list, or black and grey.
    """

    engagement: frozenset[str] = frozenset(ENGAGEMENT_MODELS)
    bounds: tuple[Bound, ...] = ()
    exclude_sanctioned: bool = True
    fatf: FatfGate = "black"

    def limit(self, column: str, op: Literal[">=", "<="]) -> float | None:
        """The limit on a figure, None where there is none."""
        return next((b.limit for b in self.bounds if b.column == column and b.op == op), None)

    def with_limit(self, column: str, op: Literal[">=", "<="], limit: float | None) -> tuple[Bound, ...]:
        """The bounds with one limit set, or lifted with None."""
        others = tuple(b for b in self.bounds if (b.column, b.op) != (column, op))
        return others if limit is None else (*others, Bound(column, op, limit))


@dataclass(frozen=True, slots=True)
class Override:
    """The user's own figure in place of the pack's."""

    location: str
    criterion: str
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class CostChange:
    """The user's own range for a parameter of the total-cost model, in the parameter's unit."""

    parameter: str
    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True)
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
        weight_spread: how far off the weights may plausibly be, for the
            certainty of the ranking: standard deviation of the logarithm of
            the factors on them. 0.3 is give or take a third.
        overrides: the user's own figures.
        years: horizon of the total cost, 1 to 10.
        delivery: a provider's staff or a captive centre.
        prices: real (today's prices) or nominal.
        currency: ISO 4217 code that costs are reported in.
        cost_changes: the user's own cost parameters.
    """

    name: str = "Untitled scenario"
    home: str = ""
    function: str = ""
    headcount: int = 50
    industry: str = "general"
    working_languages: tuple[str, ...] = ("en",)
    customer_languages: tuple[str, ...] = ()
    home_hours: str = DEFAULT_HOURS
    site_hours: str = DEFAULT_HOURS
    wanted_overlap: float = 4.0
    year: int = DEFAULT_YEAR
    hubs: Mapping[str, str] = field(default_factory=dict)
    engagement_rule: EngagementRule = DEFAULT_RULE
    service_window: str = "24x7"
    theme_weights: Mapping[str, float] = field(default_factory=dict)
    criterion_weights: Mapping[str, float] = field(default_factory=dict)
    aggregation: Aggregation = field(default_factory=Aggregation)
    must_haves: MustHaves = field(default_factory=MustHaves)
    weight_spread: float = DEFAULT_SPREAD
    overrides: tuple[Override, ...] = ()
    years: int = 5
    delivery: Delivery = "provider"
    prices: PriceTerms = "real"
    currency: str = "USD"
    cost_changes: tuple[CostChange, ...] = ()
