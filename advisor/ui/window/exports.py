"""Exports from the window: made in the background, with what is going on in the message bar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document
from advisor.app.workers.export_worker import ExportWorker
from advisor.export.export_format import ExportFormat
from advisor.ui.window.messages import MessageBar
from advisor.ui.window.window_texts import EXPORTED, EXPORTED_WITH_SOURCES, NOT_WRITTEN
from advisor.words.translation import marked, t

if TYPE_CHECKING:  # it brings the browser along and is needed only for paper
    from advisor.ui.window.page_printer import PagePrinter


class Exports(QObject):
    """All exports under way; each is of the study as it was when it was asked for.

    Args:
        document: what is exported.
        messages: where to say how it goes.
        ask: asks where to export a format to.

    Signals:
        ended: an export is over, whatever came of it.
    """

    ended = Signal()

    def __init__(
        self,
        document: Document,
        messages: MessageBar,
        ask: Callable[[ExportFormat], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._ask = document, messages, ask
        self._running: list[_Export] = []
        self._given_up: list[_Export] = []  # their threads may still be at something that cannot be stopped

    @property
    def is_busy(self) -> bool:
        """Whether an export is under way."""
        return bool(self._running)

    def export(self, path: Path, how: ExportFormat, *, text_mark: bool = False) -> None:
        """Write the study as it is now in another format, as the command line does.

        Args:
            path: where to; the format's suffix is added where it lacks.
            how: the format.
            text_mark: whether text begins with a byte-order mark.
        """
        path = path if path.name.lower().endswith(how.suffix) else path.with_name(path.name + how.suffix)
        export = _Export(path, how, self._messages, self)
        self._running.append(export)
        worker = export.worker
        worker.written.connect(lambda files: self._end(export, self._say_written, files))
        worker.failed.connect(lambda error: self._end(export, self._say_failed, path, how, error))
        export.given_up = lambda: self._give_up(export, path)
        worker.start(self._document, date.today(), text_mark=text_mark)

    def shutdown(self) -> None:
        """The window closes: what is not written by now will not be."""
        for export in (*self._running, *self._given_up):
            export.shutdown()
        self._running.clear()
        self._given_up.clear()

    def _end(self, export: _Export, say: Callable[..., None], *what: object) -> None:
        if export in self._running:
            self._running.remove(export)
            export.shutdown()
            export.deleteLater()
            say(*what)
            self.ended.emit()

    def _give_up(self, export: _Export, path: Path) -> None:
        """Want no result; nobody waits for the thread to notice."""
        if export in self._running:
            self._running.remove(export)
            self._given_up.append(export)
            export.cancel()
            self._say_given_up(path)
            self.ended.emit()

    def _say_written(self, files: tuple[Path, ...]) -> None:
        if len(files) > 1:
            said = marked(EXPORTED_WITH_SOURCES, file=files[0], other=files[1].name)
        else:
            said = marked(EXPORTED, file=files[0])
        self._messages.note(said)

    def _say_failed(self, path: Path, how: ExportFormat, error: Exception) -> None:
        if isinstance(error, OSError):
            said = marked(NOT_WRITTEN, file=path, reason=error.strerror or error)
            self._messages.problem(said, t("Export elsewhere…"), lambda: self._ask(how))
            return
        said = t("{file} could not be written: {cause}", file=path, cause=error)
        self._messages.problem(said, t("Try again"), lambda: self.export(path, how))

    def _say_given_up(self, path: Path) -> None:
        self._messages.note(t("{file} was not exported.", file=path.name))


class _Export(QObject):
    """One of them, its page printed on the way where it has one."""

    def __init__(self, path: Path, how: ExportFormat, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages, self._text = messages, t("Exporting to {file}…", file=path.name)
        self.given_up: Callable[[], None] = lambda: None
        self._printer: PagePrinter | None = None
        self._done = 0.0
        self.worker = ExportWorker(path, how, self)
        self.worker.page_made.connect(self._print)
        self.worker.slow_changed.connect(self._say_slow)
        self.worker.progressed.connect(self._show_progress)

    def cancel(self) -> None:
        """Want no result any more."""
        self.worker.cancel()
        self._end_printing()

    def shutdown(self) -> None:
        """Let go of page and thread."""
        self.worker.shutdown()
        self._end_printing()

    def _say_slow(self, slow: bool) -> None:
        if slow:
            self._messages.work(self._text, t("Cancel"), self.given_up)
            self._show_progress(self._done)

    def _show_progress(self, done: float) -> None:
        self._done = done
        self._messages.set_progress(self._text, done)

    def _print(self, page: str) -> None:
        from advisor.ui.window.page_printer import PagePrinter

        self._say_slow(True)
        printer = self._printer = PagePrinter(self)
        printer.printed.connect(self._on_printed)
        printer.failed.connect(lambda cause: self.worker.failed.emit(RuntimeError(cause)))
        printer.print_page(page)

    def _on_printed(self, content: bytes) -> None:
        self._end_printing()
        self.worker.go_on(content)

    def _end_printing(self) -> None:
        if self._printer is not None:
            self._printer.shutdown()
            self._printer.deleteLater()
            self._printer = None
