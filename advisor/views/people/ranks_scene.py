"""The group's rankings and everybody's own side by side, the best ranks in the strongest colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.core.evaluation import competition_ranks
from advisor.views.look.theme import GAP
from advisor.views.people.people_figures import GroupFigures
from advisor.views.scene.box import Box, Size
from advisor.views.scene.headings import Heading, over_columns
from advisor.views.scene.marks import Align, Cell, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import PAD, Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.locale import digits
from advisor.words.tables import tab_separated
from advisor.words.translation import t, tn

TOP = 12
_NAMES = 0.24  # of the width, at most
_LEAST_ROW, _ROW = 3.0, 5.0  # that a row is higher than its text: where room is scarce, and else
_AROUND = 18.0  # pixels above and below the sentence, and below the last row
_LEAST_HEAT = 0.04
_EDGE = 3.0
_OF_GROUP = 3  # columns


@dataclass(frozen=True, slots=True)
class RankColumn:
    """A ranking.

    Attributes:
        title: whose it is, or how it was made.
        meaning: in a sentence.
        ranks: row of a location to its rank.
    """

    title: str
    meaning: str
    ranks: dict[int, int]


def rank_columns(figures: GroupFigures) -> tuple[RankColumn, ...]:
    """The group's three rankings, then everybody's own."""
    decision = figures.decision
    rows = [int(row) for row in decision.rows]
    group = competition_ranks(decision.group.scores[decision.rows])
    borda = competition_ranks(np.round(decision.borda, 9))
    regret = competition_ranks(-np.round(decision.worst_regret, 9))

    def column(title: str, meaning: str, ranks: np.ndarray[tuple[int, ...], np.dtype[np.intp]]) -> RankColumn:
        return RankColumn(title, meaning, dict(zip(rows, map(int, ranks), strict=True)))

    return (
        column(t("Mean"), t("Ranked by the mean of everybody's weights."), group),
        column(t("Borda"), t("Ranked by points for ranks: the most for a first place."), borda),
        column(
            t("Regret"),
            t("Ranked by the most that anybody would give up: the least first."),
            regret,
        ),
        *(
            column(name, t("Ranked by the weights of {name}.", name=name), ranks)
            for name, ranks in zip(figures.names, decision.ranks, strict=True)
        ),
    )


def ranks_scene(figures: GroupFigures, selected: str, size: Size, measure: Measurer) -> Scene:
    """The group's best, with everybody's first, a line each.

    Args:
        figures: of the group.
        selected: id of the location that is selected, empty for none.
        size: of the whole.
        measure: how long texts are.
    """
    rows = listed(figures)
    if not rows:
        return empty_scene(size, measure, t("No location is ranked by everybody."))
    every = rank_columns(figures)
    names = measure.width(max(map(figures.place, rows), key=len), Style.SMALL) + 2 * GAP
    narrowest = measure.width("000", Style.SMALL) + 4
    spare = size.width - 2 * PAD - GAP - len(every) * narrowest
    name = min(max(_NAMES * size.width, spare), names)
    room = size.width - 2 * PAD - name - GAP
    columns = every[: max(_OF_GROUP + 1, int(room / narrowest))]
    left_out = len(every) - len(columns)
    sheet = Sheet(size, measure, _sentence(figures, left_out))
    area = sheet.opened()
    wide = room / len(columns)
    bottom = _headings(sheet, columns, Box(area.x + name, area.y, wide, sheet.height()))
    top = bottom + 3
    least = sheet.height() + _LEAST_ROW
    height = max(least, min(sheet.height() + _ROW, (area.bottom - top) / len(rows)))
    for at, row in enumerate(rows):
        line = Box(area.x, top + at * height, area.width, height)
        _row(sheet, figures, columns, row, line, (name, wide), selected)
    needed = top - area.y + len(rows) * least + 2 * sheet.height(Style.PLAIN) + _AROUND
    return sheet.done(lambda: _table(figures, every), least_height=needed, marked=selected)


def listed(figures: GroupFigures) -> list[int]:
    """Rows of the group's best, and of what anybody or any method puts first."""
    decision = figures.decision
    comparable = {int(row) for row in decision.rows}
    order = [int(row) for row in decision.group.order if int(row) in comparable]
    firsts = {row for column in rank_columns(figures) for row, rank in column.ranks.items() if rank == 1}
    return [row for at, row in enumerate(order) if at < TOP or row in firsts]


def _sentence(figures: GroupFigures, left_out: int) -> str:
    decision = figures.decision
    firsts = len(set(figures.firsts))
    if firsts == 1:
        said = t("Everybody puts {place:the} first.", place=figures.place(figures.firsts[0]))
    else:
        said = t(
            "{people} people put {count} different locations first; the group's first is {place:the}.",
            people=len(figures.names),
            count=firsts,
            place=figures.place(decision.leader),
        )
    if not left_out:
        return said
    return tn(
        "{sentence} There is no room for {count} of them here; copying as numbers has all.",
        "{sentence} There is no room for {count} of them here; copying as numbers has all.",
        left_out,
        sentence=said,
    )


def _headings(sheet: Sheet, columns: tuple[RankColumn, ...], first: Box) -> float:
    """The group's apart from the people's by their weight; returns where the line below them is."""
    cells = [first.moved(at * first.width + (GAP if at >= _OF_GROUP else 0), 0) for at in range(len(columns))]
    heads = [
        Heading(column.title, _heading_style(at), cell, Role.TEXT if at < _OF_GROUP else Role.QUIET)
        for at, (column, cell) in enumerate(zip(columns, cells, strict=True))
    ]
    bottom = over_columns(sheet, heads[:_OF_GROUP], heads[_OF_GROUP:], top=first.y)
    for column, cell in zip(columns, cells, strict=True):
        words = t("{title}: {meaning}", title=column.title, meaning=column.meaning)
        sheet.add(Cell(Box(cell.x, cell.y, cell.width, bottom - first.y), words=words, role=Role.NOTHING))
    bottom += 3
    sheet.gridline((first.x, bottom), (first.x + len(columns) * first.width + GAP, bottom))
    return bottom


def _heading_style(at: int) -> Style:
    return Style.SMALL_STRONG if at < _OF_GROUP else Style.SMALL


def _row(
    sheet: Sheet,
    figures: GroupFigures,
    columns: tuple[RankColumn, ...],
    row: int,
    line: Box,
    widths: tuple[float, float],
    selected: str,
) -> None:
    name, wide = widths
    place = figures.assessment.locations[row]
    ranks = ", ".join(t("{method} {rank}", method=column.title, rank=column.ranks[row]) for column in columns)
    words = t("{place}: {ranks}", place=place.name, ranks=ranks)
    if place.id == selected:
        sheet.add(
            Cell(line, role=Role.SELECTED), Cell(Box(line.x, line.y, _EDGE, line.height), role=Role.ACCENT)
        )
    values = tuple(float(column.ranks[row]) for column in columns)
    sheet.add(Cell(line, key=place.id, words=words, role=Role.NOTHING, values=values))
    sheet.write(Box(line.x + _EDGE + 3, line.y, name - GAP, line.height), place.name)
    for at, column in enumerate(columns):
        left = line.x + name + at * wide + (GAP if at >= _OF_GROUP else 0)
        cell = Box(left, line.y + 1, wide - 2, line.height - 2)
        rank = column.ranks[row]
        heat = max(_LEAST_HEAT, 1.0 - (rank - 1) / TOP)
        sheet.add(
            Cell(cell, key=place.id, role=Role.HEAT, values=(heat,), words=words, stop=False),
            Text(cell, digits(rank), Style.SMALL, Align.CENTRE, role=Role.ON_HEAT, values=(heat,)),
        )


def _table(figures: GroupFigures, columns: tuple[RankColumn, ...]) -> str:
    head = [t("Location"), *(column.title for column in columns)]
    rows: list[list[str | float]] = [
        [figures.place(row), *(float(column.ranks[row]) for column in columns)] for row in listed(figures)
    ]
    return tab_separated(head, rows)
