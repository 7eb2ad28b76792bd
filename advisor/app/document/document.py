"""The open document: one scenario, its assessment, its undo stack and its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from advisor.app.document.commands import EditScenario
from advisor.datapack.schema import DataPack
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.files import load_scenario, save_scenario
from advisor.scenario.study.scenario import Scenario


class Document(QObject):
    """Holds the scenario in force; every edit goes through the undo stack.

    Signals:
        assessment_changed: the new ``Assessment``, after every edit, undo and redo.
        file_changed: the document has another file or none.
    """

    assessment_changed = Signal(object)
    file_changed = Signal()

    def __init__(self, assessor: Assessor, scenario: Scenario, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assessor = assessor
        self._assessment = assessor.assess(scenario)
        self._checked = self._assessment
        self._path: Path | None = None
        self._gesture = 0
        self._gestures_begun = 0
        self.undo_stack = QUndoStack(self)

    @property
    def pack(self) -> DataPack:
        """The data pack that scenarios are assessed with."""
        return self._assessor.pack

    @property
    def cost_model(self) -> CostModel | None:
        """Total costs for any scenario, None where the pack knows no costs."""
        return self._assessor.cost_model

    @property
    def scenario(self) -> Scenario:
        """The scenario in force."""
        return self._assessment.scenario

    @property
    def assessment(self) -> Assessment:
        """The ranking of the scenario in force."""
        return self._assessment

    @property
    def path(self) -> Path | None:
        """The file it was opened from or saved to."""
        return self._path

    def edit(self, after: Scenario, text: str) -> None:
        """Put a scenario in force as one step that can be undone; an equal one does nothing.

        Args:
            after: the edited scenario.
            text: what was done, for the menu ("change home to Poland").

        Raises:
            ScenarioError: the scenario cannot be assessed; nothing has changed.
        """
        if after == self.scenario:
            return
        self._checked = self._assessor.assess(after)
        self.undo_stack.push(EditScenario(text, self.scenario, after, self._apply, self._gesture))

    def preview(self, scenario: Scenario) -> Assessment:
        """The ranking that a scenario would give; nothing is put in force.

        Raises:
            ScenarioError: the scenario cannot be assessed.
        """
        return self._assessor.assess(scenario)

    def prepare(self, scenario: Scenario, progress: Callable[[float], None]) -> None:
        """Build ahead what a scenario's year needs; for a background thread, see ``Assessor.prepare``."""
        self._assessor.prepare(scenario, progress)

    def begin_gesture(self) -> None:
        """From here to ``end_gesture`` all edits are one step (a slider drag)."""
        self._gestures_begun += 1
        self._gesture = self._gestures_begun

    def end_gesture(self) -> None:
        """The next edit is a step of its own again."""
        self._gesture = 0

    def new(self, scenario: Scenario) -> None:
        """Start over with a scenario that has no file and no history.

        Raises:
            ScenarioError: the scenario cannot be assessed; nothing has changed.
        """
        self._start(scenario, None)

    def open(self, path: Path) -> None:
        """Open a scenario file.

        Raises:
            ScenarioFileError: the file cannot be read; the open scenario stays.
            ScenarioError: it does not fit the pack; the open scenario stays.
        """
        self._start(load_scenario(path), path)

    def save(self, path: Path) -> None:
        """Write the scenario to a file, all or nothing; the file's name becomes its name.

        Raises:
            OSError: it cannot be written; an earlier file is as it was.
        """
        save_scenario(self.scenario, path, self.pack)
        self._path = path
        self.undo_stack.setClean()
        self.file_changed.emit()

    def rename(self, name: str) -> None:
        """Give the scenario another name."""
        self.edit(replace(self.scenario, name=name), self.tr("rename the scenario"))

    def _start(self, scenario: Scenario, path: Path | None) -> None:
        assessment = self._assessor.assess(scenario)
        self._assessment = assessment
        self._path = path
        self.undo_stack.clear()
        self.assessment_changed.emit(assessment)
        self.file_changed.emit()

    def _apply(self, scenario: Scenario) -> None:
        # What an edit has just checked is not assessed a second time.
        checked = self._checked
        self._assessment = checked if checked.scenario is scenario else self._assessor.assess(scenario)
        self.assessment_changed.emit(self._assessment)
