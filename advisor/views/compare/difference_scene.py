"""What sets two locations apart: bars to both sides of a line, each with the figures behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from advisor.views.compare.compare_figures import LEAST_POINTS, Comparison, Difference
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
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

_Widths = tuple[float, float]  # of the name and of a figure


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
    row = sheet.height(Style.PLAIN) + _ROW
    heads, style, widths = _fitting(sheet, pair, area.width)
    beside = [name + 2 * figure + GAP for name, figure in widths]
    bar, middle = area.width / 2 - max(beside), round(area.centre[0])
    if bar < _least_bar(sheet, style):  # the line leaves the middle where names need it
        bar = (area.width - sum(beside)) / 2
        middle = round(area.x + beside[0] + bar)
    first, second = _sides(pair)
    halves = (
        _Half(Box(area.x, area.y, middle - area.x, row), first, style, is_first=True),
        _Half(Box(middle, area.y, area.right - middle, row), second, style, is_first=False),
    )
    most = max((abs(d.points) for half in halves for d in half.rows), default=1.0)
    for half, width in zip(halves, widths, strict=True):
        _heading(sheet, pair, _columns(half, half.room, width, bar), half, heads)
        for place, difference in enumerate(half.rows):
            line = half.room.moved(0, row * (place + 1.25))
            _row(sheet, pair, _columns(half, line, width, bar), half, difference, most)
    rows = max(len(half.rows) for half in halves)
    bottom = area.y + row * (rows + 1.25)
    sheet.gridline((middle, area.y + row), (middle, bottom), Role.QUIET)
    _rest(sheet, pair, Box(area.x, bottom, area.width, row))
    return sheet.done(
        lambda: pair.table,
        least_height=2 * sheet.height(Style.PLAIN) + (rows + 2.5) * row + 2 * GAP,
        themes=pair.assessment.evaluation.weights.themes,
    )


def _sides(pair: Comparison) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    first = tuple(d for d in pair.differences if d.points >= LEAST_POINTS)
    second = tuple(d for d in reversed(pair.differences) if d.points <= -LEAST_POINTS)
    return first, second


def _fitting(
    sheet: Sheet, pair: Comparison, width: float
) -> tuple[tuple[str, str], Style, tuple[_Widths, _Widths]]:
    """Heads of the figures, type of the names, and how wide names and figures of each side are.

    Names are read in full: where there is no room for them beside the figures they are smaller, then the
    figures go, which the hover has too. Only where that is not enough are names shortened.
    """
    heads, sides = _heads(sheet, pair, width / 2), _sides(pair)
    for shows, style in product((heads, None), _LEAST_BAR):
        least = 2 * (_least_bar(sheet, style) + GAP)
        names = [sheet.widest((d.name for d in rows), style) + 2 if rows else 0.0 for rows in sides]
        figures = [_figure_width(sheet, rows, shows) if shows else 0.0 for rows in sides]
        if sum(names) + 2 * sum(figures) <= width - least:
            break
    else:
        names = _shortened(names[0], names[1], max(80.0, width - least))
    first, second = zip(names, figures, strict=True)
    return heads if shows else ("", ""), style, (first, second)


def _shortened(first: float, second: float, room: float) -> list[float]:
    """The shorter names of the two sides are shortened last."""
    if min(first, second) < room / 2:
        return [first, room - first] if first < second else [room - second, second]
    return [room / 2, room / 2]


def _least_bar(sheet: Sheet, style: Style) -> float:
    """With its points."""
    return _LEAST_BAR[style] + sheet.width(_POINTS_ROOM, Style.SMALL_STRONG) + GAP


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


def _titles(sheet: Sheet, pair: Comparison, room: float) -> tuple[tuple[str, str], Style]:
    """The sum of each side with its location, both in the same form and the largest that fits."""
    points = [d.points for d in pair.differences]
    sums = (sum(p for p in points if p > 0), -sum(p for p in points if p < 0))
    ids = pair.assessment.pack.location_ids
    forms = ((pair.name(pair.a), pair.name(pair.b)), (ids[pair.a], ids[pair.b]))
    found: tuple[tuple[str, str], Style] = (("", ""), Style.SMALL_STRONG)
    for names in forms:
        first, second = (
            t("{place}: {points}", place=name, points=digits(total, 1))
            for name, total in zip(names, sums, strict=True)
        )
        for style in (Style.STRONG, Style.SMALL_STRONG):
            found = (first, second), style
            if sheet.widest((first, second), style) < room:
                return found
    return found


def _heading(
    sheet: Sheet, pair: Comparison, columns: tuple[Box, Box, Box, Box], half: _Half, heads: tuple[str, str]
) -> None:
    _name, first, second, bar = columns
    titles, style = _titles(sheet, pair, bar.width - GAP)
    within = bar.inset(0, 0, GAP, 0) if half.is_first else bar.inset(GAP, 0, 0, 0)
    sheet.write(within, titles[0 if half.is_first else 1], style, align=half.align)
    for cell, head in zip((first, second), heads, strict=True):
        sheet.write(cell, head, role=Role.QUIET, align=Align.RIGHT)


def _row(
    sheet: Sheet,
    pair: Comparison,
    columns: tuple[Box, Box, Box, Box],
    half: _Half,
    difference: Difference,
    most: float,
) -> None:
    name, first, second, bar = columns
    sheet.write(name, difference.name, half.style)
    sheet.write(first, difference.first, role=Role.QUIET, align=Align.RIGHT)
    sheet.write(second, difference.second, role=Role.QUIET, align=Align.RIGHT)
    label = sheet.width(_POINTS_ROOM, Style.SMALL_STRONG) + GAP
    length = (bar.width - label) * abs(difference.points) / most
    thick = round(_BAR * bar.height)
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
    if "*" in difference.first + difference.second:
        return t(
            "{name}: {a} {first}, {b} {second}. Weighing {weight} %, that is {points} points for {winner}. "
            "Click to try another figure. * unknown, estimated from similar places.",
            **told,
        )
    return t(
        "{name}: {a} {first}, {b} {second}. Weighing {weight} %, that is {points} points for {winner}. "
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
