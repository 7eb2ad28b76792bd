"""What sets two locations apart: bars to both sides of a line, each with the figures behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product, zip_longest

from advisor.views.compare.compare_figures import LEAST_POINTS, Comparison, Difference
from advisor.views.look.theme import GAP
from advisor.views.marked_figure import STAR
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style, wrapped
from advisor.words.formatting import in_sentence, list_text
from advisor.words.locale import digits
from advisor.words.translation import t
from advisor.words.units import unit_text

_LEAST_BAR = {Style.PLAIN: 64.0, Style.SMALL: 44.0}  # beside names in which type
_WIDE, _NAME_ROOM = 24, 6  # times the height of a line: halves, and names over figures
_POINTS_ROOM = "00.0"
_FIGURE_ROOM = "0000"
_BAR = 0.55  # height of a bar as a part of its row
_ROW = 5.0  # that a row is higher than its text
_NAME_LINES = 2  # that a name may take beside its bar

_Widths = tuple[float, float]  # of the name and of a figure


@dataclass(frozen=True, slots=True)
class _Fit:
    """How rows are laid out: heads of the figures, type of the names, and widths of name and figure a side.

    Attributes:
        lines: that a name may take beside its bar.
        is_over: no name has room beside its bar, and each stands over it in a line of its own.
    """

    heads: tuple[str, str]
    style: Style
    widths: tuple[_Widths, _Widths]
    lines: int = 1
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class _Half:
    """One side: room, rows from the top, type of the names, and whether it is the first location's."""

    room: Box
    rows: tuple[Difference, ...]
    style: Style
    is_first: bool

    @property
    def align(self) -> Align:
        """Bars and their points stand at the middle line."""
        return Align.RIGHT if self.is_first else Align.LEFT


def difference_scene(pair: Comparison, size: Size, measure: Measurer) -> Scene:
    """What speaks for the first location on the left, for the second on the right; one scale for both."""
    sheet = Sheet(size, measure, pair.sentence)
    area = sheet.opened()
    fit = _fitting(sheet, pair, area.width)
    row = sheet.height(Style.PLAIN) + _ROW
    beside = [name + 2 * figure + GAP for name, figure in fit.widths]
    bar, middle = area.width / 2 - max(beside), round(area.centre[0])
    if bar < _least_bar(sheet, pair, fit.style):  # the line leaves the middle where names need it
        bar = (area.width - sum(beside)) / 2
        middle = round(area.x + beside[0] + bar)
    first, second = _sides(pair)
    halves = (
        _Half(Box(area.x, area.y, middle - area.x, row), first, fit.style, is_first=True),
        _Half(Box(middle, area.y, area.right - middle, row), second, fit.style, is_first=False),
    )
    most = max((abs(d.points) for half in halves for d in half.rows), default=1.0)
    top = _headings(sheet, pair, halves, fit, bar)
    heights = _heights(sheet, fit, (first, second), row)
    ends = [top]
    at = top
    for half, width in zip(halves, fit.widths, strict=True):
        for difference, height in zip(half.rows, heights, strict=False):
            if fit.is_over:
                name = Box(area.x, at, area.width, sheet.height(half.style))
                sheet.write(name, difference.name, half.style)
                at = name.bottom
            line = Box(half.room.x, at, half.room.width, height)
            _row(sheet, pair, _columns(half, line, width, bar), half, difference, most, fit)
            at += height
        ends.append(at)
        if not fit.is_over:
            at = top
    bottom = max(ends)
    sheet.gridline((middle, top - 0.25 * row), (middle, bottom), Role.QUIET)
    _rest(sheet, pair, Box(area.x, bottom, area.width, row))
    return sheet.done(
        lambda: pair.table,
        least_height=2 * sheet.height(Style.PLAIN) + (bottom - area.y) + 1.25 * row + 2 * GAP,
        themes=pair.assessment.evaluation.weights.themes,
    )


def _sides(pair: Comparison) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    first = tuple(d for d in pair.differences if d.points >= LEAST_POINTS)
    second = tuple(d for d in reversed(pair.differences) if d.points <= -LEAST_POINTS)
    return first, second


def _fitting(sheet: Sheet, pair: Comparison, width: float) -> _Fit:
    """How everything can be read in full.

    Where there is no room for names beside the figures they are smaller, then the figures go, which the
    hover has too. Where that is not enough, names stand over their bars.
    """
    heads, sides = _heads(sheet, pair, width / 2), _sides(pair)
    for shows, style in product((heads, None), _LEAST_BAR):
        least = 2 * (_least_bar(sheet, pair, style) + GAP)
        names = [sheet.widest((d.name for d in rows), style) + 2 if rows else 0.0 for rows in sides]
        figures = [_figure_width(sheet, rows, shows) if shows else 0.0 for rows in sides]
        if sum(names) + 2 * sum(figures) <= width - least:
            first, second = zip(names, figures, strict=True)
            return _Fit(heads if shows else ("", ""), style, (first, second))
    style = Style.SMALL
    half = width / 2 - _least_bar(sheet, pair, style) - GAP
    if all(_is_read(sheet, d.name, style, half) for rows in sides for d in rows):
        return _Fit(("", ""), style, ((half, 0.0), (half, 0.0)), lines=_NAME_LINES)
    return _Fit(("", ""), style, ((0.0, 0.0), (0.0, 0.0)), is_over=True)


def _is_read(sheet: Sheet, name: str, style: Style, width: float) -> bool:
    """Whether a name has room in lines of a width."""
    lines = wrapped(sheet.measure, name, style, width, len(name) + 1)
    return len(lines) <= _NAME_LINES and sheet.widest(lines, style) <= width


def _least_bar(sheet: Sheet, pair: Comparison, style: Style) -> float:
    """With its points, and under the shortest title."""
    titles = sheet.widest(_title_texts(pair)[-1], Style.SMALL_STRONG) + 2 * GAP
    return max(titles, _LEAST_BAR[style] + sheet.width(_POINTS_ROOM, Style.SMALL_STRONG) + GAP)


def _figure_width(sheet: Sheet, rows: Sequence[Difference], heads: tuple[str, str]) -> float:
    texts = [text for d in rows for text in (d.first, d.second)]
    return sheet.widest((_FIGURE_ROOM, *heads, *texts)) + GAP


def _columns(half: _Half, line: Box, widths: _Widths, bar: float) -> tuple[Box, Box, Box, Box]:
    """Where name, both figures, and bar with its points stand."""
    name, figure = widths
    at = line.x if half.is_first else line.right - name - 2 * figure
    start = line.right - bar if half.is_first else line.x
    return (
        Box(at, line.y, name, line.height),
        Box(at + name, line.y, figure, line.height),
        Box(at + name + figure, line.y, figure, line.height),
        Box(start, line.y, bar, line.height),
    )


def _heads(sheet: Sheet, pair: Comparison, wide: float) -> tuple[str, str]:
    """Over the figures: names where there is room for them, ids where not."""
    ids = pair.assessment.pack.location_ids
    names = pair.name(pair.a), pair.name(pair.b)
    is_narrow = wide < _WIDE * sheet.height(Style.PLAIN)
    if is_narrow or sheet.widest(names) > _NAME_ROOM * sheet.height():
        return ids[pair.a], ids[pair.b]
    return names


def _title_texts(pair: Comparison) -> tuple[tuple[str, str], tuple[str, str]]:
    """The sum of each side with its location: by name, and by id."""
    points = [d.points for d in pair.differences]
    sums = (sum(p for p in points if p > 0), -sum(p for p in points if p < 0))
    ids = pair.assessment.pack.location_ids

    def titles(names: tuple[str, str]) -> tuple[str, str]:
        first, second = (
            t("{place}: {points}", place=name, points=digits(total, 1))
            for name, total in zip(names, sums, strict=True)
        )
        return first, second

    return titles((pair.name(pair.a), pair.name(pair.b))), titles((ids[pair.a], ids[pair.b]))


def _titles(sheet: Sheet, pair: Comparison, room: float) -> tuple[tuple[str, str], Style]:
    """Those of both sides in the same form, the largest that fits."""
    found: tuple[tuple[str, str], Style] = (("", ""), Style.SMALL_STRONG)
    for texts in _title_texts(pair):
        for style in (Style.STRONG, Style.SMALL_STRONG):
            found = texts, style
            if sheet.widest(texts, style) < room:
                return found
    return found


def _headings(sheet: Sheet, pair: Comparison, halves: tuple[_Half, _Half], fit: _Fit, bar: float) -> float:
    """What the sides and the figures are called; returns where the rows begin.

    The titles of the sides stand in a line of their own where they have no room beside those of the figures.
    """
    row = halves[0].room.height
    names, whole = _title_texts(pair)[0], min(half.room.width for half in halves) - GAP
    is_beside = any(fit.heads) and sheet.widest(names, Style.SMALL_STRONG) < bar - GAP
    titles, style = _titles(sheet, pair, bar - GAP if is_beside else whole)
    below = 0.0 if is_beside or not any(fit.heads) else sheet.height(style)
    for half, width, title in zip(halves, fit.widths, titles, strict=True):
        _name, first, second, beside = _columns(half, half.room, width, bar)
        room = beside if is_beside else half.room
        within = room.inset(0, 0, GAP, 0) if half.is_first else room.inset(GAP, 0, 0, 0)
        sheet.write(within, title, style, align=half.align)
        for cell, head in zip((first, second), fit.heads, strict=True):
            sheet.write(cell.moved(0, below), head, role=Role.QUIET, align=Align.RIGHT)
    return halves[0].room.y + below + 1.25 * row


def _heights(
    sheet: Sheet, fit: _Fit, sides: tuple[tuple[Difference, ...], tuple[Difference, ...]], row: float
) -> list[float]:
    """Of the rows from the top: what stands side by side is as high as the longer of both names needs."""
    lines = [
        [len(wrapped(sheet.measure, d.name, fit.style, width, fit.lines)) for d in side]
        if fit.lines > 1
        else [1] * len(side)
        for side, (width, _figure) in zip(sides, fit.widths, strict=True)
    ]
    height = sheet.height(fit.style)
    return [max(row, max(pair) * height + _ROW) for pair in zip_longest(*lines, fillvalue=1)]


def _row(
    sheet: Sheet,
    pair: Comparison,
    columns: tuple[Box, Box, Box, Box],
    half: _Half,
    difference: Difference,
    most: float,
    fit: _Fit,
) -> None:
    name, first, second, bar = columns
    sheet.paragraph(name, difference.name if name.width > 0 else "", half.style, most=fit.lines)
    sheet.write(first, difference.first, role=Role.QUIET, align=Align.RIGHT)
    sheet.write(second, difference.second, role=Role.QUIET, align=Align.RIGHT)
    label = sheet.width(_POINTS_ROOM, Style.SMALL_STRONG) + GAP
    length = (bar.width - label) * abs(difference.points) / most
    thick = round(_BAR * min(bar.height, sheet.height(Style.PLAIN) + _ROW))
    start = bar.right - length if half.is_first else bar.x + 1
    sheet.add(
        Bar(
            Box(start, round(bar.centre[1] - thick / 2), length, thick),
            Role.THEME_EDGE,
            key=difference.id,
            words=_words(pair, difference),
            role=Role.THEME,
            theme=difference.theme,
            values=(difference.points,),
            reach=name.joined(bar).joined(second),
        )
    )
    edge = Box(bar.x, bar.y, start - GAP / 2 - bar.x, bar.height)
    if not half.is_first:
        edge = Box(start + length + GAP / 2, bar.y, label, bar.height)
    sheet.write(edge, digits(abs(difference.points), 1), Style.SMALL_STRONG, align=half.align)


def _words(pair: Comparison, difference: Difference) -> str:
    unit = unit_text(difference.unit)
    told = {
        "name": difference.name,
        "a": pair.name(pair.a),
        "first": difference.first,
        "b": pair.name(pair.b),
        "second": t("{figure} {unit}", figure=difference.second, unit=unit) if unit else difference.second,
        "weight": digits(100 * difference.weight, 1),
        "points": digits(abs(difference.points), 2),
        "winner": pair.name(pair.a if difference.points > 0 else pair.b),
    }
    if STAR in difference.first + difference.second:
        return t(
            "{name}: {a} {first}, {b} {second}. Weighing {weight} %, that is {points} points for "
            "{winner:the}. Click to try another figure. * unknown, estimated from similar places.",
            **told,
        )
    return t(
        "{name}: {a} {first}, {b} {second}. Weighing {weight} %, that is {points} points for {winner:the}. "
        "Click to try another figure.",
        **told,
    )


def _rest(sheet: Sheet, pair: Comparison, line: Box) -> None:
    rest = [d for d in pair.differences if abs(d.points) < LEAST_POINTS]
    if rest:
        names = [in_sentence(d.name) for d in rest]
        text = t("No difference: {criteria}", criteria=list_text(names))
        shown, count = text, len(names)
        while count > 1 and sheet.width(shown) > line.width:  # a picture has nowhere to point for the rest
            count -= 1
            some = ", ".join(names[:count])
            shown = t("No difference: {criteria} and {count} more", criteria=some, count=len(names) - count)
        sheet.write(line, shown, role=Role.QUIET, words=text)
