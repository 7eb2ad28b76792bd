"""A field for a name that ends in an ellipsis where it has no room, until it is edited."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

_EDGE = 2  # pixels that Qt leaves before the text of a field


class NameField(QLineEdit):
    """Shows its text shortened by whole letters; with the keyboard it is a usual field."""

    @property
    def shown_text(self) -> str:
        """What can be read now."""
        if self.hasFocus():
            return self.text()
        room = self._text_room().width() - 2 * _EDGE
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt cuts a text in the middle of a letter."""
        if self.shown_text == self.text():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self._text_room().adjusted(_EDGE, 0, -_EDGE, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_text)
        painter.end()

    def _text_room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
