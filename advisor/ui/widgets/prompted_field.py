"""A field that says what belongs in it, in as many words as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

_BESIDE = 4  # pixels that Qt keeps free left and right of a text


class PromptedField(QLineEdit):
    """A line to type in.

    Args:
        prompts: what is to be typed, the longest first; the last one is shown however narrow the field is.
        parent: Qt parent.
    """

    def __init__(self, prompts: Sequence[str], parent: QWidget | None = None) -> None:
        self._prompts = tuple(prompts)
        super().__init__(parent)
        self.setPlaceholderText(self._prompts[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._prompt()

    def changeEvent(self, event: QEvent) -> None:
        """So does other type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._prompt()

    def _prompt(self) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room, width = inside.width() - _BESIDE, self.fontMetrics().horizontalAdvance
        fitting = (text for text in self._prompts if width(text) <= room)
        self.setPlaceholderText(next(fitting, self._prompts[-1]))
