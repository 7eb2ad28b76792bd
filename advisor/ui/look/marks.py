"""Small shapes that say the same as the word beside them: engagement model, method, movement."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from advisor.core.matrix import CellMethod


def paint_engagement_mark(painter: QPainter, area: QRectF, model: str, colour: QColor) -> None:
    """Square for onshore, diamond for nearshore, ring for offshore."""
    pen = QPen(colour, 1.5)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if model == "offshore" else colour)
    if model == "onshore":
        painter.drawRect(area.adjusted(1.5, 1.5, -1.5, -1.5))
    elif model == "nearshore":
        middle = area.center()
        corners = [(middle.x(), area.top()), (area.right(), middle.y())]
        corners += [(middle.x(), area.bottom()), (area.left(), middle.y())]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    else:
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))


def paint_method_mark(painter: QPainter, area: QRectF, method: CellMethod, colour: QColor) -> None:
    """Full disc for observed, half for estimated, dotted ring for unknown, pencil stroke for your figure."""
    inner = area.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if method == CellMethod.USER:
        painter.setPen(QPen(colour, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(inner.bottomLeft() + QPointF(2, -2), inner.topRight() + QPointF(-0.5, 0.5))
        painter.setPen(QPen(colour, 1.0))
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())
        return
    known = method >= CellMethod.ESTIMATED
    painter.setPen(QPen(colour, 1.25, Qt.PenStyle.SolidLine if known else Qt.PenStyle.DotLine))
    if method == CellMethod.OBSERVED:
        painter.setBrush(colour)
    painter.drawEllipse(inner)
    if method == CellMethod.ESTIMATED:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(inner, 90 * 16, 180 * 16)


def paint_arrow(painter: QPainter, area: QRectF, *, up: bool, colour: QColor) -> None:
    """A small filled triangle."""
    tip, base = (area.top(), area.bottom()) if up else (area.bottom(), area.top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    points = [(area.left(), base), (area.center().x(), tip), (area.right(), base)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def paint_flag_mark(painter: QPainter, area: QRectF, *, alarming: bool, colour: QColor) -> None:
    """A warning triangle, filled where it is an alarm."""
    inner = area.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(
        QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(colour if alarming else Qt.BrushStyle.NoBrush)
    corners = [
        (inner.center().x(), inner.top()),
        (inner.right(), inner.bottom()),
        (inner.left(), inner.bottom()),
    ]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
