"""A heat map of how often each location takes each rank, with the table of chances in the same rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from advisor.views.certainty.certainty_figures import RankShares, RankTable
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Cell, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import percent_text, share_text
from advisor.words.translation import t

SELDOM = 0.005  # smaller shares are within the sampling error of none
LABELLED = 0.045  # what is no more than that is 4 % or less: told by colour and on hover only
_LEAST_ROW, _MOST_ROW = 2.0, 13.0  # that a row is higher than its text
_NAME_SHARE, _LEAST_NAME, _MOST_NAME = 0.24, 7.0, 16.0  # of the width; times the height of a line
_MOST_NAME_SHARE = 0.4
_LEAST_CELL = 0.3  # times the height of a line: narrower ones are no colours but a grating
_EDGE = 3.0
_APART = 0.75  # of the height of a line, from the last named rank to those beyond
_BETWEEN = 4.0  # pixels from one named rank to the next

_Column = tuple[float, float]  # from the left, and how wide


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand from left to right.

    Attributes:
        are_told: whether every share has room for its figure; some alone would outshine the rest.
    """

    rank: _Column
    name: _Column
    cells: tuple[_Column, ...]
    chances: tuple[_Column, ...]

    are_told: (
        bool  # whether every share that has a figure has room for it: some alone would outshine the rest
    )


def acceptability_scene(
    table: RankTable, sentence: str, selected: str, hovered: str, size: Size, measure: Measurer
) -> Scene:
    """One row a location; the headings stay in sight.

    Args:
        table: the chances.
        sentence: what they say about the selected location.
        selected: id of the location that is selected, empty for none.
        hovered: id of the one under the pointer, wherever that is.
        size: of the whole.
        measure: how long texts are.
    """
    sheet = Sheet(size, measure, sentence)
    area = sheet.opened()
    small = sheet.height()
    heading = small + 8
    columns = _columns(sheet, table, area)
    room = (area.height - heading) / max(1, len(table.rows))
    row_height = math.floor(min(small + _MOST_ROW, max(small + _LEAST_ROW, room)))
    for index, row in enumerate(table.rows):
        line = Box(area.x, area.y + heading + index * row_height, area.width, row_height)
        if row.id == selected:
            sheet.add(Cell(line, role=Role.SELECTED))
            sheet.add(Cell(Box(line.x, line.y, _EDGE, line.height), role=Role.ACCENT))
        elif row.id == hovered:
            sheet.add(Cell(line, role=Role.TRACK))
        _row(sheet, table, row, index, line, columns)
    heads = Sheet(size, measure, "")
    _headings(heads, table, area, columns, heading)
    return sheet.done(
        lambda: table.text,
        least_height=len(table.rows) * (small + _LEAST_ROW) + heading + 2 * sheet.height(Style.PLAIN) + 24,
        marked=selected,
        pinned=tuple(heads.marks),
        pinned_top=area.y,
    )


def _columns(sheet: Sheet, table: RankTable, area: Box) -> _Columns:
    rank = sheet.width("000", Style.SMALL_STRONG) + 2
    line = sheet.height()
    wish = min(sheet.widest(row.name for row in table.rows) + 4, area.width * _MOST_NAME_SHARE)
    name = min(_MOST_NAME * line, max(_LEAST_NAME * line, area.width * _NAME_SHARE, wish))
    chance = share_text(0.999)
    first, top, ranks = (sheet.width(text) for text in _chance_heads())
    widths = (
        max(sheet.width(chance, Style.SMALL_STRONG), first) + 6,
        max(sheet.width(chance), top) + 10,
        max(sheet.width("000\N{EN DASH}000"), ranks) + 12,
    )
    start = area.x + _EDGE + rank + GAP + name + GAP
    end = area.right - _EDGE - sum(widths) - GAP
    at, chances = end + GAP, []
    for width in widths:
        chances.append((at, width))
        at += width
    cells = _cells(sheet, table, start, end)
    shares = (share for row in table.rows for share in row.shares[: _own(table)])
    widest = sheet.widest(_figure(share) for share in shares if share > LABELLED)
    if not cells:  # the chances say the most of it
        name = end - start + name
    return _Columns(
        (area.x + _EDGE, rank),
        (area.x + _EDGE + rank + GAP, name),
        cells,
        tuple(chances),
        bool(cells) and widest <= cells[0][1] - 1,
    )


def _cells(sheet: Sheet, table: RankTable, start: float, end: float) -> tuple[_Column, ...]:
    """The ranks side by side; the column that gathers the rest stands apart. None where there is no room."""
    rest = _is_rest(table, -1)
    last = sheet.width("16+") + 8 if rest else 0.0
    own = _own(table)
    cell = float(math.floor((end - start - last - (GAP if rest else 0)) / max(1, own)))
    if cell < _LEAST_CELL * sheet.height():
        return ()
    places = [(start + column * cell, cell) for column in range(own)]
    return tuple(places + ([(start + own * cell + GAP, last)] if rest else []))


def _own(table: RankTable) -> int:
    """How many ranks have a column of their own."""
    return len(table.columns) - _is_rest(table, -1)


def _is_rest(table: RankTable, column: int) -> bool:
    return bool(table.columns) and table.columns[column].endswith("+")


def _row(sheet: Sheet, table: RankTable, row: RankShares, index: int, line: Box, columns: _Columns) -> None:
    def at(column: _Column) -> Box:
        return Box(column[0], line.y, column[1], line.height)

    sheet.add(Cell(line, key=row.id, words=table.row_words(index), role=Role.NOTHING, values=row.shares))
    sheet.write(at(columns.rank), str(row.rank), Style.SMALL_STRONG, align=Align.RIGHT)
    sheet.write(at(columns.name), row.name)
    for column, (share, place) in enumerate(zip(row.shares, columns.cells, strict=False)):
        cell = Box(place[0], line.y + 1, place[1] - 1, line.height - 2)
        words = partial(table.cell_words, index, column)
        if _is_rest(table, column):
            # Many ranks together are no rank: a number, so that they do not outshine those that are.
            sheet.add(Cell(cell, key=row.id, words=words, role=Role.NOTHING, values=(share,), stop=False))
            text = share_text(share).removesuffix("%").rstrip()
            sheet.write(cell.inset(0, 0, 4, 0), text, role=Role.QUIET, align=Align.RIGHT)
        else:
            _cell(sheet, cell, row.id, share, words, is_told=columns.are_told)
    chances = zip((row.p_first, row.p_top3), (Style.SMALL_STRONG, Style.SMALL), strict=True)
    for place, (share, style) in zip(columns.chances, chances, strict=False):
        seldom = share <= SELDOM
        role = Role.QUIET if seldom else Role.TEXT
        sheet.write(at(place), share_text(share), Style.SMALL if seldom else style, role, Align.RIGHT)
    sheet.write(at(columns.chances[-1]), row.interval, align=Align.RIGHT)


def _cell(
    sheet: Sheet, cell: Box, key: str, share: float, words: Callable[[], str], *, is_told: bool
) -> None:
    role = Role.RAISED if share < SELDOM else Role.HEAT
    sheet.add(Cell(cell, key=key, words=words, role=role, values=(share,), stop=False))
    if is_told and share > LABELLED:
        sheet.add(Text(cell, _figure(share), align=Align.CENTRE, role=Role.ON_HEAT, values=(share,)))


def _figure(share: float) -> str:
    """Percent without its sign."""
    return percent_text(share).removesuffix("%").rstrip()


def _chance_heads() -> tuple[str, str, str]:
    return t("First"), t("Top 3"), t("Ranks")


def _named(sheet: Sheet, table: RankTable, columns: _Columns) -> Sequence[int]:
    """The ranks that are named, as there is room.

    All, every second, the first and every fifth, the first and the last, or the first alone.
    """
    own, wide = _own(table), columns.cells[0][1] if columns.cells else 0.0
    needed = sheet.widest(table.columns[:own]) + _BETWEEN
    named = next((range(0, own, step) for step in (1, 2) if needed <= step * wide), None)
    return _apart(sheet, table, columns, _few_named(sheet, table, wide) if named is None else named)


def _few_named(sheet: Sheet, table: RankTable, wide: float) -> Sequence[int]:
    """Where not even every second rank has room for its name."""
    own = _own(table)
    widths = [sheet.width(text) for text in table.columns[:own]]
    fifths = [0, *range(4, own, 5)]
    have_room = all((widths[a] + widths[b]) / 2 + _BETWEEN <= (b - a) * wide for a, b in pairwise(fifths))
    named = fifths if have_room else [0, own - 1]
    beyond = (widths[-1] - wide) / 2 if widths else 0.0  # what the last one reaches over its column
    return named[:-1] if beyond > GAP and named[-1] == own - 1 > 0 else named


def _apart(sheet: Sheet, table: RankTable, columns: _Columns, named: Sequence[int]) -> Sequence[int]:
    """Without the last rank where its name and that of the ranks beyond would be read as one number."""
    own = _own(table)
    if len(columns.cells) <= own or len(named) < 2 or named[-1] != own - 1:
        return named
    ends = []
    for at, side in ((own - 1, 1), (own, -1)):
        left, wide = columns.cells[at]
        ends.append(left + (wide - 1 + side * sheet.width(table.columns[at])) / 2)
    return named if ends[1] - ends[0] >= _APART * sheet.height() else named[:-1]


def _headings(sheet: Sheet, table: RankTable, area: Box, columns: _Columns, height: float) -> None:
    top = area.y
    sheet.add(Cell(Box(0, top, sheet.size.width, height), role=Role.PANEL))
    tall = height - 4
    first = columns.cells[0] if columns.cells else (0.0, 0.0)
    reach = max(0.0, (sheet.width(table.columns[0]) - first[1]) / 2) if columns.cells else 0.0
    room = Box(area.x, top, first[0] - GAP - reach - area.x, tall)
    for text in (t("% of weightings at rank"), t("% at rank"), ""):
        if sheet.width(text) <= room.width:
            sheet.write(room, text, role=Role.QUIET, align=Align.RIGHT)
            break
    own = _own(table)
    named = _named(sheet, table, columns)
    for at, (text, (left, wide)) in enumerate(zip(table.columns, columns.cells, strict=False)):
        taken = max(wide - 1, sheet.width(text) + 2)
        if at >= own or at in named:
            middle = Box(left + (wide - 1 - taken) / 2, top, taken, tall)
            sheet.write(middle, text, role=Role.QUIET, align=Align.CENTRE)
    for (left, wide), text in zip(columns.chances, _chance_heads(), strict=True):
        sheet.write(Box(left, top, wide, tall), text, role=Role.QUIET, align=Align.RIGHT)
    sheet.gridline((area.x, top + height - 3), (area.right, top + height - 3))
