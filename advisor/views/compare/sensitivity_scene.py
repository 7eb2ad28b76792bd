"""Scores over the weight of one theme: lines, where they cross, and the weight, which can be dragged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.sensitivity import Crossing
from advisor.core.value_functions import FloatArray
from advisor.views.compare.sensitivity_figures import WeightLines
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Dot, Handle, Line, Rule
from advisor.views.scene.placement import Crowd, beside, spread
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale, ticks
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import axis_texts, in_sentence, percent_text
from advisor.words.locale import digits
from advisor.words.translation import t

_DOT, _RING, _REACH = 2.0, 4.5, 7.0
_STEP = 0.01  # of the weight, for the pointer and for one key
_UPRIGHT = 3  # as many lines as this
_SAME = 20.0  # from one crossing to the next, within which one label does for both
_NAMES = 0.4  # of the width, at most
_LEAST_LINES = 10  # of height
_UNDER = 4.0  # from the axis of weights to its figures
_BESIDE_PILL = 4.0  # from the weight now to the next figure of the axis, which stands on another ground
_STRAIGHT = 1e-6  # points of the score
_LEAST_ROOM = 0.5  # points above and below the lines


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the lines are drawn."""

    lines: WeightLines
    box: Box
    x: Scale
    y: Scale


def sensitivity_scene(lines: WeightLines, size: Size, measure: Measurer, *, can_drag: bool = True) -> Scene:
    """Axes, lines with their names, crossings, the weight now, which can be dragged."""
    sheet = Sheet(size, measure, lines.sentence)
    area = sheet.opened()
    height = sheet.height()
    names = sheet.widest((lines.label(int(row)) for row in lines.lines.rows), Style.SMALL_STRONG)
    right = min(names + 2 * GAP, _NAMES * area.width)
    scores = lines.lines.scores
    room = max(0.04 * float(scores.max() - scores.min()), _LEAST_ROOM)
    low, high = max(0.0, float(scores.min()) - room), min(100.0, float(scores.max()) + room)
    rows = area.height - 3 * height - 6
    marks = ticks(low, high, max(2, int(rows // (2.5 * height))))
    texts = axis_texts(marks)
    left = max(sheet.widest(texts), sheet.width("00")) + GAP
    box = area.inset(left, height + 2, right, 2 * height + 4)
    plot = _Plot(lines, box, Scale(0.0, 1.0, box.x, box.right), Scale(low, high, box.bottom, box.y))
    for mark, text in zip(marks, texts, strict=True):
        y = plot.y.at(mark)
        sheet.add(Rule((box.x, y), (box.right, y), role=Role.LINE, values=(mark,)))
        cell = Box(area.x, y - height / 2, left - GAP / 2, height)
        sheet.write(cell, text, role=Role.QUIET, align=Align.RIGHT)
    score = Box(area.x, box.y - height - 4, sheet.width(t("Score")) + 2, height)
    sheet.write(score, t("Score"), role=Role.QUIET)
    _shares(sheet, plot)
    _lines(sheet, plot)
    sheet.add(_now_rule(plot))
    _crossings(sheet, plot)
    _names(sheet, plot, area.right)
    _handle(sheet, plot, size, can_drag=can_drag)
    return sheet.done(lines.table, least_height=_LEAST_LINES * sheet.height(Style.PLAIN))


def _shares(sheet: Sheet, plot: _Plot) -> None:
    """The axis of weights, but where the weight now stands."""
    height, pill = sheet.height(), _pill(sheet, plot)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        text = percent_text(share)
        width, at = sheet.width(text), plot.x.at(share)
        if at - width / 2 < pill.right + _BESIDE_PILL and at + width / 2 > pill.x - _BESIDE_PILL:
            continue
        bottom = plot.box.bottom
        sheet.add(Rule((at, bottom), (at, bottom + 3), role=Role.LINE, values=(share,)))
        sheet.write(Box(at - width / 2, bottom + _UNDER, width + 1, height), text, role=Role.QUIET)
    title = t("Weight of {what}", what=in_sentence(plot.lines.name))
    cell = Box(plot.box.x, plot.box.bottom + _UNDER + height, plot.box.width, height)
    sheet.write(cell, title, role=Role.QUIET)


def _dress(lines: WeightLines, row: int) -> tuple[Role, float, float]:
    """Colour, opacity and width of a line: the two compared stand out, then whoever leads somewhere."""
    if row == lines.a:
        return Role.ACCENT, 1.0, 2.6
    if row == lines.b:
        return Role.TEXT, 1.0, 2.6
    leads = any(reign.row == row for reign in lines.reigns)
    return Role.QUIET, 0.9 if leads else 0.45, 1.3 if leads else 1.0


def _lines(sheet: Sheet, plot: _Plot) -> None:
    lines = plot.lines
    shares = lines.lines.shares
    every = list(zip(lines.lines.rows, lines.lines.scores, strict=True))
    for row, scores in reversed(every):  # the two compared come first and lie on top
        role, opacity, width = _dress(lines, int(row))
        kept = _corners(scores)
        values = tuple(scores[kept].tolist())
        points = tuple(zip(map(plot.x.at, shares[kept].tolist()), map(plot.y.at, values), strict=True))
        key = lines.assessment.pack.location_ids[int(row)]
        sheet.add(Line(points, width, key=key, role=role, opacity=opacity, values=values))


def _corners(scores: FloatArray) -> NDArray[np.intp]:
    """Where a line bends, and its ends: what lies straight between two points needs no points."""
    bends = np.flatnonzero(np.abs(np.diff(scores, 2)) > _STRAIGHT) + 1
    return np.concatenate(([0], bends, [len(scores) - 1]))


def _names(sheet: Sheet, plot: _Plot, edge: float) -> None:
    """The name of each line at its right end, as many as have room."""
    lines, box, height = plot.lines, plot.box, sheet.height()
    most = max(2, int((box.height + height) // height))
    every = {int(row): scores for row, scores in zip(lines.lines.rows, lines.lines.scores, strict=True)}
    kept = list(every)[:most]  # the two compared and all leaders come first
    ends = {row: plot.y.at(float(every[row][-1])) for row in kept}
    ordered = sorted(kept, key=ends.__getitem__)
    tops = spread(
        [ends[row] for row in ordered], [height] * len(ordered), box.y - height, box.bottom + _UNDER
    )
    now = int(np.abs(lines.lines.shares - lines.now).argmin())
    for row, top in zip(ordered, tops, strict=True):
        is_bold = row in (lines.a, lines.b)
        role, opacity, _ = _dress(lines, row)
        start, stop = (box.right + 2, ends[row]), (box.right + GAP, top + height / 2)
        sheet.add(Rule(start, stop, role=role, opacity=opacity))
        cell = Box(box.right + GAP + 3, top, edge - box.right - GAP - 3, height)
        style = Style.SMALL_STRONG if is_bold else Style.SMALL
        scores = every[row]
        words = t(
            "{place}: {now} points with the weight as it is, {low} at 0 %, {high} at 100 %",
            place=lines.label(row),
            now=digits(scores[now], 1),
            low=digits(scores[0], 1),
            high=digits(scores[-1], 1),
        )
        sheet.write(cell, lines.label(row), style, role if is_bold else Role.QUIET, words=words)


def _now_rule(plot: _Plot) -> Rule:
    at = plot.x.at(plot.lines.now)
    top, bottom = plot.box.y - 2, plot.box.bottom + 3
    return Rule((at, top), (at, bottom), 1.5, key="now", role=Role.ACCENT, values=(plot.lines.now,))


def _now(lines: WeightLines) -> str:
    return t("now {weight}", weight=percent_text(lines.now))


def _pill(sheet: Sheet, plot: _Plot) -> Box:
    """Where the weight now stands below the axis."""
    style = Style.SMALL_STRONG
    width, height = sheet.width(_now(plot.lines), style) + 10, sheet.height(style) + 2
    return Box(plot.x.at(plot.lines.now) - width / 2, plot.box.bottom + 3, width, height)


def _handle(sheet: Sheet, plot: _Plot, size: Size, *, can_drag: bool) -> None:
    """The weight now, as a pill on the axis; it is taken wherever the chart is pressed."""
    lines, box = plot.lines, plot.box
    text, style, pill = _now(lines), Style.SMALL_STRONG, _pill(sheet, plot)
    if not can_drag:
        sheet.write(pill.inset(4, 0, 4, 0), text, style, Role.ACCENT, Align.CENTRE)
        return
    snaps = (*lines.turns, *((lines.crossing.share,) if lines.crossing else ()))
    top = box.y - sheet.height()
    sheet.add(
        Handle(
            pill,
            Box(box.x, top, box.width, size.height - top),
            0.0,
            1.0,
            lines.now,
            _STEP,
            _STEP,
            snaps,
            words=t(
                "Weight of {what}: {weight}. Left and right move it.",
                what=in_sentence(lines.name),
                weight=percent_text(lines.now),
            ),
            role=Role.ACCENT,
            values=(lines.now,),
        )
    )
    sheet.write(pill.inset(4, 0, 4, 0), text, style, Role.PANEL, Align.CENTRE)


def _crossings(sheet: Sheet, plot: _Plot) -> None:
    """A dot at each; where the lead or the order of the two compared changes, a larger one with its share."""
    lines = plot.lines
    labels: list[tuple[Crossing, bool]] = []
    for crossing in lines.lines.crossings:
        x, y = plot.x.at(crossing.share), plot.y.at(crossing.score)
        is_theirs = crossing is lines.crossing
        leads = any(abs(turn - crossing.share) < 1e-9 for turn in lines.turns)
        values = (crossing.share, crossing.score)
        if not (is_theirs or leads):
            sheet.add(Dot(x, y, _DOT, role=Role.QUIET, values=values))
            continue
        words = t(
            "{above:The} overtakes {below:the} at {share}",
            above=lines.label(crossing.above),
            below=lines.label(crossing.below),
            share=percent_text(crossing.share),
        )
        sheet.add(
            Dot(
                x,
                y,
                _RING if is_theirs else _RING - 1,
                Role.TEXT if is_theirs else None,
                2.0,
                key=repr(crossing.share),
                words=words,
                role=Role.PANEL if is_theirs else Role.TEXT,
                values=values,
                reach=Box(x - _REACH, y - _REACH, 2 * _REACH, 2 * _REACH),
            )
        )
        labels.append((crossing, leads))
    dots = [(plot.x.at(one.share), plot.y.at(one.score)) for one in lines.lines.crossings]
    large = [(plot.x.at(one.share), plot.y.at(one.score)) for one, _leads in labels]
    taken = [Box(x - _RING, y - _RING, 2 * _RING, 2 * _RING) for x, y in large]
    said: list[tuple[str, float]] = []
    for crossing, _leads in sorted(labels, key=lambda label: (not label[1], label[0].share)):
        text, at = percent_text(crossing.share), plot.x.at(crossing.share)
        if all(text != other or abs(at - x) > _SAME for other, x in said):
            _label(sheet, plot, crossing, taken, Crowd(dots, _DOT))
            said.append((text, at))


def _label(sheet: Sheet, plot: _Plot, crossing: Crossing, taken: list[Box], dots: Crowd) -> None:
    """The share beside a crossing, over as few lines and dots as possible; no other label, no large dot.

    A change of lead that the sentence does not tell of says who leads then, where there is room for that.
    """
    style, height = Style.SMALL_STRONG, sheet.height(Style.SMALL_STRONG)
    x, y = plot.x.at(crossing.share), plot.y.at(crossing.score)
    inside = plot.box.inset(-GAP, -height, -GAP, 0)
    away = _RING + 3
    for text in _said_beside(plot.lines, crossing):
        width = sheet.width(text, style) + 2
        places = (*beside(x, y, width, height, away), *beside(x, y, width, height, away + height))
        free = [box for box in places if box.within(inside) and not any(box.meets(other) for other in taken)]
        if free:
            box = min(free, key=lambda place: _lines_through(plot, place) + dots.count_in(place))
            sheet.write(box, text, style)
            taken.append(box)
            return


def _said_beside(lines: WeightLines, crossing: Crossing) -> tuple[str, ...]:
    """What may stand beside a crossing, the best first."""
    share = percent_text(crossing.share)
    if crossing is lines.crossing or any(abs(crossing.share - turn) < 1e-9 for turn in lines.told_turns):
        return (share,)
    return t("{share}: {place}", share=share, place=lines.label(crossing.above)), share


def _lines_through(plot: _Plot, box: Box) -> int:
    """How many lines run through a place; the upright one of the weight now hides the most of a label."""
    shares, scores = plot.lines.lines.shares, plot.lines.lines.scores
    first, last = (int(np.searchsorted(shares, plot.x.value(x))) for x in (box.x, box.right))
    part = scores[:, max(0, first - 1) : last + 1]
    top, bottom = plot.y.value(box.y), plot.y.value(box.bottom)
    upright = _UPRIGHT if box.x - 2 <= plot.x.at(plot.lines.now) <= box.right + 2 else 0
    return int(((part.min(axis=1) < top) & (part.max(axis=1) > bottom)).sum()) + upright
