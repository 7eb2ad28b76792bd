"""Fonts, colours and text drawing shared by the ranking and the detail panel."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QHeaderView

from advisor.ui.look.current import look_in_force
from advisor.views.look.theme import LOOKS, Look, LookName, edge_of, theme_colour
from advisor.views.scene.fitting import in_lines

_WIDTHS = 4_000  # that are remembered
_LAID_OUT = 600  # texts, a few times what can be seen; each takes some kilobytes


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """A look as Qt colours."""

    panel: QColor
    raised: QColor
    line: QColor
    edge: QColor
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
        self._height = self.metrics.height()
        self._widths: dict[str, float] = {}
        self._shaped: dict[tuple[str, float], tuple[QStaticText, float]] = {}

    @property
    def height(self) -> float:
        """Height of a line."""
        return self._height

    def width(self, text: str) -> float:
        """Width of a text."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > _WIDTHS:
                self._widths.clear()
            width = self._widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def lines(self, text: str, width: float) -> list[str]:
        """The text on as many lines as it takes to read its words in a width."""
        return in_lines(text, self.width, width)

    def in_words(self, text: str, width: float) -> str:
        """A text that is too long, ended after its last word that fits; whole where not even one does."""
        if self.width(text) <= width:
            return text
        words = text.split(" ")
        kept = (
            " ".join(words[:count]).rstrip(",;") + "\N{HORIZONTAL ELLIPSIS}"
            for count in range(len(words) - 1, 0, -1)
        )
        return next((short for short in kept if self.width(short) <= width), text)

    def shaped(self, text: str, width: float) -> tuple[QStaticText, float]:
        """The text laid out once for all, shortened where it is too wide, and its width."""
        fits = self.width(text) <= width
        key = (text, math.inf if fits else width)  # the same in any room that is large enough
        found = self._shaped.get(key)
        if found is None:
            if len(self._shaped) > _LAID_OUT:
                self._shaped.clear()
            fitted = text if fits else self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            laid = QStaticText(fitted)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(font=self.font)
            found = self._shaped[key] = (laid, self.width(fitted))
        return found


def write(
    painter: QPainter, area: QRectF, text: str, face: Type, colour: QColor, *, right: bool = False
) -> None:
    """Draw one line of text in the middle of an area's height, shortened to fit.

    Args:
        painter: draws.
        area: where the text may stand.
        text: one line.
        face: its font.
        colour: its colour.
        right: whether it ends at the right edge rather than begins at the left one.
    """
    room = area.width()
    if not text or room <= 0:
        return
    laid, width = face.shaped(text, room)
    left = area.left() + (room - width if right else 0.0)
    painter.setFont(face.font)
    painter.setPen(colour)
    painter.drawStaticText(QPointF(left, area.top() + (area.height() - face.height) / 2), laid)


def theme_colours(themes: tuple[str, ...]) -> tuple[QColor, ...]:
    """The hue of each theme."""
    return tuple(QColor(theme_colour(theme, position)) for position, theme in enumerate(themes))


def edge_colour(hue: QColor) -> QColor:
    """The tone of a hue that is seen on the panel of the look in force, for thin marks and outlines."""
    return _edge(hue.rgb(), look_in_force().name)


@cache
def _edge(rgb: int, name: LookName) -> QColor:
    return QColor(edge_of(QColor(rgb).name(), LOOKS[name]))


def columns_in_sight(header: QHeaderView, width: float) -> list[tuple[int, int, int]]:
    """Logical index, left edge and width of the columns that can be seen."""
    found = []
    for position in range(header.count()):
        size = header.sectionSize(position)
        left = header.sectionViewportPosition(position)
        if size and left < width and left + size > 0:
            found.append((position, left, size))
    return found
