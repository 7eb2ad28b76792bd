"""Values that only hold each other are let go between events, by the thread of the window alone.

Python searches for such values in whichever thread makes the next one when many have been made. Widgets are
among them: a panel that is called by its own button holds itself. Found by a thread that reckons, they are
taken down there while the window is drawn from the same tables of Qt's, which ends the program now and then;
found within an event, they are taken down under the hands of whoever handles that.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_MANY_VALUES = 700  # new ones between two searches; Python's own choice
_SELDOM = 10  # times as seldom with those that survived one search, and again with those that survived two
_EVERY_MS = 1_000


class Searches:
    """When to search, and among which values."""

    def __init__(self, many_values: int = _MANY_VALUES) -> None:
        self._many_values = many_values
        self._number = 0

    def search_if_due(self) -> None:
        """Search in this thread, if many values were made since the last time."""
        if gc.get_count()[0] < self._many_values:
            return
        self._number += 1
        oldest = 2 if self._number % _SELDOM**2 == 0 else 1 if self._number % _SELDOM == 0 else 0
        gc.collect(oldest)


def search_between_events(owner: QObject, *, every_ms: int = _EVERY_MS) -> None:
    """Search in this thread when a search is due, for as long as something lives.

    Args:
        owner: what has to live for it, the application as a rule.
        every_ms: how often to look.
    """
    from PySide6.QtCore import QTimer  # not before the environment of Qt is set

    searches, timer = Searches(), QTimer(owner)
    timer.timeout.connect(lambda: searches.search_if_due())  # noqa: PLW0108  (Qt keeps no object for its method)
    timer.start(every_ms)


@contextmanager
def no_search_by_itself() -> Iterator[None]:
    """Python searches at no moment, and in no thread, of its own choice."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
