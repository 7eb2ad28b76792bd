"""What the user knows better than the pack: figures, wages, cost rates and quotes, each with its origin."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields
from hashlib import sha256
from typing import Annotated, Any, Literal

from annotated_types import Interval
from pydantic import Field, StringConstraints

from advisor.scenario.study.values import (
    Amount,
    AsBuilt,
    Currency,
    Day,
    Few,
    Figure,
    Id,
    Many,
    Name,
    Note,
    ShortText,
    Weight,
    study_value,
)
from advisor.words.translation import t

MOST_CRITERIA = 100  # of the user's own
OwnOnes = Field(max_length=MOST_CRITERIA, strict=False)


@study_value
class OwnFigure:
    """The user's own figure in place of the pack's.

    Attributes:
        location, criterion: ids of the cell that it stands in.
        value: in the criterion's unit.
        note: where it comes from.
        author: who entered it.
        date: the day that it was entered, None where that was not kept.
        year: the year that it is of, 0 where that is not known.
        source: id of the table of the user's that it was taken from, empty where it was typed.
    """

    location: Id
    criterion: Id
    value: Figure
    note: Note = ""
    author: ShortText = ""
    date: Day | None = None
    year: Annotated[int, Interval(ge=0, le=2100)] = 0
    source: Id = ""


@study_value
class OwnWage:
    """A wage that the user knows.

    Attributes:
        location: id of the location.
        occupation, function: what the pay is for; one of the two, the other is empty.
        amount: gross pay of one full-time employee.
        currency: ISO 4217 code.
        per: month or year.
        low, high: between which pay lies, None where that is not known.
        note, author, date: where it comes from, who entered it, and when.
        source: id of the table of the user's that it was taken from, empty where it was typed.
    """

    location: Id
    amount: Amount
    currency: Currency
    per: Literal["month", "year"] = "year"
    occupation: Id = ""
    function: Id = ""
    low: Amount | None = None
    high: Amount | None = None
    note: Note = ""
    author: ShortText = ""
    date: Day | None = None
    source: Id = ""

    def __post_init__(self) -> None:
        if bool(self.occupation) == bool(self.function):
            raise ValueError("a wage is either of an occupation or of a function")
        _rising(self.low, self.amount, self.high)


@study_value
class OwnRate:
    """A rate of the cost model that holds for one location only.

    Attributes:
        location: id of the location.
        parameter: id of the rate.
        low, likely, high: the range, in the rate's unit.
        function: the function that it holds for; empty for all.
        note, author, date: where it comes from, who entered it, and when.
        source: id of the table of the user's that it was taken from, empty where it was typed.
    """

    location: Id
    parameter: Id
    low: Figure
    likely: Figure
    high: Figure
    function: Id = ""
    note: Note = ""
    author: ShortText = ""
    date: Day | None = None
    source: Id = ""

    def __post_init__(self) -> None:
        _rising(self.low, self.likely, self.high)


@study_value
class Quote:
    """What a provider asks for.

    Attributes:
        location, function: ids of what is offered.
        provider: who offers it.
        price: of one person, or of one hour of work.
        unit: hour or month.
        currency: ISO 4217 code.
        covers: what the price includes, in words.
        note, author, date: where it comes from, who entered it, and when.
        source: id of the table of the user's that it was taken from, empty where it was typed.
    """

    location: Id
    function: Id
    price: Amount
    unit: Literal["hour", "month"]
    currency: Currency
    provider: Name | None = None
    covers: Note = ""
    note: Note = ""
    author: ShortText = ""
    date: Day | None = None
    source: Id = ""


@study_value
class OwnSource:
    """A table of the user's own that figures, criteria, pay, rates, quotes or sites were taken from.

    Attributes:
        id: what these name it by.
        title: what people read: who found it out, or what the table is called.
        file: name of the file, with the sheet where it has several.
        date: the day that it was taken in.
        note: what is worth knowing of it.
    """

    id: Id
    title: Name
    file: ShortText = ""
    date: Day | None = None
    note: Note = ""


@study_value
class OwnCriterion:
    """A criterion of the user's own; its figures stand among the others of the user's own.

    Attributes:
        id: of its own, also beside the pack's.
        label: what people read.
        unit: of its figures.
        direction: whether more is better.
        lower, upper: goalposts, in the unit: from where on the value is 0 or 1.
        transform: whether differences or ratios count.
        theme: id of the theme, of the pack or new.
        theme_label: what a new theme is called.
        weight: within the theme, on the scale of its other criteria.
        theme_weight: of a new theme, on the scale of the others; None means that of its criteria together.
        source: id of the table that it was taken from.
        note: what is measured.
    """

    id: Annotated[Name, StringConstraints(max_length=100)]
    label: Name
    direction: Literal["up", "down"]
    lower: Figure
    upper: Figure
    unit: ShortText = ""
    transform: Literal["linear", "log"] = "linear"
    theme: Annotated[Name, StringConstraints(max_length=100)] = "own"
    theme_label: ShortText = ""
    weight: Weight = 1.0
    theme_weight: Weight | None = None
    source: Id = ""
    note: Note = ""

    def __post_init__(self) -> None:
        if not self.lower < self.upper:
            raise ValueError(t("the lower goalpost of '{name}' must be below the upper one", name=self.label))
        if self.transform == "log" and self.lower <= 0:
            raise ValueError(
                t("the logarithmic scale of '{name}' needs a lower goalpost above 0", name=self.label)
            )
        if self.transform == "log" and not math.isfinite(self.upper / self.lower):
            raise ValueError(
                t("the goalposts of '{name}' lie too far apart for a logarithmic scale", name=self.label)
            )


@study_value
class OwnSite:
    """A place of the user's own that is ranked beside the pack's.

    Attributes:
        id: of its own, also beside the pack's.
        name: what people read.
        lat, lon: degrees north and east.
        country: id of the location of the pack that it lies in, whose figures hold where none are its own;
            empty in a pack that knows no countries.
        source: id of the table that it was taken from.
        note: what is worth knowing of it.
    """

    id: Annotated[Name, StringConstraints(max_length=100)]
    name: Name
    lat: Annotated[float, Interval(ge=-90, le=90)]
    lon: Annotated[float, Interval(ge=-180, le=180)]
    country: Id = ""
    source: Id = ""
    note: Note = ""


@study_value
class OwnData:
    """Everything of the user's own that the scenarios of a study share, beside the pack or in its place.

    Attributes:
        figures: of two for the same cell, the later counts.
        criteria, sites: what the pack does not have; each id once.
        sources: the tables that all this was taken from.
    """

    figures: Annotated[tuple[Annotated[OwnFigure, AsBuilt], ...], Many] = ()
    wages: Annotated[tuple[Annotated[OwnWage, AsBuilt], ...], Many] = ()
    rates: Annotated[tuple[Annotated[OwnRate, AsBuilt], ...], Many] = ()
    quotes: Annotated[tuple[Annotated[Quote, AsBuilt], ...], Many] = ()
    criteria: Annotated[tuple[Annotated[OwnCriterion, AsBuilt], ...], OwnOnes] = ()
    sites: Annotated[tuple[Annotated[OwnSite, AsBuilt], ...], Few] = ()
    sources: Annotated[tuple[Annotated[OwnSource, AsBuilt], ...], Few] = ()

    def __post_init__(self) -> None:
        for kind in (self.criteria, self.sites, self.sources):
            ids = Counter(each.id for each in kind)
            if twice := [key for key, count in ids.items() if count > 1]:
                raise ValueError(t("the id '{name}' stands twice", name=twice[0]))


NOTHING_OWN = OwnData()
# What says where something comes from, rather than what it is.
_ORIGINS = frozenset(
    {"note", "author", "date", "source", "label", "theme_label", "name", "provider", "covers"}
)


def mark_of(own: OwnData) -> str:
    """What tells the user's own figures, criteria and sites from others, wherever they come from.

    Two studies have the same mark where the same ranking and costs follow from them; the order in which they
    were entered does not count, unless two stand for one and the same.
    """
    kinds = (own.figures, own.wages, own.rates, own.quotes, own.criteria, own.sites)
    latest: dict[str, str] = {}
    for kind in kinds:
        for each in kind:
            parts = {field.name: getattr(each, field.name) for field in fields(each)}
            told = {name: value for name, value in parts.items() if name not in _ORIGINS}
            latest[_place_of(type(each).__name__, parts)] = json.dumps(told, sort_keys=True)
    text = "\n".join(f"{place} {told}" for place, told in sorted(latest.items()))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _place_of(kind: str, parts: Mapping[str, Any]) -> str:
    """What an entry stands for; of two for the same the later counts. Providers offer beside each other."""
    names = ("id", "location", "criterion", "occupation", "function", "parameter", "provider", "price")
    wanted = names if kind == Quote.__name__ else names[:-2]
    return json.dumps([kind, *(parts[name] for name in wanted if name in parts)])


def _rising(low: float | None, likely: float, high: float | None) -> None:
    if (low is not None and low > likely) or (high is not None and likely > high):
        raise ValueError("low, likely and high must rise")
