"""The rank of one location over one of its figures, with the figure in force and the one tried."""

from __future__ import annotations

import math
from itertools import groupby

import numpy as np

from advisor.views.compare.what_if_figures import RankLine
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Point, Size
from advisor.views.scene.marks import Align, Cell, Dot, Handle, Line, Rule
from advisor.views.scene.placement import Course, Taken, beside, first_free
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale, ticks
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style, wrapped
from advisor.words.formatting import axis_texts, hours_text, in_sentence
from advisor.words.locale import digits
from advisor.words.translation import t
from advisor.words.units import folded, is_hours, unit_text

_KEY = 0.01  # of the whole span for one key
_DOT, _REACH = 5.0, 8.0
_BESIDE = 8.0  # pixels from a dotted line to a label
_LEAST_RANKS = 4  # that the axis spans
_ROOM_RIGHT = 4 * GAP  # that labels may use beyond the plot
_TICK = 6.7  # from one figure on the axis to the next, about; times the height of a line
_LEAST_PLOT = 3.2  # of the height of a line: the plot alone
_TITLE_LINES = 3  # of the axis, at most


def rank_scene(
    line: RankLine, figure: float, words: str, can_drag: bool, size: Size, measure: Measurer
) -> Scene:
    """Axes, the line, and both figures on it.

    Args:
        line: ranks over figures.
        figure: the one that is tried; NaN for none.
        words: what stands before the sentence.
        can_drag: whether another figure can be tried in the chart.
        size: of the whole.
        measure: how long texts are.
    """
    said = line.sentence(figure)
    sheet = Sheet(
        size,
        measure,
        t("{condition} {sentence}", condition=words, sentence=in_sentence(said)) if words else said,
    )
    area = sheet.opened()
    height = sheet.height()
    left = sheet.width("000") + GAP
    title = _title(sheet, line, area.width - left - _ROOM_RIGHT)
    above, below = height + 4, (1 + len(title)) * height + 6
    plot = area.inset(left, above, _ROOM_RIGHT, below)
    low, high = float(line.figures[0]), float(line.figures[-1])
    x = Scale(low, high, plot.x, plot.right)
    best, worst = int(line.ranks.min()), int(line.ranks.max())
    y = Scale(best, max(worst, best + _LEAST_RANKS), plot.y + 3, plot.bottom)
    _excluded(sheet, line, plot, x)
    _ranks(sheet, plot, y, area.x, left)
    _figures(sheet, line, plot, x, title)
    values = line.ranks.astype(np.float64)
    points = tuple(zip(x.all_at(line.figures), y.all_at(values), strict=True))
    sheet.add(Line(points, 1.8, key="ranks", role=Role.QUIET, values=tuple(values.tolist())))
    tried = math.nan if math.isclose(figure, line.now, rel_tol=1e-9) else figure
    labels: list[Taken] = [Course(points, 3.0)]
    text = line.mark_text(figure) if not math.isnan(figure) else ""
    if can_drag:
        _handle(sheet, line, plot, figure, text)
    for each, is_tried in ((tried, True), (line.now, False)):
        if not math.isnan(each):
            told = text if each == figure else line.mark_text(each)
            labels += _mark(sheet, line, plot, (x, y), (each, told), labels, is_tried=is_tried)
    return sheet.done(line.table, least_height=sheet.least(above + _LEAST_PLOT * height + below))


def _ranks(sheet: Sheet, plot: Box, y: Scale, edge: float, left: float) -> None:
    """The best rank on top."""
    height = sheet.height()
    title = t("Rank")
    sheet.write(Box(edge, plot.y - height - 4, sheet.width(title) + 2, height), title, role=Role.QUIET)
    most = max(2, int(plot.height // (2.2 * height)))
    inner = [rank for rank in ticks(y.low, y.high, most, whole=True) if rank > y.low]
    if inner and y.at(inner[0]) - y.at(y.low) < height:
        inner = inner[1:]
    for rank in (y.low, *inner):
        at = y.at(rank)
        sheet.add(Rule((plot.x, at), (plot.right, at), role=Role.LINE, values=(rank,)))
        cell = Box(edge, at - height / 2, left - GAP / 2, height)
        sheet.write(cell, digits(rank), role=Role.QUIET, align=Align.RIGHT)


def _title(sheet: Sheet, line: RankLine, width: float) -> tuple[str, ...]:
    """What the axis of figures shows, in lines."""
    unit, _scale = folded(line.criterion.unit)
    named = unit_text(unit)
    title = t("{what}, {unit}", what=line.criterion.name, unit=named) if named else line.criterion.name
    return wrapped(sheet.measure, title, Style.SMALL, width, _TITLE_LINES)


def _figures(sheet: Sheet, line: RankLine, plot: Box, x: Scale, title: tuple[str, ...]) -> None:
    height = sheet.height()
    unit, scale = folded(line.criterion.unit)  # the figures carry the scale: 45 bn, not 45 k million
    marks = ticks(x.low, x.high, max(2, int(plot.width // (_TICK * height))))
    texts = [hours_text(mark) for mark in marks] if is_hours(unit) else axis_texts([m * scale for m in marks])
    for value, text in zip(marks, texts, strict=True):
        width, at = sheet.width(text), x.at(value)
        sheet.add(Rule((at, plot.bottom), (at, plot.bottom + 3), role=Role.LINE, values=(value,)))
        cell = Box(at - width / 2, plot.bottom + 4, width + 1, height)
        sheet.write(cell, text, role=Role.QUIET)
    for at, text in enumerate(title, 1):
        sheet.write(Box(plot.x, plot.bottom + 5 + at * height, plot.width, height), text, role=Role.QUIET)


def _excluded(sheet: Sheet, line: RankLine, plot: Box, x: Scale) -> None:
    """The figures with which a must-have would exclude the location are shaded."""
    if not line.excluded.any():
        return
    at = 0
    for is_out, run in groupby(bool(out) for out in line.excluded):
        count = len(list(run))
        if is_out:
            start, end = (float(line.figures[i]) for i in (at, at + count - 1))
            place = Box(x.at(start), plot.y, max(1.0, x.at(end) - x.at(start)), plot.height)
            sheet.add(Cell(place, key="excluded", role=Role.TRACK, values=(start, end)))
            text = t("excluded by a must-have")
            if sheet.width(text) + GAP < place.width:
                word = Box(place.x, plot.bottom - sheet.height() - 2, place.width, sheet.height())
                sheet.write(word, text, role=Role.QUIET, align=Align.CENTRE)
        at += count


def _handle(sheet: Sheet, line: RankLine, plot: Box, figure: float, text: str) -> None:
    """The figure that is tried can be dragged wherever the plot is pressed."""
    low, high = float(line.figures[0]), float(line.figures[-1])
    value = min(high, max(low, low if math.isnan(figure) else figure))
    step = 10.0 ** (math.floor(math.log10(high - low)) - 2)  # no more digits than the eye can aim at
    at = plot.x + plot.width * (value - low) / (high - low)
    track = Box(plot.x, plot.y - sheet.height(), plot.width, plot.height + 3 * sheet.height())
    words = t("{figure}. Left and right try figures beside.", figure=text)
    knob = Box(at - _DOT, plot.bottom - _DOT, 2 * _DOT, 2 * _DOT)
    sheet.add(
        Handle(
            knob,
            track,
            low,
            high,
            value,
            step,
            _KEY * (high - low),
            words=words if text else "",
            role=Role.NOTHING if math.isnan(figure) else Role.ACCENT,
            values=(value,),
        )
    )


def _mark(
    sheet: Sheet,
    line: RankLine,
    plot: Box,
    scales: tuple[Scale, Scale],
    told: tuple[float, str],
    taken: list[Taken],
    *,
    is_tried: bool,
) -> list[Box]:
    """A figure on the line with its label; returns the room that label and leader take."""
    figure, text = told
    rank, score = line.rank_at(figure)
    x = min(plot.right, max(plot.x, scales[0].at(figure)))
    y = min(plot.bottom, max(plot.y, scales[1].at(rank)))
    role = Role.ACCENT if is_tried else Role.TEXT
    top = plot.y if is_tried else y + _DOT
    sheet.add(Rule((x, top), (x, plot.bottom), 1.2, dotted=not is_tried, role=role))
    style = Style.SMALL_STRONG
    sheet.add(
        Dot(
            x,
            y,
            _DOT,
            role,
            2.0,
            key="tried" if is_tried else "now",
            words=t("{figure}, {points} points", figure=text, points=digits(score, 1)),
            role=role if is_tried else Role.PANEL,
            values=(figure, float(rank)),
            reach=Box(x - _REACH, y - _REACH, 2 * _REACH, 2 * _REACH),
        )
    )
    if not is_tried:
        text = t("now {figure}", figure=text)
    box = _label(sheet, plot, (x, y), sheet.width(text, style) + 1, taken, is_tried=is_tried)
    sheet.write(box, text, style, role)
    return [box, Box(x - 2, top, 4, plot.bottom - top)]


def _label(sheet: Sheet, plot: Box, at: Point, width: float, taken: list[Taken], *, is_tried: bool) -> Box:
    """Above the chart for what is tried; beside its dot for what is in force, off the line and all else."""
    (x, y), height = at, sheet.height(Style.SMALL_STRONG)
    inside = Box(plot.x, plot.y - height - 4, plot.width + _ROOM_RIGHT, plot.height + height + 4)
    if is_tried:
        edge = min(max(x - width / 2, plot.x + 4 * GAP), inside.right - width)
        return Box(edge, plot.y - height - 3, width, height)
    close = beside(x, y, width, height, _DOT + 4)
    below = (step / 2 for step in range(2, int(2 * plot.height / height)))  # along its dotted line
    far = tuple(
        Box(left, y + step * height, width, height)
        for step in (*below, -2, -3)
        for left in (x + _BESIDE, x - _BESIDE - width, x + 2 * _BESIDE)
    )
    least = Box(
        max(inside.x, min(x + _BESIDE, inside.right - width)), max(plot.y, y - height - 4), width, height
    )
    return first_free((*close, *far), inside, taken) or least
