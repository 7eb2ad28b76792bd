"""Ranks by every method side by side, shaded by how far each lies from the ranking in force."""

from __future__ import annotations

from advisor.views.compare.opinion_figures import OpinionRow, Opinions, Verdict
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.headings import Heading, over_columns
from advisor.views.scene.marks import Align, Cell
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.translation import t

_FAR = 40  # ranks away at which a cell has its full shade
FULL_SHADE = 0.38  # at most: ranks are read on it in every look
_NAMED = 0.3  # part of the width for names, at most
_BESIDE = 3.0  # pixels between a rank of three digits and its arrow
_ROW = 3.0  # that a row is higher than its text
_BETTER, _WORSE = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"


def opinions_scene(told: Opinions, marked: tuple[int, ...], size: Size, measure: Measurer) -> Scene:
    """Headings with agreement, then a line for each location, those of ``marked`` rows in bold."""
    if not told.rows:
        return empty_scene(size, measure, told.sentence)
    sheet = Sheet(size, measure, told.sentence)
    area = sheet.opened()
    longest = sheet.widest((row.name for row in told.rows), Style.STRONG) + 2 * GAP
    count = 1 + len(told.verdicts)
    spare = area.width - count * (sheet.width("000", Style.STRONG) + GAP)
    name = min(longest, max(_NAMED * area.width, spare))
    column = (area.width - name) / count
    top = _headings(sheet, told, Box(area.x + name, area.y, column, sheet.height())) + 3
    sheet.gridline((area.x, top), (area.right, top))
    height = sheet.height(Style.PLAIN) + _ROW
    for place, row in enumerate(told.rows):
        line = Box(area.x, top + 2 + place * height, area.width, height)
        _row(sheet, told, row, line, (name, column), is_bold=row.row in marked)
    least = 2 * sheet.height(Style.PLAIN) + top - area.y + (len(told.rows) + 1) * height + 3 * GAP
    return sheet.done(told.table, least_height=least)


def _headings(sheet: Sheet, told: Opinions, first: Box) -> float:
    """How far each method agrees, under what it is called; what that means is said on pointing.

    Names are short where columns are narrow, and on steps too where that is not enough, fewer than the full
    ones would take. Returns where they end.
    """
    names = [told.headline, *(v.name for v in told.verdicts)]
    short = [told.headline, *(v.short_name for v in told.verdicts)]
    titles = names if sheet.widest(names, Style.SMALL_STRONG) < first.width else short
    spelt = sheet.widest(v.agreement for v in told.verdicts) < first.width - 4
    agreements = [t("in force"), *(v.agreement if spelt else v.tau_text for v in told.verdicts)]
    columns = [first.moved(place * first.width, 0) for place in range(len(names))]
    heads = [
        Heading(title, Style.SMALL_STRONG, column) for title, column in zip(titles, columns, strict=True)
    ]
    below = over_columns(sheet, heads, top=first.y)
    for column, agreement in zip(columns, agreements, strict=True):
        if sheet.width(agreement) < column.width:
            line = Box(column.x, below, column.width, column.height)
            sheet.write(line, agreement, role=Role.QUIET, align=Align.CENTRE)
    bottom = below + first.height
    for column, verdict in zip(columns[1:], told.verdicts, strict=True):
        whole = Box(column.x, column.y, column.width, bottom - first.y)
        sheet.add(Cell(whole, words=_meaning(verdict), role=Role.NOTHING))
    return bottom


def _meaning(verdict: Verdict) -> str:
    return t(
        "{method}: {meaning} It {agreement}: Kendall's tau {tau}, where 1 is the same order.",
        method=verdict.name,
        meaning=verdict.meaning,
        agreement=verdict.agreement,
        tau=verdict.tau_text,
    )


def _row(
    sheet: Sheet, told: Opinions, row: OpinionRow, line: Box, widths: tuple[float, float], *, is_bold: bool
) -> None:
    name, column = widths
    style = Style.STRONG if is_bold else Style.PLAIN
    ranks = ", ".join(
        t("{method} {rank}", method=v.name, rank=rank)
        for v, rank in zip(told.verdicts, row.ranks, strict=True)
    )
    words = t(
        "{place}: {method} {rank}, {others}",
        place=row.name,
        method=told.headline,
        rank=row.headline,
        others=ranks,
    )
    every = (row.headline, *row.ranks)
    sheet.add(Cell(line, key=row.name, words=words, role=Role.NOTHING, values=tuple(map(float, every))))
    sheet.write(Box(line.x, line.y, name - GAP, line.height), row.name, style)
    for place, rank in enumerate(every):
        cell = Box(line.x + name + place * column, line.y, column, line.height)
        _shade(sheet, cell, rank, row.headline)
        sheet.write(cell, str(rank), style, align=Align.CENTRE)


def _shade(sheet: Sheet, cell: Box, rank: int, headline: int) -> None:
    """Worse ranks have the tone of warnings and an arrow down, better ones that of actions and one up."""
    apart = rank - headline
    if not apart:
        return
    role = Role.WARNING if apart > 0 else Role.ACCENT
    shade = FULL_SHADE * min(1.0, (abs(apart) / _FAR) ** 0.6)
    sheet.add(Cell(cell.inset(2, 1, 2, 1), role=role, opacity=shade, values=(float(rank), float(apart))))
    arrow, half = (_WORSE if apart > 0 else _BETTER), sheet.width("000", Style.STRONG) / 2 + _BESIDE
    beside = Box(cell.centre[0] + half, cell.y, cell.width / 2 - half - 2, cell.height)
    if sheet.width(arrow) < beside.width:
        sheet.write(beside, arrow)  # as dark as the rank: quiet text cannot be read on the full shade
