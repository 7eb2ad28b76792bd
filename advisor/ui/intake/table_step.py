"""The first step: the sheet as it was understood, with a preview, and what each column is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from advisor.scenario.intake.layout import Column, Layout, Role, role_name
from advisor.scenario.intake.plan import Plan
from advisor.ui.widgets.piecemeal import Piecemeal
from advisor.ui.widgets.small_widgets import ChoiceBox, ElidedLabel, NumberBox, empty_layout, label
from advisor.views.intake.intake_texts import layout_sentences
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_MOST_SHOWN = 200  # rows
_MOST_COLUMNS = 60
_MEASURED = 40  # rows that the widths of columns are found from: all of them hold up the window
_HEIGHT = 210
_WIDEST = 220
_AT_ONCE = 8  # columns whose rows are made before the window goes on


class PreviewModel(QAbstractTableModel):
    """The first rows of a sheet, with the role of each column above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self._bold = QFont() if parent is None else QFont(parent.font())
        self._bold.setBold(True)

    def show_layout(self, layout: Layout) -> None:
        """Show another sheet, or another understanding of it."""
        self.beginResetModel()
        self._layout = layout
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """No more than somebody looks at."""
        return (
            0 if parent.isValid() or self._layout is None else min(_MOST_SHOWN, len(self._layout.sheet.rows))
        )

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Those of the sheet."""
        return 0 if parent.isValid() or self._layout is None else self._layout.sheet.width

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a column is; the line that a row stands on."""
        if role != Qt.ItemDataRole.DisplayRole or self._layout is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._layout.sheet.lines[section])
        return role_name(self._layout.columns[section].role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; the header stands out."""
        if self._layout is None or not index.isValid():
            return None
        cell = self._layout.sheet.rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell if role == Qt.ItemDataRole.DisplayRole else as_typed(cell)
        if role == Qt.ItemDataRole.FontRole and index.row() == self._layout.header:
            return self._bold
        return None


class TableStep(QWidget):
    """Sheet, header row and columns.

    Signals:
        sheet_chosen: name of another sheet.
        header_chosen: the line that the header stands on; 0 for none.
        role_chosen: heading of a column and its role.
    """

    sheet_chosen = Signal(str)
    header_chosen = Signal(int)
    role_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = ChoiceBox(self)
        self.sheets.setAccessibleName(t("Sheet"))
        self.sheets.activated.connect(lambda _at: self.sheet_chosen.emit(self.sheets.currentText()))
        self.sheets_label = label(t("Sheet"), "", self)
        self.header = NumberBox(0, 1_000_000, self)
        self.header.setAccessibleName(t("Line of the header, 0 for none"))
        self.header.setToolTip(t("The line that the headings stand on; 0 where there are none"))
        self.header.setFixedWidth(90)
        self.header.valueChanged.connect(self.header_chosen)
        self.header_label = label(t("Header on line"), "", self)
        self.understood = label("", "quiet", self)
        self.understood.setWordWrap(True)
        self.model = PreviewModel(self)
        self.preview = QTableView(self)
        self.preview.setModel(self.model)
        self.preview.setObjectName("intakePreview")
        self.preview.setAccessibleName(t("Preview of the table"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setFixedHeight(_HEIGHT)
        self.preview.setWordWrap(False)
        self.preview.setTabKeyNavigation(False)
        self.preview.horizontalHeader().setStretchLastSection(True)
        self.preview.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.preview.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.preview.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.roles: dict[str, ChoiceBox] = {}
        self._headings: list[str] = []
        self._shown: dict[str, Column] = {}
        self._pieces = Piecemeal(self)
        self._columns = QWidget(self)
        self._grid = QGridLayout(self._columns)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        top = QHBoxLayout()
        for widget in (self.sheets_label, self.sheets, self.header_label, self.header):
            top.addWidget(widget)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.understood)
        column.addWidget(self.preview)
        column.addWidget(label(t("What each column is"), "section", self))
        column.addWidget(self._columns)
        column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what was understood."""
        layout = plan.layout
        several = len(layout.sheet.sheets) > 1
        self.sheets.setVisible(several)
        self.sheets_label.setVisible(several)
        if several:
            names = [self.sheets.itemText(at) for at in range(self.sheets.count())]
            if names != list(layout.sheet.sheets):
                self.sheets.clear()
                self.sheets.addItems(list(layout.sheet.sheets))
            self.sheets.setCurrentText(layout.sheet.name)
        self.header.show_number(layout.header_line)
        for widget in (self.header, self.header_label):
            widget.setVisible(not layout.sheet.is_places)
        self.understood.setText(" ".join(layout_sentences(layout)))
        self.model.show_layout(layout)
        self.preview.resizeColumnsToContents()
        for at in range(layout.sheet.width):
            self.preview.setColumnWidth(at, min(_WIDEST, self.preview.columnWidth(at)))
        self._show_columns(layout)

    def _show_columns(self, layout: Layout) -> None:
        self._shown = {column.heading: column for column in reversed(layout.columns[:_MOST_COLUMNS])}
        shown = list(dict.fromkeys(column.heading for column in layout.columns[:_MOST_COLUMNS]))
        if self._headings != shown:
            empty_layout(self._grid)
            self.roles.clear()
            self._headings = shown
            starts = range(0, len(shown), _AT_ONCE)
            self._pieces.start([partial(self._make_rows, at, shown[at : at + _AT_ONCE]) for at in starts])
        for heading, box in self.roles.items():
            box.setCurrentIndex(box.findData(self._shown[heading].role))

    def _make_rows(self, at: int, headings: Sequence[str]) -> None:
        for row, heading in enumerate(headings, start=at):
            self._make_row(row, self._shown[heading])

    def _make_row(self, row: int, column: Column) -> None:
        heading = column.heading
        name = ElidedLabel(heading or t("(no heading)"), self._columns)
        name.setToolTip(as_typed(heading))
        examples = ElidedLabel(" \N{MIDDLE DOT} ".join(column.examples), self._columns)
        examples.setProperty("role", "quiet")
        box = ChoiceBox(self._columns)
        for role in Role:
            box.addItem(role_name(role), role)
        box.setAccessibleName(t("What the column {column} is", column=heading))
        box.setCurrentIndex(box.findData(column.role))
        box.activated.connect(lambda _at: self.role_chosen.emit(heading, box.currentData()))
        self.roles[heading] = box
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(examples, row, 1)
        self._grid.addWidget(box, row, 2)
