"""Value functions: raw figures to values between 0 (worst goalpost) and 1 (best goalpost).

Goalposts are fixed: they belong to the criterion and never depend on which
alternatives happen to be in the set, so that adding or removing one cannot
reverse the order of two others (OECD/JRC, Handbook on Constructing Composite
Indicators, 2008, section 5; Belton & Stewart, 2002, section 5.2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.words.translation import t

FloatArray = NDArray[np.float64]


class Direction(StrEnum):
    """Whether more of a criterion is better or worse."""

    UP = "up"
    DOWN = "down"


class ValueFunction(Protocol):
    """Maps raw figures of any shape to values in 0..1; NaN stays NaN."""

    @property
    def worst(self) -> float:
        """The raw figure that scores 0."""

    @property
    def best(self) -> float:
        """The raw figure that scores 1."""

    def __call__(self, raw: FloatArray) -> FloatArray:
        """Score ``raw``; figures beyond a goalpost are clipped to it."""


def _check_bounds(lower: float, upper: float) -> None:
    if not (math.isfinite(lower) and math.isfinite(upper)):
        raise ValueError(t("Goalposts must be finite numbers."))
    if lower >= upper:
        raise ValueError(
            t(
                "The lower goalpost ({lower}) must be below the upper one ({upper}).",
                lower=f"{lower:g}",
                upper=f"{upper:g}",
            )
        )


@dataclass(frozen=True, slots=True)
class _Goalposts:
    lower: float
    upper: float
    direction: Direction

    def __post_init__(self) -> None:
        _check_bounds(self.lower, self.upper)

    @property
    def worst(self) -> float:
        """The raw figure that scores 0."""
        return self.lower if self.direction is Direction.UP else self.upper

    @property
    def best(self) -> float:
        """The raw figure that scores 1."""
        return self.upper if self.direction is Direction.UP else self.lower

    def _directed(self, share: FloatArray) -> FloatArray:
        return share if self.direction is Direction.UP else 1.0 - share


class LinearValue(_Goalposts):
    """Value that grows (or falls) evenly between two goalposts.

    Raises:
        ValueError: goalposts that are not finite or not in order.
    """

    __slots__ = ()

    def __call__(self, raw: FloatArray) -> FloatArray:
        """Score figures of any shape; NaN stays NaN."""
        clipped = np.clip(raw, self.lower, self.upper)
        return self._directed((clipped - self.lower) / (self.upper - self.lower))


class LogValue(_Goalposts):
    """Value even in the logarithm: for sizes and incomes, where doubling matters, not adding.

    Raises:
        ValueError: goalposts that are not finite, not positive, not in order, or so far apart that their
            ratio is no number.
    """

    __slots__ = ()

    def __post_init__(self) -> None:
        _check_bounds(self.lower, self.upper)
        if self.lower <= 0:
            raise ValueError(
                t("A logarithmic scale needs a lower goalpost above 0, not {lower}.", lower=f"{self.lower:g}")
            )
        if not math.isfinite(self.upper / self.lower):
            raise ValueError(t("The goalposts of a logarithmic scale lie too far apart."))

    def __call__(self, raw: FloatArray) -> FloatArray:
        """Score figures of any shape; NaN stays NaN."""
        clipped = np.clip(raw, self.lower, self.upper)
        return self._directed(np.log(clipped / self.lower) / math.log(self.upper / self.lower))


@dataclass(frozen=True, slots=True)
class PiecewiseValue:
    """Value interpolated between (raw, value) points: for criteria where more is not always better.

    Raises:
        ValueError: fewer than two points, raw figures not rising, or values outside 0..1.
    """

    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        raws = [raw for raw, _ in self.points]
        values = [value for _, value in self.points]
        if len(self.points) < 2:
            raise ValueError(t("A piecewise value function needs at least two points."))
        if not all(math.isfinite(x) for x in raws) or any(b <= a for a, b in pairwise(raws)):
            raise ValueError(t("The points of a piecewise value function must have rising raw figures."))
        if not all(0.0 <= value <= 1.0 for value in values):
            raise ValueError(t("The points of a piecewise value function must have values between 0 and 1."))

    @property
    def worst(self) -> float:
        """The raw figure of the lowest point."""
        return min(self.points, key=lambda point: point[1])[0]

    @property
    def best(self) -> float:
        """The raw figure of the highest point."""
        return max(self.points, key=lambda point: point[1])[0]

    def __call__(self, raw: FloatArray) -> FloatArray:
        """Score figures of any shape; NaN stays NaN, beyond the ends the end point counts."""
        raws = np.array([point[0] for point in self.points])
        values = np.array([point[1] for point in self.points])
        return np.where(np.isnan(raw), np.nan, np.interp(raw, raws, values))
