"""How far estimated and missing figures could move each location: its best and its worst rank."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from advisor.ui.charts.chart import Chart, Target
from advisor.ui.charts.chart_paint import Scale, block, hair, ticks
from advisor.ui.look.row_paint import write
from advisor.views.certainty.diagnostics_figures import Diagnostics, RankSpan
from advisor.views.look.theme import GAP

_THIN, _THICK, _DOT = 4, 8, 3.5
_LEAST_ROW, _MOST_ROW = 20, 30


class RankSpanChart(Chart):
    """Best-case and worst-case ranks of the best locations.

    Signals:
        chosen_location: id of the location that was clicked or chosen with Return.
    """

    chosen_location = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.shown: Diagnostics | None = None
        super().__init__("Ranks that hang on estimates", parent)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is ranked."""
        return self.shown is None or not self.shown.spans

    def sentence(self) -> str:
        """How many ranks hang on estimates."""
        return self.shown.spans_sentence if self.shown else ""

    def table(self) -> str:
        """The chart's numbers, tabs between cells."""
        return self.shown.spans_text if self.shown else ""

    def show_diagnostics(self, shown: Diagnostics | None) -> None:
        """Show another ranking's."""
        self.shown = shown
        rows = len(shown.spans) if shown else 0
        self.setMinimumHeight(round(rows * _LEAST_ROW + 4 * self.look.plain.height + 24))
        self.show_nothing(self.tr("No location is ranked."))

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw a location a row: a thin bar for all doubtful figures, a thick one for missing ones."""
        if self.shown is None:
            return
        small, ink, rows = self.look.small, self.look.ink, self.shown.spans
        name = min(area.width() * 0.36, max(small.width(one.name) for one in rows) + 2)
        number = small.width("000") + 4
        left = area.left() + name + GAP
        scale = Scale(1, max(6, *(one.worst for one in rows)), left + number, area.right() - number - 2)
        self._legend(painter, area)
        top = area.top() + 2 * small.height + 12
        height = min(_MOST_ROW, max(_LEAST_ROW, (area.bottom() - top) / len(rows)))
        self._axis(painter, scale, area.top() + small.height + 4, top, top + len(rows) * height)
        for index, one in enumerate(rows):
            line = QRectF(area.left(), top + index * height, area.width(), height)
            self.targets.append(Target(line, one.words, one.id))
            write(painter, QRectF(line.left(), line.top(), name, line.height()), one.name, small, ink.text)
            self._span(painter, line, one, scale)

    def _axis(self, painter: QPainter, scale: Scale, above: float, top: float, bottom: float) -> None:
        small, ink = self.look.small, self.look.ink
        marks = [1.0, *(mark for mark in ticks(scale.low, scale.high, 5) if mark >= scale.low + 2)]
        for mark in marks:
            at = scale.at(mark)
            hair(painter, ink.line, QPointF(at, top), QPointF(at, bottom))
            text = self.tr("rank 1") if mark == 1 else f"{mark:.0f}"
            width = small.width(text)
            write(painter, QRectF(at - width / 2, above, width + 1, small.height + 4), text, small, ink.quiet)

    def _legend(self, painter: QPainter, area: QRectF) -> None:
        small, look, at = self.look.small, self.look, area.left()
        for thick, colour, text in (
            (_THIN, look.gives, self.tr("estimated figures")),
            (_THICK, look.takes, self.tr("missing ones alone")),
        ):
            middle = area.top() + small.height / 2
            block(painter, QRectF(at, middle - thick / 2, 14, thick), colour)
            width = small.width(text) + 1
            write(painter, QRectF(at + 18, area.top(), width, small.height), text, small, look.ink.quiet)
            at += 18 + width + 2 * GAP

    def _span(self, painter: QPainter, line: QRectF, one: RankSpan, scale: Scale) -> None:
        small, look = self.look.small, self.look
        middle = line.center().y()
        for best, worst, thick, colour in (
            (one.best, one.worst, _THIN, look.gives),
            (one.missing_best, one.missing_worst, _THICK, look.takes),
        ):
            if best < worst:
                start, end = scale.at(best), scale.at(worst)
                block(painter, QRectF(start, middle - thick / 2, end - start, thick), colour)
        painter.setPen(look.ink.panel)
        painter.setBrush(look.ink.text)
        painter.drawEllipse(QPointF(scale.at(one.rank), middle), _DOT, _DOT)
        if one.best == one.worst:
            return
        for rank, right in ((one.best, True), (one.worst, False)):
            text = str(rank)
            width = small.width(text) + 1
            at = scale.at(rank) - width - 5 if right else scale.at(rank) + 5
            write(painter, QRectF(at, line.top(), width, line.height()), text, small, look.ink.quiet)

    def chosen(self, target: Target) -> None:
        """Select the location of a row."""
        self.chosen_location.emit(target.key)
