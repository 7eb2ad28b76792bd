"""How long the engine takes. Run with `make bench`; no time is ever asserted."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.core.evaluation import evaluate, value_matrix
from advisor.core.matrix import DecisionMatrix
from advisor.core.weighting import resolve_weights

THEMES = tuple(f"t{j % 6}" for j in range(28))


@pytest.fixture(scope="module")
def large(criteria):
    """250 alternatives on 28 criteria in 6 themes, with intervals, 3 % of the cells unknown."""
    rng = np.random.default_rng(7)
    figures = rng.uniform(0, 1, (250, 28))
    figures[rng.uniform(size=figures.shape) < 0.03] = np.nan
    judged = criteria(28, THEMES)
    plain = DecisionMatrix.of(tuple(f"a{i}" for i in range(250)), judged, figures)
    low, high = figures - 0.1, figures + 0.1
    return DecisionMatrix(plain.alternatives, judged, plain.values, low, high, plain.methods)


def test_bench_one_evaluation_of_250_by_28(benchmark, large):
    valued, weights = value_matrix(large), resolve_weights(large.criteria)
    result = benchmark(evaluate, valued, weights)
    assert result.ranks.max() > 100


def test_bench_weights_and_evaluation_of_250_by_28(benchmark, large):
    valued = value_matrix(large)

    def move_a_slider():
        return evaluate(valued, resolve_weights(large.criteria, {"t0": 40.0}))

    assert benchmark(move_a_slider).ranks.max() > 100


def test_bench_valuing_250_by_28(benchmark, large):
    assert benchmark(value_matrix, large).values.shape == (250, 28)
