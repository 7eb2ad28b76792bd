"""Labels where they cover nothing: in a row without overlap, and free around what they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from advisor.views.scene.box import Box


def spread(wanted: Sequence[float], sizes: Sequence[float], start: float, end: float) -> list[float]:
    """Starts of labels of given sizes near their wanted middles, in order and without overlap.

    They lie within start..end; where there is not room for all, the last ones run over ``end``.
    """
    starts: list[float] = []
    at = start
    for middle, size in zip(wanted, sizes, strict=True):
        at = max(at, middle - size / 2)
        starts.append(at)
        at += size
    limit = end
    for index in range(len(starts) - 1, -1, -1):
        starts[index] = max(start, min(starts[index], limit - sizes[index]))
        limit = starts[index]
    at = start
    for index, size in enumerate(sizes):
        starts[index] = max(starts[index], at)
        at = starts[index] + size
    return starts


def first_free(choices: Iterable[Box], inside: Box, taken: Iterable[Box]) -> Box | None:
    """The first of several places that lies inside and meets nothing that is there already."""
    kept = tuple(taken)
    return next(
        (box for box in choices if box.within(inside) and not any(box.meets(other) for other in kept)), None
    )


def beside(x: float, y: float, width: float, height: float, away: float) -> tuple[Box, ...]:
    """Places for a label around a point: right above, right below, left above, left below, above, below."""
    right, left, middle = x + away, x - away - width, x - width / 2
    up, down = y - height - 1, y + 1
    return (
        Box(right, up, width, height),
        Box(right, down, width, height),
        Box(left, up, width, height),
        Box(left, down, width, height),
        Box(middle, y - away - height, width, height),
        Box(middle, y + away, width, height),
    )


def strokes(points: Sequence[tuple[float, float]], thick: float) -> list[Box]:
    """Boxes along a line, so that labels can keep off it."""
    found = []
    for (x0, y0), (x1, y1) in pairwise(points):
        pieces = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) // (2 * thick) + 1))
        for piece in range(pieces):
            from_x, to_x = (x0 + (x1 - x0) * (piece + step) / pieces for step in (0, 1))
            from_y, to_y = (y0 + (y1 - y0) * (piece + step) / pieces for step in (0, 1))
            left, top = min(from_x, to_x) - thick / 2, min(from_y, to_y) - thick / 2
            found.append(Box(left, top, abs(to_x - from_x) + thick, abs(to_y - from_y) + thick))
    return found
