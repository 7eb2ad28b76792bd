"""Cover of a service window and the shift finder, for ``location-advisor overlap``."""

from __future__ import annotations

from typing import Any

from advisor.cli.options.places import NamedPlace
from advisor.places.cover import ServiceWindow, cover_by
from advisor.places.shift_finder import FoundShift, find_shift
from advisor.places.shifts import Schedule, WorkingHours
from advisor.words.formatting import hours_text, percent_text
from advisor.words.translation import t
from advisor.words.true_signs import true_signs


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
    told = {
        "site": site,
        "share": percent_text(document["percent"] / 100),
        "window": true_signs(document["window"]),
        "closed": document["closed"],
        "year": document["year"],
        "low": percent_text(low / 100),
        "high": percent_text(high / 100),
    }
    if document["closed"] == "none":
        if high - low >= 1:
            said = t(
                "{site:The} covers {share} of {window} home time, every day, in {year} (between {low} "
                "and {high} by hub).",
                **told,
            )
        else:
            said = t("{site:The} covers {share} of {window} home time, every day, in {year}.", **told)
    elif high - low >= 1:
        said = t(
            "{site:The} covers {share} of {window} home time, closed {closed}, in {year} (between {low} and "
            "{high} by hub).",
            **told,
        )
    else:
        said = t("{site:The} covers {share} of {window} home time, closed {closed}, in {year}.", **told)
    return f"{said}\n"


def reach_sentence(document: dict[str, Any]) -> str:
    """The shift in words."""
    told = {"wanted": hours_text(document["wanted_hours"]), "hub": document["hub"]}
    if not document["reached"]:
        said = t("No move of the shift in {hub} reaches {wanted} a home working day.", **told)
    elif not document["minutes_moved"]:
        said = t("{wanted} a home working day are reached in {hub} without moving the shift.", **told)
    else:
        told |= {"shift": true_signs(document["hours"])}
        told |= {"moved": hours_text(abs(document["minutes_moved"]) / 60)}
        told |= {"night": hours_text(document["night_hours"])}
        said = _moved(told, is_later=document["minutes_moved"] > 0, has_nights=bool(document["night_hours"]))
    return f"{said}\n"


def _moved(told: dict[str, str], *, is_later: bool, has_nights: bool) -> str:
    if is_later:
        if has_nights:
            return t(
                "{wanted} are reached in {hub} with {shift}, {moved} later, {night} of it between 22:00 and "
                "06:00.",
                **told,
            )
        return t("{wanted} are reached in {hub} with {shift}, {moved} later, none of it at night.", **told)
    if has_nights:
        return t(
            "{wanted} are reached in {hub} with {shift}, {moved} earlier, {night} of it between 22:00 and "
            "06:00.",
            **told,
        )
    return t("{wanted} are reached in {hub} with {shift}, {moved} earlier, none of it at night.", **told)
