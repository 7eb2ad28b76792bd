"""How many people do a kind of work at a location, and how much room there is to hire among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

WorkforceKind = Literal["services", "it"]
WORKFORCE_KINDS: tuple[WorkforceKind, ...] = get_args(WorkforceKind)

# More people than this share of all who do such work there cannot be hired within a year or two: it is about
# as many as change jobs in the whole trade in a year. Published yearly turnover of contact centres lies
# mostly between 25 and 50 %.
MOST_TO_HIRE_PERCENT = 30.0


@dataclass(frozen=True, slots=True)
class Workforce:
    """People at work in one kind of work at one location.

    Attributes:
        location_id: the location.
        kind: ``services`` (outsourced and shared services, contact centres, in house included where the
            source does) or ``it`` (software and IT).
        people: how many.
        low: 5th percentile.
        high: 95th percentile.
        method: ``observed`` or ``estimated``.
        year: year of the figure, None if undated.
        source_id: source.
        note: the definition, or how it was estimated.
    """

    location_id: str
    kind: str
    people: float
    low: float
    high: float
    method: str = "observed"
    year: int | None = None
    source_id: str = ""
    note: str = ""


def room_percent(head_count: int, people: float) -> float:
    """The head count asked for, in per cent of the people who do such work."""
    return 100.0 * head_count / people
