"""Keeps a study that is not saved, so that the end of the program loses at most its last moment."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from advisor.app.document.document import Document
from advisor.app.document.journal import Journal, Unsaved
from advisor.app.workers.worker import Worker, WorkState

# Between two writings; the disk may take as long again, and no more than two seconds of work are to be lost.
DELAY_MS = 800
_SOON_MS = 40  # after a pause the first change need not wait, but what belongs to it may come first


class Autosave(QObject):
    """Follows a document and writes its journal while it has changes that are not saved.

    Args:
        document: what is kept.
        folder: of the journals.
        parent: Qt parent.
        delay_ms: how long a change after a writing waits for the next; after a pause it is written at once.

    Signals:
        kept: something was written.
        failed: cause why nothing can be kept; said once until it works again.
    """

    kept = Signal()
    failed = Signal(str)

    def __init__(
        self, document: Document, folder: Path, parent: QObject | None = None, *, delay_ms: int = DELAY_MS
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._journal = Journal.new(folder)
        self._has_failed = False
        self._worker = Worker("autosave", self)
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self._on_failed)
        # Not begun anew by every change: otherwise a long drag of a slider would keep nothing.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._delay_ms = delay_ms
        self._since = QElapsedTimer()
        self._timer.timeout.connect(self._keep)
        document.follow(self._on_changed)
        document.file_changed.connect(self._on_file_changed)

    def keep_now(self) -> None:
        """Write at once, and have it written when this returns.

        Raises:
            OSError: it cannot be written.
        """
        self._timer.stop()
        self._worker.shutdown()
        self._journal.keep(self._unsaved())

    def shutdown(self) -> None:
        """The window closes: what was not saved by now is not wanted."""
        self._timer.stop()
        self._worker.shutdown()
        self._journal.forget()

    def _unsaved(self) -> Unsaved:
        document = self._document
        return Unsaved(document.study, document.path, document.file_state, datetime.now())

    def _on_changed(self) -> None:
        if not self._timer.isActive():
            rest = self._delay_ms - self._since.elapsed() if self._since.isValid() else 0
            self._timer.start(max(_SOON_MS, rest))

    def _on_file_changed(self) -> None:
        """Saved, or another study: what was kept is out of date."""
        if self._document.undo_stack.isClean():
            self._timer.stop()
            self._forget()
        else:
            self._on_changed()

    def _keep(self) -> None:
        self._since.start()
        if self._document.undo_stack.isClean():
            self._forget()
            return
        journal, unsaved = self._journal, self._unsaved()

        def keep(_state: WorkState) -> bool:
            journal.keep(unsaved)
            return True

        self._worker.start(keep)

    def _forget(self) -> None:
        journal = self._journal

        def forget(_state: WorkState) -> bool:
            journal.forget()
            return False

        self._worker.start(forget)

    def _on_done(self, has_kept: bool) -> None:
        self._has_failed = False
        if has_kept:
            self.kept.emit()

    def _on_failed(self, error: Exception) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(getattr(error, "strerror", None) or str(error))
