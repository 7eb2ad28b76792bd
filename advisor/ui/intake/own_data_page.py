"""The page of the user's own tables: what was taken in from where, and a button that takes it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.scenario.intake.taking import imported_tables, without_table
from advisor.scenario.study.own_data import OwnSource
from advisor.scenario.study.problems import ScenarioError
from advisor.ui.widgets.small_widgets import empty_layout, label, line
from advisor.views.intake.intake_texts import table_text
from advisor.words.plain_text import as_typed
from advisor.words.translation import t


class OwnDataPage(QWidget):
    """Every table that was taken into the study.

    Signals:
        import_wanted: another one is to be taken in.
    """

    import_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        nothing = t("Nothing was taken in yet. Tables and files of sites become figures of your own.")
        self.nothing = label(nothing, "quiet", self)
        self.nothing.setWordWrap(True)
        self.problem = label("", "error", self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.import_button = QPushButton(t("Import a table or sites…"), self)
        self.import_button.clicked.connect(self.import_wanted)
        self.back_buttons: dict[str, QPushButton] = {}
        self._tables = QVBoxLayout()
        self._tables.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.import_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 20)
        column.setSpacing(8)
        column.addWidget(self.nothing)
        column.addLayout(self._tables)
        column.addWidget(self.problem)
        column.addLayout(foot)
        column.addStretch(1)
        self._shown: object = None
        document.assessment_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        own = self._document.study.own
        if own is self._shown:
            return
        self._shown = own
        tables = imported_tables(own)
        self.nothing.setVisible(not tables)
        empty_layout(self._tables)
        self.back_buttons.clear()
        for source, _count in tables:
            self._tables.addWidget(self._entry(source))

    def _entry(self, source: OwnSource) -> QWidget:
        entry = QWidget(self)
        title = label(source.title, "section", entry)
        title.setWordWrap(True)
        about = label(table_text(self._document.study.own, source), "quiet", entry)
        about.setWordWrap(True)
        back = QPushButton(t("Take back"), entry)
        back.setProperty("role", "link")
        back.setAccessibleName(t("Take back {title}", title=source.title))
        back.setToolTip(
            as_typed(t("Remove everything that was taken in from this table; undo brings it again"))
        )
        back.clicked.connect(lambda: self.take_back(source.id))
        self.back_buttons[source.id] = back
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(back)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(about)
        column.addWidget(line(entry))
        return entry

    def take_back(self, source_id: str) -> bool:
        """Remove what was taken in from a table, as one step; whether it could be done."""
        document = self._document
        try:
            document.edit_study(without_table(document.study, source_id), t("take back a table"))
        except ScenarioError as error:
            self.problem.setText(t("It cannot go while weights or must-haves name it: {cause}", cause=error))
            self.problem.show()
            return False
        self.problem.hide()
        return True
