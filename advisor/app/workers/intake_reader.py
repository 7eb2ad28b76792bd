"""Reads a table of the user's own, plans and prepares its import off the main thread: progress and cancel."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from advisor.app.workers.reader import Reader
from advisor.app.workers.worker import SLOW_MS, WorkState
from advisor.datapack.schema import DataPack
from advisor.scenario.intake.plan import Choices, Plan, make_plan
from advisor.scenario.intake.sheet import Sheet, read_sheet
from advisor.scenario.intake.taking import taken_in
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.study import Study

_READING = 0.5  # part of the work that reading a file is
_TAKING = 0.7  # part of the work of taking in that comes before the first ranking


class IntakeReader(Reader):
    """Reads one file, plans anew whenever a choice has changed, and makes the study; the latest wish counts.

    Args:
        path: the file.
        slow_ms: after how long work is slow.

    Signals:
        planned: a ``Plan`` of the latest choices.
        taken: the ``Study`` that a plan makes, assessed already.
    """

    planned = Signal(object)
    taken = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None, *, slow_ms: int = SLOW_MS) -> None:
        super().__init__("intake", parent, slow_ms=slow_ms)
        self._path = path
        self._sheets: dict[str, Sheet] = {}
        self._worker.done.connect(self._on_done)

    def ask(self, pack: DataPack, study: Study, choices: Choices, sheet: str = "") -> None:
        """Want the plan of some choices; what was asked before is forgotten.

        Args:
            pack: with what the study adds to it.
            study: what it would be taken into.
            choices: what the user says.
            sheet: which one of the file; empty for the one with most cells.
        """
        path, sheets = self._path, self._sheets

        def work(state: WorkState) -> Plan:
            found = sheets.get(sheet)
            if found is None:
                found = sheets[sheet] = read_sheet(path, sheet, lambda part: state.progress(_READING * part))
            return make_plan(
                found, pack, study, choices, lambda part: state.progress(_READING + (1 - _READING) * part)
            )

        self._worker.start(work)

    def take(self, assessor: Assessor, study: Study, plan: Plan, today: date) -> None:
        """Want the study with what a plan takes in; it is ranked here too, which the assessor remembers.

        Args:
            assessor: of the pack without what the study adds.
            study: what it is taken into.
            plan: without errors.
            today: the day of the import.
        """

        def work(state: WorkState) -> Study:
            after = taken_in(study, assessor.pack, plan, today, lambda part: state.progress(_TAKING * part))
            assessor.assess(after.scenario, after.own)
            state.progress(1.0)
            return after

        self._worker.start(work)

    def _on_done(self, result: Plan | Study) -> None:
        if isinstance(result, Plan):
            self.planned.emit(result)
        else:
            self.taken.emit(result)
