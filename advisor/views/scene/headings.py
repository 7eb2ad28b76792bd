"""Headings that are longer than their columns are wide: in lines, on steps, or turned to be read upwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from advisor.views.scene.box import Box
from advisor.views.scene.marks import Align
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Sheet
from advisor.views.scene.type_styles import Style, narrowest, wrapped

_BETWEEN = 8.0  # pixels from a heading to the line of the column before
_BESIDE = 4.0  # pixels that a line of a heading is narrower than its column
_UNDER = 3.0  # pixels from a turned heading to what is below it
_MOST_LINES = 3  # of a heading
_MOST_STEPS = 2  # that are read as one row of headings still
_WORTH = 0.5  # lines that turned headings may take more than steps: each stands over its own column
_UPWARDS = 90.0


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a column.

    Attributes:
        text: in full.
        style: its type.
        column: where it would stand if it were short: as wide as its column, one line high.
        role: its colour.
    """

    text: str
    style: Style
    column: Box
    role: Role = Role.TEXT


@dataclass(frozen=True, slots=True)
class _Layout:
    """A way to write headings: how high all of it is, and what writes it below a height."""

    height: float
    write: Callable[[float], None]


def over_columns(sheet: Sheet, *groups: Sequence[Heading], top: float) -> float:
    """Write headings over their columns, each in full.

    In lines where every word has room in its column; else on steps; and where those would be many, turned
    unless that is higher. Each group is turned or not as a whole.

    Args:
        sheet: is written on.
        groups: headings from left to right.
        top: of the highest heading.

    Returns:
        Where the columns may begin.
    """
    every = list(chain(*groups))
    layout = _in_lines(sheet, every)
    if layout is None:
        steps = layout = _on_steps(sheet, every)
        line, apart = _line(sheet, every), _apart(sheet, groups)
        if apart and steps.height > _MOST_STEPS * line and apart.height <= steps.height + _WORTH * line:
            layout = apart
    layout.write(top)
    return top + layout.height


def _line(sheet: Sheet, headings: Sequence[Heading]) -> float:
    return max((sheet.height(heading.style) for heading in headings), default=0.0)


def _apart(sheet: Sheet, groups: Sequence[Sequence[Heading]]) -> _Layout | None:
    """Each group in the best way that is as low as all can be, none over the columns of others; or None.

    Lines are read best, then what is turned. Steps reach to the left, so only the first group may have some.
    """
    ways = [
        [_in_lines(sheet, group), _turned(sheet, group), None if at else _on_steps(sheet, group)]
        for at, group in enumerate(groups)
    ]
    known = [[layout for layout in some if layout is not None] for some in ways]
    if not all(known):
        return None
    height = max((min(layout.height for layout in some) for some in known), default=0.0)
    layouts = [next(layout for layout in some if layout.height <= height) for some in known]

    def write(top: float) -> None:
        for layout in layouts:
            layout.write(top + height - layout.height)

    return _Layout(height, write)


def _in_lines(sheet: Sheet, headings: Sequence[Heading]) -> _Layout | None:
    """Every heading in lines within its column, as low as it can; None where one does not fit."""
    titles = [_whole(sheet, one, one.column.width - _BESIDE, _MOST_LINES) for one in headings]
    if not all(titles):
        return None
    height, most = _line(sheet, headings), max(map(len, titles), default=0)

    def write(top: float) -> None:
        for heading, lines in zip(headings, titles, strict=True):
            for at, text in enumerate(lines, start=most - len(lines)):
                box = Box(heading.column.x, top + at * height, heading.column.width, height)
                sheet.write(box.inset(1, 0, 1, 0), text, heading.style, heading.role, Align.CENTRE)

    return _Layout(most * height, write)


def _whole(sheet: Sheet, heading: Heading, width: float, most: int) -> tuple[str, ...]:
    """A heading in no more lines than it may have, none of them cut or too wide; else empty."""
    lines = wrapped(sheet.measure, heading.text, heading.style, width, most)
    is_cut = "".join(lines).replace(" ", "") != heading.text.replace(" ", "")
    return () if is_cut or sheet.widest(lines, heading.style) > width else lines


def _on_steps(sheet: Sheet, headings: Sequence[Heading]) -> _Layout:
    """Headings that end where their columns do and reach to the left as far as they must.

    A heading stands as low as it can without crossing the line of another; none is shortened as long as it
    is not longer than all that lies to the left of it.
    """
    line, levels = _line(sheet, headings), _levels(sheet, headings)
    height = (1 + max(levels, default=-1)) * line

    def write(top: float) -> None:
        bottom = top + height
        for heading, level in zip(headings, levels, strict=True):
            y, right = bottom - (level + 1) * line, heading.column.right
            start = max(0.0, right - sheet.width(heading.text, heading.style) - 1)
            box = Box(start, y, right - start, line)
            sheet.write(box, heading.text, heading.style, heading.role, Align.RIGHT)
            if level:  # led to its column, and parted from what stands below it
                x = right - _BETWEEN / 2
                sheet.gridline((start, y + line), (x, y + line), Role.QUIET)
                sheet.gridline((x, y + line), (x, bottom), Role.QUIET)

    return _Layout(height, write)


def _levels(sheet: Sheet, headings: Sequence[Heading]) -> list[int]:
    """How many lines above the columns each heading stands: above all those whose line it reaches over."""
    levels: list[int] = []
    for at, heading in enumerate(headings):
        start = heading.column.right - sheet.width(heading.text, heading.style) - _BETWEEN
        below = [levels[other] for other in range(at) if headings[other].column.right > start]
        levels.append(max(below, default=-1) + 1)
    return levels


def _turned(sheet: Sheet, headings: Sequence[Heading]) -> _Layout | None:
    """Headings read upwards in as many lines as their columns have room for; None where there is none."""
    most = [min(_MOST_LINES, int(one.column.width / sheet.height(one.style))) for one in headings]
    if not all(most):
        return None
    titles = [
        narrowest(sheet.measure, one.text, one.style, lines)
        for one, lines in zip(headings, most, strict=True)
    ]
    length = max(
        (sheet.widest(lines, one.style) for one, lines in zip(headings, titles, strict=True)), default=0.0
    )

    def write(top: float) -> None:
        for heading, lines in zip(headings, titles, strict=True):
            line = sheet.height(heading.style)
            left = heading.column.centre[0] - line * len(lines) / 2
            for at, text in enumerate(lines):
                upright = Box(left + at * line, top, line, length)
                level = upright.turned(_UPWARDS)
                sheet.write(level, text, heading.style, heading.role, angle=_UPWARDS)

    return _Layout(length + _UNDER, write)
