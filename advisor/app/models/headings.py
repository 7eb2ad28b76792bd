"""What every table model answers about its columns: title, explanation, side."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt

from advisor.words.plain_text import as_typed
from advisor.words.translation import marked

Column = TypeVar("Column", bound=int)

# A number or a heading as it is copied for a spreadsheet, where that is not what is shown.
COPIED_ROLE = int(Qt.ItemDataRole.UserRole) + 90
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# A heading stands next to its cells, however many lines others have.
_HEADING_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
_HEADING_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


def heading_answers(title: str, tip: str, *, numeric: bool) -> dict[int, object]:
    """Answers of a heading by role of Qt; figures stand on the right."""
    return {
        Qt.ItemDataRole.DisplayRole: title,
        Qt.ItemDataRole.ToolTipRole: as_typed(tip),
        Qt.ItemDataRole.TextAlignmentRole: _HEADING_RIGHT if numeric else _HEADING_LEFT,
    }


def all_heading_answers(
    headings: Mapping[Column, tuple[str, str]], numeric: Container[Column]
) -> tuple[dict[int, object], ...]:
    """The answers of all columns from the left; Qt asks for them a thousand times while it makes a view.

    Args:
        headings: title and explanation of every column, marked for translation.
        numeric: columns of figures.
    """
    return tuple(
        heading_answers(marked(headings[column][0]), marked(headings[column][1]), numeric=column in numeric)
        for column in sorted(headings)
    )
