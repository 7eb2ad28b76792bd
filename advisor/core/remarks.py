"""Remarks beside figures, put into words when somebody reads one.

A ranking computes thousands of figures and shows the remarks of a few. Wording them all would take longer
than computing the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


class ColumnRemarks:
    """The remarks of a column; all are put into words together, when the first is read."""

    __slots__ = ("_make", "_words")

    def __init__(self, make: Callable[[], Sequence[str]]) -> None:
        self._make: Callable[[], Sequence[str]] | None = make
        self._words: Sequence[str] = ()

    def __getitem__(self, row: int) -> str:
        """The words of one."""
        make = self._make
        if make is not None:
            self._words, self._make = make(), None  # in this order: another thread may read meanwhile
        return self._words[row]


class Remark:
    """One remark, which stands in a table of cells until ``str`` asks for its words."""

    __slots__ = ("_column", "_row")

    def __init__(self, column: ColumnRemarks, row: int) -> None:
        self._column = column
        self._row = row

    def __str__(self) -> str:
        return self._column[self._row]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str | Remark) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))
