"""Pay, rates and prices of one location, to be overruled, each with a note of where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from advisor.app.models.place_figure_model import PlaceFigureModel
from advisor.app.models.range_table_model import Part
from advisor.scenario.study.problems import ScenarioError
from advisor.ui.cost.cost_parameter_table import CostParameterTable
from advisor.ui.widgets.small_widgets import label
from advisor.words.translation import t, tn

_MONEY = 5.6  # of the type size: width of a figure, amounts of money among them


class PlaceFiguresPage(QWidget):
    """A sentence, the table, and below it the note of the row that is current.

    Args:
        model: of the location.
        about: what the page is of, a sentence.
        parent: Qt parent.
    """

    def __init__(self, model: PlaceFigureModel, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.table = CostParameterTable(model, self, figure_width=_MONEY)
        self.about = label(about, "quiet")
        self.about.setWordWrap(True)
        self.reset_all = QPushButton(self)
        self.reset_all.setProperty("role", "link")
        self.reset_all.setToolTip(t("Take the estimates of this location again."))
        self.reset_all.clicked.connect(self._reset)
        self.note = QLineEdit(self)
        self.note.setAccessibleName(t("Note on your figure"))
        self.note.setPlaceholderText(t("Where your figure comes from"))
        self.note.setMaxLength(1_000)
        self.note.editingFinished.connect(self._keep_note)
        head = QHBoxLayout()
        head.addWidget(self.about, 1)
        head.addWidget(self.reset_all, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 0, 8, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        model.dataChanged.connect(self._show)
        model.modelReset.connect(self._show)
        self.table.selectionModel().currentChanged.connect(self._show)
        self._show()

    def edit(self, figure: str) -> None:
        """Let a figure be typed."""
        if figure in self.model.ids:
            index = self.model.index(self.model.ids.index(figure), Part.LIKELY)
            self.table.setFocus()
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def _reset(self) -> None:
        self.model.reset()

    def _row(self) -> int:
        index: QModelIndex = self.table.currentIndex()
        return index.row() if index.isValid() and index.row() < len(self.model.ids) else -1

    def _show(self) -> None:
        row, rows = self._row(), self.model.rows
        own = sum(figure.own is not None for figure in rows.values())
        self.reset_all.setVisible(own > 0)
        self.reset_all.setText(tn("Reset {count} figure", "Reset {count} figures", own))
        is_own = row >= 0 and rows[self.model.ids[row]].own is not None
        self.note.setVisible(is_own)
        if not self.note.hasFocus():
            self.note.setText(self.model.note(row) if is_own else "")

    def _keep_note(self) -> None:
        if self.note.isModified() and (row := self._row()) >= 0:
            self.note.setModified(False)
            try:
                self.model.set_note(row, self.note.text().strip())
            except ScenarioError as error:
                self.model.refused.emit(str(error))
