"""Flags of a location in a ranking: those of the place, and those of what is asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from advisor.core.cells import Cell
from advisor.places.flags import Flag, Severity, place_flags
from advisor.places.law import LegalTable
from advisor.places.workforce import MOST_TO_HIRE_PERCENT
from advisor.words.formatting import figure_text
from advisor.words.translation import t

ROOM, CUSTOMERS = "room_to_hire", "customer_language"
# As many as serve customers where one in forty speaks the language; below, few desks can be filled.
_FEW_SPEAK = 25.0
STAFFING = "staffing"  # kind of the flag of a place that cannot be staffed


def location_flags(
    law: LegalTable,
    location: str,
    room: Cell | None,
    customers: Cell | None,
    home_left_out: Sequence[str],
) -> tuple[Flag, ...]:
    """All flags of a location, the loudest first.

    Args:
        law: facts of all places.
        location: location id.
        room: the head count asked for in per cent of the workforce; None where no criterion tells.
        customers: how well the customers' languages are served; None where the work is not for customers.
        home_left_out: why home is left out of the ranking, if the location is home and is.
    """
    found = [*place_flags(law, location), *_home(home_left_out), *_staffing(room), *_language(customers)]
    return tuple(sorted(found, key=lambda flag: -flag.severity))


@lru_cache(maxsize=8)
def warned_places(law: LegalTable, locations: tuple[str, ...]) -> frozenset[str]:
    """Those of the locations that carry a warning from any home: war, sanctions, money-laundering lists."""
    return frozenset(
        each
        for each in locations
        if any(flag.severity >= Severity.WARNING for flag in place_flags(law, each))
    )


def _home(reasons: Sequence[str]) -> list[Flag]:
    """Home left out of the ranking: then nothing shows what staying would be worth."""
    if not reasons:
        return []
    detail = t("Home itself is left out: {reasons}.", reasons="; ".join(reasons))
    return [Flag("home", Severity.WARNING, t("Home is left out of the ranking"), detail)]


def _staffing(room: Cell | None) -> list[Flag]:
    """More people are asked for than can be hired; an unknown share is no evidence."""
    if room is None or not room.value > MOST_TO_HIRE_PERCENT:
        return []
    detail = t(
        "{note}: {share} of them, more than change jobs in this trade in a year or two.",
        note=room.note,
        share=figure_text(room.value, "%"),
    )
    return [Flag(STAFFING, Severity.ALARM, t("Cannot staff this head count"), detail)]


def _language(customers: Cell | None) -> list[Flag]:
    """Work for customers where few speak their language."""
    if customers is None or not customers.value < _FEW_SPEAK:
        return []
    text = t("Few speak the customers' language")
    detail = t("Customers' language: {note}. Unlisted languages are estimates.", note=customers.note)
    return [Flag("language", Severity.NOTE, text, detail)]
