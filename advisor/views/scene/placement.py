"""Labels where they cover nothing: in a row without overlap, and free around what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.views.scene.box import Box, Point

FloatArray = NDArray[np.float64]


class Taken(Protocol):
    """Something that a label keeps off."""

    def meets(self, box: Box, /) -> bool:
        """Whether a box runs into it."""


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


def first_free(choices: Iterable[Box], inside: Box, taken: Iterable[Taken]) -> Box | None:
    """The first of several places that lies inside and meets nothing that is there already."""
    return next(free(choices, inside, taken), None)


def free(choices: Iterable[Box], inside: Box, taken: Iterable[Taken]) -> Iterator[Box]:
    """Those of several places that lie inside and meet nothing that is there already."""
    kept = tuple(taken)
    for box in choices:
        if box.within(inside) and not any(other.meets(box) for other in kept):
            yield box


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


class Course:
    """A line that labels keep off.

    Args:
        points: of the line.
        thick: how wide it is.
    """

    def __init__(self, points: Sequence[Point], thick: float) -> None:
        xs, ys = np.array(points).T
        self._left, self._right = _ends(xs, thick)
        self._top, self._bottom = _ends(ys, thick)

    def meets(self, box: Box) -> bool:
        """Whether the line runs through a box, each of its pieces taken for the rectangle around it."""
        across = (self._left < box.right) & (self._right > box.x)
        return bool((across & (self._top < box.bottom) & (self._bottom > box.y)).any())


class Crowd:
    """Points that labels keep off.

    Args:
        points: their middles.
        reach: how far around them no label may stand.
    """

    def __init__(self, points: Sequence[Point], reach: float) -> None:
        self._xs, self._ys = np.array(points).reshape(-1, 2).T
        self._reach = reach

    def meets(self, box: Box) -> bool:
        """Whether any point is in a box or near it."""
        return self.count_in(box) > 0

    def count_in(self, box: Box) -> int:
        """How many points are in a box or near it."""
        far = self._reach
        across = (self._xs > box.x - far) & (self._xs < box.right + far)
        return int((across & (self._ys > box.y - far) & (self._ys < box.bottom + far)).sum())


def _ends(values: FloatArray, thick: float) -> tuple[FloatArray, FloatArray]:
    first, last = values[:-1], values[1:]
    return np.minimum(first, last) - thick / 2, np.maximum(first, last) + thick / 2
