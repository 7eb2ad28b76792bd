"""Scores over the weight of one theme: lines, where they cross, and the weight, which can be dragged."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from advisor.ui.charts.chart import Target
from advisor.ui.charts.chart_paint import Scale, hair, spread, ticks
from advisor.ui.charts.dragged_chart import DraggedChart
from advisor.ui.look.row_paint import write
from advisor.views.compare.sensitivity_figures import WeightLines
from advisor.views.look.theme import GAP
from advisor.words.formatting import in_sentence

_SNAP = 5.0  # pixels around a crossing in which the pointer takes it
_DOT, _RING = 2.0, 4.5


class SensitivityChart(DraggedChart):
    """Lines over 0 to 100 %; a click or drag says which weight is wanted."""

    def __init__(self) -> None:
        self.lines: WeightLines | None = None
        self.across = Scale(0.0, 1.0, 0.0, 1.0)
        self._y = Scale(0.0, 1.0, 1.0, 0.0)
        super().__init__("Sensitivity")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.lines is None

    def show_lines(self, lines: WeightLines | None) -> None:
        """Draw other lines."""
        self.lines = lines
        self.show_nothing(self.tr("There is no second weight that this one could be moved against."))

    def sentence(self) -> str:
        """Who leads, and until when."""
        return self.lines.sentence if self.lines else ""

    def table(self) -> str:
        """Scores for every percentage."""
        return self.lines.table() if self.lines else ""

    # Weights -----------------------------------------------------------------------------------------

    def share_at(self, x: float) -> float:
        """The weight at a position, whole percent; a crossing where the pointer is close to one."""
        assert self.lines is not None
        marks = [*self.lines.turns, *([self.lines.pair.share] if self.lines.pair else [])]
        near = min(marks, key=lambda share: abs(self.across.at(share) - x), default=None)
        if near is not None and abs(self.across.at(near) - x) <= _SNAP:
            return near
        return min(1.0, max(0.0, round(self.across.value(x), 2)))

    @property
    def share_now(self) -> float:
        """The weight in force, 0..1."""
        return self.lines.now if self.lines else 0.0

    # Drawing ------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Axes, lines with their names, crossings, the weight now."""
        lines = self.lines
        if lines is None:
            return
        small = self.look.small
        names = max(self.look.small_strong.width(lines.label(int(row))) for row in lines.lines.rows)
        right = min(names + 2 * GAP, 0.3 * area.width())
        left = small.width("100") + GAP
        plot = area.adjusted(left, small.height + 2, -right, -(2 * small.height + 4))
        scores = lines.lines.scores
        low, high = float(scores.min()), float(scores.max())
        room = max(0.04 * (high - low), 0.5)
        self.across = Scale(0.0, 1.0, plot.left(), plot.right())
        self._y = Scale(max(0.0, low - room), min(100.0, high + room), plot.bottom(), plot.top())
        self._draw_axes(painter, plot)
        self._draw_lines(painter, lines)
        self._draw_names(painter, lines, plot, area.right())
        self._draw_now(painter, lines, plot)
        self._draw_crossings(painter, lines)

    def _draw_axes(self, painter: QPainter, plot: QRectF) -> None:
        ink, small = self.look.ink, self.look.small
        for value in ticks(self._y.low, self._y.high, max(2, int(plot.height() // (2.5 * small.height)))):
            y = round(self._y.at(value))
            hair(painter, ink.line, QPointF(plot.left(), y), QPointF(plot.right(), y))
            cell = QRectF(plot.left() - 60, y - small.height / 2, 60 - GAP / 2, small.height)
            write(painter, cell, f"{value:g}", small, ink.quiet, right=True)
        edge = plot.left() - small.width("100") - GAP
        score = QRectF(edge, plot.top() - small.height - 4, 80, small.height)
        write(painter, score, self.tr("Score"), small, ink.quiet)
        assert self.lines is not None
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            text = f"{100 * share:.0f} %"
            width = small.width(text)
            at = self.across.at(share)
            if abs(at - self.across.at(self.lines.now)) < width + 4 * GAP:
                continue  # the weight now stands there
            hair(painter, ink.line, QPointF(round(at), plot.bottom()), QPointF(round(at), plot.bottom() + 3))
            cell = QRectF(at - width / 2, plot.bottom() + 4, width + 1, small.height)
            write(painter, cell, text, small, ink.quiet)
        title = self.tr("Weight of {0}").format(in_sentence(self.lines.name))
        cell = QRectF(plot.left(), plot.bottom() + 4 + small.height, plot.width(), small.height)
        write(painter, cell, title, small, ink.quiet)

    def _ink(self, row: int) -> tuple[QColor, float]:
        """Colour and width of a line: the two compared stand out, then whoever leads somewhere."""
        assert self.lines is not None
        ink = self.look.ink
        if row == self.lines.a:
            return ink.accent, 2.6
        if row == self.lines.b:
            return ink.text, 2.6
        faint = QColor(ink.quiet)
        leads = any(reign.row == row for reign in self.lines.reigns)
        faint.setAlphaF(0.9 if leads else 0.45)
        return faint, 1.3 if leads else 1.0

    def _draw_lines(self, painter: QPainter, lines: WeightLines) -> None:
        every = list(zip(lines.lines.rows, lines.lines.scores, strict=True))
        for row, scores in reversed(every):  # the two compared come first and lie on top
            colour, width = self._ink(int(row))
            points = [
                QPointF(self.across.at(float(share)), self._y.at(float(score)))
                for share, score in zip(lines.lines.shares, scores, strict=True)
            ]
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(QPolygonF(points))

    def _draw_names(self, painter: QPainter, lines: WeightLines, plot: QRectF, edge: float) -> None:
        ink, height = self.look.ink, self.look.small.height
        most = max(2, int((plot.height() + height) // height))
        drawn = zip(lines.lines.rows, lines.lines.scores, strict=True)
        every = {int(row): self._y.at(float(scores[-1])) for row, scores in drawn}
        kept = list(every.items())[:most]  # the two compared and all leaders come first
        ends = dict(sorted(kept, key=lambda entry: entry[1]))
        ordered = list(ends)
        sizes = [height] * len(ordered)
        tops = spread(list(ends.values()), sizes, plot.top() - height, plot.bottom() + height / 2)
        for row, top in zip(ordered, tops, strict=True):
            bold = row in (lines.a, lines.b)
            colour = self._ink(row)[0] if bold else ink.quiet
            start = QPointF(plot.right() + 2, ends[row])
            stop = QPointF(plot.right() + GAP, top + height / 2)
            painter.setPen(QPen(self._ink(row)[0], 1.0))
            painter.drawLine(start, stop)
            cell = QRectF(plot.right() + GAP + 3, top, edge - plot.right() - GAP - 3, height)
            face = self.look.small_strong if bold else self.look.small
            write(painter, cell, lines.label(row), face, colour)

    def _draw_now(self, painter: QPainter, lines: WeightLines, plot: QRectF) -> None:
        ink, face = self.look.ink, self.look.small_strong
        at = self.across.at(lines.now)
        painter.setPen(QPen(ink.accent, 1.5))
        painter.drawLine(QPointF(at, plot.top() - 2), QPointF(at, plot.bottom() + 3))
        text = self.tr("now {0}").format(f"{100 * lines.now:.0f} %")
        width = face.width(text) + 10
        pill = QRectF(at - width / 2, plot.bottom() + 3, width, face.height + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.accent)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        write(painter, pill.adjusted(5, 0, 0, 0), text, face, ink.panel)

    def _draw_crossings(self, painter: QPainter, lines: WeightLines) -> None:
        ink = self.look.ink
        turns = np.array(lines.turns)
        marks: list[tuple[float, float, str, bool]] = []
        for crossing in lines.lines.crossings:
            at = QPointF(self.across.at(crossing.share), self._y.at(crossing.score))
            below, above = lines.label(crossing.below), lines.label(crossing.above)
            share = f"{100 * crossing.share:.0f} %"
            is_pair = crossing is lines.pair
            leads = bool(len(turns)) and bool(np.abs(turns - crossing.share).min() < 1e-9)
            words = self.tr("{0} overtakes {1} at {2}").format(above, below, share)
            if is_pair:
                painter.setPen(QPen(ink.text, 2.0))
                painter.setBrush(ink.panel)
                painter.drawEllipse(at, _RING, _RING)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink.text if leads else ink.quiet)
                painter.drawEllipse(at, _RING - 1 if leads else _DOT, _RING - 1 if leads else _DOT)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if is_pair or leads:
                marks.append((at.x(), at.y(), share, is_pair and not leads))
                area = QRectF(at.x() - 7, at.y() - 7, 14, 14)
                self.targets.append(Target(area, words, repr(crossing.share)))
        self._write_marks(painter, [mark for mark in marks if not mark[3]], above=True)
        self._write_marks(painter, [mark for mark in marks if mark[3]], above=False)

    def _write_marks(
        self, painter: QPainter, marks: list[tuple[float, float, str, bool]], *, above: bool
    ) -> None:
        """Shares beside their crossings, as far as they do not run into each other."""
        face, last = self.look.small_strong, -1e9
        for x, y, text, _pair in sorted(marks):
            width = face.width(text)
            left = x - width / 2
            if left <= last + 4:
                continue
            top = y - _RING - face.height - 1 if above else y + _RING + 1
            cell = QRectF(left, top, width + 1, face.height)
            backing = QColor(self.look.ink.panel)
            backing.setAlphaF(0.75)
            painter.fillRect(cell, backing)
            write(painter, cell, text, face, self.look.ink.text)
            last = left + width
