"""Rings of polygons: checked, closed, wound as the map wants them, simplified where there is too much detail.

A polygon is a list of rings, its exterior first; a ring is an array of longitudes and latitudes, (n, 2).
Plotly (d3) wants exteriors clockwise: one that runs the other way is drawn as the whole globe without it,
while RFC 7946 wants them counter-clockwise. Either is accepted here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ring = NDArray[np.float64]
Polygon = list[Ring]

DECIMALS = 5  # of a degree: about a metre
MOST_POINTS = 60_000  # what pans and zooms smoothly
MOST_LONGITUDE = 360.001  # beyond half a turn where polygons cross the date line
_LONGEST_RING = 20_000
_FINEST = 4000  # first tolerance: so many parts of what all polygons span


class RingError(ValueError):
    """Coordinates that make no ring."""


def read_ring(coordinates: object) -> Ring:
    """A ring from its positions; heights are left out, and an open ring is closed.

    Raises:
        RingError: not a list of at least three positions.
    """
    if not isinstance(coordinates, list):
        raise RingError
    ring = _as_array(coordinates)
    if ring is None:  # positions with and without height
        ring = _as_array([each[:2] if isinstance(each, list) else None for each in coordinates])
    if ring is None or ring.dtype.kind not in "fi" or ring.ndim != 2 or ring.shape[1] < 2:
        raise RingError
    ring = ring[:, :2].astype(np.float64)
    if not np.isfinite(ring).all():
        raise RingError
    if len(ring) and (ring[0] != ring[-1]).any():
        ring = np.vstack([ring, ring[:1]])
    if len(ring) < 4:
        raise RingError
    return ring


def _as_array(values: list[Any]) -> NDArray[Any] | None:
    try:
        return np.array(values)
    except ValueError:  # lists of different lengths
        return None


def read_polygon(coordinates: object) -> Polygon:
    """A polygon from its rings, wound for the map.

    Raises:
        RingError: not a list of rings.
    """
    if not isinstance(coordinates, list) or not coordinates:
        raise RingError
    return [read_ring(ring) for ring in coordinates]


def wound(polygon: Polygon) -> Polygon:
    """The same with its exterior clockwise and its holes the other way."""
    turned = []
    for at, ring in enumerate(polygon):
        clockwise = signed_area(ring) < 0
        turned.append(ring if clockwise == (at == 0) else ring[::-1])
    return turned


def signed_area(ring: Ring) -> float:
    """Area in square degrees, below 0 where the ring runs clockwise; right across the date line too."""
    x, y = ring[:, 0], ring[:, 1]
    steps = np.diff(x)
    if np.abs(steps).max(initial=0.0) > 180.0:
        x = np.concatenate([x[:1], x[0] + np.cumsum((steps + 180.0) % 360.0 - 180.0)])
    x = x - x[0]
    return float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2.0


def middle_of(polygons: Sequence[Polygon]) -> tuple[float, float]:
    """Longitude and latitude of the middle of the largest polygon, for a pin or a line to it."""
    ring = max((polygon[0] for polygon in polygons), key=lambda each: abs(signed_area(each)))
    x, y = ring[:, 0], ring[:, 1]
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    total = float(cross.sum())
    if abs(total) < 1e-12:
        return float(x.mean()), float(y.mean())
    lon = float(((x[:-1] + x[1:]) * cross).sum()) / (3.0 * total)
    lat = float(((y[:-1] + y[1:]) * cross).sum()) / (3.0 * total)
    inside = x.min() <= lon <= x.max() and y.min() <= lat <= y.max()
    return (lon, lat) if inside else (float(x.mean()), float(y.mean()))


def square_kilometres(polygons: Sequence[Polygon]) -> float:
    """About how large polygons are: square degrees, narrowed by the latitude."""
    return sum(
        abs(signed_area(polygon[0])) * 111.2**2 * math.cos(math.radians(float(polygon[0][:, 1].mean())))
        for polygon in polygons
    )


def count_points(shapes: Sequence[Sequence[Polygon]]) -> int:
    """How many positions shapes have."""
    return sum(len(ring) for polygons in shapes for polygon in polygons for ring in polygon)


def simplified(shapes: list[list[Polygon]]) -> list[list[Polygon]]:
    """The same with fewer positions, at most ``MOST_POINTS``; details that nobody can see go first."""
    import shapely

    rings = [ring for polygons in shapes for polygon in polygons for ring in polygon]
    span = max(float(np.ptp(np.concatenate([ring[:, k] for ring in rings]))) for k in (0, 1))
    tolerance = span / _FINEST
    is_too_much = count_points(shapes) > MOST_POINTS
    shapes = [[[_thinned(ring) for ring in polygon] for polygon in polygons] for polygons in shapes]
    while is_too_much:
        shapes = [_simplify(shapely, polygons, tolerance) for polygons in shapes]
        tolerance *= 2
        is_too_much = count_points(shapes) > MOST_POINTS and tolerance < span
    return shapes


def _thinned(ring: Ring) -> Ring:
    """A ring of at most ``_LONGEST_RING`` positions: simplifying takes the square of many."""
    if len(ring) <= _LONGEST_RING:
        return ring
    step = -(-len(ring) // _LONGEST_RING)
    return np.concatenate((ring[:-1:step], ring[-1:]))


def _simplify(shapely: Any, polygons: list[Polygon], tolerance: float) -> list[Polygon]:
    kept: list[Polygon] = []
    for polygon in polygons:
        shape = shapely.simplify(shapely.Polygon(polygon[0], polygon[1:]), tolerance)
        parts = (
            part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty
        )
        kept += [[shapely.get_coordinates(r) for r in (part.exterior, *part.interiors)] for part in parts]
    largest = max(polygons, key=lambda polygon: abs(signed_area(polygon[0])))
    # Islets smaller than the tolerance go, but never all that a place consists of.
    visible = [polygon for polygon in kept if abs(signed_area(polygon[0])) > tolerance**2]
    return visible or kept[:1] or [largest]
