"""Rows of a table that are as high as what they say needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

_ENDLESS = 10_000  # pixels, more than any text is high


def give_lines(table: QTableView, texts: Sequence[str], width: int, metrics: QFontMetrics) -> None:
    """Give rows as many lines as their texts need.

    Args:
        table: whose usual row has room for one line.
        texts: one for each row.
        width: that they have, pixels.
        metrics: of their type.
    """
    usual, room = table.verticalHeader().defaultSectionSize(), QRect(0, 0, max(1, width), _ENDLESS)
    one = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, "X").height()
    for row, text in enumerate(texts):
        lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        wanted = usual + max(0, lines - one)
        if table.rowHeight(row) != wanted:
            table.setRowHeight(row, wanted)
