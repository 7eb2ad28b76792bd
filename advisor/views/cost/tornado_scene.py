"""What matters most: how far each figure alone moves the saving."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.views.cost.cost_tornado import Bar as Swing
from advisor.views.cost.cost_tornado import end_words, tornado_bars, tornado_sentence, tornado_table
from advisor.views.cost.cost_view import CostView
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Cell, Rule
from advisor.views.scene.named_rows import NamedRows, RowName
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale, ticks
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import axis_texts, number_text
from advisor.words.translation import t

_LABELS = 0.4  # of the width, at most
_MOST_ROW = 26.0
_LEAST_PLOT = 7.0  # lines of width for the bars, where names need what is beside them
_MOST_BARS = 10
_BETWEEN = 3.0  # that a row is higher than its name, at least
_GAP = 0.14  # of a row, above and below its bar


def tornado_scene(view: CostView, size: Size, measure: Measurer) -> Scene:
    """As many rows as can be read, the widest first, around the likely saving."""
    bars = tornado_bars(view)
    if not bars:
        return empty_scene(size, measure, tornado_sentence(view))
    sheet = Sheet(size, measure, tornado_sentence(view))
    area = sheet.opened()
    rows = area.inset(0, 0, 0, sheet.height() + 4)
    bars, names, width, ends = _that_fit(sheet, bars[:_MOST_BARS], rows)
    placed = names.placed(rows, _MOST_ROW)
    reach = [view.saving, *(bar.at_low for bar in bars), *(bar.at_high for bar in bars)]
    scale = Scale(min(reach), max(reach), area.x + width + ends, area.right - ends)
    bottom = placed[-1].box.bottom
    _axis(sheet, scale, view.saving, Box(area.x + width, rows.y, area.width - width, bottom - rows.y))
    for bar, row in zip(bars, placed, strict=True):
        words = "\n".join([bar.label, end_words(bar, at_low=True), end_words(bar, at_low=False)])
        ends_of = (bar.at_low, bar.at_high)
        sheet.add(Cell(row.box, key=bar.factor, words=words, role=Role.NOTHING, values=ends_of))
        row.write_name(sheet, width - GAP)
        _bar(sheet, row.bar, scale, view.saving, bar, _end_texts(bar))
    middle = scale.at(view.saving)
    sheet.gridline((middle, rows.y), (middle, bottom), Role.TEXT)
    return sheet.done(lambda: tornado_table(view))


def _that_fit(
    sheet: Sheet, bars: tuple[Swing, ...], rows: Box
) -> tuple[tuple[Swing, ...], NamedRows, float, float]:
    """As many as have room with their names in full, one at least; the widths for names and for figures."""
    most = max(1, int(rows.height // (sheet.height() + _BETWEEN)))
    for count in range(min(most, len(bars)), 0, -1):
        ends = sheet.widest(text for bar in bars[:count] for text in _end_texts(bar)) + GAP
        names, width = _names(sheet, bars[:count], rows, ends)
        if names.least_height <= rows.height:
            break
    return bars[:count], names, width, ends


def _names(sheet: Sheet, bars: Sequence[Swing], rows: Box, ends: float) -> tuple[NamedRows, float]:
    most = max(rows.width * _LABELS, rows.width - 2 * ends - _LEAST_PLOT * sheet.height())
    row = min(_MOST_ROW, rows.height / len(bars))
    faces = [face for face in (Style.PLAIN, Style.SMALL) if row >= sheet.height(face)] or [Style.SMALL]
    wishes = {face: sheet.widest((bar.label for bar in bars), face) + 2 * GAP for face in faces}
    face = next((face for face in faces if wishes[face] <= most), faces[-1])
    width = min(most, wishes[face])
    names = [RowName(bar.label, face) for bar in bars]
    between = _BETWEEN if face is Style.SMALL else 0.0
    return NamedRows(sheet, names, width - GAP, between), width


def _end_texts(bar: Swing) -> tuple[str, str]:
    return bar.end_text(bar.low), bar.end_text(bar.high)


def _bar(sheet: Sheet, line: Box, scale: Scale, saving: float, swing: Swing, texts: tuple[str, str]) -> None:
    gap = max(1.0, line.height * _GAP)
    middle = scale.at(saving)
    lows, highs = scale.at(swing.at_low), scale.at(swing.at_high)
    for end, value in ((lows, swing.at_low), (highs, swing.at_high)):
        left, right = sorted((middle, end))
        if right > left:
            sheet.add(
                Bar(
                    Box(left, line.y + gap, right - left, line.height - 2 * gap),
                    key=swing.factor,
                    role=Role.GAIN if value > saving else Role.LOSS,
                    values=(saving, value),
                )
            )
    for end, text in ((lows, texts[0]), (highs, texts[1])):
        is_left = end < middle or (end == middle and end <= min(lows, highs))
        width = sheet.width(text) + 2
        place = Box(end - 4 - width if is_left else end + 5, line.y, width, line.height)
        sheet.write(place, text, role=Role.QUIET, align=Align.RIGHT if is_left else Align.LEFT)


def _axis(sheet: Sheet, scale: Scale, saving: float, plot: Box) -> None:
    """The likely saving first, round numbers where they leave it room."""
    most = max(2, int((scale.end - scale.start) / (5.5 * sheet.width("00"))))
    marks = ticks(scale.low, scale.high, most)
    taken: list[tuple[float, float]] = []
    told = [(saving, t("likely saving {amount}", amount=number_text(saving)))]
    told += list(zip(marks, axis_texts(marks), strict=True))
    for at, (value, text) in enumerate(told):
        style = Style.SMALL_STRONG if at == 0 else Style.SMALL
        x, width = scale.at(value), sheet.width(text, style)
        start = min(max(plot.x, x - width / 2), plot.right - width)
        if any(start < end + GAP and begin < start + width + GAP for begin, end in taken):
            continue
        taken.append((start, start + width))
        if at:
            role = Role.QUIET if value == 0 else Role.LINE
            sheet.add(Rule((x, plot.y), (x, plot.bottom + 2), role=role, values=(value,)))
        place = Box(start, plot.bottom + 3, width + 1, sheet.height())
        sheet.write(place, text, style, Role.QUIET if at else Role.TEXT)
