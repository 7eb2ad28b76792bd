"""Sites from tables with coordinates and from files of places; their country by position."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import geopandas as gpd
import pytest

from advisor.scenario.intake.plan import Choices, make_plan
from advisor.scenario.intake.sheet import read_sheet
from advisor.scenario.intake.taking import taken_in
from advisor.scenario.ranking.assessment import Assessor

TABLE = (
    "Site;Latitude;Longitude;Seats\nŁódź plant;51,77;19,46;300\nCebu centre;10,31;123,89;1200\n"
    "Harbour;54,5;18,9;20\n"
)


def places(plan):
    return {row.name: row.country for row in plan.gathered.sites}


def test_positions_in_a_table_become_sites_in_the_country_that_they_lie_in(plan_text):
    plan = plan_text(TABLE)
    assert places(plan) == {"Łódź plant": "POL", "Cebu centre": "PHL", "Harbour": "POL"}
    assert [row.id for row in plan.gathered.sites] == ["lodz-plant", "cebu-centre", "harbour"]
    assert "off the coast of Poland" in plan.gathered.sites[2].remark
    assert not plan.errors


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Nowhere;0;-30;5", "lies in no country"),
        ("Blank;;;5", "There is no position"),
        ("Wrong;north;10;5", "are no degrees"),
        ("Far;95;10;5", "are no degrees"),
    ],
)
def test_a_site_that_cannot_be_placed_is_a_problem_unless_it_is_left_out(plan_text, row, said):
    plan = plan_text(f"{TABLE}{row}\n")
    assert [problem.line for problem in plan.errors] == [5]
    assert said in str(plan.errors[0])
    skipped = plan_text(f"{TABLE}{row}\n", choices=Choices(skip_unknown=True))
    assert not skipped.errors
    assert len(skipped.gathered.sites) == 3


def test_a_country_that_the_table_names_counts_and_a_difference_is_said(plan_text):
    plan = plan_text("Site,Country,lat,lon,Rent\nBorder,Germany,51.77,19.46,3\nHome,Poland,51.7,19.4,4\n")
    assert places(plan) == {"Border": "DEU", "Home": "POL"}
    assert "stated as Germany, its position lies in Poland" in plan.gathered.sites[0].remark


def test_sites_with_the_same_name_stay_apart(plan_text):
    plan = plan_text("Site,lat,lon,Rent\nOffice,51.77,19.46,3\nOffice,10.31,123.89,4\n")
    assert len({row.id for row in plan.gathered.sites}) == 2
    assert len(places(plan)) == 2


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".kml"])
def test_files_of_places_give_the_same_sites_in_any_coordinate_system(tmp_path, default_pack, study, suffix):
    frame = gpd.GeoDataFrame(
        {"name": ["Bangalore campus", "Leeds"], "wifi": [100, 200.5]},
        geometry=gpd.points_from_xy([77.6, -1.55], [12.97, 53.8]),
        crs=4326,
    )
    path = tmp_path / f"sites{suffix}"
    if suffix == ".gpkg":
        frame = frame.to_crs(3857)
    frame.to_file(path, **({"driver": "KML"} if suffix == ".kml" else {}))
    plan = make_plan(read_sheet(path), default_pack, study)
    assert places(plan) == {"Bangalore campus": "IND", "Leeds": "GBR"}
    assert [one.series.label for one in plan.series] == ["wifi"]
    assert [reading.value for reading in plan.series[0].readings] == [100, 200.5]


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg"])
def test_what_is_wrong_with_a_file_of_places_is_told_by_feature_and_property(
    tmp_path, default_pack, study, suffix
):
    frame = gpd.GeoDataFrame(
        {"name": ["Here", "Sea", "There"], "wifi": ["100", "7", "many"]},
        geometry=gpd.points_from_xy([77.6, -40.0, -1.55], [12.97, 40.0, 53.8]),
        crs=4326,
    )
    path = tmp_path / f"own{suffix}"
    frame.to_file(path)
    said = [problem.place for problem in make_plan(read_sheet(path), default_pack, study).errors]
    assert f"own{suffix}, feature 2" in {place.removesuffix(", property lat") for place in said}
    assert f"own{suffix}, feature 3, property wifi" in said
    assert not [place for place in said if "line" in place]


def test_areas_are_taken_by_a_point_inside(tmp_path, default_pack, study):
    frame = gpd.GeoDataFrame(
        {"name": ["Park"]}, geometry=gpd.points_from_xy([19.46], [51.77]).buffer(0.05), crs=4326
    )
    frame.to_file(tmp_path / "park.geojson")
    plan = make_plan(read_sheet(tmp_path / "park.geojson"), default_pack, study)
    assert places(plan) == {"Park": "POL"}
    assert any("a point inside" in remark for remark in plan.sheet.remarks)


def test_sites_are_ranked_beside_the_countries_once_they_are_taken_in(plan_text, default_pack, study):
    after = taken_in(study, default_pack, plan_text(TABLE), date(2026, 11, 29))
    found = Assessor(default_pack).assess(after.scenario, after.own)
    rows = [found.pack.location_ids.index(site.id) for site in after.own.sites]
    assert all(found.evaluation.ranks[row] > 0 for row in rows)
    assert found.pack.locations[rows[0]].name == "Łódź plant"


def test_a_site_can_be_home_where_its_countrys_law_and_pay_hold_and_its_own_distance(
    plan_text, default_pack, study
):
    after = taken_in(study, default_pack, plan_text(TABLE), date(2026, 11, 29))
    site = next(one for one in after.own.sites if one.country == "POL")
    assessor = Assessor(default_pack)
    seen = {home: assessor.assess(replace(after.scenario, home=home), after.own) for home in ("POL", site.id)}
    ids = seen["POL"].pack.location_ids
    poland, germany, row = (ids.index(place) for place in ("POL", "DEU", site.id))
    columns = {one.id: j for j, one in enumerate(seen["POL"].evaluation.criteria)}
    figures = {home: found.cells.values for home, found in seen.items()}
    for same in ("data_transfer", "affinity"):
        assert figures["POL"][germany, columns[same]] == figures[site.id][germany, columns[same]]
        assert figures[site.id][poland, columns[same]] == figures[site.id][row, columns[same]]
    assert figures["POL"][germany, columns["distance"]] != figures[site.id][germany, columns["distance"]]
    assert seen[site.id].engagement(poland) == seen[site.id].engagement(row) == "onshore"
    assert figures[site.id][row, columns["saving"]] == 0


def test_sites_of_a_pack_without_countries_need_none(tmp_path, write_pack, study):
    from advisor.datapack.loading import load_pack
    from advisor.scenario.study.defaults import default_study

    pack = load_pack(write_pack())
    path = tmp_path / "sites.csv"
    path.write_text("Site,lat,lon,quality\nDelta,1,2,9\n")
    plan = make_plan(read_sheet(path), pack, default_study(pack))
    assert places(plan) == {"Delta": ""}
    after = taken_in(default_study(pack), pack, plan, date(2026, 11, 29))
    found = Assessor(pack).assess(after.scenario, after.own)
    assert found.pack.location_ids == ("a", "b", "c", "delta")
