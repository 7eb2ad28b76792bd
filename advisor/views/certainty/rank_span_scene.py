"""How far estimated and missing figures could move each location: its best and its worst rank."""

from __future__ import annotations

from advisor.views.certainty.diagnostics_figures import Diagnostics, RankSpan
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Cell, Dot, Rule
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale, ticks
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.locale import digits
from advisor.words.translation import t

_THIN, _THICK, _DOT = 4.0, 8.0, 3.5
_LEAST_ROW, _MOST_ROW = 20.0, 30.0
_BETWEEN = 4.0  # names and figures of two rows
_NAMES = 0.36  # of the width, at most
_LEAST_RANKS = 6  # on the axis


def rank_span_scene(shown: Diagnostics, size: Size, measure: Measurer) -> Scene:
    """A location a row: a thin bar for all doubtful figures, a thick one for missing ones."""
    rows = shown.spans
    if not rows:
        return empty_scene(size, measure, t("No location is ranked."))
    sheet = Sheet(size, measure, shown.spans_sentence)
    area = sheet.opened()
    small = sheet.height()
    name = min(area.width * _NAMES, sheet.widest(one.name for one in rows) + 2)
    number = sheet.width("000") + 4
    scale = Scale(
        1,
        max(_LEAST_RANKS, *(one.worst for one in rows)),
        area.x + name + GAP + number,
        area.right - number - 2,
    )
    _legend(sheet, area)
    top = area.y + 2 * small + 12
    lowest = max(_LEAST_ROW, small + _BETWEEN)
    height = max(lowest, min(_MOST_ROW, (area.bottom - top) / len(rows)))
    _axis(sheet, scale, area.y + small + 4, top, top + len(rows) * height)
    for index, one in enumerate(rows):
        line = Box(area.x, top + index * height, area.width, height)
        values = (float(one.best), float(one.rank), float(one.worst))
        sheet.add(Cell(line, key=one.id, words=one.words, role=Role.NOTHING, values=values))
        sheet.write(Box(line.x, line.y, name, height), one.name)
        _span(sheet, line, one, scale)
    least = len(rows) * lowest + 4 * sheet.height(Style.PLAIN) + 24
    return sheet.done(lambda: shown.spans_text, least_height=least)


def _axis(sheet: Sheet, scale: Scale, above: float, top: float, bottom: float) -> None:
    marks = [1.0, *(mark for mark in ticks(1, scale.high, 5, whole=True) if mark >= 3)]
    for mark in marks:
        at = scale.at(mark)
        sheet.add(Rule((at, top), (at, bottom), role=Role.LINE, values=(mark,)))
        text = t("rank 1") if mark == 1 else digits(mark)
        width = sheet.width(text)
        sheet.write(Box(at - width / 2, above, width + 1, sheet.height() + 4), text, role=Role.QUIET)


def _legend(sheet: Sheet, area: Box) -> None:
    at, height = area.x, sheet.height()
    for thick, role, text in (
        (_THIN, Role.GAIN, t("estimated figures")),
        (_THICK, Role.LOSS, t("missing ones alone")),
    ):
        sheet.swatch(Box(at, area.y + height / 2 - thick / 2, 14, thick), role)
        width = sheet.width(text) + 1
        sheet.write(Box(at + 18, area.y, width, height), text, role=Role.QUIET)
        at += 18 + width + 2 * GAP


def _span(sheet: Sheet, line: Box, one: RankSpan, scale: Scale) -> None:
    middle = line.centre[1]
    for best, worst, thick, role in (
        (one.best, one.worst, _THIN, Role.GAIN),
        (one.missing_best, one.missing_worst, _THICK, Role.LOSS),
    ):
        if best < worst:
            start, end = scale.at(best), scale.at(worst)
            bar = Box(start, middle - thick / 2, end - start, thick)
            sheet.add(Bar(bar, key=one.id, role=role, values=(float(best), float(worst))))
    place = scale.at(one.rank)
    sheet.add(Dot(place, middle, _DOT, Role.PANEL, key=one.id, role=Role.TEXT, values=(float(one.rank),)))
    if one.best == one.worst:
        return
    for rank, align in ((one.best, Align.RIGHT), (one.worst, Align.LEFT)):
        text = str(rank)
        width = sheet.width(text) + 1
        at = scale.at(rank) - width - 5 if align is Align.RIGHT else scale.at(rank) + 5
        sheet.write(Box(at, line.y, width, line.height), text, role=Role.QUIET, align=align)
