"""The pack's place tables as the values that ``advisor.places`` computes with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from advisor.datapack.place_tables import PlaceTables
from advisor.datapack.schema import DataPack, Source
from advisor.datapack.tables import Row
from advisor.places.affinity import Tie, TieTable
from advisor.places.hubs import Hub, HubSet
from advisor.places.knowledge import Knowledge
from advisor.places.languages import LanguageFact, LanguageTable
from advisor.places.law import LegalFact, LegalTable

CLOCKS, HOLIDAYS = "tzdata", "holidays"
HUB_SOURCE, TIE_SOURCES = "geonames", "cepii_geodist;legal_origin"


@dataclass(frozen=True, slots=True, eq=False)
class PlaceModel:
    """What is known about the places of a pack, ready to be seen from any home."""

    hubs: HubSet
    regions: tuple[str, ...]
    languages: LanguageTable
    ties: TieTable
    law: LegalTable
    fatf: tuple[str, ...]
    sanctions: tuple[str, ...]

    def knowledge(self, hubs: HubSet | None = None) -> Knowledge:
        """The tables that a profile of two places is drawn from, with all hubs or with those given."""
        return Knowledge(
            hubs or self.hubs, self.regions, self.languages, self.law, self.ties, HUB_SOURCE, TIE_SOURCES
        )


def place_model(pack: DataPack, tables: PlaceTables) -> PlaceModel:
    """Read the place tables of a pack."""
    origins = {
        row.text("location_id"): row.text("value")
        for row in tables.legal
        if row.text("fact") == "legal_origin"
    }
    untied = [row.text("location_id") for row in tables.legal if row.text("fact") == "ties"]
    return PlaceModel(
        HubSet.of((_hub(row) for row in tables.hubs), pack.location_ids),
        tuple(location.region for location in pack.locations),
        LanguageTable((_language(row) for row in tables.languages), pack.location_ids),
        TieTable((_tie(row) for row in tables.ties), origins, untied),
        LegalTable(_legal(row) for row in tables.legal),
        _labels(pack, tables, "fatf_status"),
        _labels(pack, tables, "us_sanctions"),
    )


@cache
def software_sources() -> Mapping[str, Source]:
    """Clocks and calendars come from installed packages: their version is the edition."""
    return {
        CLOCKS: Source(
            CLOCKS,
            "IANA",
            "Time Zone Database (Python package tzdata)",
            version("tzdata"),
            "public domain",
            "open",
        ),
        HOLIDAYS: Source(
            HOLIDAYS,
            "holidays contributors",
            "Public holidays by country (Python package holidays)",
            version("holidays"),
            "MIT",
            "open",
        ),
    }


def _number(row: Row, column: str) -> float | None:
    return float(row.text(column)) if row.text(column) else None


def _hub(row: Row) -> Hub:
    return Hub(
        row.text("location_id"),
        row.text("name"),
        float(row.text("lat")),
        float(row.text("lon")),
        _number(row, "population"),
        row.text("tz"),
        row.text("part"),
    )


def _language(row: Row) -> LanguageFact:
    year = _number(row, "year")
    return LanguageFact(
        row.text("location_id"),
        row.text("language"),
        row.text("official"),
        _number(row, "share"),
        _number(row, "proficiency"),
        None if year is None else int(year),
        row.text("method", "observed"),
        row.text("source_id"),
        row.text("note"),
    )


def _legal(row: Row) -> LegalFact:
    year = _number(row, "year")
    return LegalFact(
        row.text("location_id"),
        row.text("fact"),
        row.text("value"),
        None if year is None else int(year),
        row.text("source_id"),
        row.text("note"),
    )


def _tie(row: Row) -> Tie:
    columns = (
        "contiguous",
        "common_official_language",
        "common_spoken_language",
        "colonial_tie",
        "common_coloniser",
        "same_country_once",
    )
    return Tie(row.text("a"), row.text("b"), *(row.text(column) == "1" for column in columns))


def _labels(pack: DataPack, tables: PlaceTables, fact: str) -> tuple[str, ...]:
    stated = {row.text("location_id"): row.text("value") for row in tables.legal if row.text("fact") == fact}
    return tuple(stated.get(location_id, "none") for location_id in pack.location_ids)
