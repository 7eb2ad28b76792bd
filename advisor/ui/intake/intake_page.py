"""The assistant: from a file to figures, criteria and sites of the user's own, in four steps and one undo."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.workers.intake_reader import IntakeReader
from advisor.scenario.intake.layout import Role
from advisor.scenario.intake.plan import Choices, Plan
from advisor.scenario.intake.proposals import Target
from advisor.scenario.intake.sheet import IntakeError
from advisor.scenario.intake.taking import summary
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.ui.intake.check_step import CheckStep
from advisor.ui.intake.places_step import PlacesStep
from advisor.ui.intake.series_step import SeriesStep
from advisor.ui.intake.table_step import TableStep
from advisor.ui.widgets.piecemeal import Piecemeal
from advisor.ui.widgets.progress_bar import ProgressBar
from advisor.ui.widgets.segments import Segments
from advisor.ui.widgets.small_widgets import label, line
from advisor.words.translation import t

_log = logging.getLogger(__name__)
PREFERRED_WIDTH = 820
TABLE, SERIES, PLACES, CHECK = range(4)


class IntakePage(QWidget):
    """Takes one file into a document.

    Signals:
        taken: what was taken in, a sentence; the page is done.
        given_up: nobody wants the file any more.
    """

    taken = Signal(str)
    given_up = Signal()

    def __init__(self, document: Document, path: Path, parent: QWidget | None = None) -> None:
        """Begin to read.

        Args:
            document: what the file is taken into.
            path: the file.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._document, self._path = document, path
        self._choices = Choices()
        self._sheet = ""
        self.plan: Plan | None = None
        self._into = document.study  # what is being taken in is taken into
        self.reader = IntakeReader(path, self)
        self.reader.planned.connect(self._show)
        self.reader.taken.connect(self._on_taken)
        self.reader.failed.connect(self._on_failed)
        self.reader.progressed.connect(self._on_progress)
        self.reader.slow_changed.connect(self._on_slow)
        self.file = label(path.name, "section", self)
        self.problem = label("", "error", self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.progress = ProgressBar(self)
        self.progress.setAccessibleName(t("Reading {file}", file=path.name))
        self.progress.setTextVisible(False)
        self.cancel_button = QPushButton(t("Cancel"), self)
        self.cancel_button.clicked.connect(self.cancel)
        names = (t("Table"), t("Figures"), t("Locations"), t("Check"))
        numbered = [t("{number} {step}", number=at + 1, step=name) for at, name in enumerate(names)]
        self.steps = Segments(t("Steps of the import"), [(name, name) for name in numbered], self)
        self.steps.chosen.connect(self.go_to)
        study = document.study
        self.table = TableStep(self)
        self.series = SeriesStep(document.pack, study, self)
        self.places = PlacesStep(document.pack, self)
        self.check = CheckStep(document.pack, self)
        self.pages = (self.table, self.series, self.places, self.check)
        self._showing = Piecemeal(self)
        self._step = TABLE
        self._scroll = QScrollArea(self)
        self.back_button = QPushButton(t("Back"), self)
        self.back_button.clicked.connect(lambda: self.go_to(self.step - 1))
        self.next_button = QPushButton(t("Next"), self)
        self.next_button.clicked.connect(self._on_next)
        self.take_button = QPushButton(t("Take in"), self)
        self.take_button.setProperty("role", "primary")
        self.take_button.clicked.connect(self.take)
        self.state = label("", "quiet", self)
        self._build()
        self._connect()
        self.go_to(TABLE)
        self._ask()

    def _build(self) -> None:
        """Steps and buttons stay in sight however long the page between them is."""
        body = QWidget(self._scroll.viewport())  # Qt dresses anew what gets another parent
        pages = QVBoxLayout(body)
        pages.setContentsMargins(0, 0, 0, 0)
        for page in self.pages:
            pages.addWidget(page)
            page.hide()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        working = QHBoxLayout()
        working.addWidget(self.progress, 1)
        working.addWidget(self.cancel_button)
        self.progress.hide()
        self.cancel_button.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        for button in (self.back_button, self.next_button, self.take_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.file)
        steps = QHBoxLayout()
        steps.addWidget(self.steps)
        steps.addStretch(1)
        column.addLayout(steps)
        column.addWidget(line(self))
        column.addLayout(working)
        column.addWidget(self.problem)
        column.addWidget(self._scroll, 1)
        column.addWidget(line(self))
        column.addLayout(foot)

    def _connect(self) -> None:
        self.table.sheet_chosen.connect(self._on_sheet)
        self.table.header_chosen.connect(
            lambda number: self._choose(replace(self._choices, header_line=number, roles={}, targets={}))
        )
        self.table.role_chosen.connect(self._on_role)
        self.series.changed.connect(self._on_target)
        self.places.place_chosen.connect(self._on_place)
        self.places.skip_chosen.connect(lambda on: self._choose(replace(self._choices, skip_unknown=on)))
        self.check.duplicates_chosen.connect(lambda how: self._choose(replace(self._choices, duplicates=how)))
        self.check.described.connect(self._on_described)

    # Steps ---------------------------------------------------------------------------------------------

    @property
    def is_complete(self) -> bool:
        """Whether every step shows the plan."""
        return self._showing.is_done

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self._step

    def go_to(self, step: int) -> None:
        """Show a step."""
        self._showing.finish()
        self._step = max(TABLE, min(CHECK, step))
        for at, page in enumerate(self.pages):
            page.setVisible(at == self._step)
        self._scroll.verticalScrollBar().setValue(0)
        self.steps.show_current(self.step)
        self.back_button.setEnabled(self.step > TABLE)
        self._show_buttons()

    def _on_next(self) -> None:
        """The next step; names of locations are passed over where all are clear."""
        following = self.step + 1
        plan = self.plan
        if (
            following == PLACES
            and plan is not None
            and not (plan.asked or (plan.layout.sites and plan.errors))
        ):
            following = CHECK
        self.go_to(following)

    def _show_buttons(self) -> None:
        ready = self.plan is not None and self.plan.is_ready
        self.next_button.setVisible(self.step < CHECK)
        self.take_button.setVisible(self.step == CHECK)
        self.take_button.setEnabled(ready and not self.reader.is_busy)
        self.next_button.setEnabled(self.plan is not None)

    # Choosing ------------------------------------------------------------------------------------------

    def _choose(self, choices: Choices) -> None:
        if choices != self._choices:
            self._choices = choices
            self._ask()

    def _ask(self) -> None:
        self.problem.hide()
        self.reader.ask(self._document.pack, self._document.study, self._choices, self._sheet)
        self._show_buttons()

    def _on_sheet(self, name: str) -> None:
        self._sheet = name
        self._choices = Choices(title=self._choices.title, note=self._choices.note)
        self._ask()

    def _on_role(self, heading: str, role: object) -> None:
        self._choose(replace(self._choices, roles={**self._choices.roles, heading: Role(str(role))}))

    def _on_target(self, key: str, target: object) -> None:
        if isinstance(target, Target):
            self._choose(replace(self._choices, targets={**self._choices.targets, key: target}))

    def _on_place(self, text: str, location: str) -> None:
        self._choose(replace(self._choices, places={**self._choices.places, text: location}))

    def _on_described(self, title: str, note: str) -> None:
        named = self.plan is not None and title == self.plan.sheet.title
        self._choose(replace(self._choices, title="" if named else title, note=note))

    # Showing -------------------------------------------------------------------------------------------

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        self._scroll.show()
        behind = [page for page in self.pages if page is not self.pages[self._step]]
        self._showing.start(
            partial(page.show_plan, plan) for page in (self.pages[self._step], *behind)
        )  # what is in front now, the rest in the turns that come
        if plan.errors:
            said = t("{count} to decide or mend", count=len(plan.errors))
        elif plan.is_ready:
            said = summary(plan)
        else:
            said = t("nothing to take in yet")
        self.state.setText(said)
        self._show_buttons()

    def _on_failed(self, error: Exception) -> None:
        said = str(error)
        if not isinstance(error, IntakeError | ScenarioError):
            _log.error("%s could not be understood.", self._path, exc_info=error)
            said = t("{file} could not be understood: {cause}", file=self._path.name, cause=said)
        self.problem.setText(said)
        self.problem.show()
        self._scroll.setVisible(self.plan is not None)
        self._show_buttons()

    def _on_progress(self, part: float) -> None:
        self.progress.setValue(round(100 * part))

    def _on_slow(self, slow: bool) -> None:
        self.progress.setVisible(slow)
        self.cancel_button.setVisible(slow)
        self._show_buttons()

    # The end -------------------------------------------------------------------------------------------

    def cancel(self) -> None:
        """Stop reading; the page goes where nothing has been read yet."""
        self.reader.cancel()
        if self.plan is None:
            self.given_up.emit()
        self._show_buttons()

    def take(self) -> bool:
        """Begin to take everything in, as one step that can be undone; whether there is something to take."""
        plan = self.plan
        if plan is None or not plan.is_ready:
            return False
        self.problem.hide()
        self._into = self._document.study
        self.reader.take(self._document.assessor, self._into, plan, date.today())
        self._show_buttons()
        return True

    def _on_taken(self, after: Study) -> None:
        document, plan = self._document, self.plan
        if plan is None:
            return
        if document.study is not self._into:  # edited meanwhile: that must not get lost
            self.take()
            return
        try:
            document.edit_study(after, t("import {file}", file=self._path.name))
        except ScenarioError as error:
            self._on_failed(error)
            return
        self.reader.shutdown()
        self.taken.emit(t("Taken in from {file}: {what}.", file=self._path.name, what=summary(plan)))

    def let_go(self) -> Sequence[QWidget]:
        """The page closes: whatever is still read is for nobody."""
        self.reader.cancel()
        self._showing.stop()
        return (*self.series.cards.values(), *self.table.roles.values())

    def shutdown(self) -> None:
        """Stop and wait for the thread."""
        self.reader.shutdown()
