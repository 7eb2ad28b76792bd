"""Cover of a service window and the shift finder, for ``location-advisor overlap``."""

from __future__ import annotations

from typing import Any

from advisor.cli.options.places import NamedPlace
from advisor.places.cover import ServiceWindow, cover_by
from advisor.places.shift_finder import FoundShift, find_shift
from advisor.places.shifts import Schedule, WorkingHours
from advisor.words.formatting import hours_text
from advisor.words.locale import digits


def cover_document(
    home: NamedPlace, site: NamedPlace, window: ServiceWindow, year: int, site_hours: WorkingHours
) -> dict[str, Any]:
    """Share of the window that each hub of the site covers; the main hub's own stands in front.

    Raises:
        ValueError: a year outside the clock tables.
    """
    found = [
        cover_by(home.hubs[0][1], window, [Schedule(zone, site_hours, site.weekend)], year)
        for _, zone, _ in site.hubs
    ]
    shares = [100 * cover.share for cover in found]
    return {
        "window": str(window.hours),
        "closed": str(window.closed),
        "year": year,
        "hub": site.hubs[0][0],
        "percent": shares[0],
        "covered_hours": found[0].covered_hours,
        "window_hours": found[0].window_hours,
        "lowest_hub_percent": min(shares),
        "highest_hub_percent": max(shares),
        "by_hub": [
            {"name": name, "percent": share} for (name, _, _), share in zip(site.hubs, shares, strict=True)
        ],
    }


def reach_document(
    home: NamedPlace,
    site: NamedPlace,
    wanted: float,
    year: int,
    hours: tuple[WorkingHours, WorkingHours],
) -> dict[str, Any]:
    """The smallest move of the site's shift that reaches an overlap, for each hub; the main hub's in front.

    Args:
        home: the client.
        site: where the shift moves.
        wanted: hours per home working day.
        year: of the clocks.
        hours: at home and at the site.

    Raises:
        ValueError: a year outside the clock tables.
    """
    schedule = Schedule(home.hubs[0][1], hours[0], home.weekend)
    found = [
        find_shift(schedule, Schedule(zone, hours[1], site.weekend), year, wanted) for _, zone, _ in site.hubs
    ]
    names = [name for name, _, _ in site.hubs]
    return {
        "wanted_hours": wanted,
        "year": year,
        "hub": names[0],
        **_shift(found[0]),
        "by_hub": [{"name": name, **_shift(shift)} for name, shift in zip(names, found, strict=True)],
    }


def _shift(found: FoundShift | None) -> dict[str, Any]:
    return {
        "reached": found is not None,
        "minutes_moved": found.move if found else None,
        "hours": str(found.hours) if found else None,
        "hours_per_home_day": found.overlap if found else None,
        "night_hours": found.night if found else None,
    }


def cover_sentence(document: dict[str, Any], site: str) -> str:
    """The cover in words."""
    low, high = document["lowest_hub_percent"], document["highest_hub_percent"]
    spread = f" (between {digits(low)} % and {digits(high)} % by hub)" if high - low >= 1 else ""
    closed = "every day" if document["closed"] == "none" else f"closed {document['closed']}"
    return (
        f"{site} covers {document['percent']:.0f} % of {document['window']} home time, {closed}, "
        f"in {document['year']}{spread}.\n"
    )


def reach_sentence(document: dict[str, Any]) -> str:
    """The shift in words."""
    wanted, hub = hours_text(document["wanted_hours"]), document["hub"]
    if not document["reached"]:
        return f"No move of the shift in {hub} reaches {wanted} a home working day.\n"
    if not document["minutes_moved"]:
        return f"{wanted} a home working day are reached in {hub} without moving the shift.\n"
    moved = hours_text(abs(document["minutes_moved"]) / 60)
    way = "later" if document["minutes_moved"] > 0 else "earlier"
    night = document["night_hours"]
    nights = f"{hours_text(night)} of it between 22:00 and 06:00" if night else "none of it at night"
    return f"{wanted} are reached in {hub} with {document['hours']}, {moved} {way}, {nights}.\n"
