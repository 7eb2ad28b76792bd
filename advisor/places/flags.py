"""What nobody may miss about a place, whatever its score: war, sanctions, money-laundering lists.

A flag warns and scores nothing. It says when its list was read and what the list leaves out, because a place
without a flag is not cleared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from advisor.words.data_words import data_text
from advisor.words.dates import with_dates
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.places.law import LegalFact, LegalTable

ADVISORY_FACT = "travel_advisory_us"
RECONSIDER, DO_NOT_TRAVEL = 3, 4
_DATE = re.compile(r"\b(?:of|read) (\d{4}-\d{2}(?:-\d{2})?)\b")
_FATF, _COMPREHENSIVE, _US, _EU = "fatf_status", "us_sanctions", "sanctions_us", "sanctions_eu"


class Severity(IntEnum):
    """How loud a flag is; the loudest of a location stands first."""

    NOTE = 1
    WARNING = 2
    ALARM = 3


@dataclass(frozen=True, slots=True)
class Flag:
    """One warning.

    Attributes:
        kind: ``advisory``, ``sanctions-us``, ``sanctions-eu``, ``fatf``, ``staffing`` or ``home``.
        severity: how loud.
        text: what it says, in a few words.
        detail: dates, and what is not covered; for programs.
        as_of: when the list was read: a year, month or day; empty for what is computed; for programs.
        source_id: source, empty for what is computed.
    """

    kind: str
    severity: Severity
    text: str
    detail: str = ""
    as_of: str = ""
    source_id: str = ""

    @property
    def detail_text(self) -> str:
        """The detail with its dates as people read them."""
        return with_dates(self.detail)

    @property
    def as_of_text(self) -> str:
        """When the list was read, as people read it."""
        return with_dates(self.as_of)


def place_flags(law: LegalTable, location: str) -> tuple[Flag, ...]:
    """Flags of a place that hold from any home, the loudest first."""
    found = [
        flag
        for name, rule in (
            (ADVISORY_FACT, _advisory),
            (_US, _us_programme),
            (_EU, _eu_measures),
            (_FATF, _money_laundering),
        )
        if (fact := law.fact(location, name)) is not None and (flag := rule(fact)) is not None
    ]
    if law.fact(location, _US) is None and (fact := law.fact(location, _COMPREHENSIVE)) is not None:
        found.append(_us_programme(fact))
    return tuple(sorted(found, key=lambda flag: -flag.severity))


def advisory_level(law: LegalTable, location: str) -> int | None:
    """Level of the official travel advisory, 1 to 4; None where none is known."""
    fact = law.fact(location, ADVISORY_FACT)
    return int(fact.value) if fact is not None and fact.value in ("1", "2", "3", "4") else None


def _dated(fact: LegalFact) -> str:
    """The last month or day that the note names after "of" or "read", else the year of the fact."""
    named = _DATE.findall(fact.note)
    return named[-1] if named else str(fact.year or "")


def _advisory(fact: LegalFact) -> Flag | None:
    if fact.value not in (str(RECONSIDER), str(DO_NOT_TRAVEL)):
        return None
    alarming = fact.value == str(DO_NOT_TRAVEL)
    text = (
        t("Do not travel (US advisory, level 4)")
        if alarming
        else t("Reconsider travel (US advisory, level 3)")
    )
    detail = t(
        "US Department of State: {note}. One government's view; it may have changed, and others may differ.",
        note=data_text(fact.remark or fact.note),
    )
    severity = Severity.ALARM if alarming else Severity.WARNING
    return Flag("advisory", severity, text, detail, _dated(fact), fact.source_id)


def _us_programme(fact: LegalFact) -> Flag:
    as_of = _dated(fact)
    detail = t(
        "US sanctions as of {date}: {kind}; {note}. Not covered: the United Kingdom and other issuers.",
        date=as_of,
        kind=data_text(fact.value),
        note=data_text(_without_date(fact)) or t("no further note"),
    )
    if fact.value == "comprehensive":
        return Flag(
            "sanctions-us", Severity.ALARM, t("Country-wide US sanctions"), detail, as_of, fact.source_id
        )
    if "regions" in fact.value:
        text = t("US sanctions on occupied regions")
    else:
        text = t("US sanctions programme on persons and sectors")
    return Flag("sanctions-us", Severity.WARNING, text, detail, as_of, fact.source_id)


def _eu_measures(fact: LegalFact) -> Flag:
    as_of = _dated(fact)
    detail = t(
        "EU sanctions as of {date}: {kind}; {note}. Of the EU only Russia and Belarus were read.",
        date=as_of,
        kind=data_text(fact.value),
        note=data_text(_without_date(fact)) or t("no further note"),
    )
    return Flag("sanctions-eu", Severity.ALARM, t("Economic EU sanctions"), detail, as_of, fact.source_id)


def _money_laundering(fact: LegalFact) -> Flag:
    as_of = str(fact.year or "")
    detail = t("List of the Financial Action Task Force of {year}; later plenaries may differ.", year=as_of)
    if fact.value == "black":
        return Flag("fatf", Severity.ALARM, t("On the FATF black list"), detail, as_of, fact.source_id)
    return Flag("fatf", Severity.WARNING, t("On the FATF grey list"), detail, as_of, fact.source_id)


def _without_date(fact: LegalFact) -> str:
    parts = [part.strip() for part in fact.note.split(";")]
    return "; ".join(part for part in parts if part and not part.startswith("as of ") and "://" not in part)
