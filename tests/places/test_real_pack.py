"""The calculators on the default pack: accepted pairs and figures that must not surprise."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from advisor.places.affinity import Tie, TieTable
from advisor.places.calendars import work_calendars
from advisor.places.from_home import TimeSettings, seen_from
from advisor.places.hubs import Hub, HubSet
from advisor.places.languages import LanguageFact, LanguageTable
from advisor.places.law import LegalFact, LegalTable
from advisor.places.regimes import Tier, regimes_from
from advisor.places.timezones import zone_names

PACK = Path(__file__).parents[2] / "data" / "pack"
SETTINGS = TimeSettings(2027)


def rows(name: str) -> list[dict[str, str]]:
    with (PACK / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    return float(text) if text else None


@pytest.fixture(scope="module")
def regions() -> dict[str, str]:
    return {row["id"]: row["region"] for row in rows("locations.csv")}


@pytest.fixture(scope="module")
def hubs(regions: dict[str, str]) -> HubSet:
    return HubSet.of(
        (
            Hub(
                row["location_id"], row["name"], float(row["lat"]), float(row["lon"]),
                number(row["population"]), row["tz"],
            )
            for row in rows("hubs.csv")
        ),
        regions,
    )  # fmt: skip


@pytest.fixture(scope="module")
def laws() -> LegalTable:
    return LegalTable(
        LegalFact(row["location_id"], row["fact"], row["value"], int(row["year"]) if row["year"] else None,
                  row["source_id"], row["note"])
        for row in rows("legal.csv")
    )  # fmt: skip


@pytest.fixture(scope="module")
def languages(regions: dict[str, str]) -> LanguageTable:
    return LanguageTable(
        (
            LanguageFact(row["location_id"], row["language"], row["official"], number(row["share"]),
                         number(row["proficiency"]), None, row["method"], row["source_id"], row["note"])
            for row in rows("languages.csv")
        ),
        list(regions),
    )  # fmt: skip


def test_that_every_location_has_a_hub_with_a_known_zone(hubs: HubSet) -> None:
    assert (hubs.first >= 0).all()
    assert set(hubs.zones) <= zone_names()


@pytest.mark.parametrize(
    ("home", "near", "far"),
    [
        ("GBR", ["POL", "MAR", "EGY"], ["ZAF", "IND"]),
        ("USA", ["MEX", "CRI", "BRA"], ["PHL", "IND"]),
        ("DEU", ["ROU"], ["IND"]),
        ("JPN", ["VNM"], []),
    ],
)
def test_that_accepted_pairs_hold_on_the_pack(
    hubs: HubSet, regions: dict[str, str], home: str, near: list[str], far: list[str]
) -> None:
    view = seen_from(hubs, list(regions.values()), home, SETTINGS)
    models = dict(zip(hubs.location_ids, view.engagement, strict=True))
    assert [models[site] for site in near] == ["nearshore"] * len(near)
    assert [models[site] for site in far] == ["offshore"] * len(far)
    assert models[home] == "onshore"


def test_that_figures_lie_in_their_ranges_from_every_continent(hubs: HubSet, regions: dict[str, str]) -> None:
    for home in ("GBR", "USA", "JPN", "NZL", "BRA", "ZAF"):
        view = seen_from(hubs, list(regions.values()), home, SETTINGS)
        assert ((view.overlap.low >= 0) & (view.overlap.high <= 8)).all()
        assert ((view.distance_km >= 0) & (view.distance_km < 20_040)).all()
        night = view.night.mean[~np.isnan(view.night.mean)]
        assert ((night >= 0) & (night <= 8)).all()
        assert len(night) > 150


def test_that_every_calendar_of_the_pack_is_known(hubs: HubSet) -> None:
    calendars = work_calendars(hubs.workplaces, 2027)
    assert (~np.isnan(calendars.kept)).all()
    percent = calendars.shared_with("DEU").percent
    assert np.nanmin(percent) > 45
    assert np.nanmax(percent) == 100


def test_that_tiers_from_the_homes_asked_for_are_sensible(laws: LegalTable, regions: dict[str, str]) -> None:
    ids = list(regions)
    at = {location: i for i, location in enumerate(ids)}
    for home in ("DEU", "GBR", "CHE", "USA", "CAN", "JPN", "KOR", "BRA", "IND", "AUS", "SGP", "NGA"):
        regimes = regimes_from(laws, home, ids)
        assert regimes.details[at[home]].tier is Tier.SAME_REGIME
        assert len({regime.tier for regime in regimes.details}) >= 4
        known = ~np.isnan(regimes.score)
        assert known.sum() > 150
        assert (regimes.low[known] <= regimes.score[known]).all()
        assert (regimes.score[known] <= regimes.high[known]).all()
        score = regimes.score
        assert score[at["POL"]] > score[at["PHL"]] or home in ("USA", "CAN", "JPN", "KOR", "AUS", "SGP")
        assert score[at["PHL"]] > score[at["BGD"]]
    german = regimes_from(laws, "DEU", ids).details
    assert german[at["POL"]].tier is Tier.SAME_REGIME
    assert german[at["GBR"]].tier is german[at["BRA"]].tier is Tier.ADEQUATE


def test_that_unknown_language_is_never_zero(languages: LanguageTable) -> None:
    for scores in (languages.working(["en"]), languages.customer({"es": 0.5, "de": 0.5})):
        assert not (scores.value == 0).any()
    english = languages.working(["en"]).value
    at = {location: i for i, location in enumerate(languages.location_ids)}
    assert english[at["GBR"]] == 100
    assert english[at["PHL"]] > english[at["IND"]] > english[at["MEX"]]
    spanish = languages.working(["es"]).value
    assert spanish[at["COL"]] > 90
    assert spanish[at["PHL"]] < 20  # the absurd 31 % is not believed


def test_that_affinity_follows_the_known_ties(laws: LegalTable, regions: dict[str, str]) -> None:
    flags = ("contiguous", "common_official_language", "common_spoken_language", "colonial_tie",
             "common_coloniser", "same_country_once")  # fmt: skip
    origins = {location: laws.value(location, "legal_origin") for location in regions}
    table = TieTable(
        (Tie(row["a"], row["b"], **{flag: row[flag] == "1" for flag in flags}) for row in rows("ties.csv")),
        {location: origin for location, origin in origins.items() if origin},
        [location for location in regions if laws.value(location, "ties") == "unknown"],
    )
    assert table.between("GBR", "IRL").value == 100
    assert table.between("GBR", "IND").value > table.between("GBR", "VNM").value
    assert np.isnan(table.between("GBR", "MNE").value)
