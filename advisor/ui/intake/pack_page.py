"""The page of a data pack of one's own: what the check found, and a button that opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from advisor.app.workers.pack_checker import PackChecker
from advisor.datapack.problems import Problem
from advisor.ui.intake.problem_model import ProblemTable
from advisor.ui.widgets.progress_bar import ProgressBar
from advisor.ui.widgets.small_widgets import label
from advisor.words.translation import t, tn

PREFERRED_WIDTH = 820


class PackPage(QWidget):
    """Checks a pack at once, and again when asked.

    Signals:
        opening_wanted: the folder of a pack that can be opened.
    """

    opening_wanted = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.problems: list[Problem] = []
        self.checker = PackChecker(self)
        self.checker.checked.connect(self._show)
        self.name = label(folder.name, "section", self)
        self.place = label(str(folder), "quiet", self)
        self.place.setWordWrap(True)
        self.summary = label("", "", self)
        self.summary.setWordWrap(True)
        self.progress = ProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(t("Checking the data pack"))
        self.table = ProblemTable(t("Problems of the data pack"), self, with_file=True)
        self.table.setMinimumHeight(320)
        self.again_button = QPushButton(t("Check again"), self)
        self.again_button.clicked.connect(self.check)
        self.open_button = QPushButton(t("Open in a window of its own"), self)
        self.open_button.setProperty("role", "primary")
        self.open_button.clicked.connect(lambda: self.opening_wanted.emit(self.folder))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.again_button)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 16)
        column.setSpacing(8)
        for widget in (self.name, self.place, self.summary, self.progress, self.table):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(foot)
        self.check()

    def check(self) -> None:
        """Check the pack as its files are now."""
        self.summary.setText(t("Checking, and ranking it on trial…"))
        self.progress.show()
        self.table.hide()
        self.open_button.setEnabled(False)
        self.again_button.setEnabled(False)
        self.checker.check(self.folder)

    def _show(self, problems: list[Problem]) -> None:
        self.problems = problems
        errors = sum(problem.severity == "error" for problem in problems)
        if errors:
            told = tn(
                "{count} error keeps the data pack from opening.",
                "{count} errors keep the data pack from opening.",
                errors,
            )
        elif problems:
            told = t("The data pack opens and its locations can be ranked.")
        else:
            told = t("The data pack has no problems.")
        self.summary.setText(told)
        self.progress.hide()
        self.table.problems.show_problems(tuple(problems))
        self.table.setVisible(bool(problems))
        self.open_button.setEnabled(not errors)
        self.again_button.setEnabled(True)

    def shutdown(self) -> None:
        """Stop and wait for the thread."""
        self.checker.shutdown()
