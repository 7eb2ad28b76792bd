"""Where things stand in a scene: its own units, from the upper left, about a pixel each."""

from __future__ import annotations

import math
from typing import NamedTuple

Point = tuple[float, float]


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float


class Box(NamedTuple):
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether both share any room."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def within(self, other: Box, slack: float = 0.5) -> bool:
        """Whether it lies inside another one."""
        return (
            self.x >= other.x - slack
            and self.right <= other.right + slack
            and self.y >= other.y - slack
            and self.bottom <= other.bottom + slack
        )

    def inset(self, left: float, top: float, right: float, bottom: float) -> Box:
        """With its edges moved inward."""
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def moved(self, right: float, down: float) -> Box:
        """Elsewhere."""
        return Box(self.x + right, self.y + down, self.width, self.height)

    def turned(self, angle: float, about: Point | None = None) -> Box:
        """The smallest box around it after a turn against the clock.

        Args:
            angle: in degrees.
            about: what it is turned about; its middle unless told otherwise.
        """
        if not angle:
            return self
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        width = self.width * abs(cosine) + self.height * abs(sine)
        height = self.width * abs(sine) + self.height * abs(cosine)
        (x, y), (fixed_x, fixed_y) = self.centre, about or self.centre
        right, down = x - fixed_x, y - fixed_y
        x, y = fixed_x + right * cosine + down * sine, fixed_y - right * sine + down * cosine
        return Box(x - width / 2, y - height / 2, width, height)

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


def around(points: tuple[Point, ...]) -> Box:
    """The smallest box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
