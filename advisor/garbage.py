"""When values that only hold each other are searched for.

Python searches in whichever thread makes the next value when many have been made. Widgets are among what is
found: a panel that keeps one of its own methods holds itself. Found by a thread that reckons, they are taken
down there while the window is drawn from the same tables of Qt's; found within an event, they are taken down
under the hands of whoever handles that. So a window decides when and by whom, and who makes thousands of
values that have no such circles holds the search up.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY_VALUES = 700  # new ones between two searches; Python's own choice
_MIDDLE = 10  # searches until those that survived one are searched as well
_FULL_AT_REST, _FULL_AT_LAST = 100, 6_000  # searches until all are, which takes a tenth of a second


class Searches:
    """When to search, and among which values."""

    def __init__(self, many_values: int = _MANY_VALUES) -> None:
        self._many_values = many_values
        self._since_middle = self._since_full = 0
        self._full = _full_searches()

    def search_if_due(self, *, is_at_rest: bool = True) -> None:
        """Search in this thread, if many values were made since the last time.

        Args:
            is_at_rest: whether nobody minds if it takes longer.
        """
        if gc.get_count()[0] < self._many_values:
            return
        if _full_searches() != self._full:  # somebody else's
            self._begin_anew()
        self._since_middle += 1
        self._since_full += 1
        if self._since_full >= (_FULL_AT_REST if is_at_rest else _FULL_AT_LAST):
            gc.collect()
            self._begin_anew()
        elif self._since_middle >= _MIDDLE:
            gc.collect(1)
            self._since_middle = 0
        else:
            gc.collect(0)

    def _begin_anew(self) -> None:
        self._since_middle = self._since_full = 0
        self._full = _full_searches()


def _full_searches() -> int:
    """How often all values have been searched since Python started."""
    return int(gc.get_stats()[2]["collections"])


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
