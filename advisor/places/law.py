"""Legal facts of locations and what they say about data protection there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from advisor.words.translation import mark, marked, t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PAGE = re.compile(r"\bhttps?://\S+(?:\s+\([^()]*\))?")


@dataclass(frozen=True, slots=True)
class LegalFact:
    """One dated legal fact with its source.

    Attributes:
        location_id: the location.
        fact: what is stated, such as ``gdpr_transfer_status`` or ``dp_law_name``.
        value: the statement.
        year: year of the statement, None if undated.
        source_id: source.
        note: remark; ``suspect`` in it means that the records contradict one another.
    """

    location_id: str
    fact: str
    value: str
    year: int | None = None
    source_id: str = ""
    note: str = ""

    @property
    def remark(self) -> str:
        """The note without addresses, and without what it says of the page at one."""
        parts = (part.strip() for part in _PAGE.sub("", self.note).split(";"))
        return "; ".join(part for part in parts if part and "://" not in part and "." not in part.split()[0])


class Protection(StrEnum):
    """How far personal data are protected by law at a place."""

    COMPREHENSIVE = "comprehensive law with an authority"
    LAW_AUTHORITY_UNKNOWN = "law, authority not known"
    WITHOUT_AUTHORITY = "law without an authority"
    PARTIAL = "laws for single sectors only"
    DRAFT = "draft law only"
    NONE = "no general law"
    UNKNOWN = "unknown"


class LegalTable:
    """All legal facts by location."""

    def __init__(self, facts: Iterable[LegalFact], countries: Mapping[str, str] | None = None) -> None:
        """Index facts.

        Args:
            facts: any order; of two of a kind for a location, the later counts.
            countries: location id to the country whose law holds there, for parts of one.
        """
        self._countries = dict(countries or {})
        by_location: dict[str, dict[str, LegalFact]] = {}
        for fact in facts:
            by_location.setdefault(fact.location_id, {})[fact.fact] = fact
        self._facts: Mapping[str, Mapping[str, LegalFact]] = by_location

    def facts_of(self, location_id: str) -> Mapping[str, LegalFact]:
        """Facts of a location by name; empty where nothing is known."""
        return MappingProxyType(dict(self._facts.get(self.country(location_id), {})))

    def country(self, location_id: str) -> str:
        """The country whose law holds at a location: itself, unless it is a part of one."""
        return self._countries.get(location_id, location_id)

    def fact(self, location_id: str, name: str) -> LegalFact | None:
        """One fact, None if it is not stated."""
        return self._facts.get(self.country(location_id), {}).get(name)

    def value(self, location_id: str, name: str) -> str:
        """The statement, blank if there is none."""
        fact = self.fact(location_id, name)
        return fact.value if fact else ""

    def listing(self, name: str) -> LegalFact | None:
        """The latest fact of that name about any location: where and when a list was published."""
        found = (facts[name] for facts in self._facts.values() if name in facts)
        return max(found, key=lambda fact: fact.year or 0, default=None)

    def in_eea(self, location_id: str) -> bool:
        """Is the location in the European Economic Area (the EU included)?"""
        return (
            self.value(location_id, "gdpr_transfer_status") == "EEA"
            or self.value(location_id, "eea_member") == "yes"
            or self.value(location_id, "eu_member") == "yes"
        )

    def protection(self, location_id: str) -> Protection:
        """What kind of data-protection law the facts show."""
        status = self.value(location_id, "gdpr_transfer_status")
        if self.in_eea(location_id) or status == "adequate":
            return Protection.COMPREHENSIVE
        like = self.value(location_id, "dp_gdpr_like")
        authority = self.value(location_id, "dp_authority")
        law = self.value(location_id, "dp_law_status")
        if like == "yes":
            return Protection.COMPREHENSIVE if authority == "yes" else Protection.WITHOUT_AUTHORITY
        if like == "no":
            return Protection.PARTIAL
        if self.value(location_id, "convention108plus") == "ratified":
            return Protection.COMPREHENSIVE
        stated = {"law": Protection.LAW_AUTHORITY_UNKNOWN, "draft": Protection.DRAFT, "none": Protection.NONE}
        return stated.get(law, Protection.UNKNOWN)

    def suspect(self, location_id: str) -> bool:
        """Do the data-protection records of the location contradict one another?"""
        facts = self._facts.get(self.country(location_id), {})
        return any("suspect" in fact.note for name, fact in facts.items() if name.startswith("dp_"))

    def flags(self, location_id: str) -> tuple[str, ...]:
        """FATF list and comprehensive sanctions, in words; these are gates and warnings, never scores."""
        words = []
        fatf = self.fact(location_id, "fatf_status")
        if fatf:
            words.append(
                t("on the FATF {colour} list ({year})", colour=_list_word(fatf.value), year=fatf.year)
            )
        sanctions = self.fact(location_id, "us_sanctions")
        if sanctions:
            words.append(
                t(
                    "under {kind} United States sanctions ({year})",
                    kind=_list_word(sanctions.value),
                    year=sanctions.year,
                )
            )
        return tuple(words)


_LISTS = {"black": mark("black"), "grey": mark("grey"), "comprehensive": mark("comprehensive")}


def _list_word(value: str) -> str:
    return marked(_LISTS.get(value, value))
