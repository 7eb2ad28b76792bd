"""Builds the clock and holiday tables of the neighbouring years, so that a change of year need not wait."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.app.document.document import Document
from advisor.app.workers.worker import Worker, WorkState
from advisor.places.timezones import FIRST_YEAR, LAST_YEAR
from advisor.scenario.study.scenario import Scenario

_REST_MS = 3_000  # the program has opened, and nobody is at work on the year


class YearAhead(QObject):
    """Watches a document and prepares the neighbours of its year in a thread.

    Args:
        document: whose year counts.
        rest_ms: how long hours and year have to be at rest first.

    Signals:
        ready: both neighbours of this year, an int, are prepared.
    """

    ready = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None, *, rest_ms: int = _REST_MS) -> None:
        super().__init__(parent)
        self._document = document
        self._wanted: tuple[int, str] | None = None
        self._worker = Worker("years", self)
        self._worker.done.connect(self.ready)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._start)
        document.assessment_changed.connect(self._on_change)
        self._on_change()

    def shutdown(self) -> None:
        """Stop and wait for the thread."""
        self._rest.stop()
        self._worker.shutdown()

    def _on_change(self) -> None:
        scenario = self._document.scenario
        wanted = (scenario.year, scenario.site_hours)
        if scenario.home and wanted != self._wanted:
            self._wanted = wanted
            self._rest.start()

    def _start(self) -> None:
        document, scenario = self._document, self._document.scenario
        self._worker.start(lambda state: _prepare(document, scenario, state))


def _prepare(document: Document, scenario: Scenario, state: WorkState) -> int:
    """On the working thread; the scenario is frozen and the tables lock themselves."""
    for year in (scenario.year + 1, scenario.year - 1):
        if FIRST_YEAR <= year <= LAST_YEAR:
            document.prepare(replace(scenario, year=year), state.progress)
    return scenario.year
