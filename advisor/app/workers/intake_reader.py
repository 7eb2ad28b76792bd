"""Reads a table of the user's own and plans its import off the main thread, with progress and cancel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from advisor.app.workers.worker import SLOW_MS, Worker, WorkState
from advisor.datapack.schema import DataPack
from advisor.scenario.intake.plan import Choices, Plan, make_plan
from advisor.scenario.intake.sheet import Sheet, read_sheet
from advisor.scenario.study.study import Study

_READING = 0.5  # part of the work that reading a file is


class IntakeReader(QObject):
    """Reads one file, and plans anew whenever a choice has changed; the latest choice counts.

    Args:
        path: the file.
        slow_ms: after how long work is slow.

    Signals:
        planned: a ``Plan`` of the latest choices.
        failed: what went wrong, an exception.
        progressed: the part of the work that is done, 0..1.
        slow_changed: whether work has been under way for longer than half a second.
    """

    planned = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)
    slow_changed = Signal(bool)

    def __init__(self, path: Path, parent: QObject | None = None, *, slow_ms: int = SLOW_MS) -> None:
        super().__init__(parent)
        self._path = path
        self._sheets: dict[str, Sheet] = {}
        self._worker = Worker("intake", self, slow_ms=slow_ms)
        self._worker.done.connect(self.planned)
        self._worker.failed.connect(self.failed)
        self._worker.progressed.connect(self.progressed)
        self._worker.slow_changed.connect(self.slow_changed)

    @property
    def is_busy(self) -> bool:
        """Whether a plan is still to come."""
        return self._worker.is_busy

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

    def cancel(self) -> None:
        """Want nothing any more."""
        self._worker.cancel()

    def shutdown(self) -> None:
        """Want nothing any more and wait until no thread is left."""
        self._worker.shutdown()
