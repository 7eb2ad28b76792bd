"""The decision matrix, and estimates for what it does not know."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.core.criteria import Criterion
from advisor.core.evaluation import value_matrix
from advisor.core.imputation import impute_unknown
from advisor.core.matrix import CellMethod, DecisionMatrix
from advisor.core.percentiles import percentile
from advisor.core.value_functions import PiecewiseValue

NAN = np.nan


def test_that_unknown_cells_are_marked_unknown_and_the_rest_observed(matrix):
    assert matrix([[1.0, NAN]]).methods.tolist() == [[CellMethod.OBSERVED, CellMethod.UNKNOWN]]


def test_that_a_column_is_found_by_its_id(matrix):
    assert matrix([[1.0, 2.0]]).column("c1") == 1
    with pytest.raises(KeyError, match="wages"):
        matrix([[1.0, 2.0]]).column("wages")


def test_that_figures_cannot_be_changed_in_place(matrix):
    with pytest.raises(ValueError, match="read-only"):
        matrix([[1.0]]).values[0, 0] = 2.0


def test_that_shapes_and_ids_must_agree(matrix, criteria):
    two = criteria(2)
    with pytest.raises(ValueError, match=r"'values' has shape \(1, 1\), the matrix needs \(1, 2\)"):
        DecisionMatrix.of(("a",), two, np.array([[1.0]]))
    with pytest.raises(ValueError, match="Every alternative needs an id of its own"):
        DecisionMatrix.of(("a", "a"), two, np.ones((2, 2)))
    with pytest.raises(ValueError, match="Every criterion needs an id of its own"):
        DecisionMatrix.of(("a",), (two[0], two[0]), np.ones((1, 2)))
    with pytest.raises(ValueError, match="one label for each alternative"):
        DecisionMatrix.of(("a",), two, np.ones((1, 2)), (("x", "y"),))


def test_that_the_finest_peer_group_with_four_known_members_is_used(matrix):
    figures = [[1.0], [2.0], [3.0], [4.0], [NAN], [100.0], [200.0], [NAN]]
    fine = ("p", "p", "p", "p", "p", "q", "q", "q")
    coarse = ("w",) * 8
    values, low, high, methods = impute_unknown(matrix(figures, peers=(fine, coarse)))
    assert values[4, 0] == 2.5  # four known in its own group: their median
    assert values[7, 0] == 3.5  # only two known in its own group: the median of all six
    assert (low[4, 0], high[4, 0]) == pytest.approx((1.3, 3.7))  # 10th and 90th percentile
    assert methods[:, 0].tolist() == [3, 3, 3, 3, CellMethod.IMPUTED, 3, 3, CellMethod.IMPUTED]


def test_that_an_estimate_does_not_become_a_peer_of_the_next(matrix):
    figures = [[1.0], [1.0], [1.0], [NAN], [NAN], [9.0]]
    groups = ("p", "p", "p", "p", "p", "q")
    values, *_ = impute_unknown(matrix(figures, peers=(groups,)))
    assert values[3, 0] == values[4, 0] == 1.0


def test_that_a_few_known_anywhere_serve_where_no_group_is_large_enough(matrix):
    values, _, _, methods = impute_unknown(matrix([[4.0], [NAN]]))
    assert values[1, 0] == 4.0
    assert methods[1, 0] == CellMethod.IMPUTED


def test_that_a_criterion_nobody_is_known_on_stays_unknown_and_counts_nothing(matrix):
    valued = value_matrix(matrix([[NAN, 1.0], [NAN, 0.0]]))
    assert np.isnan(valued.raw[:, 0]).all()
    assert (valued.methods[:, 0] == CellMethod.UNKNOWN).all()
    assert valued.values[:, 0].tolist() == [0.0, 0.0]
    assert not valued.known[:, 0].any()


def test_that_known_cells_keep_figure_and_interval_and_others_get_their_own_value_as_bounds(matrix):
    given = matrix([[0.5, 0.5]], low=[[0.4, NAN]], high=[[0.7, NAN]])
    values, low, high, _ = impute_unknown(given)
    assert values.tolist() == [[0.5, 0.5]]
    assert low.tolist() == [[0.4, 0.5]]
    assert high.tolist() == [[0.7, 0.5]]


def test_that_the_bounds_of_a_cell_are_its_interval_if_known_and_everything_if_imputed(matrix):
    valued = value_matrix(matrix([[0.5], [NAN]], low=[[0.4], [NAN]], high=[[0.7], [NAN]]))
    assert valued.worst[:, 0].tolist() == [0.4, 0.0]
    assert valued.best[:, 0].tolist() == [0.7, 1.0]


def test_that_the_bounds_of_a_down_criterion_are_turned_round(matrix, criteria):
    given = matrix([[0.5]], criteria(1, directions=["down"]), low=[[0.4]], high=[[0.7]])
    valued = value_matrix(given)
    assert (valued.worst[0, 0], valued.best[0, 0]) == pytest.approx((0.3, 0.6))


def test_that_the_best_within_an_interval_may_lie_between_its_ends(matrix):
    middle = (Criterion("x", PiecewiseValue(((0, 0.0), (5, 1.0), (8, 0.1), (10, 0.5)))),)
    valued = value_matrix(
        matrix([[4.0], [9.0], [2.0]], middle, low=[[3.0], [7.0], [1.0]], high=[[6.0], [10.0], [3.0]])
    )
    assert valued.best[:, 0] == pytest.approx([1.0, 0.5, 0.6])
    assert valued.worst[:, 0] == pytest.approx([0.6, 0.1, 0.2])


@given(
    st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=40), st.sampled_from([10, 50, 90])
)
def test_that_the_quick_percentile_is_numpys(figures, percent):
    ordered = np.sort(np.array(figures))
    assert percentile(ordered, percent) == pytest.approx(np.percentile(ordered, percent), rel=1e-12, abs=1e-6)


def test_that_columns_which_stay_as_they_were_are_taken_over_and_others_valued_anew(matrix, criteria):
    first = matrix([[0.5, NAN, 0.1], [0.2, 0.4, NAN], [NAN, 0.6, 0.3]], criteria(3))
    figures = first.values.copy()
    figures[1, 1], figures[2, 2] = 0.9, NAN
    wider = replace(first, values=figures, low=np.where(figures == 0.2, 0.1, first.low))
    before = value_matrix(first)
    for other in (first, wider, replace(wider, copied=figures == 0.9)):
        again, anew = value_matrix(other, before), value_matrix(other)
        assert again.matrix is other
        for name in ("raw", "raw_low", "raw_high", "methods", "values", "worst", "best", "known"):
            np.testing.assert_array_equal(getattr(again, name), getattr(anew, name))
            assert not getattr(again, name).flags.writeable
    assert before.raw.tolist() == value_matrix(first).raw.tolist()


def test_that_a_column_of_the_same_figures_is_not_valued_again(matrix, criteria):
    first = matrix([[0.5, 0.1], [0.2, 0.4]], criteria(2))
    before = value_matrix(first)
    marked = replace(before, values=np.full((2, 2), 0.123))
    figures = first.values.copy()
    figures[0, 1] = 0.9
    again = value_matrix(replace(first, values=figures), marked)
    assert again.values[:, 0].tolist() == [0.123, 0.123]
    assert again.values[:, 1].tolist() == [0.9, 0.4]


@pytest.mark.parametrize("part", ["alternatives", "criteria", "peers"])
def test_that_nothing_is_taken_over_from_what_is_about_something_else(matrix, criteria, part):
    first = replace(matrix([[0.5], [NAN], [0.2], [0.9]], criteria(1)), peers=(("x", "x", "y", "y"),))
    others = {
        "alternatives": tuple("defg"),
        "criteria": (Criterion("x", PiecewiseValue(((0, 0.0), (4, 1.0)))),),
        "peers": (("y", "x", "x", "y"),),
    }
    other = replace(first, **{part: others[part]})
    again, anew = value_matrix(other, value_matrix(first)), value_matrix(other)
    np.testing.assert_array_equal(again.values, anew.values)
    assert again.matrix is other


@pytest.mark.parametrize("part", ["values", "low", "high", "methods", "copied"])
def test_that_a_column_differs_by_any_of_its_parts(matrix, criteria, part):
    first = replace(matrix([[0.5, NAN], [0.2, 0.4]], criteria(2)), copied=np.zeros((2, 2), dtype=np.bool_))
    changed = getattr(first, part).copy()
    changed[1, 1] = 1
    assert first.columns_unlike(first).tolist() == []
    assert first.columns_unlike(replace(first, copied=None)).tolist() == []
    assert first.columns_unlike(replace(first, **{part: changed})).tolist() == [1]
