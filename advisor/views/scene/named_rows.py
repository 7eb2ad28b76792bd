"""Rows of a chart with names before them, which take the lines they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.views.scene.box import Box
from advisor.views.scene.scene import Sheet
from advisor.views.scene.type_styles import Style, wrapped


@dataclass(frozen=True, slots=True)
class RowName:
    """What stands before a row.

    Attributes:
        text: in full.
        style: its type.
    """

    text: str
    style: Style = Style.SMALL


@dataclass(frozen=True, slots=True)
class NamedRow:
    """Where a row stands.

    Attributes:
        box: the whole of it.
        bar: one line in the middle of it, as high as that of every other row.
        lines: its name.
        style: the type of its name.
    """

    box: Box
    bar: Box
    lines: tuple[str, ...]
    style: Style

    def write_name(self, sheet: Sheet, width: float) -> None:
        """Write the name at the left, around the middle of the row."""
        height = sheet.height(self.style)
        top = self.bar.centre[1] - height * len(self.lines) / 2
        for at, line in enumerate(self.lines):
            sheet.write(Box(self.box.x, top + at * height, width, height), line, self.style)


class NamedRows:
    """Names in lines, which tell how high the rows have to be.

    Args:
        sheet: measures.
        names: from the top.
        width: of the room for names.
        between: what a row is higher than its text, at least.
    """

    def __init__(self, sheet: Sheet, names: Sequence[RowName], width: float, between: float) -> None:
        self._names = [
            (wrapped(sheet.measure, n.text, n.style, width, len(n.text) + 1), n.style) for n in names
        ]
        self._more = [(len(lines) - 1) * sheet.height(style) for lines, style in self._names]
        self._least = max((sheet.height(name.style) for name in names), default=0.0) + between

    @property
    def least_height(self) -> float:
        """What all rows need."""
        return len(self._names) * self._least + sum(self._more)

    def height_of_one(self, room: float, most: float) -> float:
        """How high a row with a name of one line is.

        Args:
            room: the height of all rows.
            most: that such a row is high.
        """
        return min(most, (room - sum(self._more)) / max(1, len(self._names)))

    def placed(self, area: Box, most: float) -> list[NamedRow]:
        """All rows, from the top of their room."""
        one, top = self.height_of_one(area.height, most), area.y
        rows = []
        for (lines, style), more in zip(self._names, self._more, strict=True):
            box = Box(area.x, top, area.width, one + more)
            rows.append(NamedRow(box, Box(area.x, top + more / 2, area.width, one), lines, style))
            top = box.bottom
        return rows
