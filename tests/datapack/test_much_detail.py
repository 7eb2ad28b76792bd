"""Polygons with more detail than a map can show are simplified soon, however they jump about."""

from __future__ import annotations

import time

import numpy as np

from advisor.datapack.rings import MOST_POINTS, count_points, signed_area, simplified

MANY = 400_000


def jagged(lon: float, lat: float) -> np.ndarray:
    """A ring round a point whose radius changes at random from one position to the next."""
    angle = np.linspace(0, 2 * np.pi, MANY, endpoint=False)
    radius = 5 * (1 + 0.1 * np.random.default_rng(1).random(MANY))
    ring = np.stack([lon + radius * np.cos(angle), lat + radius * np.sin(angle)], axis=1)
    return np.concatenate([ring, ring[:1]])


def test_that_jagged_rings_with_far_too_much_detail_are_simplified_soon():
    shapes = [[[jagged(lon, 0)]] for lon in (-60.0, 0.0, 60.0)]
    began = time.process_time()
    found = simplified(shapes)
    assert time.process_time() - began < 5  # it was more than ten minutes
    assert count_points(found) <= MOST_POINTS
    for before, after in zip(shapes, found, strict=True):
        area = sum(abs(signed_area(polygon[0])) for polygon in after)
        assert abs(area / abs(signed_area(before[0][0])) - 1) < 0.05
        assert all(np.array_equal(ring[0], ring[-1]) for polygon in after for ring in polygon)
