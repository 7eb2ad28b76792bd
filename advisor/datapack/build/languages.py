"""languages.csv: official status, shares of speakers and measured English.

CLDR shares mix first and second languages and old surveys. They are kept with
low confidence; a blank share is unknown, never zero. English proficiency is
the EF EPI score on a scale of 0 to 100; a few explicit rules cover the places
that EF does not test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from advisor.datapack.build.sources import Sources

WIDE_LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "ru", "tr", "zh")
OFFICIAL = {"official": "official", "de_facto_official": "de_facto", "official_regional": "regional"}
# EF EPI runs from 0 to 800; tested countries lie between about 390 and 630 (2025 edition). The
# straight line from 300 to 700 leaves both ends of the scale to places beyond what EF tests.
EF_ZERO, EF_FULL = 300.0, 700.0
NATIVE_SHARE = 75.0
NATIVE_REGIONS = ("Americas", "Europe")
NATIVE_SUBREGION = "Australia and New Zealand"
# Shares that cannot be right; the language is kept as unknown.
ABSURD_SHARES = {
    ("PHL", "es"): "CLDR gives 31 %: Spanish has not been taught or used at that scale for generations",
    ("SJM", "ru"): "CLDR gives 41 %: from the time of the Soviet mining towns",
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


def _native(official: str, share: float, region: str, subregion: str) -> bool:
    in_area = region in NATIVE_REGIONS or subregion == NATIVE_SUBREGION
    return official in ("official", "de_facto") and share >= NATIVE_SHARE and in_area


def languages(sources: Sources, places: list[str]) -> pd.DataFrame:
    """Rows of languages.csv for ``places``.

    A location has a row for each of its official languages and for each wide
    language with a known share; English has a row wherever anything is known.
    """
    table = _one_row_a_language(sources.table("territory_languages"))
    territories = sources.table("territories").set_index("id")
    scores = sources.table("indicators").query("indicator == 'ef_epi'").set_index("location_id")
    official_somewhere = set(table["base"][table["official"] != ""])
    keep = set(WIDE_LANGUAGES) | official_somewhere
    rows: dict[tuple[str, str], dict[str, object]] = {}
    for r in table.itertuples():
        place, language = str(r.location_id), str(r.base)
        if place not in places or language not in keep:
            continue
        absurd = ABSURD_SHARES.get((place, language))
        share = float("nan") if absurd else min(100.0, float(r.population_percent))
        note = absurd or (SCRIPT_NOTE if "_" in str(r.language) and r.base == "zh" else "")
        rows[place, language] = {
            "location_id": place,
            "language": language,
            "official": OFFICIAL.get(str(r.official), ""),
            "share": share,
            "proficiency": float("nan"),
            "year": "",
            "method": "observed",
            "source_id": r.source_id,
            "note": note,
        }
    _add_english(rows, places, scores, territories)
    return pd.DataFrame(list(rows.values()))


def _add_english(
    rows: dict[tuple[str, str], dict[str, object]],
    places: list[str],
    scores: pd.DataFrame,
    territories: pd.DataFrame,
) -> None:
    tested = [
        proficiency_from_ef(float(scores.loc[place, "value"]))
        for place in places
        if place in scores.index and rows.get((place, "en"), {}).get("official") in ("official", "de_facto")
    ]
    usual = float(pd.Series(tested, dtype=float).median()) if tested else float("nan")
    for place in places:
        row = rows.get((place, "en"))
        if place in scores.index:
            score = scores.loc[place]
            row = rows.setdefault(
                (place, "en"),
                {"location_id": place, "language": "en", "official": "", "share": float("nan"), "note": ""},
            )
            note = "; ".join(filter(None, [str(row["note"]), f"EF EPI {score['value']:g}"]))
            row |= {
                "proficiency": proficiency_from_ef(float(score["value"])),
                "year": str(int(score["year"])),
                "method": "observed",
                "source_id": score["source_id"],
                "note": note,
            }
            continue
        if row is None or row["official"] not in ("official", "de_facto"):
            continue
        region, subregion = territories.loc[place, "region"], territories.loc[place, "subregion"]
        if _native(str(row["official"]), float(str(row["share"])), region, subregion):
            row |= {
                "proficiency": 100.0,
                "method": "estimated",
                "note": "rule for native-English places: not tested by EF",
            }
        elif usual == usual:  # noqa: PLR0124 - not NaN
            row |= {
                "proficiency": usual,
                "method": "estimated",
                "note": "English is official, not tested: median of the tested places where it is official",
            }
