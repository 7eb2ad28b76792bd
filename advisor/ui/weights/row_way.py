"""What the ways to set weights that are made of rows have in common: a lead, and rows that come and go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.ui.widgets.small_widgets import empty_layout, label


class RowWay(QWidget):
    """A sentence that says what to do, and rows below it.

    Signals:
        changed: a row says something else.
    """

    changed = Signal()

    def __init__(self, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = label(lead, "quiet", self)
        words.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words)
        layout.addLayout(self._list)

    def put_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows; those that were there go."""
        empty_layout(self._list)
        for row in rows:
            self._list.addWidget(row)
