"""Problems of a file as a table: where each stands, what is wrong, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from advisor.datapack.problems import Problem
from advisor.ui.widgets.copied_table import TableCopying
from advisor.words.plain_text import as_typed
from advisor.words.translation import mark, marked

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_WIDEST = 320  # pixels of a column: long headings are wrapped like everything else
_FILE = mark("File")
_LINE, _FEATURE = mark("Line"), mark("Feature")
_HEADINGS = (_LINE, mark("Column"), mark("What is wrong"), mark("What to do"))
_SEVERITIES = {"error": mark("Error"), "warning": mark("Warning"), "note": mark("Note")}


class ProblemModel(QAbstractTableModel):
    """The problems, errors first.

    Args:
        parent: Qt parent.
        with_file: whether they are of several files.
    """

    def __init__(self, parent: QObject | None = None, *, with_file: bool = False) -> None:
        super().__init__(parent)
        self.problems: list[Problem] = []
        self._headings = (_FILE, *_HEADINGS) if with_file else _HEADINGS
        self._with_file = with_file

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show other problems."""
        self.beginResetModel()
        order = list(_SEVERITIES)
        self.problems = sorted(problems, key=lambda one: (order.index(one.severity), one.file, one.line))
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """One a problem."""
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """File, line, column, message, cure."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What each column says; how bad a problem is."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            heading = self._headings[section]
            is_feature = heading == _LINE and any(problem.is_feature for problem in self.problems)
            return marked(_FEATURE if is_feature else heading)
        return marked(_SEVERITIES[self.problems[section].severity])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A part of a problem."""
        if not index.isValid():
            return None
        problem = self.problems[index.row()]
        parts = (str(problem.line or ""), problem.column, problem.message, problem.cure)
        text = ((problem.file, *parts) if self._with_file else parts)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_typed(text)
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return text if role in spoken else None


class ProblemTable(QTableView):
    """Problems with whole sentences: each row is as high as what it says.

    Args:
        name: for screen readers.
        parent: Qt parent.
        with_file: whether they are of several files.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, with_file: bool = False) -> None:
        super().__init__(parent)
        self.problems = ProblemModel(self, with_file=with_file)
        self.setModel(self.problems)
        self.setObjectName("problems")
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header, last = self.horizontalHeader(), self.problems.columnCount() - 2
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for at in range(self.problems.columnCount()):
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(at, modes.Stretch if at >= last else modes.ResizeToContents)
        header.setMaximumSectionSize(_WIDEST)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        self.problems.modelReset.connect(self._fitting.start)
        self.copying = TableCopying(self, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows become as high as their texts at the new width."""
        super().resizeEvent(event)
        self._fitting.start()
