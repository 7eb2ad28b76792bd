"""Garbage is searched for by the window's thread between events, and thoroughly when nobody does anything."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, SignalInstance
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from advisor.app.document.document import Document
from advisor.garbage import Searches

_EVERY_MS = 100
_LATE_MS = 30  # that a look comes when something else has just taken long
_PATIENCE = 10  # looks in a row that may come late
_REST_MS = 3_000


def search_between_events(document: Document, application: QApplication) -> None:
    """Search for as long as an application lives; who edits a document or moves the keyboard is at work."""
    SearchBetweenEvents((document.assessment_changed, application.focusChanged), application)


class SearchBetweenEvents(QObject):
    """Searches in the thread that it was made in, for as long as it lives.

    Args:
        stirred: signals of somebody doing something; a move of the pointer is another.
        parent: Qt parent.
        every_ms: how often it looks whether a search is due.
        rest_ms: how long nobody has done anything when the window is at rest.
    """

    def __init__(
        self,
        stirred: Iterable[SignalInstance] = (),
        parent: QObject | None = None,
        *,
        every_ms: int = _EVERY_MS,
        rest_ms: int = _REST_MS,
    ) -> None:
        super().__init__(parent)
        self._searches = Searches()
        self._pointer = QCursor.pos()
        self._activity = QTimer(self)
        self._activity.setSingleShot(True)
        self._activity.setInterval(rest_ms)
        self._every_ms, self._was_late = every_ms, 0
        self._since_look = QElapsedTimer()
        self._since_look.start()
        self._look = QTimer(self)
        self._look.timeout.connect(self._on_look)
        self._look.start(every_ms)
        for signal in stirred:
            signal.connect(self._stir)

    @property
    def is_at_rest(self) -> bool:
        """Whether nobody has done anything for a while."""
        return not self._activity.isActive()

    def _stir(self) -> None:
        self._activity.start()

    def _on_look(self) -> None:
        pointer = QCursor.pos()
        if pointer != self._pointer:
            self._pointer = pointer
            self._stir()
        is_late = self._since_look.restart() > self._every_ms + _LATE_MS
        self._was_late = self._was_late + 1 if is_late else 0
        if self._was_late % _PATIENCE == 0:  # else whoever waits has waited enough
            self._searches.search_if_due(is_at_rest=self.is_at_rest)
