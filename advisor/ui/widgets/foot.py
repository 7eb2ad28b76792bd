"""What a page is for, at its foot: it stays in sight however long the page above it is."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.ui.widgets.small_widgets import line


class Foot(QWidget):
    """A hairline, words, and below them the button that does what the page is for.

    Whoever scrolls the page takes its foot out of it and puts it below.

    Args:
        page: that it belongs to. Keys that nothing in the foot takes go there, wherever the foot stands.
        button: does what the page is for.
        words: above the button.
        edge: pixels to both sides.
    """

    def __init__(self, page: QWidget, button: QPushButton, *words: QWidget, edge: int = 20) -> None:
        super().__init__(page)
        self._page = page
        button.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line(self))
        inner = QVBoxLayout()
        inner.setContentsMargins(edge, 6, edge, 10)
        inner.setSpacing(6)
        for part in words:
            inner.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        inner.addLayout(row)
        column.addLayout(inner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As if the foot stood in its page still."""
        if self.parentWidget() is self._page or not QCoreApplication.sendEvent(self._page, event):
            super().keyPressEvent(event)


@runtime_checkable
class Footed(Protocol):
    """A page with a foot."""

    foot: Foot
