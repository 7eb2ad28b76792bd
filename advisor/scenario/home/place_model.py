"""The pack's place tables as the values that ``advisor.places`` computes with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from advisor.computed.source_ids import CLOCKS, HOLIDAYS, PLACES, TIES
from advisor.datapack.place_facts import PlaceTables
from advisor.datapack.schema import DataPack, Source
from advisor.places.affinity import TieTable
from advisor.places.collaborations import CollaborationTable
from advisor.places.derived_files import package_version
from advisor.places.flags import advisory_level
from advisor.places.hubs import HubSet
from advisor.places.knowledge import Knowledge
from advisor.places.languages import LanguageTable
from advisor.places.law import LegalTable
from advisor.places.workforce import Workforce
from advisor.words.locale import follow_language
from advisor.words.translation import t


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
    advisories: tuple[str | None, ...]
    workforce: Mapping[str, Mapping[str, Workforce]]
    collaborations: CollaborationTable

    def knowledge(self, hubs: HubSet | None = None) -> Knowledge:
        """The tables that a profile of two places is drawn from, with all hubs or with those given."""
        return Knowledge(hubs or self.hubs, self.regions, self.languages, self.law, self.ties, PLACES, TIES)


def place_model(pack: DataPack, tables: PlaceTables) -> PlaceModel:
    """Read the place tables of a pack."""
    origins = {fact.location_id: fact.value for fact in tables.legal if fact.fact == "legal_origin"}
    countries = tables.countries
    law = LegalTable(tables.legal, countries)
    untied = [fact.location_id for fact in tables.legal if fact.fact == "ties"]
    return PlaceModel(
        HubSet.of(tables.hubs, pack.location_ids, countries=countries),
        tuple(location.region for location in pack.locations),
        LanguageTable(tables.languages, pack.location_ids),
        TieTable(tables.ties, origins, untied, countries),
        law,
        _labels(pack, law, "fatf_status"),
        _labels(pack, law, "us_sanctions"),
        _advisories(law, pack.location_ids),
        _by_kind(tables.workforce),
        CollaborationTable(tables.collaborations, countries),
    )


@cache
def software_sources() -> Mapping[str, Source]:
    """Clocks and calendars come from installed packages: their version is the edition."""
    return {
        CLOCKS: Source(
            CLOCKS,
            "IANA",
            t("Time Zone Database (Python package tzdata)"),
            package_version("tzdata"),
            t("public domain"),
            "open",
        ),
        HOLIDAYS: Source(
            HOLIDAYS,
            t("holidays contributors"),
            t("Public holidays by country (Python package holidays)"),
            package_version("holidays"),
            "MIT",
            "open",
        ),
    }


follow_language(software_sources.cache_clear)


def _labels(pack: DataPack, law: LegalTable, name: str) -> tuple[str, ...]:
    return tuple(law.value(location_id, name) or "none" for location_id in pack.location_ids)


def _advisories(law: LegalTable, location_ids: Sequence[str]) -> tuple[str | None, ...]:
    levels = (advisory_level(law, location) for location in location_ids)
    return tuple(None if level is None else str(level) for level in levels)


def _by_kind(workforces: Iterable[Workforce]) -> Mapping[str, Mapping[str, Workforce]]:
    """Workforces by kind and location id."""
    found: dict[str, dict[str, Workforce]] = {}
    for each in workforces:
        found.setdefault(each.kind, {})[each.location_id] = each
    return MappingProxyType(found)
