"""``location-advisor profile``: everything known about a home and a site, each fact with source and date."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from advisor.cli.errors import CommandError
from advisor.cli.options.places import NamedPlace, PlaceFinder, parse_hours
from advisor.cli.options.scenario_options import add_pack_option, open_pack
from advisor.cli.options.study_file import open_study
from advisor.cli.printing import emit, json_text
from advisor.datapack.schema import DataPack, Source
from advisor.places.cover import ServiceWindow
from advisor.places.from_home import TimeSettings
from advisor.places.knowledge import Fact, ProfileRequest
from advisor.places.language_names import language_name
from advisor.places.profile import SiteProfile, site_profile
from advisor.places.regime_texts import DISCLAIMER
from advisor.scenario.home.place_model import place_model
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.scenario import DEFAULT_HOURS, DEFAULT_YEAR
from advisor.views.home.fact_texts import by_section, source_text, value_text
from advisor.views.home.home_texts import SECTIONS
from advisor.words.formatting import capital
from advisor.words.translation import mark, marked, t

EXAMPLES = mark("""examples:
  location-advisor profile GBR POL
  location-advisor profile USA Manila --wanted 4 --cover 24x7
  location-advisor profile Chicago 'Mexico City' --year 2028 --json
  location-advisor profile GBR 'Cebu campus' --study my.advisor
""")
_WIDTH, _VALUE, _ORIGIN = 120, 38, 76  # columns: all, where values begin, where sources begin


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    what = t("an ISO3 code or a hub (a name shared by several: 'Victoria,SYC')")
    parser.add_argument("home", metavar="HOME", help=what)
    parser.add_argument("site", metavar="SITE", help=what)
    parser.add_argument("--year", type=int, default=DEFAULT_YEAR, metavar="YEAR", help=t("a calendar year"))
    parser.add_argument(
        "--from", dest="start", metavar="DATE", help=t("list coming dates from here, not today")
    )
    parser.add_argument(
        "--hours", default=DEFAULT_HOURS, metavar="HH:MM-HH:MM", help=t("home's working hours")
    )
    parser.add_argument("--site-hours", default=DEFAULT_HOURS, metavar="HH:MM-HH:MM", help=t("the site's"))
    parser.add_argument("--wanted", type=float, default=4.0, metavar="HOURS", help=t("overlap wanted a day"))
    parser.add_argument("--cover", metavar="WINDOW", help=t("service window: 08:00-20:00, 24x7 or 24x5"))
    parser.add_argument(
        "--study", type=Path, metavar="STUDY", help=t("a study, whose sites of your own can be named too")
    )
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts"))
    add_pack_option(parser)


def run(options: argparse.Namespace) -> int:
    """Gather and print.

    Raises:
        CommandError: bad input.
    """
    pack = open_pack(options.pack)
    if options.study is not None:
        pack = extended_pack(pack, open_study(options.study, None, pack).own)
    finder = PlaceFinder(pack)
    home, site = _place(finder, options.home), _place(finder, options.site)
    if not 0 < options.wanted <= 24:
        raise CommandError(
            t("--wanted {wanted} is outside 0 to 24 hours a day.", wanted=f"{options.wanted:g}")
        )
    hours, site_hours = parse_hours(options.hours), parse_hours(options.site_hours)
    settings = TimeSettings(options.year, hours, site_hours, options.wanted)
    start = _date(options.start)
    try:
        profile = _profile(pack, home, site, settings, start, options.cover)
    except ValueError as error:
        raise CommandError(t("{cause}.", cause=capital(str(error)))) from error
    emit(json_text(_document(pack, profile)) if options.json else _text(pack, profile, home, site))
    return 0


def _place(finder: PlaceFinder, text: str) -> NamedPlace:
    place = finder.find(text)
    if not place.location_id:
        raise CommandError(t("'{text}' is a time zone: a profile needs a country code or a hub.", text=text))
    return place


def _date(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(t("--from '{text}' is not a date: write it as 2027-03-15.", text=text)) from None


def _profile(
    pack: DataPack, home: NamedPlace, site: NamedPlace, settings: TimeSettings, start: date, cover: str | None
) -> SiteProfile:
    if pack.places is None:  # the finder has refused such a pack
        raise ValueError(f"the data pack {pack.name} knows no places")
    window = ServiceWindow.parse(cover, home.weekend) if cover is not None else None
    request = ProfileRequest(
        home.location_id,
        site.location_id,
        settings,
        start,
        home_hub=home.hubs[0][0],
        site_hub=site.hubs[0][0],
        window=window,
    )
    return site_profile(place_model(pack, pack.places).knowledge(), request)


def _document(pack: DataPack, profile: SiteProfile) -> dict[str, Any]:
    named = {part for fact in profile.facts for part in fact.source.split(";") if part in pack.sources}
    sources = {key: _source_document(pack.sources[key]) for key in sorted(named)}
    return {**profile.as_dict(), "orientation": DISCLAIMER, "sources": sources}


def _source_document(source: Source) -> dict[str, str]:
    return {
        "publisher": source.publisher,
        "dataset": source.dataset,
        "edition": source.edition,
        "licence": source.licence,
    }


def _text(pack: DataPack, profile: SiteProfile, home: NamedPlace, site: NamedPlace) -> str:
    names = [pack.location(place.location_id).name for place in (home, site)]
    title = t(
        "{home} and {site}", home=_named(names[0], home.hubs[0][0]), site=_named(names[1], site.hubs[0][0])
    )
    lines = [title, "=" * len(title)]
    sections = by_section(profile.facts)
    for section, heading in SECTIONS.items():
        if section not in sections:
            continue
        title = marked(heading)
        lines += ["", title, "-" * len(title)]
        if section == "law":
            lines.append(marked(DISCLAIMER))
        for fact in sections[section]:
            lines += _fact_lines(fact, pack)
        if section == "language":
            lines += _unknown_languages(profile.facts)
    return "\n".join(lines) + "\n"


def _named(place: str, hub: str) -> str:
    """A place with its hub; a site of one's own is its own hub."""
    return place if place == hub else t("{place} ({hub})", place=place, hub=hub)


def _unknown_languages(facts: Sequence[Fact]) -> list[str]:
    told = [fact for fact in facts if fact.section == "language" and fact.value is None]
    names = dict.fromkeys(language_name(fact.about) for fact in told)
    return textwrap.wrap(t("Not known: {names}.", names=", ".join(names)), _WIDTH) if names else []


def _fact_lines(fact: Fact, pack: DataPack) -> list[str]:
    """Label, value and origin on one line where they fit; remarks below."""
    label, value, note = marked(fact.label), value_text(fact), fact.note
    if fact.section == "calendar" and isinstance(fact.value, str):
        name = pack.location(fact.about).name
        label, value, note = value, t("only {name:the} works: {reason}", name=name, reason=note), ""
    origin = f"[{source_text(fact, pack.sources)}]" if fact.source else ""
    lines = textwrap.wrap(f"{label:<{_VALUE - 1}} {value}", _WIDTH, subsequent_indent=" " * _VALUE)
    if len(lines) == 1 and len(lines[0]) < _ORIGIN - 1 and len(origin) <= _WIDTH - _ORIGIN:
        lines[0], origin = f"{lines[0]:<{_ORIGIN}}{origin}".rstrip(), ""
    for extra in (note, origin):
        lines += textwrap.wrap(extra, _WIDTH, initial_indent=" " * _VALUE, subsequent_indent=" " * _VALUE)
    return lines
