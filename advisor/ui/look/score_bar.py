"""Bars as the lists and panels draw them: zero-based, rounded, split by theme."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from advisor.ui.look.row_paint import edge_colour

_SEAM = 1.0


def paint_score_bar(
    painter: QPainter,
    area: QRectF,
    parts: Iterable[tuple[float, QColor]],
    track: QColor,
) -> None:
    """Draw a bar made of parts on a track.

    Args:
        painter: draws with antialiasing on.
        area: the whole track; its width stands for 1.
        parts: length (0..1) and colour of each part, from the left.
        track: colour of what is left over.
    """
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, track)
    left = area.left()
    for length, colour in parts:
        width = length * area.width()
        edge = edge_colour(colour)
        # A hair of track between parts, so that neighbouring hues stay apart in greyscale too.
        if width > 2 * _SEAM:
            part = QRectF(left, area.top(), width - _SEAM, area.height())
            painter.fillRect(part, colour)
            if edge != colour:
                painter.setPen(QPen(edge, 1.0))
                painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))
        elif width > 0:
            painter.fillRect(QRectF(left, area.top(), width, area.height()), edge)
        left += width
    painter.restore()


def paint_value_bar(
    painter: QPainter, area: QRectF, value: float, colour: QColor, track: QColor, *, known: bool = True
) -> None:
    """Draw one value in 0..1; a value that is not known from a figure is an outline only."""
    if known:
        paint_score_bar(painter, area, [(value, colour)], track)
        return
    paint_score_bar(painter, area, [], track)
    width = max(value * area.width(), area.height())
    painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = QRectF(area.left() + 0.5, area.top() + 0.5, width - 1, area.height() - 1)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
