"""``location-advisor overlap``: working time that two places share, on a date or through a year."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from advisor.cli.clock.overlap_extras import cover_document, cover_sentence, reach_document, reach_sentence
from advisor.cli.errors import CommandError
from advisor.cli.options.places import NamedPlace, PlaceFinder, parse_hours
from advisor.cli.options.scenario_options import add_pack_option, open_pack
from advisor.cli.printing import emit, json_text
from advisor.places.cover import ServiceWindow
from advisor.places.overlap import overlap_hours, overlap_minutes_on
from advisor.places.shifts import Schedule, WorkingHours
from advisor.scenario.study.scenario import DEFAULT_HOURS
from advisor.words.formatting import capital, hours_text
from advisor.words.translation import mark, t
from advisor.words.true_signs import true_signs

EXAMPLES = mark("""examples:
  location-advisor overlap London Bengaluru --year 2027
  location-advisor overlap America/New_York Asia/Manila --on 2027-03-15 --site-hours 17:30-01:30
  location-advisor overlap USA POL --year 2027 --hours 08:00-17:00 --json
  location-advisor overlap GBR PHL --year 2027 --reach 4 --cover 08:00-20:00
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    what = t("an IANA zone, a hub (a name shared by several: 'Victoria,SYC'), or an ISO3 code")
    parser.add_argument("home", metavar="HOME", help=what)
    parser.add_argument("site", metavar="SITE", help=what)
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument("--on", metavar="DATE", help=t("a home date, for example 2027-03-15"))
    when.add_argument("--year", type=int, metavar="YEAR", help=t("a calendar year at home"))
    parser.add_argument(
        "--hours", default=DEFAULT_HOURS, metavar="HH:MM-HH:MM", help=t("home's working hours")
    )
    parser.add_argument("--site-hours", default=DEFAULT_HOURS, metavar="HH:MM-HH:MM", help=t("the site's"))
    parser.add_argument(
        "--cover",
        metavar="WINDOW",
        help=t("share of a service window in home time that the site covers: 08:00-20:00, 24x7 or 24x5"),
    )
    parser.add_argument(
        "--reach",
        type=float,
        metavar="HOURS",
        help=t("find the smallest move of the site's shift that shares this"),
    )
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts"))
    add_pack_option(parser)


def run(options: argparse.Namespace) -> int:
    """Compute and print.

    Raises:
        CommandError: bad input.
    """
    finder = PlaceFinder(open_pack(options.pack))
    home, site = finder.find(options.home), finder.find(options.site)
    hours, site_hours = parse_hours(options.hours), parse_hours(options.site_hours)
    if options.reach is not None and not 0 < options.reach <= 24:
        raise CommandError(t("--reach {reach} is outside 0 to 24 hours a day.", reach=f"{options.reach:g}"))
    day = None if options.on is None else _date(options.on)
    year = options.year if day is None else day.year
    try:
        result = (
            in_year(home, site, year, hours, site_hours)
            if day is None
            else on_date(home, site, day, hours, site_hours)
        )
        if options.cover is not None:
            window = ServiceWindow.parse(options.cover, home.weekend)
            result["cover"] = cover_document(home, site, window, year, site_hours)
        if options.reach is not None:
            result["reach"] = reach_document(home, site, options.reach, year, (hours, site_hours))
    except ValueError as error:
        raise CommandError(t("{cause}.", cause=capital(str(error)))) from error
    emit(json_text(result) if options.json else _text(result))
    return 0


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(t("--on '{text}' is not a date: write it as 2027-03-15.", text=text)) from None


def _place_document(place: NamedPlace, hours: WorkingHours) -> dict[str, Any]:
    return {
        "name": place.name,
        "id": place.location_id,
        "hours": str(hours),
        "weekend": str(place.weekend),
        "hubs": [{"name": name, "zone": zone} for name, zone, _ in place.hubs],
    }


def on_date(
    home: NamedPlace, site: NamedPlace, day: date, hours: WorkingHours, site_hours: WorkingHours
) -> dict[str, Any]:
    """Minutes shared on a home date, between the main hubs.

    Raises:
        ValueError: a year outside the clock tables.
    """
    minutes = overlap_minutes_on(
        Schedule(home.hubs[0][1], hours, home.weekend),
        Schedule(site.hubs[0][1], site_hours, site.weekend),
        day,
    )
    return {
        "minutes": minutes,
        "on": day.isoformat(),
        "home": _place_document(home, hours),
        "site": _place_document(site, site_hours),
    }


def in_year(
    home: NamedPlace, site: NamedPlace, year: int, hours: WorkingHours, site_hours: WorkingHours
) -> dict[str, Any]:
    """Hours shared per home working day: mean over the site's hubs by population, and their range.

    Raises:
        ValueError: a year outside the clock tables.
    """
    schedule = Schedule(home.hubs[0][1], hours, home.weekend)
    by_hub = [
        overlap_hours(schedule, Schedule(zone, site_hours, site.weekend), year) for _, zone, _ in site.hubs
    ]
    mean = sum(share * value for (_, _, share), value in zip(site.hubs, by_hub, strict=True))
    return {
        "hours_per_home_day": min(max(mean, min(by_hub)), max(by_hub)),
        "lowest_hub": min(by_hub),
        "highest_hub": max(by_hub),
        "year": year,
        "home": _place_document(home, hours),
        "site": _place_document(site, site_hours),
    }


def _text(result: dict[str, Any]) -> str:
    lines = [_sentence(result)]
    if "cover" in result:
        lines.append(cover_sentence(result["cover"], result["site"]["name"]))
    if "reach" in result:
        lines.append(reach_sentence(result["reach"]))
    return "".join(lines)


def _sentence(result: dict[str, Any]) -> str:
    home, site = result["home"], result["site"]
    told = {
        "home": home["name"],
        "home_hours": true_signs(home["hours"]),
        "site": site["name"],
        "site_hours": true_signs(site["hours"]),
    }
    if "minutes" in result:
        said = t(
            "{home:The} ({home_hours}) and {site:the} ({site_hours}) share {shared} on {date}, weekends "
            "included, holidays not.",
            shared=hours_text(result["minutes"] / 60),
            date=result["on"],
            **told,
        )
        return f"{said}\n"
    told |= {"shared": hours_text(result["hours_per_home_day"]), "year": result["year"]}
    low, high = result["lowest_hub"], result["highest_hub"]
    if high - low > 1 / 120:
        said = t(
            "{home:The} ({home_hours}) and {site:the} ({site_hours}) share {shared} a home working day "
            "in {year} (between {low} and {high} by hub).",
            low=hours_text(low),
            high=hours_text(high),
            **told,
        )
    else:
        said = t(
            "{home:The} ({home_hours}) and {site:the} ({site_hours}) share {shared} a home working day "
            "in {year}.",
            **told,
        )
    return f"{said}\n"
