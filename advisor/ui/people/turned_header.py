"""Headings of narrow columns: without room beside each other they are turned to be read upwards."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from advisor.ui.look.current import look_in_force
from advisor.ui.look.row_paint import Ink, Type, write

_EDGE = 8  # pixels before and after a turned heading
_CELL = 6  # before and after what stands in a cell, as in the style sheet


class TurnedHeader(QHeaderView):
    """A horizontal header whose headings can be turned, all but the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._is_turned = False

    @property
    def is_turned(self) -> bool:
        """Whether headings are read upwards."""
        return self._is_turned

    def turn(self, turned: bool) -> None:
        """Turn the headings, or back."""
        if turned != self._is_turned:
            self._is_turned = turned
            self.updateGeometry()
            self.viewport().update()

    @property
    def face(self) -> Type:
        """How headings are written, as the sheet has it."""
        return Type(self.font(), look_in_force().small, QFont.Weight.Normal)

    def sizeHint(self) -> QSize:
        """As high as the longest heading is long, where they are turned."""
        usual = super().sizeHint()
        if not self._is_turned:
            return usual
        face = self.face
        longest = max((face.width(self._title(column)) for column in range(1, self.count())), default=0.0)
        return QSize(usual.width(), max(usual.height(), round(longest) + 2 * _EDGE))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Write a heading from below upwards, where the figures below it end; the first begins as low."""
        if not self._is_turned:
            super().paintSection(painter, rect, column)
            return
        ink, face = Ink.of(look_in_force()), self.face
        painter.save()
        if column == 0:
            top = rect.bottom() - _EDGE - face.metrics.ascent()
            area = QRectF(rect.left() + _CELL, top, rect.width() - 2 * _CELL, face.height)
        else:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            area = QRectF(_EDGE, rect.width() - _CELL - face.height, rect.height() - _EDGE, face.height)
        write(painter, area, self._title(column), face, ink.quiet)
        painter.restore()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, ink.line)  # as under the first

    def _title(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
