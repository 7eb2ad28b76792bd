"""The ranking as a Qt table: all locations in listing order, updated without losing the selection."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor.app.document.document import Document
from advisor.app.models.headings import COPIED_ROLE, LEFT, RIGHT, heading_answers
from advisor.core.value_functions import FloatArray
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.ranking.fixed_columns import NAME
from advisor.views.ranking.ranking_column import RankingColumn, cell_sentence, row_sentence
from advisor.views.ranking.ranking_columns import ranking_columns
from advisor.views.ranking.ranking_rows import Certainty, RankedRow, RankingRows
from advisor.words.plain_text import as_typed

Index = QModelIndex | QPersistentModelIndex
REST_SECONDS = 1.0
_NO_INDEX = QModelIndex()
_ORDERS = {"ascending": Qt.SortOrder.AscendingOrder, "descending": Qt.SortOrder.DescendingOrder}
_USER = int(Qt.ItemDataRole.UserRole)


class Role(IntEnum):
    """What the ranking tells beside Qt's own roles."""

    ID = _USER + 1  # location id
    ROW = _USER + 2  # RankedRow
    CERTAINTY = _USER + 3  # (rank_low, rank_high), or None


class RankingModel(QAbstractTableModel):
    """All locations of a document, ranked, then excluded, then those with too little data.

    Args:
        document: whose assessment is shown; the model follows it.
        rest_seconds: how long nothing must change for the ranks to become the
            ones that movement is measured from.
        clock: seconds on a clock that never goes back.
    """

    def __init__(
        self,
        document: Document,
        parent: QObject | None = None,
        *,
        rest_seconds: float = REST_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.columns: tuple[RankingColumn, ...] = ()
        self._take_columns()
        self._rest_seconds = rest_seconds
        self._clock = clock
        self._changed_at = -math.inf
        self._is_new = False
        self._certainty: Certainty = {}
        self._remark: Callable[[int], str] | None = None
        assessment = document.assessment
        self._rows = self._described(assessment, assessment.evaluation.ranks)
        document.replaced.connect(self._begin_anew)
        document.pack_changed.connect(self._take_pack)
        document.assessment_changed.connect(self._follow)
        document.choice_changed.connect(self._mark_choice)

    @property
    def assessment(self) -> Assessment:
        """What is shown."""
        return self._rows.assessment

    @property
    def order(self) -> list[int]:
        """Pack indices of the locations in listing order."""
        return self._rows.order

    def column(self, key: str) -> int:
        """Index of a column, -1 where the pack has none of that name."""
        return self._positions.get(key, -1)

    def row(self, number: int) -> RankedRow:
        """A location as shown, by its index in the pack."""
        return self._rows.row(number)

    def sort_key(self, position: int) -> FloatArray:
        """Numbers (m,) by pack index that sort as a column does; NaN is missing."""
        return self.columns[position].sort_key(self._rows)

    @property
    def has_certainty(self) -> bool:
        """Whether plausible ranks are shown."""
        return bool(self._certainty)

    def set_certainty(self, intervals: Certainty, remark: Callable[[int], str] | None = None) -> None:
        """Show the lowest and highest plausible rank of locations, by id; empty shows none.

        Args:
            intervals: the ranks.
            remark: more about a location for its tooltip, by its index in the pack.
        """
        self._certainty, self._remark = dict(intervals), remark
        self._rows = self._described(self.assessment, self._rows.baseline)
        self._tell()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """One row a location."""
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """The fixed columns and every criterion."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Title, explanation and first sort order of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return _ORDERS[column.best_first].value
        if role == COPIED_ROLE:
            return column.copied_heading
        return heading_answers(self._headings[section], column.tip, numeric=column.numeric).get(role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; see ``cell``."""
        if not index.isValid():
            return None
        return self.cell(self.order[index.row()], index.column(), role)

    def cell(self, number: int, position: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell by the location's index in the pack and the column's index."""
        column, rows = self.columns[position], self._rows
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(rows, number)
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.EditRole: lambda: column.value(rows, number),
            Qt.ItemDataRole.ToolTipRole: lambda: as_typed(column.about(rows, number)),
            Qt.ItemDataRole.TextAlignmentRole: lambda: RIGHT if column.numeric else LEFT,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self.sentence(number, position),
            Role.ROW: lambda: rows.row(number),
            Role.ID: lambda: rows.row(number).id,
            Role.CERTAINTY: lambda: rows.row(number).certainty,
        }
        answer = answers.get(role)
        return answer() if answer is not None else None

    def sentence(self, number: int, position: int) -> str:
        """A cell as it is read aloud; the cell with the name reads the whole row."""
        column = self.columns[position]
        if column.key == NAME:
            return row_sentence(self._rows, self.columns, number)
        return cell_sentence(self._rows, column, number)

    def _begin_anew(self) -> None:
        """Another study comes: what was counted for the one before, and movement since it, mean nothing."""
        self._is_new = True
        self._certainty, self._remark = {}, None

    def _take_columns(self) -> None:
        self.columns = ranking_columns(self._document.pack)
        self._positions = {column.key: index for index, column in enumerate(self.columns)}
        self._headings = [column.heading for column in self.columns]

    def _take_pack(self) -> None:
        """Other columns, or other locations: nothing that was before can be found again by its number."""
        self.beginResetModel()
        self._take_columns()
        self._certainty, self._remark = {}, None
        assessment = self._document.assessment
        self._rows = self._described(assessment, assessment.evaluation.ranks)
        self.endResetModel()

    def _follow(self, assessment: Assessment) -> None:
        now = self._clock()
        rested = now - self._changed_at >= self._rest_seconds
        self._changed_at = now
        baseline = self.assessment.evaluation.ranks if rested else self._rows.baseline
        if self._is_new:
            self._is_new, self._changed_at, baseline = False, -math.inf, assessment.evaluation.ranks
        rows = self._described(assessment, baseline)
        if rows.order == self.order:
            self._rows = rows
        else:
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            numbers = [self.order[index.row()] for index in before]
            self._rows = rows
            place = {number: row for row, number in enumerate(rows.order)}
            after = [
                self.index(place[number], index.column())
                for number, index in zip(numbers, before, strict=True)
            ]
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()
        self._tell()

    def _mark_choice(self, assessment: Assessment) -> None:
        """Nothing has moved."""
        self._rows = self._described(assessment, self._rows.baseline)
        self._tell()

    def _described(self, assessment: Assessment, baseline: NDArray[np.intp]) -> RankingRows:
        return RankingRows(assessment, baseline, self._certainty, self._remark, self._document.study.chosen)

    def _tell(self) -> None:
        if self.order:
            last = self.index(len(self.order) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
