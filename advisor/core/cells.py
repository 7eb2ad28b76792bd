"""Figures with where they come from: the seven parts of a cell, spelt once for tables and columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.core.matrix import CellMethod, MethodArray, frozen
from advisor.core.remarks import Remark
from advisor.core.value_functions import FloatArray


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure with its seven parts.

    Attributes:
        value, low, high: the figure and its interval; NaN is unknown.
        method: how it came to be known.
        year: of the figure, 0 where not stated.
        source: source ids, several joined with ";", empty where not stated.
        note: a remark: a text, or what ``str`` makes one of.
    """

    value: float
    low: float = np.nan
    high: float = np.nan
    method: CellMethod = CellMethod.OBSERVED
    year: int = 0
    source: str = ""
    note: str | Remark = ""

    @property
    def parts(self) -> tuple[Any, ...]:
        """The seven, in the order of the parts of ``Cells``."""
        return (self.value, self.low, self.high, self.method, self.year, self.source, self.note)


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Figures of one shape, each with where it comes from: (m, n) for a table, (m,) for a column.

    Attributes:
        values, low, high: figures and their intervals; NaN is unknown.
        methods: ``CellMethod`` codes.
        years: year of the figure, 0 where not stated.
        sources: source ids, several joined with ";", empty where not stated.
        notes: remarks, each a text or a ``Remark``, whose text ``str`` gives.
    """

    values: FloatArray
    low: FloatArray
    high: FloatArray
    methods: MethodArray
    years: NDArray[np.int16]
    sources: NDArray[np.object_]
    notes: NDArray[np.object_]

    def __post_init__(self) -> None:
        for part in self.parts:
            frozen(part)

    @property
    def parts(self) -> tuple[NDArray[np.generic], ...]:
        """The seven arrays."""
        return tuple(getattr(self, field.name) for field in fields(self))

    def cell(self, *at: int) -> Cell:
        """One figure of a table (row, column) or of a column (row)."""
        return Cell(*(part[at] for part in self.parts))

    @classmethod
    def empty(cls, rows: int, columns: int) -> Cells:
        """A table of cells that are all unknown (still writeable through ``copy``)."""
        shape = (rows, columns)
        nothing = np.full(shape, np.nan)
        blank = np.full(shape, "", dtype=object)
        return cls(
            nothing,
            nothing.copy(),
            nothing.copy(),
            np.zeros(shape, np.int8),
            np.zeros(shape, np.int16),
            blank,
            blank.copy(),
        )

    def overlaid(self, columns: Mapping[int, Cells], cells: Mapping[tuple[int, int], Cell]) -> Cells:
        """This table (m, n) with whole columns (m,) laid over, and single cells over these.

        Args:
            columns: by index.
            cells: by row and column.
        """
        parts = [part.copy() for part in self.parts]
        for j, column in columns.items():
            for target, part in zip(parts, column.parts, strict=True):
                target[:, j] = part
        if cells:
            rows, places = zip(*cells, strict=True)
            # All of one part at once: there may be as many as the table has cells.
            by_part = zip(*(cell.parts for cell in cells.values()), strict=True)
            for target, figures in zip(parts, by_part, strict=True):
                laid = np.empty(len(cells), dtype=target.dtype)
                laid[:] = figures
                target[list(rows), list(places)] = laid
        return Cells(*parts)  # type: ignore[arg-type]


def make_column(
    values: FloatArray,
    *,
    low: FloatArray | None = None,
    high: FloatArray | None = None,
    methods: MethodArray | CellMethod = CellMethod.OBSERVED,
    year: NDArray[np.int16] | int = 0,
    sources: Sequence[str] | str = "",
    notes: Callable[[int], str] | str = "",
) -> Cells:
    """A column (m,); whatever is given once holds for all. Unknown values are marked UNKNOWN.

    A function given for the remarks is called with a row when its remark is read, if ever.
    """
    values = np.array(values, dtype=np.float64)
    count = len(values)
    unknown = np.isnan(values)
    codes = np.where(unknown, CellMethod.UNKNOWN, methods).astype(np.int8)
    nothing = np.full(count, np.nan)
    return Cells(
        values,
        nothing if low is None else np.where(unknown, np.nan, low),
        nothing.copy() if high is None else np.where(unknown, np.nan, high),
        codes,
        np.broadcast_to(np.asarray(year, dtype=np.int16), (count,)).copy(),
        _texts(sources, count),
        _remarks(notes, count),
    )


def _remarks(notes: Callable[[int], str] | str, count: int) -> NDArray[np.object_]:
    array = np.empty(count, dtype=object)
    if isinstance(notes, str):
        array[:] = notes
    else:
        array[:] = [Remark(notes, row) for row in range(count)]
    return array


def _texts(texts: Sequence[str] | str, count: int) -> NDArray[np.object_]:
    array = np.empty(count, dtype=object)
    array[:] = texts if isinstance(texts, str) else list(texts)
    return array
