"""Buttons in one row or, where that has no room for them, in two; with a guest at the end of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


class TwoRows(QVBoxLayout):
    """The layout of a widget that holds buttons.

    Args:
        parent: the widget.
        gap: between two buttons, and between the rows, pixels.
    """

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._gap = gap
        self._rows = (QHBoxLayout(), QHBoxLayout(), QHBoxLayout())
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        for row in self._rows:
            row.setSpacing(gap)
            self.addLayout(row)

    def that_fit(self, widths: Iterable[int], room: int) -> int:
        """How many of some buttons stand in the first row, the first of them whatever its width."""
        used, count = 0, -1
        for count, width in enumerate(widths):
            used += width
            if count and used > room:
                return count
            used += self._gap
        return count + 1

    def put(
        self, buttons: Sequence[QWidget], in_first: int, guest: QWidget | None = None, guest_row: int = 0
    ) -> None:
        """Let so many stand in the first row and the others in the second, at the left where there is one.

        Args:
            buttons: all of them.
            in_first: how many stand in the first row.
            guest: takes what is left of one of the rows.
            guest_row: which; 2 is one of its own below both.
        """
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        for at, button in enumerate(buttons):
            self._rows[at >= in_first].addWidget(button)
        if guest is not None:
            self._rows[guest_row].addWidget(guest, 1)
        if in_first < len(buttons) or (guest is not None and guest_row):
            for at, row in enumerate(self._rows[:2]):
                if guest is None or at != guest_row:
                    row.addStretch(1)
