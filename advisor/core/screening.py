"""Screening: must-haves that an alternative passes, fails, or cannot be checked against.

A failed must-have excludes; it never lowers a score. An unknown figure does
not exclude: the alternative stays in, marked as unchecked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Annotated, Literal

import numpy as np
from annotated_types import Interval
from numpy.typing import NDArray

from advisor.core.limits import check_limits
from advisor.core.matrix import frozen
from advisor.core.tolerance import at_least, at_most
from advisor.core.value_functions import FloatArray

LARGEST_FIGURE = 1e15  # of any unit: beyond it, figures no longer differ by one


class Outcome(IntEnum):
    """What a must-have says of an alternative."""

    PASS = 0
    FAIL = 1
    UNKNOWN = 2


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure must be at least, or at most, a limit.

    Raises:
        ValueError: a limit beyond all figures.
    """

    column: str
    op: Literal[">=", "<="]
    limit: Annotated[float, Interval(ge=-LARGEST_FIGURE, le=LARGEST_FIGURE)]

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True)
class Allowed:
    """A label must be one of those allowed."""

    column: str
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A label must be none of those forbidden."""

    column: str
    labels: frozenset[str]


Constraint = Bound | Allowed | Forbidden


@dataclass(frozen=True, slots=True)
class Facts:
    """What constraints can ask about m alternatives: (m,) figures and m labels, by column name."""

    figures: Mapping[str, FloatArray] = field(default_factory=dict)
    labels: Mapping[str, Sequence[str | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Screening:
    """The outcome of each of c constraints for each of m alternatives.

    Attributes:
        constraints: the c constraints.
        outcomes: (m, c) ``Outcome`` codes.
        excluded: (m,) whether any constraint fails.
    """

    constraints: tuple[Constraint, ...]
    outcomes: NDArray[np.int8]
    excluded: NDArray[np.bool_]

    def __post_init__(self) -> None:
        frozen(self.outcomes)
        frozen(self.excluded)

    def failed(self, row: int) -> tuple[Constraint, ...]:
        """The constraints that an alternative fails."""
        return self._with(row, Outcome.FAIL)

    def unchecked(self, row: int) -> tuple[Constraint, ...]:
        """The constraints that an alternative cannot be checked against."""
        return self._with(row, Outcome.UNKNOWN)

    def _with(self, row: int, outcome: Outcome) -> tuple[Constraint, ...]:
        return tuple(
            c for c, code in zip(self.constraints, self.outcomes[row], strict=True) if code == outcome
        )


def screen(count: int, constraints: Sequence[Constraint], facts: Facts) -> Screening:
    """Check ``count`` alternatives against the constraints.

    Raises:
        KeyError: a constraint names a column that ``facts`` does not have.
    """
    outcomes = np.zeros((count, len(constraints)), dtype=np.int8)
    for index, constraint in enumerate(constraints):
        outcomes[:, index] = _check(constraint, facts)
    return Screening(tuple(constraints), outcomes, (outcomes == Outcome.FAIL).any(axis=1))


def _check(constraint: Constraint, facts: Facts) -> NDArray[np.int8]:
    if isinstance(constraint, Bound):
        figures = facts.figures[constraint.column]
        met = (at_least if constraint.op == ">=" else at_most)(figures, constraint.limit)
        outcome = np.where(met, Outcome.PASS, Outcome.FAIL)
        return np.where(np.isnan(figures), Outcome.UNKNOWN, outcome).astype(np.int8)
    labels = facts.labels[constraint.column]
    wanted = isinstance(constraint, Allowed)
    return np.array(
        [
            Outcome.UNKNOWN
            if label is None
            else (Outcome.PASS if (label in constraint.labels) == wanted else Outcome.FAIL)
            for label in labels
        ],
        dtype=np.int8,
    )
