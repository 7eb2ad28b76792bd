"""legal.csv, ties.csv and the data-protection-law criterion.

Facts go stale, so each keeps its year and source. Newer facts replace older
ones: the membership lists of the Global CBPR Forum, the FATF lists after the
plenary of June 2026, adequacy decisions to January 2026, the end of the
comprehensive sanctions on Syria.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from advisor.datapack.build.legal_scores import law_score
from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.datapack.build.sources import Sources

LEGAL_ORIGINS = {1: "english", 2: "french", 3: "socialist", 4: "german", 5: "scandinavian"}
COLONISERS = {
    0: "none",
    1: "dutch",
    2: "spanish",
    3: "italian",
    4: "american",
    5: "british",
    6: "french",
    7: "portuguese",
    8: "belgian",
    9: "british and french",
    10: "australian",
}
# Rows of the coded laws that contradict other records: kept, marked, with a wide interval.
SUSPECT_LAW = frozenset({"BGD", "CMR", "VNM"})
SUSPECT_NOTE = "suspect: the records contradict one another; check before relying on it"
EEA_BEYOND_EU = frozenset({"ISL", "LIE", "NOR"})
TIE_COLUMNS = (
    "contiguous",
    "common_official_language",
    "common_spoken_language",
    "colonial_tie",
    "common_coloniser",
    "same_country_once",
)

Fact = dict[str, str]
Record = dict[str, str]


def _facts(table: pd.DataFrame, name: str) -> dict[str, Record]:
    """The newest record of one fact by location (value, year, source_id, note: texts)."""
    rows = table[table["fact"] == name].sort_values("year", kind="stable")
    return {row["location_id"]: row for row in records(rows)}


def _value(facts: Mapping[str, Record], place: str) -> str:
    return facts[place]["value"] if place in facts else ""


def _number(text: str) -> float:
    return float(text) if text else float("nan")


def _row(place: str, fact: str, value: str, origin: Mapping[str, str], note: str = "") -> Fact:
    """One row of legal.csv; year and source are those of the record it comes from."""
    return {
        "location_id": place,
        "fact": fact,
        "value": value,
        "year": origin["year"],
        "source_id": origin["source_id"],
        "note": note,
    }


def law_status(unctad: float, coded_law: str) -> str:
    """``none``, ``draft`` or ``law``; blank where the records say neither.

    Args:
        unctad: 0, 50 or 100; other values are regional averages of the coding and say nothing. NaN: unknown.
        coded_law: "1" or "0" from the newer coding, blank where it does not cover the place.
    """
    if coded_law == "1":
        return "law"
    return {0.0: "none", 50.0: "draft", 100.0: "law"}.get(unctad, "")


def _membership(table: pd.DataFrame) -> list[Fact]:
    rows = [_row(place, "eu_member", "yes", r) for place, r in _facts(table, "eu_member").items()]
    for place, r in _facts(table, "gdpr_transfer_status").items():
        if r["value"] == "EEA":
            note = "European Economic Area outside the EU" if place in EEA_BEYOND_EU else ""
            rows.append(_row(place, "eea_member", "yes", r, note))
    return rows


def _adequacy(table: pd.DataFrame) -> list[Fact]:
    newer = _facts(table, "eu_adequacy")
    rows = []
    for place, r in _facts(table, "gdpr_transfer_status").items():
        status, _, detail = r["value"].partition(" ")
        detail = detail.strip("()")
        if place in newer:
            r = newer[place]  # noqa: PLW2901 - the newer record replaces the older one
            detail = f"{r['value']}; {r['note']}"
        rows.append(_row(place, "gdpr_transfer_status", status, r, detail))
    return rows


def _fatf(table: pd.DataFrame) -> list[Fact]:
    listed = {p: _row(p, "fatf_status", r["value"], r) for p, r in _facts(table, "fatf_status").items()}
    for change in ("fatf_change_2026_02", "fatf_change_2026_06"):
        for place, r in _facts(table, change).items():
            if "removed" in r["value"]:
                listed.pop(place, None)
            else:
                note = f"{r['value']} ({change[-2:]}/2026); {r['note']}"
                listed[place] = _row(place, "fatf_status", "grey", r, note)
    return list(listed.values())


def _cbpr(table: pd.DataFrame) -> list[Fact]:
    listed = {p: _row(p, "global_cbpr", "member", r) for p, r in _facts(table, "global_cbpr_member").items()}
    for place, r in _facts(table, "global_cbpr_status").items():
        status, _, detail = r["value"].partition(" ")
        note = "; ".join(filter(None, [detail.strip("()"), r["note"]]))
        listed[place] = _row(place, "global_cbpr", status, r, note)
    return list(listed.values())


def _data_protection(table: pd.DataFrame, places: Iterable[str]) -> list[Fact]:
    unctad = _facts(table, "data_protection_law_unctad_score")
    names = _facts(table, "dp_law_name")
    years = _facts(table, "dp_law_year")
    authority = _facts(table, "dp_has_dpa")
    alike = _facts(table, "dp_has_gdpr_like_law")
    rows = []
    for place in places:
        note = SUSPECT_NOTE if place in SUSPECT_LAW else ""
        for fact, found in (("dp_law_name", names), ("dp_law_year", years)):
            if place in found:
                rows.append(_row(place, fact, found[place]["value"], found[place], note))
        for fact, found in (("dp_authority", authority), ("dp_gdpr_like", alike)):
            if place in found:
                answer = "yes" if found[place]["value"] == "1" else "no"
                rows.append(_row(place, fact, answer, found[place], note))
        coded = _value(alike, place) if place not in SUSPECT_LAW else ""
        status = law_status(_number(_value(unctad, place)), coded)
        if status:
            origin = alike[place] if coded == "1" else unctad[place]
            rows.append(_row(place, "dp_law_status", status, origin, note))
    return rows


def legal_facts(sources: Sources, places: list[str]) -> pd.DataFrame:
    """Rows of legal.csv for ``places``: one fact a row, updates merged in."""
    table = sources.table("legal_facts")
    rows = [*_membership(table), *_adequacy(table), *_fatf(table), *_cbpr(table)]
    rows += _data_protection(table, places)
    rows += [
        _row(place, name, r["value"], r, r["note"])
        for name in ("travel_advisory_us", "sanctions_us", "sanctions_eu", "uk_adequacy")
        for place, r in _facts(table, name).items()
    ]
    rows += [
        _row(place, "us_sanctions", "comprehensive", r)
        for place, r in _facts(table, "us_comprehensive_sanctions").items()
        if r["value"] == "1"
    ]
    rows += [
        _row(place, "convention108plus", "ratified", r, r["note"])
        for place, r in _facts(table, "convention108plus_ratified").items()
    ]
    for fact, words in (("legal_origin", LEGAL_ORIGINS), ("colonial_origin", COLONISERS)):
        rows += [_row(p, fact, words[int(r["value"])], r) for p, r in _facts(table, fact).items()]
    tied = sources.table("ties")
    known = set(tied["a"]) | set(tied["b"])
    missing = {"year": "", "source_id": "cepii_geodist"}
    rows += [
        _row(place, "ties", "unknown", missing, "not in the CEPII data")
        for place in places
        if place not in known
    ]
    chosen = set(places)
    return pd.DataFrame([row for row in rows if row["location_id"] in chosen])


def ties(sources: Sources, places: list[str]) -> pd.DataFrame:
    """Rows of ties.csv among ``places``, a < b."""
    table = sources.table("ties")
    return table[table["a"].isin(places) & table["b"].isin(places)]


def law_values(sources: Sources) -> pd.DataFrame:
    """Rows of values.csv for the criterion ``data_protection_law`` (see :mod:`legal_scores`)."""
    table = sources.table("legal_facts")
    unctad = _facts(table, "data_protection_law_unctad_score")
    eea = {p for p, r in _facts(table, "gdpr_transfer_status").items() if r["value"] == "EEA"}
    law = _facts(table, "dp_has_gdpr_like_law")
    authority = _facts(table, "dp_has_dpa")
    likeness = _facts(table, "dp_gdpr_similarity_level")
    enforced = _facts(table, "dp_enforcement_active")
    rows = []
    for place in sorted(unctad.keys() | law.keys()):
        found = law_score(
            status=law_status(_number(_value(unctad, place)), _value(law, place)),
            authority=_value(authority, place),
            likeness=_value(likeness, place),
            enforced=_value(enforced, place),
            gdpr_applies=place in eea,
            suspect=place in SUSPECT_LAW,
        )
        if found is None:
            continue
        origin = law[place] if place in law else unctad[place]
        rows.append(
            {
                "location_id": place,
                "criterion_id": "data_protection_law",
                "year": int(origin["year"]),
                "value": found.likely,
                "low": found.low,
                "high": found.high,
                "method": "estimated",
                "source_id": origin["source_id"],
                "note": SUSPECT_NOTE if place in SUSPECT_LAW else found.note,
            }
        )
    return pd.DataFrame(rows)
