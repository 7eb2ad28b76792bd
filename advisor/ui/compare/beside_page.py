"""Two parts that stand beside each other where there is room, and below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from advisor.views.look.theme import GAP


class BesidePage(QScrollArea):
    """A page that turns with its width; what does not fit is scrolled to, downwards only.

    Attributes:
        row: where the parts are put.
    """

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GAP)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        self.turn()

    def turn(self) -> None:
        """Put the parts beside each other, or below."""
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.LeftToRight if self.is_wide else ways.TopToBottom)

    @property
    def is_wide(self) -> bool:
        """Whether both have room beside each other."""
        raise NotImplementedError
