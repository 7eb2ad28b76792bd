"""Colours, fonts, axes and label placement that the cost charts share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from advisor.ui.look.row_paint import Ink, Type
from advisor.views.look.theme import Look

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class ChartLook:
    """A look as the charts use it.

    Args:
        look: colours and sizes.
        base: the widget's font, for the family.
    """

    def __init__(self, look: Look, base: QFont) -> None:
        self.ink = Ink.of(look)
        self.parts = {key: QColor(colour) for key, colour in look.cost.parts.items()}
        self.takes = QColor(look.cost.takes)
        self.gives = QColor(look.cost.gives)
        self.whole = QColor(look.cost.parts["wage"])
        self.home = QColor(look.home)
        self.dot = QColor(look.cost.dot)
        half = QFont.Weight.DemiBold
        self.plain = Type(base, look.base)
        self.strong = Type(base, look.base, half)
        self.small = Type(base, look.small)
        self.small_strong = Type(base, look.small, half)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values low..high on positions start..end (pixels; end may lie before start)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The position of a value."""
        span = self.high - self.low
        return self.start + (self.end - self.start) * ((value - self.low) / span if span else 0.5)

    def value(self, position: float) -> float:
        """The value at a position."""
        length = self.end - self.start
        return self.low + (self.high - self.low) * ((position - self.start) / length if length else 0.0)


@dataclass(frozen=True, slots=True)
class LogScale:
    """Values low..high, above 0, on positions start..end, so that equal ratios take equal room."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The position of a value."""
        span = math.log(self.high / self.low)
        return self.start + (self.end - self.start) * (math.log(value / self.low) / span if span else 0.5)


def log_ticks(low: float, high: float) -> list[float]:
    """The values 1, 2 and 5 times a power of ten within low..high, above 0."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    marks = [step * 10.0**power for power in powers for step in (1.0, 2.0, 5.0)]
    return [mark for mark in marks if low <= mark <= high]


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round values within low..high, at most ``most`` of them and usually not many fewer."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low or most < 1:
        return []
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    for factor in (*_STEPS, *(10 * step for step in _STEPS)):
        step = factor * power
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= most:
            return [number * step for number in range(first, last + 1)]
    return []


def spread(wanted: Sequence[float], sizes: Sequence[float], start: float, end: float) -> list[float]:
    """Starts of labels of given sizes near their wanted middles, in order and without overlap.

    They lie within start..end; where there is not room for all, the last ones run over ``end``.
    """
    starts: list[float] = []
    at = start
    for middle, size in zip(wanted, sizes, strict=True):
        at = max(at, middle - size / 2)
        starts.append(at)
        at += size
    limit = end
    for index in range(len(starts) - 1, -1, -1):
        starts[index] = max(start, min(starts[index], limit - sizes[index]))
        limit = starts[index]
    at = start
    for index, size in enumerate(sizes):
        starts[index] = max(starts[index], at)
        at = starts[index] + size
    return starts


def hair(painter: QPainter, colour: QColor, start: QPointF, end: QPointF) -> None:
    """A sharp line one pixel wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(start, end)
    painter.restore()


def block(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A filled bar with sharp edges, at least one pixel wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    kept = QRectF(area)
    kept.setWidth(max(1.0, area.width()))
    painter.fillRect(kept, colour)
    painter.restore()


def outline(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """The frame around what is under the pointer or has the focus."""
    painter.save()
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
    painter.restore()
