"""Headings that are longer than their columns are wide: on steps, each with a line down to its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.views.scene.box import Box
from advisor.views.scene.marks import Align
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Sheet
from advisor.views.scene.type_styles import Style

_BETWEEN = 8.0  # pixels from a heading to the line of the column before


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a column.

    Attributes:
        text: in full.
        style: its type.
        role: its colour.
    """

    text: str
    style: Style
    role: Role = Role.TEXT


def on_steps(sheet: Sheet, headings: Sequence[Heading], columns: Sequence[Box], top: float) -> float:
    """Write headings that end where their columns do and reach to the left as far as they must.

    A heading stands as low as it can without crossing the line of another; none is shortened as long as it
    is not longer than all that lies to the left of it.

    Args:
        sheet: is written on.
        headings: from left to right.
        columns: where each of them would stand, in the same order.
        top: of the highest heading.

    Returns:
        Where the columns may begin.
    """
    height = max((sheet.height(heading.style) for heading in headings), default=0.0)
    levels = _levels(sheet, headings, columns)
    bottom = top + (1 + max(levels, default=-1)) * height
    for heading, column, level in zip(headings, columns, levels, strict=True):
        line = bottom - (level + 1) * height
        start = max(0.0, column.right - sheet.width(heading.text, heading.style) - 1)
        sheet.write(
            Box(start, line, column.right - start, height),
            heading.text,
            heading.style,
            heading.role,
            Align.RIGHT,
        )
        if level:
            x = column.right - _BETWEEN / 2
            sheet.gridline((x, line + height), (x, bottom))
    return bottom


def _levels(sheet: Sheet, headings: Sequence[Heading], columns: Sequence[Box]) -> list[int]:
    """How many lines above the columns each heading stands: above all those whose line it reaches over."""
    levels: list[int] = []
    for at, (heading, column) in enumerate(zip(headings, columns, strict=True)):
        start = column.right - sheet.width(heading.text, heading.style) - _BETWEEN
        below = [levels[other] for other in range(at) if columns[other].right > start]
        levels.append(max(below, default=-1) + 1)
    return levels
