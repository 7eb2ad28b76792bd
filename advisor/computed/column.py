"""What a computed column has to say of itself: what it reads, and how it is made from that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from advisor.computed.materials import Material
from advisor.core.cells import Cells
from advisor.core.matrix import CellMethod, MethodArray

M = TypeVar("M", bound=Material)


@dataclass(frozen=True, slots=True)
class ComputedColumn(Generic[M]):
    """One column for all locations.

    Attributes:
        reads: the kind of material that it is made from. It gets nothing else,
            so the choices behind the material are all that it depends on.
        compute: material to the column (m,).
    """

    reads: type[M]
    compute: Callable[[M], Cells]


AnyColumn = ComputedColumn[Any]

_METHODS = {
    "observed": CellMethod.OBSERVED,
    "estimated": CellMethod.ESTIMATED,
    "unknown": CellMethod.UNKNOWN,
}


def method_codes(methods: Sequence[str]) -> MethodArray:
    """``CellMethod`` codes (m,) of the words that ``advisor.places`` uses for methods."""
    return np.array([_METHODS[method] for method in methods], dtype=np.int8)
