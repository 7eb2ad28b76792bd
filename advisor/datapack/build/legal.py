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

if TYPE_CHECKING:
    from collections.abc import Iterable

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

Fact = dict[str, object]


def _facts(table: pd.DataFrame, name: str) -> pd.DataFrame:
    rows = table[table["fact"] == name]
    return rows.sort_values("year").groupby("location_id").tail(1).set_index("location_id")


def _number(text: str) -> float:
    return float(text) if text else float("nan")


def _row(place: str, fact: str, value: str, year: object, source: str, note: str = "") -> Fact:
    shown = "" if pd.isna(year) else str(int(float(str(year))))
    return {
        "location_id": place,
        "fact": fact,
        "value": value,
        "year": shown,
        "source_id": source,
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
    rows = [
        _row(r.Index, "eu_member", "yes", r.year, r.source_id)
        for r in _facts(table, "eu_member").itertuples()
    ]
    eea = _facts(table, "gdpr_transfer_status")
    for r in eea[eea["value"] == "EEA"].itertuples():
        note = "European Economic Area outside the EU" if r.Index in EEA_BEYOND_EU else ""
        rows.append(_row(r.Index, "eea_member", "yes", r.year, r.source_id, note))
    return rows


def _adequacy(table: pd.DataFrame) -> list[Fact]:
    newer = _facts(table, "eu_adequacy")
    rows = []
    for r in _facts(table, "gdpr_transfer_status").itertuples():
        text, year, source, note = str(r.value), r.year, r.source_id, str(r.note)
        status = text.split(" ")[0]
        detail = text.partition(" ")[2].strip("()")
        if r.Index in newer.index:
            update = newer.loc[r.Index]
            year, source = update["year"], update["source_id"]
            detail = f"{update['value']}; {update['note']}"
        rows.append(_row(str(r.Index), "gdpr_transfer_status", status, year, source, detail or note))
    return rows


def _fatf(table: pd.DataFrame) -> list[Fact]:
    listed = {
        str(r.Index): _row(str(r.Index), "fatf_status", str(r.value), r.year, r.source_id)
        for r in _facts(table, "fatf_status").itertuples()
    }
    for change in ("fatf_change_2026_02", "fatf_change_2026_06"):
        for r in _facts(table, change).itertuples():
            if "removed" in r.value:
                listed.pop(str(r.Index), None)
            else:
                note = f"{r.value} ({change[-2:]}/2026); {r.note}"
                listed[str(r.Index)] = _row(str(r.Index), "fatf_status", "grey", r.year, r.source_id, note)
    return list(listed.values())


def _cbpr(table: pd.DataFrame) -> list[Fact]:
    listed = {
        str(r.Index): _row(str(r.Index), "global_cbpr", "member", r.year, r.source_id)
        for r in _facts(table, "global_cbpr_member").itertuples()
    }
    for r in _facts(table, "global_cbpr_status").itertuples():
        status, _, detail = str(r.value).partition(" ")
        note = "; ".join(filter(None, [detail.strip("()"), str(r.note)]))
        listed[str(r.Index)] = _row(str(r.Index), "global_cbpr", status, r.year, r.source_id, note)
    return list(listed.values())


def _data_protection(table: pd.DataFrame, places: Iterable[str]) -> list[Fact]:
    unctad = _facts(table, "data_protection_law_unctad_score")
    coded = {
        name: _facts(table, name)
        for name in ("dp_has_gdpr_like_law", "dp_has_dpa", "dp_law_name", "dp_law_year")
    }
    rows = []
    for place in places:
        note = SUSPECT_NOTE if place in SUSPECT_LAW else ""
        for fact, name in (("dp_law_name", "dp_law_name"), ("dp_law_year", "dp_law_year")):
            if place in coded[name].index:
                r = coded[name].loc[place]
                rows.append(_row(place, fact, r["value"], r["year"], r["source_id"], note))
        for fact, name in (("dp_authority", "dp_has_dpa"), ("dp_gdpr_like", "dp_has_gdpr_like_law")):
            if place in coded[name].index:
                r = coded[name].loc[place]
                rows.append(
                    _row(place, fact, "yes" if r["value"] == "1" else "no", r["year"], r["source_id"], note)
                )
        has_code = place in coded["dp_has_gdpr_like_law"].index
        score = _number(unctad["value"].get(place, ""))
        law = coded["dp_has_gdpr_like_law"]["value"].get(place, "") if place not in SUSPECT_LAW else ""
        status = law_status(score, law)
        if status:
            origin = (
                coded["dp_has_gdpr_like_law"].loc[place] if has_code and law == "1" else unctad.loc[place]
            )
            rows.append(_row(place, "dp_law_status", status, origin["year"], origin["source_id"], note))
    return rows


def legal_facts(sources: Sources, places: list[str]) -> pd.DataFrame:
    """Rows of legal.csv for ``places``: one fact a row, updates merged in."""
    table = sources.table("legal_facts")
    rows = [*_membership(table), *_adequacy(table), *_fatf(table), *_cbpr(table)]
    rows += _data_protection(table, places)
    sanctions = _facts(table, "us_comprehensive_sanctions")
    rows += [
        _row(str(r.Index), "us_sanctions", "comprehensive", r.year, r.source_id)
        for r in sanctions[sanctions["value"] == "1"].itertuples()
    ]
    rows += [
        _row(str(r.Index), "convention108plus", "ratified", r.year, r.source_id, str(r.note))
        for r in _facts(table, "convention108plus_ratified").itertuples()
    ]
    for fact, names in (("legal_origin", LEGAL_ORIGINS), ("colonial_origin", COLONISERS)):
        rows += [
            _row(str(r.Index), fact, names[int(r.value)], r.year, r.source_id)
            for r in _facts(table, fact).itertuples()
        ]
    tied = sources.table("ties")
    known = set(tied["a"]) | set(tied["b"])
    rows += [
        _row(place, "ties", "unknown", None, "cepii_geodist", "not in the CEPII data")
        for place in places
        if place not in known
    ]
    kept = [row for row in rows if row["location_id"] in set(places)]
    return pd.DataFrame(kept)


def ties(sources: Sources, places: list[str]) -> pd.DataFrame:
    """Rows of ties.csv among ``places``, a < b."""
    table = sources.table("ties")
    return table[table["a"].isin(places) & table["b"].isin(places)]


def law_values(sources: Sources) -> pd.DataFrame:
    """Rows of values.csv for the criterion ``data_protection_law`` (see :mod:`legal_scores`)."""
    table = sources.table("legal_facts")
    unctad = _facts(table, "data_protection_law_unctad_score")
    eea = _facts(table, "gdpr_transfer_status")
    eea_members = set(eea.index[eea["value"] == "EEA"])
    coded = {
        part: _facts(table, name)["value"]
        for part, name in (
            ("law", "dp_has_gdpr_like_law"),
            ("authority", "dp_has_dpa"),
            ("likeness", "dp_gdpr_similarity_level"),
            ("enforced", "dp_enforcement_active"),
        )
    }
    if unctad.empty and coded["law"].empty:
        return pd.DataFrame()
    rows = []
    for place in sorted(set(unctad.index) | set(coded["law"].index)):
        found = law_score(
            status=law_status(_number(unctad["value"].get(place, "")), coded["law"].get(place, "")),
            authority=coded["authority"].get(place, ""),
            likeness=coded["likeness"].get(place, ""),
            enforced=coded["enforced"].get(place, ""),
            gdpr_applies=place in eea_members,
            suspect=place in SUSPECT_LAW,
        )
        if found is None:
            continue
        in_code = place in coded["law"].index
        rows.append(
            {
                "location_id": place,
                "criterion_id": "data_protection_law",
                "year": 2025 if in_code else int(unctad["year"][place]),
                "value": found.likely,
                "low": found.low,
                "high": found.high,
                "method": "estimated",
                "source_id": "dp_coding" if in_code else "unctad_dp",
                "note": SUSPECT_NOTE if place in SUSPECT_LAW else found.note,
            }
        )
    return pd.DataFrame(rows)
