"""The map as SVG, for files that hold pictures: the Natural Earth projection, drawn without a browser."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from advisor.export.report.blocks import WorldMap
from advisor.views.look.theme import LIGHT
from advisor.views.map.map_figure import BANDS, colour_at, scale_positions

_WIDE = 860.0
_NORTH, _SOUTH = 84.0, -57.0  # degrees: land without the Antarctic
_MARGIN, _PIN = 6.0, 2.6
_Place = tuple[float, float]


def map_svg(world: WorldMap) -> str:
    """Land coloured as on the screen, small places as pins, the selected one outlined; no legend."""
    colours, picture = LIGHT.map, world.picture
    z = dict(zip(picture.ids, scale_positions(picture), strict=True))
    scale = (_WIDE - 2 * _MARGIN) / (2 * _natural_earth(180.0, 0.0)[0])
    top = _natural_earth(0.0, _NORTH)[1]
    height = scale * (top - _natural_earth(0.0, _SOUTH)[1]) + 2 * _MARGIN

    def at(lon: float, lat: float) -> _Place:
        x, y = _natural_earth(lon, max(_SOUTH, min(_NORTH, lat)))
        return _WIDE / 2 + scale * x, _MARGIN + scale * (top - y)

    land, drawn = [], set()
    features = json.loads(world.polygons)["features"]
    for feature in sorted(features, key=lambda one: bool(one["id"] == world.selected)):
        key, is_selected = feature["id"], feature["id"] == world.selected
        if not feature["properties"].get("small"):
            drawn.add(key)
        path = "".join(_path(ring, at) for ring in _rings(feature["geometry"]))
        edge, width = (LIGHT.text, 1.4) if is_selected else (colours.border, 0.35)
        fill = _colour(z.get(key, BANDS["land"]))
        land.append(f'<path d="{path}" fill="{fill}" stroke="{edge}" stroke-width="{width}"/>')
    pins = [
        _pin(at(lon, lat), _colour(z[key]), is_selected=key == world.selected)
        for key, (lat, lon) in picture.points.items()
        if key in z and key not in drawn
    ]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE:.0f}" height="{height:.0f}">',
            f"<title>{escape(world.title)}</title>",
            f'<rect width="100%" height="100%" fill="{colours.sea}"/>',
            *land,
            *pins,
            "</svg>\n",
        )
    )


def _natural_earth(lon: float, lat: float) -> _Place:
    """The polynomial of Savric, Jenny, Patterson, Petrovic and Hurni (2011), on a globe of radius 1."""
    phi, square = math.radians(lat), math.radians(lat) ** 2
    fourth = square * square
    x = 0.8707 - 0.131979 * square + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth))
    y = 1.007226 + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth))
    return math.radians(lon) * x, phi * y


def _rings(geometry: dict[str, Any] | None) -> Iterator[list[_Place]]:
    if geometry is None:
        return
    polygons = geometry["coordinates"]
    for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
        yield from polygon


def _path(ring: list[_Place], at: Any) -> str:
    points = (at(place[0], place[1]) for place in ring)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _pin(place: _Place, fill: str, *, is_selected: bool) -> str:
    edge = LIGHT.text if is_selected else LIGHT.map.pin_line
    x, y = place
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_PIN}" fill="{fill}" stroke="{edge}" stroke-width="0.6"/>'


def _colour(position: float) -> str:
    red, green, blue = colour_at(position, "light")
    return f"#{red:02x}{green:02x}{blue:02x}"
