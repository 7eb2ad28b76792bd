"""The last step: everything that is wrong with its cure, what is taken in, and what the source is called."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from advisor.datapack.schema import DataPack
from advisor.scenario.intake.plan import Plan
from advisor.scenario.intake.taking import summary
from advisor.ui.intake.problem_model import ProblemTable
from advisor.ui.widgets.small_widgets import ChoiceBox, label
from advisor.views.intake.intake_texts import series_text
from advisor.words.translation import t, tn

_MOST_TOLD = 12


class CheckStep(QWidget):
    """Problems, summary and source.

    Signals:
        duplicates_chosen: what to do where a location has several figures of one year.
        described: title and note of the source.
    """

    duplicates_chosen = Signal(str)
    described = Signal(str, str)

    def __init__(self, pack: DataPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.summary = label("", "section", self)
        self.summary.setWordWrap(True)
        self.problems = ProblemTable(t("Problems of the table"), self)
        self.problems.setMinimumHeight(200)
        self.duplicates = ChoiceBox(self)
        for text, key in (
            (t("ask me"), "ask"),
            (t("the last row counts"), "last"),
            (t("their mean counts"), "mean"),
        ):
            self.duplicates.addItem(text, key)
        self.duplicates.setAccessibleName(t("Where a location stands several times for one year"))
        self.duplicates.activated.connect(
            lambda _at: self.duplicates_chosen.emit(str(self.duplicates.currentData()))
        )
        self.taken = label("", "", self)
        self.taken.setWordWrap(True)
        self.source, self.note = QLineEdit(self), QLineEdit(self)
        self.source.setAccessibleName(t("What the source is called"))
        self.note.setAccessibleName(t("A note about it"))
        self.note.setPlaceholderText(t("Who found it out, and how"))
        self.source.setMaxLength(200)
        for field in (self.source, self.note):
            field.editingFinished.connect(lambda: self.described.emit(self.source.text(), self.note.text()))
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.addWidget(label(t("Source"), "quiet", self), 0, 0)
        form.addWidget(self.source, 0, 1)
        form.addWidget(label(t("Note"), "quiet", self), 1, 0)
        form.addWidget(self.note, 1, 1)
        self._duplicates_label = label(t("Several figures of one year"), "quiet", self)
        form.addWidget(self._duplicates_label, 2, 0)
        form.addWidget(self.duplicates, 2, 1, Qt.AlignmentFlag.AlignLeft)
        form.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.problems)
        column.addWidget(self.taken)
        column.addLayout(form)
        column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what is wrong with a plan, and what it takes in."""
        errors = len(plan.errors)
        if errors:
            told = tn(
                "{count} problem keeps the table from being taken in.",
                "{count} problems keep the table from being taken in.",
                errors,
            )
        elif plan.is_ready:
            told = t("Ready: {what}.", what=summary(plan))
        else:
            told = t("There is nothing to take in. Say in the second step what the columns become.")
        self.summary.setText(told)
        self.problems.problems.show_problems(plan.problems)
        self.problems.setVisible(bool(plan.problems))
        lines = [series_text(one, self._pack) for one in plan.taken[:_MOST_TOLD]]
        self.taken.setText("\n".join(lines))
        self.taken.setVisible(bool(lines) and not errors)
        self.duplicates.setCurrentIndex(self.duplicates.findData(plan.choices.duplicates))
        shown = plan.has_duplicates or plan.choices.duplicates != "ask"
        self.duplicates.setVisible(shown)
        self._duplicates_label.setVisible(shown)
        if not self.source.hasFocus():
            self.source.setText(plan.title)
