"""Leaves what was loaded for good out of searches for cycles, once the window rests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from advisor.ui.window.memory import search_no_more_in_what_stays

_REST_MS = 1_000  # what was closed is gone by then


class WhatStays(QObject):
    """Looks for modules that were loaded, a while after something that may have loaded some.

    Args:
        is_busy: whether something is under way that holds values for a while only.
        parent: Qt parent.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST_MS)
        self._later.timeout.connect(self._look)

    def look_soon(self) -> None:
        """Something that may have loaded modules is over."""
        self._later.start()

    def shutdown(self) -> None:
        """Look no more."""
        self._later.stop()

    def _look(self) -> None:
        if not self._is_busy():  # else its end will call again
            search_no_more_in_what_stays()
