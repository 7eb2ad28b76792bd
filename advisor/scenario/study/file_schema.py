"""What a scenario file may hold, and its way back into a scenario."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator

from advisor.core.aggregation import DEFAULT_FLOOR, Aggregation
from advisor.core.aggregation.registry import headline_methods
from advisor.core.sampling import DEFAULT_SPREAD
from advisor.core.screening import Bound
from advisor.places.engagement import DEFAULT_RULE, EngagementRule
from advisor.scenario.study.scenario import (
    DEFAULT_HOURS,
    DEFAULT_YEAR,
    LARGEST_SPREAD,
    VERSION,
    CostChange,
    Delivery,
    FatfGate,
    MustHaves,
    Override,
    PriceTerms,
    Scenario,
)

_Weight = Annotated[float, Field(ge=0, allow_inf_nan=False)]
_Finite = Annotated[float, Field(allow_inf_nan=False)]


class SchemaError(ValueError):
    """A document that is no scenario; the message names the entry, the cause and the cure."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Bound(_Model):
    criterion: str
    op: Literal[">=", "<="]
    limit: _Finite


class _MustHaves(_Model):
    engagement: list[Literal["onshore", "nearshore", "offshore"]] = ["onshore", "nearshore", "offshore"]
    bounds: list[_Bound] = []
    exclude_sanctioned: bool = True
    fatf: FatfGate = "black"


class _Override(_Model):
    location: str
    criterion: str
    value: _Finite
    note: str = ""


class _CostChange(_Model):
    parameter: str
    low: _Finite
    likely: _Finite
    high: _Finite


def _headline_method(method: str) -> str:
    if method not in headline_methods():
        raise ValueError(f"use {' or '.join(headline_methods())}")
    return method


class _Aggregation(_Model):
    method: Annotated[str, AfterValidator(_headline_method)] = "additive"
    floor: Annotated[float, Field(ge=0, le=1)] = DEFAULT_FLOOR


class _EngagementRule(_Model):
    max_clock_hours: Annotated[float, Field(ge=0, le=12)] = DEFAULT_RULE.max_clock_hours
    max_distance_km: Annotated[float, Field(ge=0, le=25_000)] = DEFAULT_RULE.max_distance_km
    same_region_is_near: bool = DEFAULT_RULE.same_region_is_near


class _PackName(_Model):
    name: str = ""
    version: str = ""


class _ScenarioFile(_Model):
    format: Literal["location-advisor-scenario"]
    version: int
    pack: _PackName = _PackName()
    name: str = "Untitled scenario"
    home: str = ""
    function: str = ""
    headcount: Annotated[int, Field(ge=1)] = 50
    industry: str = "general"
    working_languages: list[str] = ["en"]
    customer_languages: list[str] = []
    home_hours: str = DEFAULT_HOURS
    site_hours: str = DEFAULT_HOURS
    wanted_overlap: Annotated[float, Field(ge=0, le=24)] = 4.0
    year: Annotated[int, Field(ge=1980, le=2099)] = DEFAULT_YEAR
    hubs: dict[str, str] = {}
    engagement_rule: _EngagementRule = _EngagementRule()
    service_window: str = "24x7"
    theme_weights: dict[str, _Weight] = {}
    criterion_weights: dict[str, _Weight] = {}
    aggregation: _Aggregation = _Aggregation()
    must_haves: _MustHaves = _MustHaves()
    weight_spread: Annotated[float, Field(ge=0, le=LARGEST_SPREAD)] = DEFAULT_SPREAD
    overrides: list[_Override] = []
    years: Annotated[int, Field(ge=1, le=10)] = 5
    delivery: Delivery = "provider"
    prices: PriceTerms = "real"
    currency: str = "USD"
    cost_changes: list[_CostChange] = []

    @field_validator("version")
    @classmethod
    def _known_version(cls, version: int) -> int:
        if not 1 <= version <= VERSION:
            raise ValueError(f"this program reads version {VERSION}, the file has {version}")
        return version


def scenario_of(document: dict[str, Any]) -> Scenario:
    """The scenario that a file's document stands for.

    Raises:
        SchemaError: an entry that is not known, missing or of the wrong kind.
    """
    try:
        return _to_scenario(_ScenarioFile.model_validate(document))
    except ValidationError as error:
        raise SchemaError(_sentence(error)) from None


def _sentence(error: ValidationError) -> str:
    first, *rest = error.errors()
    place = ".".join(str(part) for part in first["loc"]) or "the file"
    cause = first["msg"].removeprefix("Value error, ")
    if first["type"] == "extra_forbidden":
        cause = "this entry is not known"
    more = f" ({len(rest)} more of its entries are wrong too)" if rest else ""
    return (
        f"'{place}': {cause[0].lower()}{cause[1:]}{more}. Correct it in the file, or restore an earlier copy."
    )


def _to_scenario(file: _ScenarioFile) -> Scenario:
    must = file.must_haves
    return Scenario(
        name=file.name,
        home=file.home,
        function=file.function,
        headcount=file.headcount,
        industry=file.industry,
        working_languages=tuple(file.working_languages),
        customer_languages=tuple(file.customer_languages),
        home_hours=file.home_hours,
        site_hours=file.site_hours,
        wanted_overlap=file.wanted_overlap,
        year=file.year,
        hubs=file.hubs,
        engagement_rule=EngagementRule(**file.engagement_rule.model_dump()),
        service_window=file.service_window,
        theme_weights=file.theme_weights,
        criterion_weights=file.criterion_weights,
        aggregation=Aggregation(file.aggregation.method, file.aggregation.floor),
        must_haves=MustHaves(
            frozenset(must.engagement),
            tuple(Bound(b.criterion, b.op, b.limit) for b in must.bounds),
            must.exclude_sanctioned,
            must.fatf,
        ),
        weight_spread=file.weight_spread,
        overrides=tuple(Override(o.location, o.criterion, o.value, o.note) for o in file.overrides),
        years=file.years,
        delivery=file.delivery,
        prices=file.prices,
        currency=file.currency,
        cost_changes=tuple(CostChange(c.parameter, c.low, c.likely, c.high) for c in file.cost_changes),
    )
