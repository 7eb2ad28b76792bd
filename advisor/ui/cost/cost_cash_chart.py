"""The saving so far over the months, with the band in which the move pays for itself."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from advisor.costs.ranges import FloatArray
from advisor.ui.charts.chart_paint import Scale, hair, spread, ticks
from advisor.ui.cost.cost_chart import CostChart, Target
from advisor.ui.look.row_paint import Type, write
from advisor.views.cost.cost_cash_flow import CashCourse, cash_course, cash_sentence, cash_table
from advisor.views.cost.cost_money import axis_text, money_range, money_text, month_range
from advisor.views.look.theme import GAP

_BAND = 50  # opacity of the band, of 255
_PAYBACK_BAND = 6.0


class CashFlowChart(CostChart):
    """The course of the saving with its band."""

    def __init__(self) -> None:
        super().__init__("Cash flow")

    def sentence(self) -> str:
        """When the move has paid for itself."""
        return cash_sentence(self.view) if self.view else ""

    def table(self) -> str:
        """The course by month."""
        return cash_table(self.view) if self.view else ""

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Axes, band, likely course, payback, and the ends named beside them."""
        view = self.view
        if view is None:
            return
        look, course = self.look, cash_course(view)
        ends = [
            (float(course.high[-1]), "P90", look.small, look.ink.quiet),
            (float(course.likely[-1]), self.tr("likely"), look.small_strong, look.ink.text),
            (float(course.low[-1]), "P10", look.small, look.ink.quiet),
        ]
        texts = [f"{money_text(value)} {name}" for value, name, _, _ in ends]
        beside = max(look.small_strong.width(text) for text in texts) + GAP
        most = max(2, int(area.height() / (2.6 * look.small.height)))
        low, high = course.lowest, course.highest
        marks = ticks(low, high, most)
        left = max((look.small.width(axis_text(mark)) for mark in marks), default=0.0) + GAP
        plot = QRectF(area.left() + left, area.top() + 4, area.width() - left - beside, 0)
        plot.setBottom(area.bottom() - look.small.height - 5)
        if high == low:
            low, high = -1.0, 1.0
        x = Scale(0.0, float(course.months[-1]), plot.left(), plot.right())
        y = Scale(low, high, plot.bottom(), plot.top())
        self._grid(painter, area, plot, x, y, marks, view.years)
        self._course(painter, course, x, y)
        self._payback(painter, course, x, y, plot)
        heights = [look.small.height] * 3
        tops = spread([y.at(end[0]) for end in ends], heights, area.top() - 2, plot.bottom() + 6)
        for (_, _, face, colour), text, top in zip(ends, texts, tops, strict=True):
            write(painter, QRectF(plot.right() + 6, top, beside, look.small.height), text, face, colour)
        self._explain(course, x, plot)

    def _grid(
        self,
        painter: QPainter,
        area: QRectF,
        plot: QRectF,
        x: Scale,
        y: Scale,
        marks: list[float],
        years: int,
    ) -> None:
        look = self.look
        for mark in marks:
            at = y.at(mark)
            colour = look.ink.quiet if mark == 0 else look.ink.line
            hair(painter, colour, QPointF(plot.left(), at), QPointF(plot.right(), at))
            place = QRectF(
                area.left(), at - look.small.height / 2, plot.left() - area.left() - 6, look.small.height
            )
            write(painter, place, axis_text(mark), look.small, look.ink.quiet, right=True)
        for year in range(1, years + 1):
            at = x.at(12.0 * year)
            hair(painter, look.ink.line, QPointF(at, plot.top()), QPointF(at, plot.bottom()))
            text = self.tr("year {}").format(year)
            width = look.small.width(text)
            place = QRectF(at - width - 3, plot.bottom() + 4, width + 3, look.small.height)
            if width + GAP < x.at(12.0) - x.at(0.0):
                write(painter, place, text, look.small, look.ink.quiet, right=True)
            elif width / 2 < x.at(12.0) - x.at(0.0):
                write(painter, place, str(year), look.small, look.ink.quiet, right=True)

    def _course(self, painter: QPainter, course: CashCourse, x: Scale, y: Scale) -> None:
        look = self.look

        def points(values: FloatArray) -> list[QPointF]:
            return [
                QPointF(x.at(float(month)), y.at(float(value)))
                for month, value in zip(course.months, values, strict=True)
            ]

        band = QColor(look.gives)
        band.setAlpha(_BAND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        painter.drawPolygon(QPolygonF([*points(course.high), *reversed(points(course.low))]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.gives, 2.5))
        painter.drawPolyline(QPolygonF(points(course.likely)))

    def _payback(self, painter: QPainter, course: CashCourse, x: Scale, y: Scale, plot: QRectF) -> None:
        """The band of payback months lies on the zero line, the likely month is a dot on it."""
        look, view = self.look, self.view
        low, _, high = course.payback_band
        if view is None or view.is_home or (math.isinf(course.payback) and math.isinf(low)):
            return
        zero, last = y.at(0.0), float(course.months[-1])
        if not math.isinf(low):
            start, end = x.at(low), x.at(min(high, last))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.takes)
            band = QRectF(start, zero - _PAYBACK_BAND / 2, max(_PAYBACK_BAND, end - start), _PAYBACK_BAND)
            painter.drawRoundedRect(band, _PAYBACK_BAND / 2, _PAYBACK_BAND / 2)
        text = self.tr("pays for itself in {}").format(month_range(low, high))
        face: Type = look.small_strong
        width = face.width(text) + 2
        at = x.at(min(course.payback, last))
        if math.isinf(course.payback):
            at = x.at(low)
        # Left and above there is nothing, because the band only opens with time.
        label = QRectF(min(at + 5, plot.right() - width), plot.top(), width, look.small.height)
        hair(painter, look.ink.text, QPointF(at, label.top() + 2), QPointF(at, zero))
        write(painter, label, text, face, look.ink.text)
        if not math.isinf(course.payback):
            painter.setPen(QPen(look.ink.panel, 1.5))
            painter.setBrush(look.ink.text)
            painter.drawEllipse(QPointF(at, zero), 5, 5)

    def _explain(self, course: CashCourse, x: Scale, plot: QRectF) -> None:
        half = (x.at(1.0) - x.at(0.0)) / 2
        for at, month in enumerate(np.asarray(course.months)):
            middle = x.at(float(month))
            spread_text = money_range(float(course.low[at]), float(course.high[at]))
            words = self.tr("After month {}: saved {} ({})").format(
                int(month), money_text(float(course.likely[at])), spread_text
            )
            self.targets.append(Target(QRectF(middle - half, plot.top(), 2 * half, plot.height()), words))
