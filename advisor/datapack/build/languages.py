"""languages.csv: official status, shares of speakers and measured English.

CLDR shares mix first and second languages and old surveys. They are kept with
low confidence; a blank share is unknown, never zero. English proficiency is
the EF EPI score on a scale of 0 to 100; a few explicit rules cover the places
that EF does not test.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from advisor.datapack.build.locations import income_group, latest_gdp_per_capita
from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.datapack.build.sources import Sources

WIDE_LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "ru", "tr", "zh")
Row = dict[str, Any]

OFFICIAL = {"official": "official", "de_facto_official": "de_facto", "official_regional": "regional"}
# EF EPI runs from 0 to 800; tested countries lie between about 390 and 630 (2025 edition). The
# straight line from 300 to 700 leaves both ends of the scale to places beyond what EF tests.
EF_ZERO, EF_FULL = 300.0, 700.0
# Rule for native-English places: English has official standing, at least this share speak it, and the
# place lies where English is the first language rather than the language of the state.
NATIVE_SHARE = 75.0
# Or nearly all speak it in a rich place that EF has stopped testing (Singapore).
RICH_SHARE, HIGH_INCOME = 90.0, "high income"
NATIVE_REGIONS = ("Americas", "Europe")
NATIVE_SUBREGION = "Australia and New Zealand"
# Tested places that a level for an untested one is taken from; fewer say too little, so the circle widens.
MIN_ALIKE = 3
# Shares that cannot be right; the language is kept as unknown.
ABSURD_SHARES = {
    ("PHL", "es"): "CLDR gives 31 %, against every other sign: Spanish is neither official nor widely spoken",
    ("SJM", "ru"): "CLDR gives 41 %, against every other sign",
}
SCRIPT_NOTE = "share of the written standard language; the spoken one may differ"


def proficiency_from_ef(score: float) -> float:
    """EF EPI score (0..800) on a scale of 0..100: 300 and less is 0, 500 is 50, 700 and more is 100."""
    return min(100.0, max(0.0, (score - EF_ZERO) / (EF_FULL - EF_ZERO) * 100.0))


def _one_row_a_language(table: pd.DataFrame) -> pd.DataFrame:
    """Join the scripts of a language (zh, zh_Hant) to one row: best status, largest share."""
    table = table.assign(
        base=table["language"].str.split("_").str[0],
        rank=table["official"].map({"official": 0, "de_facto_official": 1, "official_regional": 2}).fillna(3),
    )
    ordered = table.sort_values(
        ["location_id", "base", "rank", "population_percent"], ascending=[True, True, True, False]
    )
    return ordered.groupby(["location_id", "base"]).head(1)


def _native(share: float, region: str, subregion: str, income: str) -> bool:
    in_area = region in NATIVE_REGIONS or subregion == NATIVE_SUBREGION
    return (share >= NATIVE_SHARE and in_area) or (share >= RICH_SHARE and income == HIGH_INCOME)


def languages(sources: Sources, places: list[str]) -> pd.DataFrame:
    """Rows of languages.csv for ``places``.

    A location has a row for each of its official languages and for each wide
    language with a known share; English has a row wherever anything is known.
    """
    table = _one_row_a_language(sources.table("territory_languages"))
    keep = set(WIDE_LANGUAGES) | set(table["base"][table["official"] != ""])
    chosen = set(places)
    rows = {
        (row["location_id"], row["base"]): _cldr_row(row)
        for row in records(table)
        if row["location_id"] in chosen and row["base"] in keep
    }
    _add_english(rows, places, sources)
    return pd.DataFrame(list(rows.values()))


def _cldr_row(row: Row) -> Row:
    place, language = row["location_id"], row["base"]
    absurd = ABSURD_SHARES.get((place, language))
    scripted = SCRIPT_NOTE if row["language"].startswith("zh_") else ""
    return {
        "location_id": place,
        "language": language,
        "official": OFFICIAL.get(row["official"], ""),
        "share": math.nan if absurd else min(100.0, row["population_percent"]),
        "proficiency": math.nan,
        "year": "",
        "method": "observed",
        "source_id": row["source_id"],
        "note": absurd or scripted,
    }


def _add_english(rows: dict[tuple[str, str], Row], places: list[str], sources: Sources) -> None:
    territories = {row["id"]: row for row in records(sources.table("territories"))}
    indicators = sources.table("indicators")
    scores = {row["location_id"]: row for row in records(indicators[indicators["indicator"] == "ef_epi"])}
    gdp = latest_gdp_per_capita(indicators)["value"].to_dict()
    state = ("official", "de_facto")
    tested = {
        place: proficiency_from_ef(scores[place]["value"])
        for place in places
        if place in scores and rows.get((place, "en"), {}).get("official") in state
    }
    for place in places:
        row = rows.get((place, "en"))
        if place in scores:
            score = scores[place]
            row = rows.setdefault((place, "en"), _unknown_english(place))
            row |= {
                "proficiency": proficiency_from_ef(score["value"]),
                "year": str(int(score["year"])),
                "source_id": ";".join(filter(None, [row["source_id"], score["source_id"]])),
                "note": f"EF EPI {score['value']:g}",
            }
        elif row is not None and row["official"] in state:
            territory = territories[place]
            row["method"] = "estimated"
            income = income_group(gdp.get(place, math.nan))
            if _native(row["share"], territory["region"], territory["subregion"], income):
                row |= {
                    "proficiency": 100.0,
                    "note": "rule for native-English places, which EF does not test",
                }
            else:
                alike = {other: _alike(territory, territories[other]) for other in tested}
                row |= _comparable_level(tested, alike)


def _alike(one: Row, other: Row) -> int:
    """How near two places are: 2 in the same subregion, 1 in the same region, 0 elsewhere."""
    if one["region"] != other["region"]:
        return 0
    return 2 if one["subregion"] == other["subregion"] else 1


def _comparable_level(tested: Mapping[str, float], alike: Mapping[str, int]) -> Row:
    """The median level of the nearest tested places where English is official, of at least ``MIN_ALIKE``."""
    if not tested:
        return {"proficiency": math.nan, "note": ""}
    circles = {2: " in its subregion", 1: " in its region", 0: ""}
    enough = (least for least in circles if sum(each >= least for each in alike.values()) >= MIN_ALIKE)
    least = next(enough, 0)
    where = circles[least]
    levels = [level for place, level in tested.items() if alike[place] >= least]
    note = f"not tested: median of {len(levels)} tested places{where} where English is official"
    return {"proficiency": float(np.median(levels)), "note": note}


def _unknown_english(place: str) -> Row:
    nothing = {"official": "", "share": math.nan, "source_id": "", "note": ""}
    return {"location_id": place, "language": "en", "method": "observed"} | nothing
