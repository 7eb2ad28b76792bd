"""The page of the plan: every section with its lines, one's own among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.scenario.edits.plan_edits import (
    with_plan_item,
    with_plan_restored,
    with_plan_text,
    with_tick,
    without_plan_item,
)
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.ui.plan.plan_row import PlanRow
from advisor.ui.widgets.piecemeal import Piecemeal
from advisor.ui.widgets.small_widgets import empty_layout, label, line
from advisor.views.plan.plan import PlanSection
from advisor.views.plan.planning import plan_of
from advisor.words.translation import t


class SectionBox(QWidget):
    """A section: heading, sentence, lines, and a field for one more."""

    def __init__(self, page: PlanPage, section: PlanSection) -> None:
        super().__init__(page)
        self._page = page
        self.id = section.id
        self.rows: dict[str, PlanRow] = {}
        self.title = _wrapped(label("", "section", self))
        self.count = label("", "quiet", self)
        self.intro = _wrapped(label("", "quiet", self))
        self.add = QLineEdit(self)
        self.add.setPlaceholderText(t("Add a line"))
        self.add.setAccessibleName(t("Add a line to {section}", section=section.title))
        self.add.returnPressed.connect(self._on_add)
        self.restore = QPushButton(t("Show lines left out"), self)
        self.restore.clicked.connect(
            lambda: page.edit(
                lambda study: with_plan_restored(study, self.id),
                t("show lines of the plan that were left out"),
            )
        )
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.intro)
        column.addLayout(self._lines)
        column.addWidget(self.add)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)

    def show_section(self, section: PlanSection, *, lacks: bool) -> None:
        """Show a section as it is now.

        Args:
            section: its lines.
            lacks: whether lines of it are left out.
        """
        self.title.setText(section.title)
        self.intro.setText(section.intro)
        done = sum(line.done for line in section.lines)
        self.count.setText(t("{done} of {count} done", done=done, count=len(section.lines)))
        self.restore.setVisible(lacks)
        wanted = [line.id for line in section.lines]
        if list(self.rows) != wanted:
            self._make(wanted)
        for entry in section.lines:
            self.rows[entry.id].show_line(entry)

    def _make(self, ids: list[str]) -> None:
        empty_layout(self._lines)
        self.rows = {}
        for id_ in ids:
            row = self.rows[id_] = PlanRow(self)
            self._lines.addWidget(row)
            self._connect(row, id_)

    def _connect(self, row: PlanRow, id_: str) -> None:
        edit = self._page.edit
        row.ticked.connect(
            lambda done: edit(lambda study: with_tick(study, id_, done), t("tick a line of the plan"))
        )
        row.reworded.connect(
            lambda text: edit(lambda study: with_plan_text(study, id_, text), t("reword a line of the plan"))
        )
        row.left_out.connect(
            lambda: edit(lambda study: without_plan_item(study, id_), t("leave a line of the plan out"))
        )

    def _on_add(self) -> None:
        text = self.add.text().strip()
        if text and self._page.edit(
            lambda study: with_plan_item(study, self.id, text), t("add a line to the plan")
        ):
            self.add.clear()


class PlanPage(QWidget):
    """Follows the document: another decision or leader gives another plan.

    It follows what is changed elsewhere in a turn of its own, and what is changed here at once. Sections are
    made, and take another plan, one after the other: the first at once.

    Attributes:
        basis: what the plan rests on.
        problem: why an edit was refused.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._sections: dict[str, SectionBox] = {}
        self._pieces = Piecemeal(self)
        self.basis = _wrapped(label("", "", self))
        self.problem = _wrapped(label("", "error", self))
        self.problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 20)
        self._column.setSpacing(4)
        self._column.addWidget(self.basis)
        self._column.addWidget(self.problem)
        self._column.addStretch(1)
        document.follow(self._follow)
        self._show()

    @property
    def sections(self) -> Mapping[str, SectionBox]:
        """The boxes by the id of their section, all of them."""
        self._pieces.finish()
        return self._sections

    def edit(self, change: Callable[[Study], Study], text: str) -> bool:
        """Change the plan as one step that can be undone; whether it could be done."""
        try:
            self._document.edit_study(change(self._document.study), text)
        except ScenarioError as error:
            self.problem.setText(str(error))
            self.problem.show()
            return False
        self.problem.hide()
        self._pieces.finish()
        return True

    def _follow(self) -> None:
        self._pieces.stop()
        self._pieces.add([self._show])

    def _show(self) -> None:
        document = self._document
        plan = plan_of(document.study, document.assessment, document.cost_model)
        if plan is None:
            self.basis.setText(t("No location is ranked, so there is nothing to plan for."))
        else:
            self.basis.setText(plan.basis)
        left_out = {item.id.partition(".")[0] for item in document.study.plan if item.left_out}
        shown = plan.sections if plan else ()
        for id_, box in self._sections.items():
            box.setVisible(any(section.id == id_ for section in shown))
        self._pieces.start(
            partial(self._show_section, section, lacks=section.id in left_out) for section in shown
        )

    def _show_section(self, section: PlanSection, *, lacks: bool) -> None:
        if section.id in self._sections:
            self._sections[section.id].show_section(section, lacks=lacks)
            return
        box = self._sections[section.id] = SectionBox(self, section)
        box.show_section(section, lacks=lacks)
        at = self._column.count() - 1
        self._column.insertWidget(at, line(self))
        self._column.insertWidget(at + 1, box)
        box.show()  # a layout shows what comes later only in the next turn


def _wrapped(made: QLabel) -> QLabel:
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
