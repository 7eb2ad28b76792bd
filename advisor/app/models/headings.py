"""What every table model answers about its columns: title, explanation, side."""

from __future__ import annotations

from PySide6.QtCore import Qt

from advisor.words.plain_text import as_typed

# A number or a heading as it is copied for a spreadsheet, where that is not what is shown.
COPIED_ROLE = int(Qt.ItemDataRole.UserRole) + 90
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def heading_answers(title: str, tip: str, *, numeric: bool) -> dict[int, object]:
    """Answers of a heading by role of Qt; figures stand on the right."""
    return {
        Qt.ItemDataRole.DisplayRole: title,
        Qt.ItemDataRole.ToolTipRole: as_typed(tip),
        Qt.ItemDataRole.TextAlignmentRole: RIGHT if numeric else LEFT,
    }
