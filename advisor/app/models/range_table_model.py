"""A table of figures with low, likely and high that are edited in place: what all such tables share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from enum import IntEnum
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from advisor.app.document.document import Document
from advisor.app.models.headings import LEFT, RIGHT, all_heading_answers
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.words.data_words import data_text
from advisor.words.number_input import NumberError
from advisor.words.plain_text import as_typed
from advisor.words.translation import mark, marked, t

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
CHANGED_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PARAMETER_ROLE = int(Qt.ItemDataRole.UserRole) + 2


class Part(IntEnum):
    """Columns of the table."""

    NAME = 0
    LOW = 1
    LIKELY = 2
    HIGH = 3
    UNIT = 4
    BASIS = 5
    RESET = 6


ENDS = (Part.LOW, Part.LIKELY, Part.HIGH)
HEADINGS = {
    Part.NAME: (mark("Parameter"), mark("What the total cost is computed with.")),
    Part.LOW: (mark("Low"), mark("Lower end. Double-click to change it.")),
    Part.LIKELY: (
        mark("Likely"),
        mark("The figure that the likely cost is computed with. Double-click to change it."),
    ),
    Part.HIGH: (mark("High"), mark("Upper end. Double-click to change it.")),
    Part.UNIT: (mark("Unit"), mark("What it counts; what a percentage is taken of is told on hover.")),
    Part.BASIS: (mark("Basis"), mark("The source, the word assumption, or your own figure.")),
    Part.RESET: ("", mark("Take the source's figures again.")),
}


class RangeRow(Protocol):
    """What every row has."""

    @property
    def id(self) -> str:
        """Unique in its table."""

    @property
    def label(self) -> str:
        """What people read."""

    @property
    def unit(self) -> str:
        """Of its figures."""


class RangeTableModel(QAbstractTableModel):
    """Rows of low, likely, high.

    An edit goes through the undo stack. While an editor is open, ``preview``
    puts what is typed in force as far as it can be; the whole edit is one step.

    Signals:
        refused: why a figure could not be taken, a sentence; nothing has changed.
        accepted: the last figure was taken.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._before: Study | None = None
        self._ids: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The rows that are listed."""
        return self._ids

    # What a table is of -----------------------------------------------------------------------------

    @abstractmethod
    def parameter(self, index: Index) -> RangeRow:
        """What a row is about."""

    @abstractmethod
    def reset(self, *ids: str) -> None:
        """Take back what the user changed, in all rows where none are named."""

    @abstractmethod
    def basis(self, index: Index) -> str:
        """What a row rests on: "source", "assumption", "user" or another word of the table."""

    @abstractmethod
    def _text(self, index: Index, part: Part) -> str:
        """What stands in a cell."""

    @abstractmethod
    def _tip(self, index: Index, part: Part) -> str:
        """What hovering says."""

    @abstractmethod
    def _changed(self, index: Index, part: Part) -> bool:
        """Whether a cell is the user's."""

    @abstractmethod
    def _put(self, index: Index, text: str) -> None:
        """Put what was typed in force.

        Raises:
            NumberError: it is no number, or cannot be.
            ScenarioError: the study that it gives cannot be assessed.
        """

    def _editable(self, index: Index) -> bool:
        """Whether a cell can be edited."""
        return index.column() in ENDS

    # What Qt asks -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """One row a figure."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """The parts of a row."""
        return 0 if parent.isValid() else len(Part)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Title and explanation of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Part):
            return None
        return self._headings[section].get(role)

    @cached_property
    def _headings(self) -> tuple[dict[int, object], ...]:
        return all_heading_answers(HEADINGS, ENDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Low, likely and high can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and self._editable(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, figures to edit, and whether the user changed them."""
        if not index.isValid():
            return None
        part = Part(index.column())
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._text(index, part),
            Qt.ItemDataRole.EditRole: lambda: self._text(index, part),
            Qt.ItemDataRole.ToolTipRole: lambda: as_typed(self._tip(index, part)),
            Qt.ItemDataRole.TextAlignmentRole: lambda: RIGHT if part in ENDS else LEFT,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(index, part),
            CHANGED_ROLE: lambda: self._changed(index, part),
            PARAMETER_ROLE: lambda: self.parameter(index),
        }
        return answers[role]() if role in answers else None

    # Edits ------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take what was typed, or refuse it and leave everything as it was."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self._editable(index):
            return False
        try:
            self._put(index, str(value))
        except (NumberError, ScenarioError) as error:
            self.take_back()
            row = self.parameter(index)
            self.refused.emit(str(error).replace(row.id, row.label, 1))
            return False
        self.accepted.emit()
        return True

    def begin_edit(self) -> None:
        """From here to ``end_edit`` all edits are one step that can be undone."""
        self._before = self._document.study
        self._document.begin_gesture()

    def preview(self, index: Index, text: str) -> None:
        """Put in force what has been typed so far, or what was there before if that cannot be."""
        try:
            self._put(index, text)
        except (NumberError, ScenarioError):
            self.take_back()

    def take_back(self) -> None:
        """Put in force what was there when the editor was opened."""
        if self._before is not None:
            self._document.edit_study(self._before, t("change a cost parameter"))

    def end_edit(self) -> None:
        """The editor has been closed."""
        if self._before is not None:
            self._before = None
            self._document.end_gesture()

    def _show_ids(self, ids: tuple[str, ...]) -> None:
        """List these rows, all of them as they are now."""
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        elif ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(Part) - 1))

    def _spoken(self, index: Index, part: Part) -> str:
        text, row = self._text(index, part), self.parameter(index)
        if part not in ENDS or not text:
            return text
        return t(
            "{parameter}, {end}: {number} {unit}",
            parameter=row.label,
            end=marked(HEADINGS[part][0]),
            number=text,
            unit=data_text(row.unit),
        )
