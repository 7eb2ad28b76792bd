"""GeoJSON from the wild: never handed on as it came, drawn where it can be, and said how."""

from __future__ import annotations

import json
import os
from collections import OrderedDict

import numpy as np
import pytest
from shapely.geometry import LinearRing

from advisor.datapack import geojson, geometry_file
from advisor.datapack.geometry_file import GeometryFile
from advisor.datapack.loading import check_pack, load_pack
from advisor.datapack.problems import PackError
from advisor.datapack.rings import MOST_POINTS, signed_area
from advisor.paths import DEFAULT_PACK


def square(x, y, size=4.0, *, clockwise=True):
    ring = [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]]
    return ring if clockwise else ring[::-1]


def feature(id_=None, ring=None, **properties):
    geometry = None if ring is None else {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": id_, "properties": properties, "geometry": geometry}


SQUARES = [feature("a", square(0, 0)), feature("b", square(10, 0)), feature("c", square(20, 0))]


@pytest.fixture
def write_map(write_pack):
    """Writes a pack of places a, b and c with a map of the features; keywords go into both files."""

    def write(features=SQUARES, toml="", **others):
        text = json.dumps({"type": "FeatureCollection", "features": features, **others})
        return write_pack(pack__toml=f'geometry = "sites.geojson"\n{toml}', sites__geojson=text)

    return write


def drawn(folder):
    features = json.loads(load_pack(folder).geometry.page_text())["features"]
    return {each["id"]: each for each in features}


def said(folder):
    problems = check_pack(folder)
    assert {problem.severity for problem in problems} <= {"note"}
    return " ".join(problem.message for problem in problems)


def refused(folder):
    (problem,) = [problem for problem in check_pack(folder) if problem.severity == "error"]
    assert problem.cure
    return problem.message


def exterior(entry):
    return [tuple(position) for position in entry["geometry"]["coordinates"][0][0]]


@pytest.mark.parametrize("clockwise", [True, False])
def test_that_exteriors_run_clockwise_and_holes_the_other_way_whatever_the_file_does(write_map, clockwise):
    outer, hole = square(0, 0, clockwise=clockwise), square(1, 1, 1, clockwise=clockwise)
    entry = feature("a", outer)
    entry["geometry"]["coordinates"].append(hole)
    rings = drawn(write_map([entry, *SQUARES[1:]]))["a"]["geometry"]["coordinates"][0]
    assert [LinearRing(ring).is_ccw for ring in rings] == [False, True]
    assert {tuple(position) for position in rings[0]} == {tuple(map(float, position)) for position in outer}


def test_that_a_ring_across_the_date_line_is_turned_by_its_true_shape(write_map):
    across = [[178, 0], [178, 4], [-178, 4], [-178, 0], [178, 0]]
    assert signed_area(np.array(across, dtype=float)) == pytest.approx(-16.0)
    for ring in (across, across[::-1]):
        kept = exterior(drawn(write_map([feature("a", ring), *SQUARES[1:]]))["a"])
        assert kept == [tuple(map(float, position)) for position in across]


def test_that_a_feature_without_geometry_is_allowed_and_said(write_map):
    folder = write_map([*SQUARES[:2], feature("c")])
    assert "1 place has no polygon: c." in said(folder)
    assert set(drawn(folder)) == {"a", "b"}


def test_that_ids_in_a_property_are_found_and_said(write_map):
    folder = write_map([feature(n, square(10 * n, 0), site_id=id_, name="x") for n, id_ in enumerate("abc")])
    assert "by the property 'site_id'" in said(folder)
    assert set(drawn(folder)) == {"a", "b", "c"}
    assert exterior(drawn(folder)["b"])[0] == (10.0, 0.0)


def test_that_ids_may_be_numbers(write_pack):
    features = [feature(n, square(10 * n, 0)) for n in (1, 2.0, 3)]
    folder = write_pack(
        locations="id,name\n1,A\n2,B\n3,C\n",
        values="location_id,criterion_id,value\n1,quality,8\n2,price,3\n",
        pack__toml='geometry = "sites.geojson"\n',
        sites__geojson=json.dumps({"type": "FeatureCollection", "features": features}),
    )
    assert said(folder) == ""
    assert set(drawn(folder)) == {"1", "2", "3"}


def test_that_the_header_may_name_the_property(write_map):
    swapped = zip("abc", "cba", strict=True)
    features = [feature(id_, square(10 * n, 0), own=own) for n, (id_, own) in enumerate(swapped)]
    assert exterior(drawn(write_map(features, 'geometry_id = "own"'))["a"])[0] == (20.0, 0.0)
    assert "they differ" in refused(write_map(features))


def test_that_features_of_no_place_are_one_clear_message(write_map):
    message = refused(write_map([feature(None, square(0, 0), code="x", town="y")]))
    assert "'code', 'town'" in message


def test_that_several_features_of_one_place_are_joined(write_map):
    folder = write_map([*SQUARES, feature("a", square(0, 20))])
    assert "joined: a" in said(folder)
    assert len(drawn(folder)["a"]["geometry"]["coordinates"]) == 2


def test_that_land_of_no_place_is_drawn_and_named_where_a_place_lacks_its_polygon(write_map):
    assert said(write_map([*SQUARES, feature("zz", square(0, 20))])) == ""
    folder = write_map([*SQUARES[:2], feature("zz", square(0, 20))])
    assert "1 feature belongs to no place" in said(folder)
    assert "zz" in drawn(folder)


def test_that_projected_coordinates_are_refused_or_converted_by_their_system(write_map):
    projected = [[1_113_194.9, 0.0], [1_113_194.9, 111_325.1], [1_224_514.4, 111_325.1], [1_113_194.9, 0.0]]
    features = [feature("a", projected), feature("b", projected), feature("c", projected)]
    assert "1.11319e+06, 0 are not degrees" in refused(write_map(features))
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    folder = write_map(features, crs=system)
    assert "converted from urn:ogc:def:crs:EPSG::3857" in said(folder)
    assert exterior(drawn(folder)["a"])[0] == pytest.approx((10.0, 0.0), abs=1e-4)
    unknown = {"type": "name", "properties": {"name": "our grid"}}
    assert "'our grid' is not known" in refused(write_map(features, crs=unknown))


def test_that_too_much_detail_is_simplified_and_said(write_map):
    turn = np.linspace(0, -2 * np.pi, MOST_POINTS + 500)
    circle = np.column_stack([np.cos(turn), np.sin(turn)]).tolist()
    folder = write_map([feature("a", circle), *SQUARES[1:]])
    assert f"{MOST_POINTS + 511} positions were simplified" in said(folder)
    kept = exterior(drawn(folder)["a"])
    assert 30 < len(kept) < 5000
    assert signed_area(np.array(kept)) == pytest.approx(-np.pi, rel=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "{features: (() => { fetch('file:///etc/passwd'); return [] })()}",
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": {}, '
        '"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [0, NaN], [1, 1], [0, 0]]]}}]}',
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": {}, '
        '"geometry": {"type": "Polygon", "coordinates": [[["0", "0"], ["0", "1"], ["1", "1"]]]}}]}',
        '{"features": [{"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}}]}',
        '{"features": [{"geometry": {"type": "Circle", "coordinates": [0, 0]}}]}',
        '{"features": [' + "9" * 5000 + "]}",
        "[" * 100_000,
    ],
)
def test_that_what_is_no_geometry_never_reaches_a_page(write_pack, text):
    folder = write_pack(pack__toml='geometry = "sites.geojson"\n', sites__geojson=text)
    (problem,) = check_pack(folder)
    assert (problem.file, problem.severity) == ("sites.geojson", "error")
    with pytest.raises(PackError):
        GeometryFile(folder, "sites.geojson").page_text()


def test_that_the_page_gets_plain_ascii_and_only_what_was_understood(write_map):
    hostile = feature("a", square(0, 0), name="</script>\u2028\ud800", onload="alert(1)", __proto__={"x": 1})
    hostile["style"] = {"fill": "url(javascript:alert(1))"}
    text = GeometryFile(write_map([hostile, *SQUARES[1:]]), "sites.geojson").page_text()
    assert text.isascii()
    assert "alert" not in text and "style" not in text
    assert set(json.loads(text)["features"][0]) == {"type", "id", "properties", "geometry"}
    assert set(json.loads(text)["features"][0]["properties"]) == {"name", "lon", "lat", "small"}


def test_that_the_polygons_that_ship_are_written_again_unchanged_and_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("LOCATION_ADVISOR_CACHE", str(tmp_path))
    file = GeometryFile(DEFAULT_PACK, "countries.geojson")
    for _ in range(2):
        monkeypatch.setattr(geometry_file, "_checked", OrderedDict())
        text = file.page_text()
        assert json.loads(text) == json.loads((DEFAULT_PACK / "countries.geojson").read_bytes())
        assert [each.name.split("-")[0] for each in tmp_path.iterdir()] == ["polygons"]
        # The second time the file itself is not parsed.
        monkeypatch.setattr(geojson, "read_features", None)


def test_that_polygons_of_ones_own_are_not_kept(write_map, tmp_path, monkeypatch):
    monkeypatch.setenv("LOCATION_ADVISOR_CACHE", str(tmp_path / "kept"))
    assert drawn(write_map())
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("name", ["../outside.geojson", "/etc/hostname", "link.geojson"])
def test_that_a_geometry_outside_the_pack_is_refused(write_pack, tmp_path, name):
    (tmp_path / "outside.geojson").write_text("{}", encoding="utf-8")
    folder = write_pack(pack__toml=f'geometry = "{name}"\n')
    (folder / "link.geojson").symlink_to(tmp_path / "outside.geojson")
    assert "outside the pack's folder" in refused(folder)


def test_that_pipes_and_folders_are_refused_without_waiting(write_pack):
    folder = write_pack(pack__toml='geometry = "sites.geojson"\n')
    os.mkfifo(folder / "sites.geojson")
    assert "not a regular file" in refused(folder)
    (folder / "sites.geojson").unlink()
    (folder / "sites.geojson").mkdir()
    assert "cannot be read" in refused(folder) or "not a regular file" in refused(folder)


def test_that_a_missing_geometry_is_named(write_pack):
    assert "missing" in refused(write_pack(pack__toml='geometry = "sites.geojson"\n'))


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "../nowhere.geojson", "/etc/passwd", "/nowhere.geojson"]
)
def test_that_a_way_out_of_the_pack_is_called_that_whether_or_not_something_is_there(write_pack, path):
    folder = write_pack(pack__toml=f'geometry = "{path}"\n')
    (problem,) = [one for one in check_pack(folder) if one.severity == "error"]
    assert (problem.file, problem.message) == (path, "The file lies outside the pack's folder.")
    assert "Copy it into the folder" in problem.cure
