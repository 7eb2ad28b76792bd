"""What a chart is made of: frozen marks, each saying what it stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, dataclass_transform

from advisor.views.scene.box import Box, Point, around
from advisor.views.scene.roles import Role
from advisor.views.scene.type_styles import Style

_Kind = TypeVar("_Kind")


@dataclass_transform(frozen_default=True)
def _mark(*, kw_only: bool = False) -> Callable[[type[_Kind]], type[_Kind]]:
    """A frozen dataclass to everybody who writes code, checked by the type checker.

    At run time nothing guards it: making a guarded one takes five times as long, and every redraw makes
    hundreds.
    """
    return dataclass(slots=True, unsafe_hash=True, kw_only=kw_only)


class Align(StrEnum):
    """Where a text stands in its box."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@_mark(kw_only=True)
class Mark:
    """Anything that is drawn.

    Attributes:
        key: what it stands for: the id of a location, a criterion, a cost; a click on it hands this out.
        words: what hovering over it and a screen reader say, or what makes these words when somebody asks;
            empty if it says nothing on its own.
        role: what it means, which decides its colour.
        theme: the theme whose hue it has, with the role of a theme.
        values: the numbers that it stands for, in the units of the data.
        opacity: 0..1.
        reach: where pointing finds it, if that is more than the mark itself.
        stop: whether the keyboard halts at it, if it has words.
    """

    key: str = ""
    words: str | Callable[[], str] = ""
    role: Role = Role.TEXT
    theme: str = ""
    values: tuple[float, ...] = ()
    opacity: float = 1.0
    reach: Box | None = None
    stop: bool = True

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        raise NotImplementedError

    @property
    def said(self) -> str:
        """Its words."""
        return self.words if isinstance(self.words, str) else self.words()

    @property
    def area(self) -> Box:
        """Where pointing finds it."""
        return self.reach or self.bounds


@_mark()
class Bar(Mark):
    """An amount as a length, with sharp edges.

    Attributes:
        box: where; drawn at least one unit wide.
        edge: what its outline means; None for none.
        edge_width: of the outline.
    """

    box: Box
    edge: Role | None = None
    edge_width: float = 1.0

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        return self.box


@_mark()
class Cell(Mark):
    """A surface: a cell of a table, a swatch, a row's background, a frame.

    Attributes:
        box: where.
        radius: of its corners.
        edge: what its outline means; None for none.
        edge_width: of the outline.
        hatched: whether it is drawn as slanted lines, over what is there.
    """

    box: Box
    radius: float = 0.0
    edge: Role | None = None
    edge_width: float = 1.0
    hatched: bool = False

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        return self.box


@_mark()
class Line(Mark):
    """A course through points."""

    points: tuple[Point, ...]
    width: float = 1.5
    dotted: bool = False

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        return around(self.points)


@_mark()
class Area(Mark):
    """A filled outline."""

    points: tuple[Point, ...]

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        return around(self.points)


@_mark()
class Dot(Mark):
    """One value, or a pair of them, as a disc."""

    x: float
    y: float
    radius: float
    edge: Role | None = None
    edge_width: float = 1.0

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        return Box(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


@_mark()
class Text(Mark):
    """One line of text in the middle of a box's height.

    Attributes:
        box: the room that it may take, before it is turned.
        text: what is written, already shortened to fit.
        style: kind of type.
        align: where it stands in the box.
        angle: degrees that box and text are turned about the middle of the box, against the clock: 90 is
            read upwards.
    """

    box: Box
    text: str
    style: Style = Style.SMALL
    align: Align = Align.LEFT
    angle: float = 0.0

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        return self.box.turned(self.angle)


@_mark()
class Rule(Mark):
    """A hairline: a gridline, an axis, a leader."""

    start: Point
    end: Point
    width: float = 1.0
    dotted: bool = False

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        return around((self.start, self.end))


@_mark()
class Handle(Mark):
    """What can be dragged to another value along the horizontal axis.

    Attributes:
        box: the handle.
        track: where it may go; a press anywhere in it takes the handle there.
        low, high: the values at the left and the right end of the track.
        value: where it stands.
        step: values are rounded to it.
        key_step: how far an arrow key moves it, with shift ten times as far.
        snaps: values that the pointer takes when it is close to one.
    """

    box: Box
    track: Box
    low: float
    high: float
    value: float
    step: float
    key_step: float
    snaps: tuple[float, ...] = ()

    @property
    def bounds(self) -> Box:
        """The room it takes."""
        return self.box

    def x_of(self, value: float) -> float:
        """Where a value stands."""
        return self.track.x + self.track.width * (value - self.low) / (self.high - self.low)

    def value_at(self, x: float, near: float) -> float:
        """The value at a position: rounded, or a snap that is no further than ``near`` away."""
        closest = min(self.snaps, key=lambda snap: abs(self.x_of(snap) - x), default=None)
        if closest is not None and abs(self.x_of(closest) - x) <= near:
            return closest
        part = (x - self.track.x) / self.track.width if self.track.width else 0.0
        return self.rounded(self.low + (self.high - self.low) * part)

    def rounded(self, value: float) -> float:
        """A value on a step and within the track."""
        return min(self.high, max(self.low, round(round(value / self.step) * self.step, 12)))
