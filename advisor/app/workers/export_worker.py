"""One export off the main thread, with progress, and without a trace where it is given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document
from advisor.app.workers.worker import Worker, WorkState
from advisor.export.export_format import ExportFormat
from advisor.export.progress import part_of
from advisor.export.subject import Subject
from advisor.export.writing import subject_for, write_beside

# Shares of the whole at which what is counted, made and printed is done.
_COUNTED, _MADE, _PRINTED = 0.1, 0.7, 0.9


class ExportWorker(QObject):
    """Makes an export of a study as it is when it begins; nothing is written before all of it is made.

    Signals:
        written: the files, as paths; the export is over.
        failed: the exception that ended it.
        page_made: a page that somebody has to print and hand to ``go_on``.
        progressed: the part that is done, 0..1.
        slow_changed: whether it has been going on for longer than half a second.
    """

    written = Signal(object)
    failed = Signal(object)
    page_made = Signal(str)
    progressed = Signal(float)
    slow_changed = Signal(bool)

    def __init__(self, path: Path, how: ExportFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path, self.how = path, how
        self._subject: Subject | None = None
        self._worker = Worker("export", self)
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self.failed)
        self._worker.progressed.connect(self.progressed)
        self._worker.slow_changed.connect(self.slow_changed)

    def start(self, document: Document, today: date, *, text_mark: bool = False) -> None:
        """Export the study as it is now.

        Args:
            document: the study; only what is frozen in it goes to the thread.
            today: the date that the export carries.
            text_mark: whether text begins with a byte-order mark.
        """
        how, path = self.how, self.path
        study, assessment, cost_model = document.study, document.assessment, document.cost_model

        def work(state: WorkState) -> tuple[Subject, str] | tuple[Path, ...]:
            counted = part_of(state.progress, 0.0, _COUNTED)
            subject = subject_for(how, study, assessment, cost_model, today, counted)
            subject = replace(subject, text_mark=text_mark)
            if how.page is not None:
                return subject, how.page(subject, part_of(state.progress, _COUNTED, _MADE))
            files = how.files(subject, part_of(state.progress, _COUNTED, 1.0))
            state.progress(1.0)
            return write_beside(path, files)

        self._worker.start(work)

    def go_on(self, printed: bytes) -> None:
        """Write the export, now that its page is printed."""
        if self._subject is None:
            raise ValueError("no page of this export was to be printed")
        how, path, subject = self.how, self.path, replace(self._subject, printed=printed)

        def work(state: WorkState) -> tuple[Path, ...]:
            files = how.files(subject, part_of(state.progress, _PRINTED, 1.0))
            state.progress(1.0)
            return write_beside(path, files)

        self._worker.start(work)

    def cancel(self) -> None:
        """Give it up; no file is written or changed."""
        self._worker.cancel()

    def shutdown(self) -> None:
        """Give it up and wait until no thread is left."""
        self._worker.shutdown()

    def _on_done(self, result: tuple[Subject, str] | tuple[Path, ...]) -> None:
        if isinstance(result[0], Subject):
            self._subject = result[0]
            self.page_made.emit(result[1])
        else:
            self.written.emit(result)
