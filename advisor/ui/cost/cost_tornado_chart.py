"""What matters most: how far each figure alone moves the saving."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from advisor.ui.charts.chart_paint import Scale, block, hair, ticks
from advisor.ui.cost.cost_chart import CostChart, Target
from advisor.ui.look.row_paint import write
from advisor.views.cost.cost_money import axis_text, money_text
from advisor.views.cost.cost_tornado import Bar, end_words, tornado_bars, tornado_sentence, tornado_table
from advisor.views.look.theme import GAP

_LABELS = 0.4  # of the width, at most
_MOST_ROW = 26.0
_MOST_BARS = 10


class TornadoChart(CostChart):
    """Each figure alone at its low and its high end."""

    def __init__(self) -> None:
        super().__init__("What matters")

    def sentence(self) -> str:
        """The figure that matters most."""
        return tornado_sentence(self.view) if self.view else ""

    def table(self) -> str:
        """Every figure."""
        return tornado_table(self.view) if self.view else ""

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """As many rows as can be read, the widest first, around the likely saving."""
        view = self.view
        bars = tornado_bars(view) if view else ()
        if view is None or not bars:
            return
        look = self.look
        axis = look.small.height + 4
        rows = area.adjusted(0, 0, 0, -axis)
        bars = bars[: max(1, int(rows.height() // (look.small.height + 3)))][:_MOST_BARS]
        row = min(_MOST_ROW, rows.height() / len(bars))
        face = look.plain if row >= look.plain.height else look.small
        names = min(area.width() * _LABELS, max(face.width(bar.label) for bar in bars) + 2 * GAP)
        values = [(bar.end_text(bar.low), bar.end_text(bar.high)) for bar in bars]
        ends = max(look.small.width(text) for pair in values for text in pair) + GAP
        reach = [view.saving, *(bar.at_low for bar in bars), *(bar.at_high for bar in bars)]
        scale = Scale(min(reach), max(reach), area.left() + names + ends, area.right() - ends)
        bottom = rows.top() + row * len(bars)
        self._axis(painter, scale, rows.top(), bottom, area.left() + names)
        for at, bar in enumerate(bars):
            line = QRectF(area.left(), rows.top() + at * row, area.width(), row)
            write(painter, QRectF(line.left(), line.top(), names - GAP, row), bar.label, face, look.ink.text)
            self._bar(painter, line, scale, bar, values[at])
            words = "\n".join([bar.label, end_words(bar, at_low=True), end_words(bar, at_low=False)])
            self.targets.append(Target(line, words))
        middle = scale.at(view.saving)
        hair(painter, look.ink.text, QPointF(middle, rows.top()), QPointF(middle, bottom))

    def _bar(self, painter: QPainter, line: QRectF, scale: Scale, bar: Bar, texts: tuple[str, str]) -> None:
        look, view = self.look, self.view
        if view is None:
            return
        gap = max(1.0, line.height() * 0.14)
        middle = scale.at(view.saving)
        lows, highs = scale.at(bar.at_low), scale.at(bar.at_high)
        for end in (lows, highs):
            left, right = sorted((middle, end))
            area = QRectF(left, line.top() + gap, right - left, line.height() - 2 * gap)
            if right > left:
                block(painter, area, look.gives if end > middle else look.takes)
        for end, text in ((lows, texts[0]), (highs, texts[1])):
            is_left = end < middle or (end == middle and end <= min(lows, highs))
            width = look.small.width(text) + 2
            left = end - 4 - width if is_left else end + 5
            place = QRectF(left, line.top(), width, line.height())
            write(painter, place, text, look.small, look.ink.quiet, right=is_left)

    def _axis(self, painter: QPainter, scale: Scale, top: float, bottom: float, left: float) -> None:
        look, view = self.look, self.view
        if view is None:
            return
        most = max(2, int((scale.end - scale.start) / (5.5 * look.small.width("00"))))
        taken: list[tuple[float, float]] = []
        marks = [(view.saving, self.tr("likely saving {}").format(money_text(view.saving)))]
        marks += [(value, axis_text(value)) for value in ticks(scale.low, scale.high, most)]
        for at, (value, text) in enumerate(marks):
            face = look.small_strong if at == 0 else look.small
            x, width = scale.at(value), face.width(text)
            start = min(max(left, x - width / 2), scale.end + 40 - width)
            if any(start < end + GAP and begin < start + width + GAP for begin, end in taken):
                continue
            taken.append((start, start + width))
            if at:
                colour = look.ink.quiet if value == 0 else look.ink.line
                hair(painter, colour, QPointF(x, top), QPointF(x, bottom + 2))
            place = QRectF(start, bottom + 3, width + 1, look.small.height)
            write(painter, place, text, face, look.ink.quiet if at else look.ink.text)
