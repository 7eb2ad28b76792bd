"""The saving so far over the months, with the band in which the move pays for itself."""

from __future__ import annotations

import math
from functools import partial

from advisor.costs.ranges import FloatArray
from advisor.views.cost.cost_cash_flow import CashCourse, cash_course, cash_sentence, cash_table
from advisor.views.cost.cost_view import CostView
from advisor.views.cost.months import month_range
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Point, Size
from advisor.views.scene.marks import Align, Area, Cell, Dot, Line, Rule
from advisor.views.scene.placement import Course, first_free, spread
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale, ticks
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style, narrowest
from advisor.words.formatting import axis_texts, number_text, range_text
from advisor.words.translation import t

_BAND = 0.2  # opacity
_PAYBACK_BAND = 6.0
_DOT = 5.0


def cash_flow_scene(view: CostView, size: Size, measure: Measurer) -> Scene:
    """Axes, band, likely course, payback, and the ends named beside them."""
    sheet = Sheet(size, measure, cash_sentence(view))
    area = sheet.opened()
    course = cash_course(view)
    ends = [
        (
            float(course.high[-1]),
            t("{amount} in the best tenth", amount=number_text(float(course.high[-1]))),
            Style.SMALL,
            Role.QUIET,
        ),
        (
            float(course.likely[-1]),
            t("{amount} likely", amount=number_text(float(course.likely[-1]))),
            Style.SMALL_STRONG,
            Role.TEXT,
        ),
        (
            float(course.low[-1]),
            t("{amount} in the worst tenth", amount=number_text(float(course.low[-1]))),
            Style.SMALL,
            Role.QUIET,
        ),
    ]
    height = sheet.height()
    beside = max(sheet.width(text, style) for _, text, style, _ in ends) + GAP
    low, high = course.lowest, course.highest
    marks = ticks(low, high, max(2, int(area.height / (2.6 * height))))
    texts = axis_texts(marks)
    left = sheet.widest(texts) + GAP
    plot = Box(area.x + left, area.y + 4, area.width - left - beside, area.height - 4 - height - 5)
    if high == low:
        low, high = -1.0, 1.0
    x = Scale(0.0, float(course.months[-1]), plot.x, plot.right)
    y = Scale(low, high, plot.bottom, plot.y)
    for mark, text in zip(marks, texts, strict=True):
        at = y.at(mark)
        sheet.add(
            Rule((plot.x, at), (plot.right, at), role=Role.QUIET if mark == 0 else Role.LINE, values=(mark,))
        )
        place = Box(area.x, at - height / 2, plot.x - area.x - 6, height)
        sheet.write(place, text, role=Role.QUIET, align=Align.RIGHT)
    _years(sheet, plot, x, view.years)
    _months(sheet, course, x, plot)
    _course(sheet, course, x, y)
    if not view.is_home:
        _payback(sheet, course, x, y, plot)
    tops = spread([y.at(end[0]) for end in ends], [height] * 3, area.y - 2, plot.bottom + 6)
    for (_, text, style, role), top in zip(ends, tops, strict=True):
        sheet.write(Box(plot.right + 6, top, beside, height), text, style, role)
    return sheet.done(lambda: cash_table(view))


def _years(sheet: Sheet, plot: Box, x: Scale, years: int) -> None:
    height, year_wide = sheet.height(), x.at(12.0) - x.at(0.0)
    for year in range(1, years + 1):
        at = x.at(12.0 * year)
        sheet.gridline((at, plot.y), (at, plot.bottom))
        text = t("year {number}", number=year)
        apart = GAP if year > 1 else 0.0  # nothing stands before the first, which says what the others count
        if sheet.width(text) + apart >= year_wide:
            text = str(year)
        width = sheet.width(text) + 3
        if width < year_wide + 3:
            place = Box(at - width, plot.bottom + 4, width, height)
            sheet.write(place, text, role=Role.QUIET, align=Align.RIGHT)


def _course(sheet: Sheet, course: CashCourse, x: Scale, y: Scale) -> None:
    high, low = _points(course, course.high, x, y), _points(course, course.low, x, y)
    band = (float(course.low[-1]), float(course.high[-1]))
    sheet.add(Area((*high, *reversed(low)), key="band", role=Role.GAIN, opacity=_BAND, values=band))
    likely = tuple(float(value) for value in course.likely)
    points = _points(course, course.likely, x, y)
    sheet.add(Line(points, 2.5, key="likely", role=Role.GAIN, values=likely))


def _points(course: CashCourse, values: FloatArray, x: Scale, y: Scale) -> tuple[Point, ...]:
    return tuple(zip(x.all_at(course.months), y.all_at(values), strict=True))


def _payback(sheet: Sheet, course: CashCourse, x: Scale, y: Scale, plot: Box) -> None:
    """The band of payback months lies on the zero line, the likely month is a dot on it."""
    low, _, high = course.payback_band
    if math.isinf(course.payback) and math.isinf(low):
        return
    zero, last = y.at(0.0), float(course.months[-1])
    if not math.isinf(low):
        start, end = x.at(low), x.at(min(high, last))
        sheet.add(
            Cell(
                Box(start, zero - _PAYBACK_BAND / 2, max(_PAYBACK_BAND, end - start), _PAYBACK_BAND),
                _PAYBACK_BAND / 2,
                key="payback-band",
                role=Role.LOSS,
                values=(low, high),
            )
        )
    at = x.at(low if math.isinf(course.payback) else min(course.payback, last))
    months = month_range(low, high)
    whole = t("pays for itself in {months}", months=months)
    two = narrowest(sheet.measure, whole, Style.SMALL_STRONG, 2)
    texts = (whole,), two, (months,)
    _payback_label(sheet, course, texts, (at, zero), plot, (x, y))
    if not math.isinf(course.payback):
        sheet.add(
            Dot(at, zero, _DOT, Role.PANEL, 1.5, key="payback", role=Role.TEXT, values=(course.payback,))
        )


def _payback_label(
    sheet: Sheet,
    course: CashCourse,
    texts: tuple[tuple[str, ...], ...],
    point: Point,
    plot: Box,
    scales: tuple[Scale, Scale],
) -> None:
    """Above the course, because the band only opens with time; beside a line that leads to the zero line.

    Of several texts in lines it is the first that has room.
    """
    style, height = Style.SMALL_STRONG, sheet.height(Style.SMALL_STRONG)
    at, zero = point
    taken = [Course(_points(course, course.high, *scales), 2.0)]
    tops = [plot.y + step * height / 2 for step in range(int(max(1.0, (zero - plot.y) / height * 2)))]
    inside = plot.inset(0, 0, GAP, 0)
    for lines in texts:
        width, tall = sheet.widest(lines, style) + 2, height * len(lines)
        sides = (at + 5, at - 5 - width)
        place = first_free((Box(left, top, width, tall) for top in tops for left in sides), inside, taken)
        if place is not None:
            break
    else:
        place = Box(next((left for left in sides if left >= plot.x), sides[0]), plot.y, width, tall)
    sheet.add(Rule((at, place.y + 2), (at, zero), role=Role.TEXT))
    for line, text in enumerate(lines):
        sheet.write(Box(place.x, place.y + line * height, width, height), text, style)


def _months(sheet: Sheet, course: CashCourse, x: Scale, plot: Box) -> None:
    """A column to point at for every month."""
    wide = x.at(1.0) - x.at(0.0)
    values = zip(course.low.tolist(), course.likely.tolist(), course.high.tolist(), strict=True)
    for month, middle, three in zip(course.months.tolist(), x.all_at(course.months), values, strict=True):
        column = Box(middle - wide / 2, plot.y, wide, plot.height)
        words = partial(_month_words, month, three)
        sheet.add(Cell(column, key=f"month-{month:.0f}", words=words, role=Role.NOTHING, values=three))


def _month_words(month: float, three: tuple[float, float, float]) -> str:
    low, likely, high = three
    return t(
        "After month {month}: saved {likely} ({range})",
        month=int(month),
        likely=number_text(likely),
        range=range_text(low, high),
    )
