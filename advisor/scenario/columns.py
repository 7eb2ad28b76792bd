"""Computed columns: figures for all locations with the same parts as the pack's cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.matrix import CellMethod, MethodArray, frozen
from advisor.core.value_functions import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One computed criterion for m locations.

    Attributes:
        values, low, high: (m,) figures and their interval, NaN where unknown.
        methods: (m,) ``CellMethod`` codes.
        years: (m,) year of the figure, 0 where none applies.
        sources: (m,) source ids joined with ";".
        notes: (m,) how the figure came about.
    """

    values: FloatArray
    low: FloatArray
    high: FloatArray
    methods: MethodArray
    years: NDArray[np.int16]
    sources: NDArray[np.object_]
    notes: NDArray[np.object_]

    def __post_init__(self) -> None:
        for name in ("values", "low", "high", "methods", "years", "sources", "notes"):
            frozen(getattr(self, name))


_METHODS = {
    "observed": CellMethod.OBSERVED,
    "estimated": CellMethod.ESTIMATED,
    "unknown": CellMethod.UNKNOWN,
}


def method_codes(methods: Sequence[str]) -> MethodArray:
    """``CellMethod`` codes (m,) of the words that ``advisor.places`` uses for methods."""
    return np.array([_METHODS[method] for method in methods], dtype=np.int8)


def make_column(
    values: FloatArray,
    *,
    low: FloatArray | None = None,
    high: FloatArray | None = None,
    methods: MethodArray | CellMethod = CellMethod.OBSERVED,
    year: NDArray[np.int16] | int = 0,
    sources: Sequence[str] | str = "",
    notes: Sequence[str] | str = "",
) -> Column:
    """A column; whatever is given once holds for all locations. Unknown values are marked UNKNOWN."""
    values = np.array(values, dtype=np.float64)
    count = len(values)
    unknown = np.isnan(values)
    codes = np.where(unknown, CellMethod.UNKNOWN, methods).astype(np.int8)
    nothing = np.full(count, np.nan)
    return Column(
        values,
        nothing if low is None else np.where(unknown, np.nan, low),
        nothing.copy() if high is None else np.where(unknown, np.nan, high),
        codes,
        np.broadcast_to(np.asarray(year, dtype=np.int16), (count,)).copy(),
        _texts(sources, count),
        _texts(notes, count),
    )


def _texts(texts: Sequence[str] | str, count: int) -> NDArray[np.object_]:
    array = np.empty(count, dtype=object)
    array[:] = texts if isinstance(texts, str) else list(texts)
    return array
