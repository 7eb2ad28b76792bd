"""Cost against quality: one dot a location; a click selects it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF

from advisor.ui.charts.chart_paint import LogScale, Scale, hair, log_ticks, ticks
from advisor.ui.cost.cost_chart import CostChart, Target
from advisor.ui.look.row_paint import write
from advisor.views.cost.cost_money import axis_text
from advisor.views.cost.cost_quality import Dot, dot_words, quality_sentence, quality_table
from advisor.views.look.theme import GAP

_RADIUS, _LARGE, _REACH = 3.5, 6.0, 7.0


class QualityChart(CostChart):
    """All ranked locations; those that none beats on both cost and quality are joined and named.

    Signals:
        selected: id of the location that was clicked.
        hovered: id of the location under the pointer, empty for none.
    """

    selected = Signal(str)
    hovered = Signal(str)

    def __init__(self) -> None:
        self._dots: tuple[Dot, ...] = ()
        self._selected = ""
        self._hovered = ""
        self._money = ""
        super().__init__("Cost & quality")

    @property
    def dots(self) -> tuple[Dot, ...]:
        """What is drawn."""
        return self._dots

    @property
    def is_empty(self) -> bool:
        """Whether no location has both a cost and a quality."""
        return not self._dots

    def show_dots(self, dots: tuple[Dot, ...], money: str) -> None:
        """Show locations; ``money`` says what the cost is counted in."""
        self._dots, self._money = dots, money
        self._nothing = quality_sentence((), "")
        self.current = -1
        self.refresh()

    def show_selected(self, location: str) -> None:
        """Mark the selected location."""
        self._selected = location
        self.refresh()

    def show_hovered(self, location: str) -> None:
        """Mark the location under the pointer, wherever that is."""
        if location != self._hovered:
            self._hovered = location
            self.update()

    def sentence(self) -> str:
        """Whether anything is both cheaper and better than the selected location."""
        return quality_sentence(self._dots, self._selected)

    def table(self) -> str:
        """Every location."""
        return quality_table(self._dots, self._money)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Axes, the line of the unbeaten, dots, and names where they fit."""
        look = self.look
        low, high = self._reach([dot.quality for dot in self._dots])
        cheap, dear = min(dot.cost for dot in self._dots) / 1.15, max(dot.cost for dot in self._dots) * 1.15
        height = look.small.height
        marks = ticks(low, high, max(2, int((area.height() - height) / (2.4 * height))))
        left = max((look.small.width(f"{mark:g}") for mark in marks), default=0.0) + GAP
        plot = QRectF(area.left() + left, area.top(), area.width() - left, area.height() - height - 6)
        x, y = LogScale(cheap, dear, plot.left(), plot.right()), Scale(low, high, plot.bottom(), plot.top())
        self._axes(painter, plot, x, y, marks)
        self._front(painter, x, y)
        places = {dot.id: QPointF(x.at(dot.cost), y.at(dot.quality)) for dot in self._dots}
        ordered = sorted(self._dots, key=self._importance)
        for dot in ordered:
            self._paint_dot(painter, dot, places[dot.id], x)
        self._names(painter, plot, [dot for dot in reversed(ordered) if self._importance(dot)], places)
        for dot in self._dots:  # arrow keys walk from the cheapest to the dearest
            at = places[dot.id]
            reach = QRectF(at.x() - _REACH, at.y() - _REACH, 2 * _REACH, 2 * _REACH)
            self.targets.append(Target(reach, dot_words(dot), dot.id))

    @staticmethod
    def _reach(values: list[float]) -> tuple[float, float]:
        low, high = min(values), max(values)
        edge = (high - low) * 0.06 or 1.0
        return low - edge, high + edge

    def _importance(self, dot: Dot) -> int:
        marks = (dot.id == self._hovered, dot.id == self._selected, dot.is_home, dot.is_best)
        return next((4 - at for at, mark in enumerate(marks) if mark), 0)

    def _axes(self, painter: QPainter, plot: QRectF, x: LogScale, y: Scale, marks: list[float]) -> None:
        look, height = self.look, self.look.small.height
        for mark in marks:
            at = y.at(mark)
            hair(painter, look.ink.line, QPointF(plot.left(), at), QPointF(plot.right(), at))
            place = QRectF(plot.left() - 60, at - height / 2, 60 - 6, height)
            write(painter, place, f"{mark:g}", look.small, look.ink.quiet, right=True)
        title = self.tr("cost per person and year, {}, ratio scale").format(self._money)
        room = plot.width() - look.small.width(title) - GAP
        for mark in log_ticks(x.low, x.high):
            at, text = x.at(mark), axis_text(mark)
            hair(painter, look.ink.line, QPointF(at, plot.bottom()), QPointF(at, plot.bottom() + 3))
            width = look.small.width(text) + 2
            place = QRectF(at - width / 2, plot.bottom() + 5, width, height)
            if place.right() < plot.left() + room and place.left() >= plot.left():
                write(painter, place, text, look.small, look.ink.quiet)
        hair(painter, look.ink.quiet, plot.bottomLeft(), plot.bottomRight())
        below = QRectF(plot.left(), plot.bottom() + 5, plot.width(), height)
        write(painter, below, title, look.small, look.ink.quiet, right=True)
        above = QRectF(plot.left() + 4, plot.top(), plot.width(), height)
        write(painter, above, self.tr("quality: score without cost"), look.small, look.ink.quiet)

    def _front(self, painter: QPainter, x: LogScale, y: Scale) -> None:
        """A staircase: nothing lies above and left of it."""
        best = [dot for dot in self._dots if dot.is_best]
        corners: list[QPointF] = []
        for dot in best:
            if corners:
                corners.append(QPointF(x.at(dot.cost), corners[-1].y()))
            corners.append(QPointF(x.at(dot.cost), y.at(dot.quality)))
        painter.setPen(QPen(self.look.gives, 1.25))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(corners))

    def _paint_dot(self, painter: QPainter, dot: Dot, at: QPointF, x: LogScale) -> None:
        look = self.look
        is_selected, is_hovered = dot.id == self._selected, dot.id == self._hovered
        if is_selected or is_hovered:
            painter.setPen(QPen(look.ink.text if is_selected else look.ink.quiet, 1.5))
            painter.drawLine(QPointF(x.at(dot.low), at.y()), QPointF(x.at(dot.high), at.y()))
        radius = _LARGE if is_selected else _RADIUS + (1.0 if is_hovered or dot.is_best or dot.is_home else 0)
        edge = look.ink.text if is_selected else look.ink.panel
        painter.setPen(QPen(edge, 2.0 if is_selected else 1.0))
        quiet = look.dot
        painter.setBrush(look.home if dot.is_home else look.gives if dot.is_best else quiet)
        painter.drawEllipse(at, radius, radius)

    def _names(self, painter: QPainter, plot: QRectF, dots: list[Dot], places: dict[str, QPointF]) -> None:
        """Names of the dots that matter, the most important first, where they cover nothing."""
        look = self.look
        taken = [
            QRectF(places[dot.id].x() - 4, places[dot.id].y() - 4, 8, 8) for dot in self._dots if dot.is_best
        ]
        for dot in dots:
            strong = dot.id in (self._selected, self._hovered)
            face, colour = (look.strong, look.ink.text) if strong else (look.small, look.ink.quiet)
            width, at = face.width(dot.name) + 2, places[dot.id]
            for left, top in (
                (at.x() + 9, at.y() - face.height - 1),
                (at.x() + 9, at.y() + 1),
                (at.x() - 9 - width, at.y() - face.height - 1),
                (at.x() - 9 - width, at.y() + 1),
            ):
                place = QRectF(left, top, width, face.height)
                inside = place.left() >= plot.left() and place.right() <= plot.right() + 4
                inside = inside and place.top() >= plot.top() - 4 and place.bottom() <= plot.bottom()
                if inside and not any(place.intersects(other) for other in taken):
                    if strong:
                        painter.fillRect(place, look.ink.panel)
                    write(painter, place, dot.name, face, colour)
                    taken.append(place)
                    break

    # Pointing -------------------------------------------------------------------------------------------

    def target_at(self, position: QPointF) -> int:
        """The nearest dot within reach."""
        near = [
            ((target.area.center() - position).manhattanLength(), index)
            for index, target in enumerate(self.targets)
            if target.area.contains(position)
        ]
        return min(near)[1] if near else -1

    def chosen(self, target: Target) -> None:
        """Select the location."""
        self.selected.emit(target.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover the location under the pointer."""
        index = self.target_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(self.targets[index].key if index >= 0 else "")
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        self.hovered.emit("")
        super().leaveEvent(event)
