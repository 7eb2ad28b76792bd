"""The open document: one study, the assessment of its active scenario, its undo stack and its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from advisor.app.document.commands import EditStudy
from advisor.app.document.history import History
from advisor.app.document.journal import FileState, Unsaved
from advisor.app.document.opened import Opened, read_opened, state_of
from advisor.datapack.schema import DataPack
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.checks import check_study
from advisor.scenario.study.files import write_study
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study
from advisor.words.formatting import in_sentence
from advisor.words.translation import sentence_of, t


class ChangedElsewhereError(Exception):
    """Another window or program has changed the document's file meanwhile."""


class Document(QObject):
    """Holds the study in force; every edit goes through the undo stack.

    Signals:
        assessment_changed: the new ``Assessment``, after an edit, undo or redo that gives another.
        rest_changed: the ``Assessment`` that stays in force, after an edit, undo or redo of the rest of the
            study: people, plan, log, notes, other scenarios.
        choice_changed: the same, where such an edit chose another location or none.
        pack_changed: the study adds other criteria or sites to the pack than before; sent before
            ``assessment_changed``, for whatever is built from the pack.
        file_changed: the document has another file or none.
        replaced: another study was opened or begun, which has nothing to do with the one before; sent
            before ``assessment_changed``, so that what belonged to that is forgotten before the new is shown.
    """

    assessment_changed = Signal(object)
    rest_changed = Signal(object)
    choice_changed = Signal(object)
    pack_changed = Signal()
    file_changed = Signal()
    replaced = Signal()

    def __init__(self, assessor: Assessor, study: Study, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assessor = assessor
        self._study = study
        self._assessment = self._checked = self.assess(study)
        self._path: Path | None = None
        self._file_state: FileState | None = None
        self._gesture = 0
        self._gestures_begun = 0
        self._is_held = False
        self.undo_stack = History(self)

    @property
    def pack(self) -> DataPack:
        """The data pack that scenarios are assessed with, and what the study adds to it."""
        return self._assessment.pack

    @property
    def assessor(self) -> Assessor:
        """Assesses any scenario over the pack, and remembers what it has computed."""
        return self._assessor

    @property
    def base_pack(self) -> DataPack:
        """The data pack without what the study adds to it."""
        return self._assessor.pack

    @property
    def cost_model(self) -> CostModel | None:
        """Total costs for any scenario, None where the pack knows no costs."""
        return self._assessment.cost_model

    @property
    def study(self) -> Study:
        """The study in force."""
        return self._study

    @property
    def scenario(self) -> Scenario:
        """The active scenario."""
        return self._assessment.scenario

    @property
    def assessment(self) -> Assessment:
        """The ranking of the active scenario."""
        return self._assessment

    @property
    def path(self) -> Path | None:
        """The file it was opened from or saved to."""
        return self._path

    @property
    def file_state(self) -> FileState | None:
        """What its file was like when it was opened or saved, None without one."""
        return self._file_state

    def follow(self, follower: Callable[..., None]) -> None:
        """Tell a method of every edit, for what shows more of the study than its ranking."""
        self.assessment_changed.connect(follower)
        self.rest_changed.connect(follower)

    def edit(self, after: Scenario, text: str) -> None:
        """Put another scenario in the place of the active one, as ``edit_study`` does.

        Raises:
            ScenarioError: the scenario cannot be assessed, or has the name of another; nothing has changed.
        """
        if after != self.scenario:
            self.edit_study(self._study.with_active(after), text)

    def edit_study(self, after: Study, text: str) -> None:
        """Put a study in force as one step that can be undone; an equal one does nothing.

        Args:
            after: the edited study.
            text: what was done, for the menu ("change home to Poland").

        Raises:
            ScenarioError: its active scenario cannot be assessed; nothing has changed.
        """
        if after == self._study:
            return
        sentence = sentence_of(text)
        self._checked = self._ranked(after)
        self.undo_stack.add(EditStudy(sentence, self._study, after, self._apply, self._gesture))

    def preview(self, scenario: Scenario) -> Assessment:
        """The ranking that a scenario would give in this study; nothing is put in force.

        Raises:
            ScenarioError: the scenario cannot be assessed.
        """
        return self._assessor.assess(scenario, self._study.own)

    def knows(self, study: Study) -> bool:
        """Whether putting a study in force needs no figures that have yet to be reckoned.

        Raises:
            ScenarioError: it does not fit the pack.
        """
        return self._assessor.knows(study.scenario, study.own)

    def assess(self, study: Study) -> Assessment:
        """The ranking that a study gives; nothing is put in force, and any thread may ask.

        Raises:
            ScenarioError: its active scenario cannot be assessed.
        """
        return self._assessor.assess(study.scenario, study.own)

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

    def new(self, study: Study) -> None:
        """Start over with a study that has no file and no history.

        Raises:
            ScenarioError: the study cannot be assessed; nothing has changed.
        """
        self._start(study, None)

    def open(self, path: Path) -> None:
        """Open a study file, or the study inside an export, which then has no file of its own yet.

        Raises:
            StudyFileError: the file cannot be read; the open study stays.
            ScenarioError: it does not fit the pack; the open study stays.
        """
        self.take_over(read_opened(path, self._assessor))

    def take_over(self, opened: Opened) -> None:
        """Put in force what was read from a file.

        Raises:
            ScenarioError: it cannot be assessed; the open study stays.
        """
        self._start(opened.study, None if opened.came_inside else opened.file)
        self._file_state = None if opened.came_inside else opened.state

    def recover(self, unsaved: Unsaved) -> None:
        """Put in force what was kept of a study; it still counts as not saved.

        Raises:
            ScenarioError: it does not fit the pack; the open study stays.
        """
        check_study(self.base_pack, unsaved.study)
        self._start(unsaved.study, unsaved.path)
        self._file_state = unsaved.file_state
        self.undo_stack.resetClean()

    def save(self, path: Path, *, over_others: bool = False) -> None:
        """Write the study to a file, all or nothing; the file's name becomes its name.

        Args:
            path: where to.
            over_others: also if somebody else has changed the file since it was opened or saved here.

        Raises:
            ChangedElsewhereError: somebody else has changed the document's file; it is as they left it.
            OSError: it cannot be written; an earlier file is as it was.
        """
        if path == self._path and not over_others and state_of(path) not in (self._file_state, None):
            raise ChangedElsewhereError(path)
        study = self._study.made_with(self.pack)
        write_study(study, path)
        self._study = study
        self._path = path
        self._file_state = state_of(path)
        self.undo_stack.setClean()
        self.file_changed.emit()

    def carried_over(self, assessor: Assessor) -> Document:
        """The same study, file and history as another document, with what was done said anew.

        Args:
            assessor: of the same pack, in the language in force.
        """
        other = Document(assessor, self._study)
        other._path, other._file_state = self._path, self._file_state
        names = _renamed(self.base_pack, assessor.pack)
        stack, copied = self.undo_stack, other.undo_stack
        for at in range(stack.count()):
            command = stack.command(at)
            if isinstance(command, EditStudy):
                command.said_anew(names, other._apply).put_back(copied)
            if at + 1 == stack.cleanIndex():
                copied.setClean()
        if stack.cleanIndex() < 0:
            copied.resetClean()
        with other._held():
            copied.setIndex(stack.index())
        return other

    def rename(self, name: str) -> None:
        """Give the active scenario another name.

        Raises:
            ScenarioError: no name, one that is too long, or that of another scenario.
        """
        self.edit(replace(self.scenario, name=name), t("rename the scenario"))

    def _start(self, study: Study, path: Path | None) -> None:
        self._put_in_force(study, self.assess(study))
        self._path = path
        self._file_state = None
        self.undo_stack.clear()
        self.replaced.emit()
        self.assessment_changed.emit(self._assessment)
        self.file_changed.emit()

    def _ranked(self, study: Study) -> Assessment:
        """The ranking in force, or what an edit has just checked, where the study has no other."""
        for known in (self._assessment, self._checked):
            if known.scenario == study.scenario and known.own == study.own:
                return known
        return self.assess(study)

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Steps that are put on the stack here do nothing."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False

    def _apply(self, study: Study) -> None:
        if self._is_held:
            return
        before, chosen = self._assessment, self._study.chosen
        self._put_in_force(study, self._ranked(study))
        if self._assessment is not before:
            self.assessment_changed.emit(self._assessment)
            return
        if study.chosen != chosen:
            self.choice_changed.emit(before)
        self.rest_changed.emit(before)

    def _put_in_force(self, study: Study, assessment: Assessment) -> None:
        before = self.pack
        self._assessment, self._study = assessment, study
        if assessment.pack is not before:
            self.pack_changed.emit()


def _renamed(before: DataPack, after: DataPack) -> Mapping[str, str]:
    """What texts of a pack are called in the same pack in another language."""
    pairs = [
        *((one.name, other.name) for one, other in zip(before.locations, after.locations, strict=True)),
        *((one.name, other.name) for one, other in zip(before.criteria, after.criteria, strict=True)),
        *((label, after.theme_labels.get(theme, label)) for theme, label in before.theme_labels.items()),
        *((one.label, after.functions[key].label) for key, one in before.functions.items()),
    ]
    within = {one[:1].lower() + one[1:]: in_sentence(other) for one, other in pairs}
    return within | dict(pairs)
