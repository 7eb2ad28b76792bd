"""The tables that make a pack know places: hubs, languages, legal facts and ties between countries."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

from advisor.datapack.columns import Choice, Flag, Number, Reference, Text, Year, Zone
from advisor.datapack.place_facts import PlaceTables
from advisor.datapack.problems import Problems, shown
from advisor.datapack.reading import is_present
from advisor.datapack.tables import Table
from advisor.places.affinity import Tie
from advisor.places.collaborations import Collaboration
from advisor.places.hubs import Hub
from advisor.places.languages import LanguageFact
from advisor.places.law import LegalFact
from advisor.places.workforce import WORKFORCE_KINDS, Workforce
from advisor.words.translation import mark, t

_PLACE = Reference(mark("The place it belongs to."), required=True, filled=True, table="locations.csv")
_SOURCES = Reference(mark("Where it comes from."), table="sources.csv", several=True)
_NOTE = Text(mark("A remark."))


class HubRow(NamedTuple):
    """One line of hubs.csv."""

    line: int
    location_id: Annotated[str, _PLACE]
    name: Annotated[str, Text(mark("The city, named once for each place."), required=True, filled=True)]
    lat: Annotated[float, Number(mark("Degrees north."), required=True, filled=True, least=-90, greatest=90)]
    lon: Annotated[float, Number(mark("Degrees east."), required=True, filled=True, least=-180, greatest=180)]
    population: Annotated[float, Number(mark("People; the largest hub of a place is its main one."), least=0)]
    tz: Annotated[str, Zone(mark("Its time zone."), required=True, filled=True)]
    part: Annotated[
        str, Text(mark("ISO 3166-2 code, without the country, of the part that keeps holidays of its own."))
    ]
    source_id: Annotated[str, _SOURCES]


class LanguageRow(NamedTuple):
    """One line of languages.csv."""

    line: int
    location_id: Annotated[str, _PLACE]
    language: Annotated[str, Text(mark("ISO 639 code, such as `en`."), required=True, filled=True)]
    official: Annotated[
        str,
        Choice(
            mark("Its standing; blank for none or unknown."), allowed=("official", "de_facto", "regional")
        ),
    ]
    share: Annotated[
        float, Number(mark("People who speak it; blank is unknown."), least=0, greatest=100, unit=mark("%"))
    ]
    proficiency: Annotated[
        float, Number(mark("Tested level; 100 where it is native to all."), least=0, greatest=100)
    ]
    year: Annotated[int, Year(mark("The year of the proficiency."))]
    method: Annotated[
        str, Choice(mark("How the figure came about."), allowed=("observed", "estimated"), default="observed")
    ]
    source_id: Annotated[str, _SOURCES]
    note: Annotated[str, _NOTE]


class LegalRow(NamedTuple):
    """One line of legal.csv."""

    line: int
    location_id: Annotated[str, _PLACE]
    fact: Annotated[
        str,
        Text(
            mark("What is stated: `gdpr_transfer_status`, `dp_law_name`, `legal_origin`, `fatf_status`, ..."),
            required=True,
            filled=True,
        ),
    ]
    value: Annotated[str, Text(mark("The statement."), required=True)]
    year: Annotated[int, Year(mark("The year of the statement."))]
    source_id: Annotated[str, _SOURCES]
    note: Annotated[str, _NOTE]


class TieRow(NamedTuple):
    """One line of ties.csv."""

    line: int
    a: Annotated[str, Reference(mark("One place."), required=True, filled=True, table="locations.csv")]
    b: Annotated[str, Reference(mark("The other place."), required=True, filled=True, table="locations.csv")]
    contiguous: Annotated[bool, Flag(mark("They share a border."), required=True)]
    common_official_language: Annotated[bool, Flag(mark("They share an official language."), required=True)]
    common_spoken_language: Annotated[
        bool, Flag(mark("They share a language that many speak."), required=True)
    ]
    colonial_tie: Annotated[bool, Flag(mark("One was a colony of the other."), required=True)]
    common_coloniser: Annotated[bool, Flag(mark("Both were colonies of the same country."), required=True)]
    same_country_once: Annotated[bool, Flag(mark("They were one country once."), required=True)]


class WorkforceRow(NamedTuple):
    """One line of workforce.csv."""

    line: int
    location_id: Annotated[str, _PLACE]
    kind: Annotated[
        str,
        Choice(
            mark("`it` for software and IT, `services` for all other work."),
            required=True,
            filled=True,
            allowed=WORKFORCE_KINDS,
        ),
    ]
    year: Annotated[int, Year(mark("The year of the figure."))]
    people: Annotated[
        float, Number(mark("People who do such work there."), required=True, filled=True, least=1)
    ]
    low: Annotated[float, Number(mark("5th percentile; blank is no interval."), least=0)]
    high: Annotated[float, Number(mark("95th percentile; blank is no interval."), least=0)]
    method: Annotated[
        str, Choice(mark("How the figure came about."), allowed=("observed", "estimated"), default="observed")
    ]
    source_id: Annotated[str, _SOURCES]
    note: Annotated[str, _NOTE]


class CollaborationRow(NamedTuple):
    """One line of collaborations.csv."""

    line: int
    a: Annotated[str, Reference(mark("One place."), required=True, filled=True, table="locations.csv")]
    b: Annotated[str, Reference(mark("The other place."), required=True, filled=True, table="locations.csv")]
    collaborations: Annotated[
        float,
        Number(mark("How often they worked on each other's software."), required=True, filled=True, least=0),
    ]
    source_id: Annotated[str, _SOURCES]


HUBS = Table(
    "hubs.csv",
    HubRow,
    mark("Cities in which work can be delivered. A pack with hubs knows places: clocks, distances, homes."),
    key=("location_id", "name"),
    key_shown="name",
)
LANGUAGES = Table(
    "languages.csv",
    LanguageRow,
    mark("Which languages are spoken where, and how well."),
    key=("location_id", "language"),
    key_shown="language",
)
LEGAL = Table(
    "legal.csv",
    LegalRow,
    mark("Dated legal facts: data protection, transfers, lists and sanctions."),
    key=("location_id", "fact"),
    key_shown="fact",
)
TIES = Table(
    "ties.csv",
    TieRow,
    mark("What two places share. A pair that is not listed shares none of it."),
    key=("a", "b"),
    key_shown="b",
)
WORKFORCE = Table(
    "workforce.csv",
    WorkforceRow,
    mark("How many people do a kind of work where; `workforce` and `room_to_hire` are computed from it."),
    key=("location_id", "kind"),
    key_shown="kind",
)
COLLABORATIONS = Table(
    "collaborations.csv",
    CollaborationRow,
    mark("Which places work with which in software; `working_ties` is computed from it."),
    key=("a", "b"),
    key_shown="b",
)


def read_place_tables(folder: Path, location_ids: Sequence[str], problems: Problems) -> PlaceTables | None:
    """The place tables of a pack, None where it has no hubs."""
    if not is_present(folder, HUBS.file):
        return None
    hubs = HUBS.read(folder, problems)
    languages = LANGUAGES.read(folder, problems)
    legal = LEGAL.read(folder, problems)
    ties = TIES.read(folder, problems)
    workforce = WORKFORCE.read(folder, problems)
    collaborations = COLLABORATIONS.read(folder, problems)
    _check_hubs(hubs, location_ids, problems)
    return PlaceTables(
        tuple(
            Hub(row.location_id, row.name, row.lat, row.lon, _known(row.population), row.tz, row.part)
            for row in hubs
        ),
        tuple(
            LanguageFact(
                row.location_id,
                row.language,
                row.official,
                _known(row.share),
                _known(row.proficiency),
                row.year or None,
                row.method,
                row.source_id,
                row.note,
            )
            for row in languages
        ),
        tuple(
            LegalFact(row.location_id, row.fact, row.value, row.year or None, row.source_id, row.note)
            for row in legal
        ),
        tuple(
            Tie(
                row.a,
                row.b,
                row.contiguous,
                row.common_official_language,
                row.common_spoken_language,
                row.colonial_tie,
                row.common_coloniser,
                row.same_country_once,
            )
            for row in ties
        ),
        tuple(
            Workforce(
                row.location_id,
                row.kind,
                row.people,
                row.people if math.isnan(row.low) else row.low,
                row.people if math.isnan(row.high) else row.high,
                row.method,
                row.year or None,
                row.source_id,
                row.note,
            )
            for row in workforce
        ),
        tuple(Collaboration(row.a, row.b, row.collaborations) for row in collaborations),
    )


def _known(number: float) -> float | None:
    return None if math.isnan(number) else number


def _check_hubs(hubs: Sequence[HubRow], location_ids: Sequence[str], problems: Problems) -> None:
    """Every place needs a hub: it is where its clock and its distance come from."""
    if problems.errors:
        return
    reached = {hub.location_id for hub in hubs}
    for location_id in location_ids:
        if location_id not in reached:
            message = t(
                "The place '{id}' has no hub, so its clock and place are unknown.", id=shown(location_id)
            )
            problems.error(HUBS.file, 0, "location_id", message, t("Add a line for its main city."))
