"""What the shipped pack must hold, and that the build makes it again to the byte."""

from __future__ import annotations

import csv
import math
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from advisor import paths
from advisor.datapack.build.pipeline import build_pack
from advisor.datapack.loading import check_pack, load_pack

SOURCES = paths.DATA / "sources"
PACK = paths.DEFAULT_PACK
OWN_FILES = (
    "BUILD_REPORT.md",
    "VALIDATION.md",
    "collaborations.csv",
    "criteria.csv",
    "fx.csv",
    "hubs.csv",
    "labour.csv",
    "languages.csv",
    "legal.csv",
    "locations.csv",
    "pack.toml",
    "premium.csv",
    "sources.csv",
    "tco.csv",
    "ties.csv",
    "validation.csv",
    "values.csv",
    "wages.csv",
    "workforce.csv",
)


@cache
def read(name: str, folder: Path = PACK) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


def numbers(column: pd.Series) -> pd.Series:
    return pd.to_numeric(column.replace("", None))


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pack")
    build_pack(SOURCES, out)
    return out


@pytest.fixture(scope="module")
def open_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("open")
    build_pack(SOURCES, out, open_only=True)
    return out


@pytest.mark.parametrize("name", OWN_FILES)
def test_that_the_build_gives_the_committed_bytes(rebuilt: Path, name: str) -> None:
    assert (rebuilt / name).read_bytes() == (PACK / name).read_bytes()


def test_that_the_shipped_pack_has_no_problem() -> None:
    assert check_pack(PACK) == []


def test_that_every_country_that_people_ask_for_is_in() -> None:
    asked = read("asked_for", SOURCES)["location_id"]
    assert len(asked) == 107
    assert set(asked) <= set(read("locations")["id"])


def coverage(folder: Path) -> dict[str, float]:
    criteria, values = read("criteria", folder), read("values", folder)
    weight, theme = criteria["weight"].astype(float), criteria["theme_weight"].astype(float)
    shares = weight / weight.groupby(criteria["theme"]).transform("sum") * theme
    share = dict(zip(criteria["id"], shares / shares.sum(), strict=True))
    computed = sum(share[i] for i in criteria["id"][criteria["computed"] != ""])
    known = values.groupby("location_id")["criterion_id"].agg(lambda ids: sum(share[i] for i in set(ids)))
    return {place: computed + known.get(place, 0.0) for place in read("locations", folder)["id"]}


def test_that_at_least_150_locations_have_the_weight_coverage_for_a_rank() -> None:
    assert sum(share >= 0.7 for share in coverage(PACK).values()) >= 150


def test_that_taiwan_and_kosovo_can_be_ranked() -> None:
    found = coverage(PACK)
    assert found["TWN"] >= 0.7
    assert found["XKX"] >= 0.7


def test_that_taiwan_uses_the_factbook_and_leaves_the_rest_unknown() -> None:
    values = read("values")
    taiwan = values[values["location_id"] == "TWN"].set_index("criterion_id")
    assert taiwan.loc["internet_users", "source_id"] == "cia_wfb"
    assert taiwan.loc["labour_force", "source_id"] == "taiwan"
    assert taiwan.loc["labour_force", "method"] == "estimated"
    assert "schooling_years" not in taiwan.index
    assert "cyber_readiness" not in taiwan.index


def test_that_all_34_criteria_are_there_and_themes_add_up() -> None:
    criteria = read("criteria")
    assert len(criteria) == 34
    themes = criteria.drop_duplicates("theme")
    assert list(themes["theme"]) == ["cost", "people", "language", "time", "regulation", "resilience"]
    assert themes["theme_weight"].astype(float).sum() == 100
    assert (criteria.groupby("theme")["weight"].agg(lambda w: w.astype(float).sum()) == 100).all()
    assert (criteria["basis"] != "").all()
    assert (criteria["description"] != "").all()


@pytest.mark.parametrize("name", ["values", "hubs", "languages", "legal", "labour", "wages", "premium", "fx"])
def test_that_every_row_names_a_source_that_is_listed(name: str) -> None:
    listed = set(read("sources")["id"])
    for source_ids in read(name)["source_id"]:
        assert source_ids
        assert set(source_ids.split(";")) <= listed


def test_that_every_location_has_a_hub_and_a_main_hub_among_them() -> None:
    hubs = read("hubs")
    places = set(zip(hubs["location_id"], hubs["lat"], hubs["lon"], hubs["tz"], strict=True))
    for row in read("locations").to_dict("records"):
        assert (row["id"], row["lat"], row["lon"], row["tz"]) in places


def test_that_every_interval_holds_its_value() -> None:
    values = read("values")
    value, low, high = (numbers(values[name]) for name in ("value", "low", "high"))
    assert value.notna().all()
    known = low.notna()
    assert (known == high.notna()).all()
    assert (low[known] <= value[known]).all()
    assert (value[known] <= high[known]).all()


def test_that_no_unknown_figure_became_zero() -> None:
    values = read("values")
    zeros = values[numbers(values["value"]) == 0]
    source = read("indicators", SOURCES)
    recorded = set(source["location_id"][numbers(source["value"]) == 0])
    scored = zeros["criterion_id"] == "data_protection_law"
    assert set(zeros["location_id"][~scored]) <= recorded
    assert set(zeros["note"][scored]) == {"no general law on record"}
    assert "cyber_readiness" not in set(zeros["criterion_id"])
    shares = numbers(read("territory_languages", SOURCES)["population_percent"])
    assert (numbers(read("languages")["share"]) == 0).sum() <= (shares < 0.000001).sum()


def test_that_old_and_fallback_figures_have_an_interval() -> None:
    values = read("values")
    fallback = values[values["note"].str.contains("fallback series")]
    assert len(fallback) > 10
    assert (fallback["low"] != "").all()
    assert (fallback["method"] == "estimated").all()


@pytest.mark.parametrize("place", ["BGD", "CMR", "VNM"])
def test_that_suspect_laws_are_marked_and_wide(place: str) -> None:
    values = read("values")
    row = values[(values["location_id"] == place) & (values["criterion_id"] == "data_protection_law")].iloc[0]
    assert "suspect" in row["note"]
    assert float(row["high"]) - float(row["low"]) >= 50


def facts() -> dict[tuple[str, str], str]:
    legal = read("legal")
    return {(r["location_id"], r["fact"]): r["value"] for r in legal.to_dict("records")}


def test_that_the_legal_facts_are_those_of_june_2026() -> None:
    found = facts()
    assert found["BRA", "gdpr_transfer_status"] == "adequate"
    assert found["GBR", "gdpr_transfer_status"] == "adequate"
    assert found["USA", "gdpr_transfer_status"] == "adequate-partial"
    assert found["NOR", "gdpr_transfer_status"] == "EEA"
    assert ("SYR", "us_sanctions") not in found
    assert found["CUB", "us_sanctions"] == "comprehensive"
    assert ("NAM", "fatf_status") not in found
    assert ("DZA", "fatf_status") not in found
    assert found["BIH", "fatf_status"] == "grey"
    assert found["IRN", "fatf_status"] == "black"
    assert sum(fact == "eu_member" for _, fact in found) == 27
    assert {p for p, fact in found if fact == "eea_member"} - {p for p, f in found if f == "eu_member"} == {
        "ISL",
        "LIE",
        "NOR",
    }
    members = [place for (place, fact), value in found.items() if fact == "global_cbpr"]
    assert len(members) == 13
    assert found["GBR", "global_cbpr"] == "associate"


def test_that_ties_are_sorted_pairs_and_unknown_places_say_so() -> None:
    ties = read("ties")
    assert (ties["a"] < ties["b"]).all()
    found = facts()
    for place in ("MNE", "XKX", "SSD"):
        assert found[place, "ties"] == "unknown"
        assert place not in set(ties["a"]) | set(ties["b"])


def languages() -> dict[tuple[str, str], dict[str, str]]:
    return {(r["location_id"], r["language"]): r for r in read("languages").to_dict("records")}  # type: ignore[misc]


def test_that_a_blank_language_share_is_unknown() -> None:
    found = languages()
    for place in ("COL", "CRI", "VNM", "UKR", "NOR"):
        assert found[place, "en"]["share"] == ""
        assert found[place, "en"]["proficiency"] != ""


def test_that_absurd_language_shares_are_not_taken_over() -> None:
    assert languages()["PHL", "es"]["share"] == ""


def test_that_native_english_places_have_full_proficiency_and_a_note() -> None:
    found = languages()
    for place in ("USA", "GBR", "CAN", "AUS", "NZL", "IRL", "JAM", "TTO", "GUY", "BLZ"):
        assert found[place, "en"]["proficiency"] == "100"
        assert "native-English" in found[place, "en"]["note"]
        assert found[place, "en"]["method"] == "estimated"


def test_that_mandarin_is_one_language_whatever_the_script() -> None:
    found = languages()
    assert all(found[place, "zh"]["official"] == "official" for place in ("CHN", "TWN", "HKG", "SGP"))


def test_that_the_open_pack_has_no_quoted_figure_and_still_opens(open_only: Path) -> None:
    tiers = dict(zip(*(read("sources", open_only)[c] for c in ("id", "tier")), strict=True))
    assert "quoted" not in tiers.values()
    for name in ("values", "languages", "legal", "labour", "wages", "premium"):
        for source_ids in read(name, open_only)["source_id"]:
            assert set(source_ids.split(";")) <= tiers.keys()
    assert check_pack(open_only) == []
    assert load_pack(open_only).location_ids == load_pack(PACK).location_ids


def test_that_the_open_pack_leaves_quoted_criteria_unknown(open_only: Path) -> None:
    known = set(read("values", open_only)["criterion_id"])
    assert {"corporate_tax", "cyber_readiness", "data_protection_law"}.isdisjoint(known)
    assert len(read("criteria", open_only)) == 34
    assert sum(share >= 0.7 for share in coverage(open_only).values()) >= 150


def test_that_files_are_plain_csv(rebuilt: Path) -> None:
    for path in sorted(rebuilt.glob("*.csv")):
        content = path.read_bytes()
        assert b"\r" not in content
        with path.open(encoding="utf-8", newline="") as handle:
            widths = {len(row) for row in csv.reader(handle)}
        assert len(widths) == 1


def test_that_the_report_tells_coverage_validation_and_correlations() -> None:
    text = (PACK / "BUILD_REPORT.md").read_text(encoding="utf-8")
    for heading in (
        "## Criteria",
        "## Correlations above 0.8",
        "## Who can be hired",
        "## Flags and lists",
        "### Validation: leave one out",
        "## Locations",
    ):
        assert heading in text
    assert math.isclose(len(read("locations")), 205, abs_tol=5)
