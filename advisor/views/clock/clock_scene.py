"""The clock view: home and sites as bars of a day on one axis of home time, figures at the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from advisor.places.clock import Span
from advisor.views.clock.clock_figure import ClockFigure, ClockRow
from advisor.views.clock.clock_texts import away_text, row_words, spoken, table
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Cell, Rule
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import PAD, Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.data_words import data_text
from advisor.words.dates import day_names
from advisor.words.formatting import UNKNOWN, hours_text, percent_text
from advisor.words.translation import t
from advisor.words.true_signs import true_signs

LEAST_ROWS = 3  # home and two sites have room; more of them get lower bars
_HOUR_STEPS = (3, 6)
_ROOMY = 1.4  # heights of a figure that is large enough for a room, from which on a row has one
_MOST_ROW, _MOST_BAR = 62.0, 40.0
_ROW_GAP = 2.0  # that the lowest row is higher than its text
_SWATCH = 9.0
_NAMES, _MOST_NAMES = 0.23, 260.0  # of the width, and at most
_MOST_BELOW = 17.0  # width of the line below a name, times the height of a line
_LEAST_AXIS = 6.0  # times the height of a line
_NEAR_WORK = (40, 60)  # minutes before and after a midnight in which working time leaves no room for its day


def clock_height(rows: int, measure: Measurer) -> int:
    """Height at which so many rows have room for their texts."""
    return round(_axis_height(measure) + rows * (measure.height(Style.PLAIN) + _ROW_GAP)) + 2


def clock_scene(figure: ClockFigure, selected: str, size: Size, measure: Measurer) -> Scene:
    """The axis, then row by row, home first.

    Args:
        figure: the bars of one date.
        selected: location id of the place that is marked, empty for none.
        size: of the whole.
        measure: how long texts are.
    """
    sheet = Sheet(size, measure, spoken(figure))
    top = _axis_height(measure)
    height = min(_MOST_ROW, max(1.0, (size.height - top - 2) / len(figure.rows)))
    columns, days = _columns(sheet, figure, height), day_names()
    _axis(sheet, columns, figure, top, top + height * len(figure.rows))
    for index, row in enumerate(figure.rows):
        line = Box(0, top + index * height, size.width, height)
        if row.place.id == selected:
            sheet.add(Cell(line, role=Role.SELECTED))
        words = partial(row_words, figure, index)
        sheet.add(Cell(line, key=row.place.id, words=words, role=Role.NOTHING, values=(row.minutes,)))
        _name(sheet, columns, row, line, is_home=index == 0)
        tall = min(height - 6, _MOST_BAR)
        bar = Box(columns.left, line.centre[1] - tall / 2, columns.wide, max(1.0, tall))
        _bar(sheet, bar, figure, row, days)
        if index:
            _figures(sheet, columns, row, line)
        else:
            frame = bar.inset(-1.5, -1.5, -1.5, -1.5)
            sheet.add(Cell(frame, 5.0, Role.HOME, 1.5, key="home", role=Role.NOTHING))
    return sheet.done(lambda: table(figure), marked=selected, least_height=clock_height(LEAST_ROWS, measure))


def _axis_height(measure: Measurer) -> float:
    """Room for the hours above the first bar."""
    return round(measure.height(Style.SMALL)) + 6.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand from left to right.

    Attributes:
        left: where the bars begin.
        wide: length of the axis.
        figures: left edge and width of each figure.
        captions: what each figure is.
    """

    left: float
    wide: float
    figures: tuple[tuple[float, float], ...]
    captions: tuple[str, ...]

    def x(self, minute: float, length: int) -> float:
        """Where a minute of the axis stands."""
        return self.left + self.wide * minute / length


def _columns(sheet: Sheet, figure: ClockFigure, tall: float) -> _Columns:
    """Names in full, an axis that can be read, and as many figures as there is room for beside them."""
    captions = [t("Overlap"), t("Night"), t("Cover")]
    shared = max(sheet.width(hours_text(2.5), Style.HUGE), sheet.width(hours_text(12.75), Style.LARGE))
    wants = [
        max(shared, sheet.width(captions[0]) + 14),
        max(sheet.width(hours_text(8.75), Style.PLAIN), sheet.width(captions[1]) + 14),
        max(sheet.width(percent_text(1.0), Style.PLAIN), sheet.width(captions[2])),
    ]
    width, axis = sheet.size.width, _LEAST_AXIS * sheet.height(Style.PLAIN)
    names = max(
        sheet.width(row.place.name, Style.STRONG) + sheet.width(_short_away(row)) + 8 for row in figure.rows
    )
    if tall >= sheet.height(Style.STRONG) + sheet.height():
        below = (_second_line(row, is_home=not at) for at, row in enumerate(figure.rows))
        names = max(names, min(sheet.widest(below) + 2, _MOST_BELOW * sheet.height()))
    left = max(min(_NAMES * width, _MOST_NAMES), names + 2 * PAD)
    while len(wants) > 1 and width - sum(wants) - PAD * (len(wants) + 1) < left + axis:
        wants.pop()
    right, found = width - PAD, []
    for want in reversed(wants):
        found.append((right - want, want))
        right -= want + PAD
    # The first figure is as large as a bar, so it stands farther from it than from the next where it can.
    right -= min(PAD, max(0.0, right - axis - left))
    left = min(left, max(_NAMES * width, right - axis))
    return _Columns(left, max(1.0, right - left), tuple(reversed(found)), tuple(captions[: len(wants)]))


def _short_away(row: ClockRow) -> str:
    """How many hours it is away, in as few letters as there are; empty where it is none."""
    offset = row.bar.offset_from_home
    return away_text(offset).replace(" h", "h").replace(" ", "") if offset else ""


def _axis(sheet: Sheet, columns: _Columns, figure: ClockFigure, top: float, bottom: float) -> None:
    """Hours of home time, and what the figures at the right are."""
    height = sheet.height()
    step = _HOUR_STEPS[0] if columns.wide / 8 > sheet.width("00:00") + 8 else _HOUR_STEPS[1]
    for minute, hour in dict(figure.rows[0].bar.hours).items():
        if hour % step:
            continue
        x, text = columns.x(minute, figure.length), f"{hour:02d}"
        sheet.add(Rule((x, top - 3), (x, bottom), key="hour", role=Role.LINE, values=(minute, hour)))
        width = sheet.width(text) + 2
        sheet.write(Box(x - width / 2, 2, width, height), text, role=Role.QUIET)
    swatches = (Role.OVERLAP, Role.NIGHT, None)
    shown = zip(columns.figures, columns.captions, swatches[: len(columns.figures)], strict=True)
    for (left, width), text, role in shown:
        area = Box(left, 2, width, height)
        sheet.write(area, text, role=Role.QUIET, align=Align.RIGHT)
        if role is not None:
            at = area.right - sheet.width(text) - _SWATCH - 5
            place = Box(at, area.centre[1] - _SWATCH / 2, _SWATCH, _SWATCH)
            sheet.add(Cell(place, edge=Role.QUIET, role=role))
    sheet.write(Box(PAD, 2, columns.left - 2 * PAD, height), t("Home time"), role=Role.QUIET)


def _second_line(row: ClockRow, *, is_home: bool) -> str:
    """What stands below a name where rows are high enough."""
    if row.holiday:
        return t("holiday: {name}", name=row.holiday)
    away = t("home") if is_home else away_text(row.bar.offset_from_home)
    return t("{hub} \N{MIDDLE DOT} {away}", hub=data_text(row.place.hub), away=away)


def _name(sheet: Sheet, columns: _Columns, row: ClockRow, line: Box, *, is_home: bool) -> None:
    room = Box(PAD, line.y, columns.left - 2 * PAD, line.height)
    second = _second_line(row, is_home=is_home)
    name, small = sheet.height(Style.STRONG), sheet.height()
    if line.height >= name + small:
        top = line.centre[1] - (name + small) / 2
        sheet.write(Box(room.x, top, room.width, name), row.place.name, Style.STRONG)
        sheet.write(Box(room.x, top + name, room.width, small), second, role=Role.QUIET)
        return
    short = _short_away(row)
    width = sheet.width(short) + 2
    sheet.write(room.inset(0, 0, width + 6, 0), row.place.name, Style.STRONG)
    sheet.write(room, short, role=Role.QUIET, align=Align.RIGHT)


def _bar(sheet: Sheet, bar: Box, figure: ClockFigure, row: ClockRow, days: tuple[str, ...]) -> None:
    """A day: night, working time, what is shared, and working time at night hatched over both."""
    key = row.place.id
    sheet.add(Cell(bar, key=key, role=Role.DAY))

    def part(span: Span) -> Box:
        scale = bar.width / figure.length
        return Box(bar.x + span[0] * scale, bar.y, (span[1] - span[0]) * scale, bar.height)

    for spans, role, edge in (
        (row.bar.night, Role.NIGHT, None),
        (row.bar.work, Role.WORK, Role.WORK_EDGE),
        (row.bar.overlap, Role.OVERLAP, Role.OVERLAP_EDGE),
    ):
        for span in spans:
            sheet.add(Bar(part(span), edge, key=key, role=role, values=span))
    for work in row.bar.work:
        for night in row.bar.night:
            both = (max(work[0], night[0]), min(work[1], night[1]))
            if both[0] < both[1]:
                sheet.add(Cell(part(both), key=key, role=Role.HATCH, hatched=True, values=both))
    _midnights(sheet, bar, figure, row, days)
    hours = row.place.schedule.hours
    text = true_signs(str(hours))
    for span in row.bar.work:
        room = part(span).inset(5, 0, 5, 0)
        if span[1] - span[0] == hours.length and sheet.width(text, Style.PLAIN) <= room.width:
            sheet.write(room, text, Style.PLAIN, Role.ON_HUE)


def _midnights(sheet: Sheet, bar: Box, figure: ClockFigure, row: ClockRow, days: tuple[str, ...]) -> None:
    """A line where the date changes there, with the weekday that begins."""
    before, after = _NEAR_WORK
    for count, minute in enumerate(row.bar.midnights, 1):
        x = bar.x + minute * bar.width / figure.length
        sheet.add(Rule((x, bar.y), (x, bar.bottom), dotted=True, role=Role.TEXT, values=(minute,)))
        text = days[(row.bar.first_date.weekday() + count) % len(days)]
        is_free = not any(start - before < minute + after and minute < end for start, end in row.bar.work)
        width = sheet.width(text) + 2
        if is_free and x + width + 4 < bar.right:
            sheet.write(Box(x + 4, bar.y, width, bar.height), text)


def _figure_style(sheet: Sheet, tall: float) -> Style:
    """As large as a row has room for."""
    if tall >= _ROOMY * sheet.height(Style.HUGE):
        return Style.HUGE
    return Style.LARGE if tall >= sheet.height(Style.LARGE) else Style.STRONG


def _figures(sheet: Sheet, columns: _Columns, row: ClockRow, line: Box) -> None:
    place = row.place
    shared = hours_text(row.minutes / 60) if row.bar.work or row.minutes else UNKNOWN
    large = _figure_style(sheet, line.height)
    cells = (
        (shared, large, Role.TEXT if row.minutes else Role.QUIET),
        (hours_text(place.night), Style.PLAIN, Role.WARNING if place.night else Role.QUIET),
        (percent_text(place.cover / 100), Style.PLAIN, Role.TEXT),
    )
    shown = zip(columns.figures, cells[: len(columns.figures)], strict=True)
    for (left, width), (text, style, role) in shown:
        sheet.write(Box(left, line.y, width, line.height), text, style, role, Align.RIGHT)
