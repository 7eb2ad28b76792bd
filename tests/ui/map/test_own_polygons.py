"""Polygons of one's own in the real page: drawn where they belong, and never run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from advisor.datapack.geometry_file import GeometryFile
from advisor.ui.map.map_view import MapView
from advisor.views.map.map_figure import MapPicture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


PICTURE = MapPicture(
    ids=("a", "b", "c"),
    values=(10.0, 50.0, 90.0),
    statuses=("ranked",) * 3,
    low=0.0,
    high=100.0,
    label="Score",
)
_BOXES = (
    "JSON.stringify([...document.querySelectorAll('path.choroplethlocation')].map(path => {"
    " const box = path.getBBox(); return [box.x, box.y, box.width, box.height]; }))"
)


def ask(qtbot: QtBot, view: MapView, code: str) -> Any:
    answers: list[Any] = []
    view.web_view().page().runJavaScript(code, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    return answers[0]


def counterclockwise(x: float, y: float) -> list[list[float]]:
    return [[x, y], [x + 8, y], [x + 8, y + 8], [x, y + 8], [x, y]]


def test_that_rings_as_the_standard_wants_them_are_small_squares_and_no_flood(
    qtbot: QtBot, write_pack: Any
) -> None:
    corners = {"a": (6, 46), "b": (-4, 36), "c": (16, 41)}
    features = [
        {
            "type": "Feature",
            "properties": {"site": id_},
            "geometry": {"type": "Polygon", "coordinates": [counterclockwise(*corner)]},
        }
        for id_, corner in corners.items()
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    view = MapView(GeometryFile(write_pack(sites__geojson=text), "sites.geojson"))
    try:
        view.resize(900, 560)
        view.show_picture(PICTURE)
        with qtbot.waitSignal(view.map_ready, timeout=60_000):
            view.show()
        boxes = json.loads(ask(qtbot, view, _BOXES))
    finally:
        view.shutdown()
        view.deleteLater()
    assert len(boxes) == 3
    assert all(5 < width < 60 and 5 < height < 60 for _, _, width, height in boxes)
    left_to_right = sorted(range(3), key=lambda at: boxes[at][0])
    assert ["abc"[at] for at in left_to_right] == ["b", "a", "c"]


def test_that_a_script_in_place_of_polygons_is_refused_and_never_runs(qtbot: QtBot, write_pack: Any) -> None:
    script = "(() => { window.ran = true; return {features: []}; })()"
    view = MapView(GeometryFile(write_pack(sites__geojson=script), "sites.geojson"))
    try:
        with qtbot.waitSignal(view.failed, timeout=60_000) as said:
            view.show()
        assert "not a GeoJSON FeatureCollection" in said.args[0]
        assert ask(qtbot, view, "String(window.ran)") == "undefined"
    finally:
        view.shutdown()
        view.deleteLater()
