"""Remarks beside figures, put into words when somebody reads one.

A ranking computes thousands of figures and shows the remarks of a few. Wording them all would take longer
than computing the figures.
"""

from __future__ import annotations

from collections.abc import Callable


class Remark:
    """A remark that stands in a table of cells until ``str`` asks for its words."""

    __slots__ = ("_make", "_row")

    def __init__(self, make: Callable[[int], str], row: int) -> None:
        """Keep how it is made.

        Args:
            make: gives the words for a row.
            row: the row that it stands in.
        """
        self._make = make
        self._row = row

    def __str__(self) -> str:
        return self._make(self._row)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str | Remark) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))
