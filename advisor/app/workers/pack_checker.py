"""Checks a data pack and ranks it on trial, off the main thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from advisor.app.workers.worker import Worker, WorkState
from advisor.datapack.problems import Problem
from advisor.scenario.ranking.pack_trial import check_and_rank


class PackChecker(QObject):
    """Checks one pack at a time; the latest counts.

    Signals:
        checked: every ``Problem`` of the pack, a list.
        failed: the exception that the check raised.
    """

    checked = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("pack", self)
        self._worker.done.connect(self.checked)
        self._worker.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._worker.is_busy

    def check(self, folder: Path) -> None:
        """Check a pack."""

        def work(_state: WorkState) -> list[Problem]:
            return check_and_rank(folder)

        self._worker.start(work)

    def shutdown(self) -> None:
        """Want nothing any more and wait until no thread is left."""
        self._worker.shutdown()
