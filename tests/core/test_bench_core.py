"""How long the engine takes. Run with `make bench`; no time is ever asserted."""

from __future__ import annotations

import time

import numpy as np
import pytest

from advisor.core.aggregation import Aggregation
from advisor.core.diagnostics import correlations, effective_weights, rank_bounds
from advisor.core.evaluation import evaluate, value_matrix
from advisor.core.explanation import explain
from advisor.core.flips import flip_weights
from advisor.core.matrix import DecisionMatrix
from advisor.core.robustness import robustness
from advisor.core.sampling import sample_weights, standard_draws
from advisor.core.second_opinions import second_opinions
from advisor.core.sensitivity import sensitivity
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


@pytest.mark.parametrize("draws", [2_000, 10_000])
def test_bench_robustness_of_250_by_28(benchmark, large, draws):
    evaluation = evaluate(value_matrix(large), resolve_weights(large.criteria))
    standard_draws.cache_clear()
    robustness(evaluation, draws)  # the standard draws are made once in a session
    result = benchmark(robustness, evaluation, draws)
    assert result.draws == draws


def test_bench_robustness_under_partial_compensation(benchmark, large):
    evaluation = evaluate(value_matrix(large), resolve_weights(large.criteria), Aggregation("geometric"))
    assert benchmark(robustness, evaluation).draws == 10_000


@pytest.mark.parametrize("method", ["WSM", "TOPSIS"])
def test_bench_robustness_against_a_loop_over_pymcdm(benchmark, large, method):
    """The loop gets the easier task: weights only, no intervals, acceptability only."""
    methods = pytest.importorskip("pymcdm.methods")
    valued = value_matrix(large)
    evaluation = evaluate(valued, resolve_weights(large.criteria))
    draws, loops = 10_000, 200
    tops, within = sample_weights(evaluation.weights, standard_draws(1, draws, 6, 28), 0.3)
    flat = within * tops[:, evaluation.weights.theme_of]
    figures, types = np.clip(valued.values, 1e-6, None), np.ones(28)

    def loop() -> float:
        body, counts = getattr(methods, method)(), np.zeros((250, 250))
        start = time.perf_counter()
        for weights in flat[:loops]:
            ranks = body.rank(body(figures, weights, types)).astype(int)
            counts[np.arange(250), ranks - 1] += 1
        return (time.perf_counter() - start) * draws / loops

    before = min(loop() for _ in range(3))
    benchmark(robustness, evaluation, draws)
    looped = min(before, *(loop() for _ in range(3)))
    benchmark.extra_info["seconds of the loop for 10,000 draws"] = round(looped, 2)
    benchmark.extra_info["times as fast, best against best"] = round(looped / benchmark.stats.stats.min)


def test_bench_flips_of_all_rivals_on_all_criteria(benchmark, large):
    evaluation = evaluate(value_matrix(large), resolve_weights(large.criteria))
    values = evaluation.valued.values
    differences = values - values[evaluation.order[0]]
    assert benchmark(flip_weights, evaluation.weights.flat, differences).shape == (250, 28)


@pytest.mark.parametrize("method", ["additive", "geometric"])
def test_bench_explaining_two_of_250(benchmark, large, method):
    evaluation = evaluate(value_matrix(large), resolve_weights(large.criteria), Aggregation(method))
    first, second = evaluation.order[:2]
    assert benchmark(explain, evaluation, first, second).difference > 0


def test_bench_second_opinions_on_250(benchmark, large):
    evaluation = evaluate(value_matrix(large), resolve_weights(large.criteria))
    assert len(benchmark(second_opinions, evaluation)) == 4


def test_bench_sensitivity_of_ten_to_one_theme(benchmark, large):
    evaluation = evaluate(value_matrix(large), resolve_weights(large.criteria))
    assert benchmark(sensitivity, evaluation, "t0", evaluation.order[:10]).scores.shape == (10, 101)


def test_bench_diagnostics_of_250(benchmark, large):
    evaluation = evaluate(value_matrix(large), resolve_weights(large.criteria))

    def diagnose():
        return correlations(evaluation.valued), effective_weights(evaluation), rank_bounds(evaluation)

    assert benchmark(diagnose)[2].best.max() > 100
