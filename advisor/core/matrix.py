"""The decision matrix: alternatives by criteria, each cell with its interval and its method."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from advisor.core.criteria import Criterion
from advisor.core.value_functions import FloatArray

MethodArray = NDArray[np.int8]


class CellMethod(IntEnum):
    """How a figure came to be known. The order is the order of trust, except USER."""

    UNKNOWN = 0
    IMPUTED = 1
    ESTIMATED = 2
    OBSERVED = 3
    USER = 4


def frozen(array: NDArray[np.generic]) -> NDArray[np.generic]:
    """The same array, no longer writeable."""
    array.setflags(write=False)
    return array


_FIGURES = ("values", "low", "high", "methods")


@dataclass(frozen=True, slots=True, eq=False)
class DecisionMatrix:
    """Raw figures of m alternatives on n criteria.

    Attributes:
        alternatives: m ids.
        criteria: n criteria.
        values: (m, n) raw figures in the criterion's unit; NaN is unknown.
        low, high: (m, n) bounds of each figure's interval; NaN where none is known.
        methods: (m, n) ``CellMethod`` codes.
        peers: groupings of the alternatives from fine to coarse (m labels
            each), used to estimate unknown cells.
        copied: (m, n) cells that repeat the figure of another alternative, which are no evidence for
            estimates; None where no cell does.

    Raises:
        ValueError: shapes that do not agree, or ids that occur twice.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    values: FloatArray
    low: FloatArray
    high: FloatArray
    methods: MethodArray
    peers: tuple[tuple[str, ...], ...] = ()
    copied: NDArray[np.bool_] | None = None

    def __post_init__(self) -> None:
        shape = (len(self.alternatives), len(self.criteria))
        for name in _FIGURES:
            array = getattr(self, name)
            if array.shape != shape:
                raise ValueError(f"'{name}' has shape {array.shape}, the matrix needs {shape}.")
            frozen(array)
        if self.copied is not None and self.copied.shape != shape:
            raise ValueError(f"'copied' has shape {self.copied.shape}, the matrix needs {shape}.")
        if len(set(self.alternatives)) != shape[0]:
            raise ValueError("Every alternative needs an id of its own.")
        if len({criterion.id for criterion in self.criteria}) != shape[1]:
            raise ValueError("Every criterion needs an id of its own.")
        if any(len(labels) != shape[0] for labels in self.peers):
            raise ValueError("Each peer grouping needs one label for each alternative.")

    @classmethod
    def of(
        cls,
        alternatives: tuple[str, ...],
        criteria: tuple[Criterion, ...],
        values: FloatArray,
        peers: tuple[tuple[str, ...], ...] = (),
    ) -> DecisionMatrix:
        """A matrix of observed figures without intervals; NaN cells are unknown."""
        values = np.array(values, dtype=np.float64)
        methods = np.where(np.isnan(values), CellMethod.UNKNOWN, CellMethod.OBSERVED).astype(np.int8)
        nothing = np.full(values.shape, np.nan)
        return cls(alternatives, criteria, values, nothing, nothing.copy(), methods, peers)

    def of_columns(self, columns: NDArray[np.intp]) -> DecisionMatrix:
        """The same alternatives on some of the criteria."""
        return replace(
            self,
            criteria=tuple(self.criteria[j] for j in columns),
            **{name: getattr(self, name)[:, columns] for name in _FIGURES},
            copied=None if self.copied is None else self.copied[:, columns],
        )

    def is_about_the_same(self, other: DecisionMatrix) -> bool:
        """Whether two matrices differ in figures alone."""
        return (self.alternatives, self.criteria, self.peers) == (
            other.alternatives,
            other.criteria,
            other.peers,
        )

    def columns_unlike(self, other: DecisionMatrix) -> NDArray[np.intp]:
        """The columns in which any figure differs from another matrix that is about the same."""
        alike = np.ones(len(self.criteria), dtype=np.bool_)
        for name in _FIGURES:
            mine, others = getattr(self, name), getattr(other, name)
            alike &= ((mine == others) | ((mine != mine) & (others != others))).all(axis=0)  # noqa: PLR0124
        nothing = np.zeros(self.values.shape, dtype=np.bool_)
        copied = (nothing if one.copied is None else one.copied for one in (self, other))
        return np.flatnonzero(~(alike & np.equal(*copied).all(axis=0)))

    def column(self, criterion_id: str) -> int:
        """Index of a criterion.

        Raises:
            KeyError: no such criterion.
        """
        for index, criterion in enumerate(self.criteria):
            if criterion.id == criterion_id:
                return index
        raise KeyError(criterion_id)
