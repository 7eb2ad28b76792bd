"""Prints a page of our own to PDF in the background; it asks the network for nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMarginsF, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWidgets import QApplication

from advisor.ui.map.map_rendering import RenderingError, use_offscreen
from advisor.ui.map.network_guard import NetworkGuard
from advisor.ui.map.webengine_setup import prepare_webengine
from advisor.words.translation import t

TIMEOUT_MS = 60_000
_ASK_MS = 50
_IS_READY = "document.documentElement.dataset.ready === 'yes'"
_SIDES, _TOP, _BOTTOM = 14.0, 15.0, 16.0  # mm


class PagePrinter(QObject):
    """Prints one page, which says ``data-ready="yes"`` at its root once it is drawn; then it is done.

    Signals:
        printed: the PDF.
        failed: why there is none.
    """

    printed = Signal(bytes)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, timeout_ms: int = TIMEOUT_MS) -> None:
        super().__init__(parent)
        prepare_webengine()
        self._profile = QWebEngineProfile()  # off the record: nothing is written to disk
        self.guard = NetworkGuard(self)
        self._profile.setUrlRequestInterceptor(self.guard)
        self._page = QWebEnginePage(self._profile, self)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._is_done = False
        self._ask = QTimer(self)
        self._ask.setInterval(_ASK_MS)
        self._ask.timeout.connect(lambda: self._page.runJavaScript(_IS_READY, 0, self._on_answer))
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(timeout_ms)
        self._limit.timeout.connect(lambda: self._fail(t("The page was not drawn in time.")))
        self._page.loadFinished.connect(self._on_loaded)
        self._page.renderProcessTerminated.connect(
            lambda *_args: self._fail(t("The process that draws the page has ended."))
        )

    def print_page(self, page: str) -> None:
        """Begin: one of the signals follows."""
        # A page that stands in memory may not be larger than 2 MB.
        self._folder = tempfile.TemporaryDirectory(prefix="location-advisor-")
        path = Path(self._folder.name) / "report.html"
        path.write_text(page, encoding="utf-8")
        self._limit.start()
        self._page.load(QUrl.fromLocalFile(str(path)))

    def _on_loaded(self, is_loaded: bool) -> None:
        if self._is_done:  # it came after the page was given up
            return
        if is_loaded:
            self._ask.start()
        else:
            self._fail(t("The page could not be loaded."))

    def _on_answer(self, is_ready: object) -> None:
        if is_ready is not True or self._is_done or not self._ask.isActive():
            return
        self._ask.stop()
        margins = QMarginsF(_SIDES, _TOP, _SIDES, _BOTTOM)
        size = QPageSize(QPageSize.PageSizeId.A4)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
        self._page.printToPdf(self._on_printed, layout)

    def _on_printed(self, data: object) -> None:
        content = bytes(data.data()) if hasattr(data, "data") else b""
        if not content:
            self._fail(t("The page could not be printed."))
        elif not self._is_done:
            self.shutdown()
            self.printed.emit(content)

    def _fail(self, cause: str) -> None:
        if not self._is_done:
            self.shutdown()
            self.failed.emit(cause)

    def shutdown(self) -> None:
        """Let go of the page before its profile; safe to call twice."""
        if self._is_done:
            return
        self._is_done = True
        self._ask.stop()
        self._limit.stop()
        self._page.deleteLater()
        self._profile.deleteLater()
        if self._folder is not None:
            self._folder.cleanup()


def print_now(page: str) -> bytes:
    """Print a page and wait for it: for the command line.

    Raises:
        RenderingError: it could not be printed.
    """
    if QApplication.instance() is None:
        use_offscreen()
    application = QApplication.instance() or QApplication([])
    printer, loop = PagePrinter(), QEventLoop()
    pages: list[bytes] = []
    causes: list[str] = []

    def done(found: list[bytes] | list[str], result: bytes | str) -> None:
        cast("list[object]", found).append(result)
        loop.quit()

    printer.printed.connect(lambda content: done(pages, content))
    printer.failed.connect(lambda cause: done(causes, cause))
    printer.print_page(page)
    loop.exec()
    printer.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
    if causes:
        raise RenderingError(causes[0])
    return pages[0]
