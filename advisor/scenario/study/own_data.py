"""What the user knows better than the pack: figures, wages, cost rates and quotes, each with its origin."""

from __future__ import annotations

from typing import Annotated, Literal

from advisor.scenario.study.values import (
    Amount,
    AsBuilt,
    Currency,
    Day,
    Figure,
    Id,
    Many,
    Name,
    Note,
    ShortText,
    study_value,
)


@study_value
class OwnFigure:
    """The user's own figure in place of the pack's.

    Attributes:
        location, criterion: ids of the cell that it stands in.
        value: in the criterion's unit.
        note: where it comes from.
        author: who entered it.
        date: the day that it was entered, None where that was not kept.
    """

    location: Id
    criterion: Id
    value: Figure
    note: Note = ""
    author: ShortText = ""
    date: Day | None = None


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


@study_value
class OwnData:
    """Everything that the scenarios of a study share in place of the pack's figures.

    Attributes:
        figures: of two for the same cell, the later counts.
    """

    figures: Annotated[tuple[Annotated[OwnFigure, AsBuilt], ...], Many] = ()
    wages: Annotated[tuple[Annotated[OwnWage, AsBuilt], ...], Many] = ()
    rates: Annotated[tuple[Annotated[OwnRate, AsBuilt], ...], Many] = ()
    quotes: Annotated[tuple[Annotated[Quote, AsBuilt], ...], Many] = ()


NOTHING_OWN = OwnData()


def _rising(low: float | None, likely: float, high: float | None) -> None:
    if (low is not None and low > likely) or (high is not None and likely > high):
        raise ValueError("low, likely and high must rise")
