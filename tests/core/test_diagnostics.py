"""Double counting, what really decides, ranks that hang on estimates."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from advisor.core.aggregation import Aggregation
from advisor.core.diagnostics import correlations, effective_weights, rank_bounds
from advisor.core.evaluation import evaluate, value_matrix
from advisor.core.matrix import CellMethod, DecisionMatrix
from advisor.core.weighting import resolve_weights
from tests.examples import tried_with

NAN = np.nan


def test_that_criteria_of_one_theme_that_say_the_same_are_found(matrix, criteria):
    rng = np.random.default_rng(4)
    base, other = rng.uniform(size=30), rng.uniform(size=30)
    table = np.column_stack([base, base * 0.9 + 0.02 * other, other, 1 - base, base])
    found = correlations(value_matrix(matrix(table, criteria(5, themes=["x", "x", "x", "x", "y"]))))
    assert {(pair.first, pair.second) for pair in found} == {("c0", "c1"), ("c0", "c3"), ("c1", "c3")}
    strongest = found[0]
    assert (strongest.theme, strongest.first, strongest.second, strongest.count) == ("x", "c0", "c3", 30)
    assert strongest.r == pytest.approx(-1.0)


def test_that_imputed_cells_constants_and_few_pairs_prove_no_correlation(matrix, criteria):
    base = np.linspace(0, 1, 12)
    few = np.where(np.arange(12) < 9, base, NAN)
    valued = value_matrix(matrix(np.column_stack([base, few, np.full(12, 0.5)]), criteria(3)))
    assert correlations(valued) == ()


@tried_with(40)
@given(
    arrays(np.float64, (6, 4), elements=st.floats(0, 1)),
    st.lists(st.floats(0.1, 5), min_size=4, max_size=4),
    st.sampled_from([Aggregation(), Aggregation("geometric")]),
)
def test_that_effective_weights_sum_to_one_unless_nothing_differs(
    ranking, criteria, values, weights, aggregation
):
    evaluation = ranking(values, criteria(4, themes=["x", "x", "y", "z"]), weights, aggregation=aggregation)
    effective = effective_weights(evaluation)
    if np.ptp(evaluation.scores) < 1e-6:
        return
    assert effective.sum() == pytest.approx(1.0)


def test_that_independent_criteria_of_equal_spread_decide_by_the_square_of_their_weight(ranking, criteria):
    # Two criteria that are uncorrelated over a full factorial: the variance of w*u is w**2 of that of u.
    table = [[a, b] for a in (0.0, 0.5, 1.0) for b in (0.0, 0.5, 1.0)]
    effective = effective_weights(ranking(table, criteria(2), weights=[2, 1]))
    assert effective == pytest.approx([0.8, 0.2])


def test_that_a_criterion_on_which_all_are_alike_decides_nothing(ranking, criteria):
    effective = effective_weights(ranking([[0.5, 0.1], [0.5, 0.9]], criteria(2), weights=[9, 1]))
    assert effective == pytest.approx([0.0, 1.0])


def test_that_there_are_no_effective_weights_where_scores_do_not_differ(ranking):
    assert np.isnan(effective_weights(ranking([[0.5], [0.5]]))).all()
    assert np.isnan(effective_weights(ranking([[0.5]]))).all()


@pytest.fixture
def doubtful(criteria):
    """a0 misses c1; a1 has an estimate on c1; a2 and a3 are observed; a4 knows too little."""
    four = criteria(2, weights=[3, 1])
    values = np.array([[0.6, NAN], [0.5, 0.5], [0.55, 0.55], [0.3, 0.3], [NAN, 0.9]])
    low = np.array([[NAN, NAN], [NAN, 0.1], [NAN, NAN], [NAN, 0.0], [NAN, NAN]])
    high = np.array([[NAN, NAN], [NAN, 0.9], [NAN, NAN], [NAN, 1.0], [NAN, NAN]])
    methods = np.full((5, 2), CellMethod.OBSERVED, dtype=np.int8)
    methods[0, 1] = methods[4, 0] = CellMethod.UNKNOWN
    methods[1, 1] = CellMethod.ESTIMATED
    matrix = DecisionMatrix(tuple("abcde"), four, values, low, high, methods)
    return evaluate(value_matrix(matrix), resolve_weights(four))


def test_that_a_missing_cell_may_be_anything_and_an_estimate_anything_in_its_interval(doubtful):
    bounds = rank_bounds(doubtful, hangs_by=2)
    assert bounds.score_low[:4] == pytest.approx([45.0, 40.0, 55.0, 30.0])
    assert bounds.score_high[:4] == pytest.approx([70.0, 60.0, 55.0, 30.0])
    assert doubtful.scores[0] == pytest.approx(100 * (0.45 + 0.25 * 0.525))
    assert bounds.best.tolist() == [1, 1, 2, 4, 0]
    assert bounds.worst.tolist() == [3, 3, 2, 4, 0]
    assert bounds.weight_imputed == pytest.approx([0.25, 0, 0, 0, 0.75])
    assert bounds.weight_estimated == pytest.approx([0, 0.25, 0, 0, 0])
    assert bounds.hangs.tolist() == [True, True, False, False, False]
    assert not rank_bounds(doubtful).hangs.any()


def test_that_estimates_can_be_left_as_they_are(doubtful):
    bounds = rank_bounds(doubtful, estimated=False)
    assert bounds.best.tolist() == [1, 3, 2, 4, 0]
    assert bounds.worst.tolist() == [3, 3, 2, 4, 0]


@tried_with(40)
@given(arrays(np.float64, (6, 3), elements=st.floats(0, 1)), arrays(np.bool_, (6, 3)))
def test_that_the_rank_lies_between_its_bounds(ranking, criteria, values, unknown):
    unknown[:, 0] = False
    evaluation = ranking(np.where(unknown, NAN, values), criteria(3, weights=[8, 1, 1]))
    bounds = rank_bounds(evaluation)
    assert (bounds.best <= evaluation.ranks).all()
    assert (evaluation.ranks <= bounds.worst).all()
    complete = ~unknown.any(axis=1)
    assert (bounds.best[complete] == bounds.worst[complete]).all()
