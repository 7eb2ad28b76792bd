"""Locations by criteria as a Qt table: how each figure is known. A cell is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor.core.matrix import CellMethod
from advisor.views.sources.coverage_figures import Coverage
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
THEME_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # id, of a column


class CoverageModel(QAbstractTableModel):
    """Rows in the order of the ranking, columns theme by theme."""

    def __init__(self, coverage: Coverage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.coverage = coverage
        assessment = coverage.assessment
        self._names = [assessment.locations[row].name for row in coverage.rows]
        self._criteria = [assessment.evaluation.criteria[column] for column in coverage.columns]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """Locations."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """Criteria."""
        return 0 if parent.isValid() else len(self._criteria)

    def place(self, index: Index) -> tuple[str, str]:
        """Ids of the location and of the criterion of a cell."""
        row = self.coverage.rows[index.row()]
        return self.coverage.assessment.locations[row].id, self._criteria[index.column()].id

    def known(self, index: Index) -> tuple[CellMethod, int | None]:
        """How the figure of a cell is known, and its age in years if it has one."""
        at = self.coverage.rows[index.row()], self.coverage.columns[index.column()]
        return self.coverage.state(*at), self.coverage.age(*at)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for pointer and screen reader; the year when it is copied."""
        if not index.isValid():
            return None
        at = self.coverage.rows[index.row()], self.coverage.columns[index.column()]
        coverage = self.coverage
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: coverage.short(*at),
            Qt.ItemDataRole.AccessibleTextRole: lambda: coverage.words(*at),
            Qt.ItemDataRole.ToolTipRole: lambda: as_typed(coverage.words(*at)),
        }
        return answers[role]() if role in answers else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of locations and criteria."""
        if orientation == Qt.Orientation.Vertical:
            names = {
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
            }
            return self._names[section] if role in names else None
        criterion = self._criteria[section]
        if role == THEME_ROLE:
            return criterion.theme
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return criterion.name
        if role == Qt.ItemDataRole.ToolTipRole:
            theme = self.coverage.assessment.pack.theme_label(criterion.theme)
            return as_typed(t("{theme}: {criterion}", theme=theme, criterion=criterion.name))
        return None
