"""The rank of one location over one of its figures, with the figure in force and the one tried."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from advisor.ui.charts.chart import Chart, Target
from advisor.ui.charts.chart_paint import Scale, hair, ticks
from advisor.ui.look.row_paint import write
from advisor.views.compare.what_if_figures import RankLine
from advisor.views.look.theme import GAP
from advisor.words.formatting import figure_text

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEP = 0.01  # of the whole span for one key
_DOT = 5.0


class RankChart(Chart):
    """A line over figures; a click or drag tries one.

    Signals:
        tried: the figure that the user points at.
    """

    tried = Signal(float)

    def __init__(self) -> None:
        self.line: RankLine | None = None
        self.figure = math.nan
        self.words = ""
        self.can_drag = True
        self.across = Scale(0.0, 1.0, 0.0, 1.0)
        self._y = Scale(1.0, 2.0, 0.0, 1.0)
        self._pressed = False
        super().__init__("What if")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.line is None

    def show_line(self, line: RankLine | None, figure: float, words: str = "") -> None:
        """Draw a line and the figure that is tried.

        Args:
            line: ranks over figures.
            figure: the one that is tried.
            words: what stands before the sentence.
        """
        self.line, self.figure, self.words = line, figure, words
        self.show_nothing(self.tr("There is no location to try figures on."))

    def sentence(self) -> str:
        """What the figure would do."""
        return " ".join(part for part in (self.words, self._said()) if part)

    def _said(self) -> str:
        return self.line.sentence(self.figure) if self.line else ""

    def table(self) -> str:
        """Ranks for every figure."""
        return self.line.table() if self.line else ""

    # Trying -------------------------------------------------------------------------------------------

    def _try(self, figure: float) -> None:
        if self.line is not None and self.can_drag:
            low, high = float(self.line.figures[0]), float(self.line.figures[-1])
            step = 10.0 ** (math.floor(math.log10(high - low)) - 2)  # no more digits than the eye can aim at
            self.tried.emit(min(high, max(low, round(round(figure / step) * step, 12))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Try the figure here."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self._try(self.across.value(event.position().x()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self._pressed:
            self._try(self.across.value(event.position().x()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pressed = False
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right try figures beside, with shift further away."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or self.line is None or math.isnan(self.figure):
            super().keyPressEvent(event)
            return
        span = float(self.line.figures[-1] - self.line.figures[0])
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self._try(self.figure + step * far * _STEP * span)

    # Drawing ------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Axes, the line, and both figures on it."""
        line = self.line
        if line is None:
            return
        small = self.look.small
        left = small.width("000") + GAP
        plot = area.adjusted(left, small.height + 4, -4 * GAP, -(2 * small.height + 6))
        ranks = [int(rank) for rank in line.ranks]
        self.across = Scale(float(line.figures[0]), float(line.figures[-1]), plot.left(), plot.right())
        most = max(*ranks, min(ranks) + 4)
        self._y = Scale(min(ranks), most, plot.top() + 3, plot.bottom())
        self._draw_axes(painter, plot, line)
        points = [
            QPointF(self.across.at(float(figure)), self._y.at(rank))
            for figure, rank in zip(line.figures, ranks, strict=True)
        ]
        painter.setPen(QPen(self.look.ink.quiet, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))
        is_other = not math.isnan(self.figure) and not math.isclose(self.figure, line.now, rel_tol=1e-9)
        if not math.isnan(line.now):
            self._draw_mark(painter, plot, line, line.now, is_tried=False)
        if is_other:
            self._draw_mark(painter, plot, line, self.figure, is_tried=True)

    def _draw_axes(self, painter: QPainter, plot: QRectF, line: RankLine) -> None:
        ink, small = self.look.ink, self.look.small
        write(
            painter,
            QRectF(plot.left() - small.width("000") - GAP, plot.top() - small.height - 4, 60, small.height),
            self.tr("Rank"),
            small,
            ink.quiet,
        )
        count = max(2, int(plot.height() // (2.2 * small.height)))
        inner = [t for t in ticks(self._y.low, self._y.high, count) if t == int(t) and t > self._y.low]
        for rank in [self._y.low, *inner]:
            y = round(self._y.at(rank))
            hair(painter, ink.line, QPointF(plot.left(), y), QPointF(plot.right(), y))
            cell = QRectF(plot.left() - 60, y - small.height / 2, 60 - GAP / 2, small.height)
            write(painter, cell, f"{rank:.0f}", small, ink.quiet, right=True)
        unit = line.criterion.unit
        for value in ticks(self.across.low, self.across.high, max(2, int(plot.width() // 90))):
            text = figure_text(value, unit, with_unit=False)
            width = small.width(text)
            at = self.across.at(value)
            hair(painter, ink.line, QPointF(round(at), plot.bottom()), QPointF(round(at), plot.bottom() + 3))
            cell = QRectF(at - width / 2, plot.bottom() + 4, width + 1, small.height)
            write(painter, cell, text, small, ink.quiet)
        title = ", ".join(part for part in (line.criterion.name, unit) if part)
        cell = QRectF(plot.left(), plot.bottom() + 5 + small.height, plot.width(), small.height)
        write(painter, cell, title, small, ink.quiet)

    def _draw_mark(
        self, painter: QPainter, plot: QRectF, line: RankLine, figure: float, *, is_tried: bool
    ) -> None:
        ink = self.look.ink
        rank, score = line.rank_at(figure)
        x = min(plot.right(), max(plot.left(), self.across.at(figure)))
        y = min(plot.bottom(), max(plot.top(), self._y.at(rank)))
        colour = ink.accent if is_tried else ink.text
        face = self.look.small_strong
        text = line.mark_text(figure)
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.SolidLine if is_tried else Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top() if is_tried else y + _DOT), QPointF(x, plot.bottom()))
        painter.setPen(QPen(colour, 2.0))
        painter.setBrush(colour if is_tried else ink.panel)
        painter.drawEllipse(QPointF(x, y), _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_tried:  # above the chart, where no other label is
            width = face.width(text)
            edge = min(max(x - width / 2, plot.left() + 4 * GAP), plot.right() + 4 * GAP - width)
            cell = QRectF(edge, plot.top() - face.height - 3, width + 1, face.height)
        else:
            text = self.tr("now {0}").format(text)
            width = face.width(text)
            right = x + _DOT + 6 + width <= plot.right() + 4 * GAP
            edge = x + _DOT + 6 if right else x - _DOT - 6 - width
            cell = QRectF(edge, max(plot.top(), y - face.height / 2), width + 1, face.height)
            painter.fillRect(cell, ink.panel)
        write(painter, cell, text, face, colour)
        words = self.tr("{0}, {1:.1f} points").format(line.mark_text(figure), score)
        self.targets.append(Target(QRectF(x - 8, y - 8, 16, 16), words))
