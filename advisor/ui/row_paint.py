"""Fonts, colours and text drawing shared by the ranking and the detail panel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from advisor.ui.theme import Look, theme_colour

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """A look as Qt colours."""

    panel: QColor
    raised: QColor
    line: QColor
    text: QColor
    quiet: QColor
    accent: QColor
    selected: QColor
    warning: QColor
    track: QColor

    @classmethod
    def of(cls, look: Look) -> Ink:
        """The colours of a look."""
        return cls(*(QColor(getattr(look, name)) for name in cls.__slots__))


class Type:
    """One font with its measures.

    Args:
        base: the widget's font, for the family.
        pixels: size.
        weight: weight.
    """

    def __init__(self, base: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        self.font = QFont(base)
        self.font.setPixelSize(pixels)
        self.font.setWeight(weight)
        self.font.setFeature(QFont.Tag("tnum"), 1)
        self.metrics = QFontMetricsF(self.font)
        self._elided: dict[tuple[str, float], str] = {}

    @property
    def height(self) -> float:
        """Height of a line."""
        return self.metrics.height()

    def width(self, text: str) -> float:
        """Width of a text."""
        return self.metrics.horizontalAdvance(text)

    def fitted(self, text: str, width: float) -> str:
        """The text, shortened with an ellipsis where it is too wide."""
        key = (text, width)
        if key not in self._elided:
            if len(self._elided) > 4000:
                self._elided.clear()
            self._elided[key] = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return self._elided[key]


def write(
    painter: QPainter,
    area: QRectF,
    text: str,
    face: Type,
    colour: QColor,
    alignment: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw one line of text, shortened to fit."""
    if not text or area.width() <= 0:
        return
    painter.setFont(face.font)
    painter.setPen(colour)
    painter.drawText(area, int(alignment | Qt.TextFlag.TextSingleLine), face.fitted(text, area.width()))


def theme_colours(themes: tuple[str, ...]) -> tuple[QColor, ...]:
    """The hue of each theme."""
    return tuple(QColor(theme_colour(theme, position)) for position, theme in enumerate(themes))
