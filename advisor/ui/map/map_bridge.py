"""What the map page may say to Python, and the page object that carries it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtWebEngineCore import QWebEnginePage

if TYPE_CHECKING:
    from PySide6.QtWebEngineCore import QWebEngineProfile

_log = logging.getLogger("advisor.map_page")
_Level = QWebEnginePage.JavaScriptConsoleMessageLevel
_LEVELS = {
    _Level.InfoMessageLevel: logging.INFO,
    _Level.WarningMessageLevel: logging.WARNING,
    _Level.ErrorMessageLevel: logging.ERROR,
}


class MapBridge(QObject):
    """The object named ``bridge`` on the page's web channel. Its slots do nothing but pass on."""

    ready = Signal()
    frame_painted = Signal(int)
    location_clicked = Signal(str)
    location_hovered = Signal(str)
    location_walked = Signal(str)
    picture_ready = Signal(int, str, int, int)

    @Slot()
    def page_ready(self) -> None:
        """The page has loaded its scripts and waits for its first picture."""
        self.ready.emit()

    @Slot(int)
    def painted(self, sequence: int) -> None:
        """The frame of that update is on the screen."""
        self.frame_painted.emit(sequence)

    @Slot(str)
    def clicked(self, location_id: str) -> None:
        """A location was clicked; empty when the selection is to be given up (Escape)."""
        self.location_clicked.emit(location_id)

    @Slot(str)
    def hovered(self, location_id: str) -> None:
        """The pointer is over a location; empty when over none."""
        self.location_hovered.emit(location_id)

    @Slot(str)
    def walked(self, location_id: str) -> None:
        """The keyboard has come to a location."""
        self.location_walked.emit(location_id)

    @Slot(int, str, int, int)
    def picture_made(self, token: int, content: str, width: int, height: int) -> None:
        """A picture that was asked for, SVG text or a PNG as data URL, and its size in pixels of the page."""
        self.picture_ready.emit(token, content, width, height)


class MapPage(QWebEnginePage):
    """Logs what the page writes to its console; goes nowhere.

    Args:
        profile: of the web view.
        url: of the page.
        parent: Qt parent.

    Signals:
        failed: an error of the page, as its console has it.
    """

    failed = Signal(str)

    def __init__(self, profile: QWebEngineProfile, url: QUrl, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self._url = url
        self._errors: list[str] = []

    @property
    def errors(self) -> tuple[str, ...]:
        """JavaScript errors so far, as ``file:line: message``."""
        return tuple(self._errors)

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Qt's hook for console messages and uncaught errors."""
        place = f"{source.rsplit('/', 1)[-1]}:{line}"
        if level == _Level.ErrorMessageLevel:
            self._errors.append(f"{place}: {message}")
            self.failed.emit(message)
        _log.log(_LEVELS.get(level, logging.INFO), "%s: %s", place, message)

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        kind: QWebEnginePage.NavigationType,  # noqa: ARG002
        is_main_frame: bool,
    ) -> bool:
        """Only the page itself is navigated to, and it has no frames."""
        return is_main_frame and QUrl(url) == self._url
