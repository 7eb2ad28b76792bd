"""Must-haves: pass, fail, unknown."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.core.aggregation import Aggregation
from advisor.core.evaluation import Status, evaluate, value_matrix
from advisor.core.screening import Allowed, Bound, Facts, Forbidden, Outcome, screen
from advisor.core.weighting import resolve_weights

FACTS = Facts(
    figures={"overlap": np.array([4.0, 2.0, np.nan])},
    labels={"engagement": ("nearshore", "offshore", None)},
)
PASS, FAIL, UNKNOWN = Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("constraint", "outcomes"),
    [
        (Bound("overlap", ">=", 4.0), [PASS, FAIL, UNKNOWN]),
        (Bound("overlap", "<=", 2.0), [FAIL, PASS, UNKNOWN]),
        (Allowed("engagement", frozenset({"nearshore"})), [PASS, FAIL, UNKNOWN]),
        (Forbidden("engagement", frozenset({"nearshore"})), [FAIL, PASS, UNKNOWN]),
    ],
)
def test_that_a_must_have_says_pass_fail_or_unknown(constraint, outcomes):
    assert screen(3, [constraint], FACTS).outcomes[:, 0].tolist() == outcomes


@pytest.mark.parametrize("op", [">=", "<="])
def test_that_a_figure_that_is_the_limit_but_for_rounding_passes(op):
    figures = np.array([0.1 + 0.2, 0.3, np.nextafter(0.3, 0)])
    outcomes = screen(3, [Bound("x", op, 0.3)], Facts({"x": figures})).outcomes
    assert outcomes[:, 0].tolist() == [PASS, PASS, PASS]


def test_that_only_a_failed_must_have_excludes_and_its_reason_can_be_told():
    hours, model = Bound("overlap", ">=", 3.0), Forbidden("engagement", frozenset({"onshore"}))
    result = screen(3, [hours, model], FACTS)
    assert result.excluded.tolist() == [False, True, False]
    assert result.failed(1) == (hours,)
    assert result.failed(0) == ()
    assert result.unchecked(2) == (hours, model)


def test_that_a_must_have_on_a_column_that_is_not_there_is_an_error():
    with pytest.raises(KeyError, match="rain"):
        screen(3, [Bound("rain", ">=", 1.0)], FACTS)


@pytest.mark.parametrize("method", ["additive", "geometric"])
def test_that_excluding_changes_neither_score_nor_order_of_the_others(matrix, method):
    valued = value_matrix(matrix([[0.9], [0.8], [0.1]]))
    weights = resolve_weights(valued.criteria)
    facts = Facts(figures={"x": np.array([0.0, 1.0, 1.0])})
    free = evaluate(valued, weights, Aggregation(method))
    bound = evaluate(valued, weights, Aggregation(method), screen(3, [Bound("x", ">=", 1.0)], facts))
    assert bound.scores.tolist() == free.scores.tolist()
    assert bound.status.tolist() == [Status.EXCLUDED, Status.RANKED, Status.RANKED]
    assert bound.ranks.tolist() == [0, 1, 2]
    assert bound.order.tolist() == [1, 2, 0]
