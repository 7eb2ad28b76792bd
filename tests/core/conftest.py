"""Small decision problems for the tests of the decision engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from advisor.core.aggregation import Aggregation
from advisor.core.criteria import Criterion
from advisor.core.evaluation import Evaluation, evaluate, value_matrix
from advisor.core.matrix import DecisionMatrix
from advisor.core.value_functions import Direction, LinearValue
from advisor.core.weighting import resolve_weights


def _criteria(
    count: int,
    themes: Sequence[str] = (),
    directions: Sequence[str] = (),
    weights: Sequence[float] = (),
    lower: float = 0.0,
    upper: float = 1.0,
) -> tuple[Criterion, ...]:
    return tuple(
        Criterion(
            id=f"c{j}",
            label=f"Criterion {j}",
            value_function=LinearValue(lower, upper, direction),
            direction=direction,
            theme=themes[j] if themes else "all",
            weight=weights[j] if len(weights) else 1.0,
        )
        for j in range(count)
        for direction in [Direction(directions[j] if directions else "up")]
    )


def _matrix(
    values: object,
    criteria: tuple[Criterion, ...] | None = None,
    peers: tuple[tuple[str, ...], ...] = (),
    low: object = None,
    high: object = None,
) -> DecisionMatrix:
    figures = np.array(values, dtype=np.float64)
    criteria = criteria or _criteria(figures.shape[1])
    plain = DecisionMatrix.of(tuple(f"a{i}" for i in range(len(figures))), criteria, figures, peers)
    if low is None:
        return plain
    bounds = (np.array(low, dtype=np.float64), np.array(high, dtype=np.float64))
    return DecisionMatrix(plain.alternatives, criteria, plain.values, *bounds, plain.methods, peers)


def _ranking(
    values: object,
    criteria: tuple[Criterion, ...] | None = None,
    weights: Sequence[float] | None = None,
    theme_weights: dict[str, float] | None = None,
    aggregation: Aggregation | None = None,
    **options: object,
) -> Evaluation:
    matrix = _matrix(values, criteria, **options)  # type: ignore[arg-type]
    given = None if weights is None else {c.id: w for c, w in zip(matrix.criteria, weights, strict=True)}
    resolved = resolve_weights(matrix.criteria, theme_weights, given)
    return evaluate(value_matrix(matrix), resolved, aggregation)


@pytest.fixture(scope="session")
def criteria() -> Callable[..., tuple[Criterion, ...]]:
    """Linear criteria c0, c1, ... between 0 and 1."""
    return _criteria


@pytest.fixture(scope="session")
def matrix() -> Callable[..., DecisionMatrix]:
    """A decision matrix of alternatives a0, a1, ... from a table of figures."""
    return _matrix


@pytest.fixture(scope="session")
def ranking() -> Callable[..., Evaluation]:
    """The evaluation of a table of figures."""
    return _ranking
