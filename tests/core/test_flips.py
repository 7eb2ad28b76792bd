"""Weights at which two alternatives tie: the closed forms against re-ranking and linear programming."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog

from advisor.core.evaluation import evaluate
from advisor.core.flips import curved_flip, flip_weights, moved, reweighted, smallest_change

VALUES = arrays(np.float64, (2, 5), elements=st.floats(0, 1).map(lambda x: round(x, 3)))
WEIGHTS = arrays(np.float64, 5, elements=st.floats(0.01, 1)).map(lambda w: w / w.sum())
THEMES = ["x", "x", "y", "z", "z"]


def test_that_a_flip_is_found_by_hand():
    # Gap 0.6 * 0.5 - 0.4 * 0.3 = 0.18 for the reference; even at w: 0.5 w = 0.3 (1 - w), w = 0.375.
    needed = flip_weights(np.array([0.6, 0.4]), np.array([[-0.5, 0.3]]))
    assert needed[0] == pytest.approx([0.375, 0.625])


def test_that_there_is_no_flip_against_one_that_is_nowhere_better():
    assert np.isnan(flip_weights(np.array([0.6, 0.4]), np.array([[-0.5, 0.0]]))).all()


def test_that_a_criterion_with_all_the_weight_has_no_flip():
    assert np.isnan(flip_weights(np.array([1.0, 0.0]), np.array([[-0.5, 0.9]]))[0, 0])


@given(VALUES, WEIGHTS)
def test_that_at_a_flip_weight_both_score_the_same(ranking, criteria, values, weights):
    evaluation = ranking(values, criteria(5, themes=THEMES), weights)
    flat = evaluation.weights.flat
    needed = flip_weights(flat, (values[1] - values[0])[None, :])[0]
    for j in np.flatnonzero(np.isfinite(needed)):
        assert 0.0 < needed[j] < 1.0
        changed = reweighted(evaluation.weights, moved(flat, j, needed[j]))
        again = evaluate(evaluation.valued, changed)
        assert again.scores[0] == pytest.approx(again.scores[1], abs=1e-7)


@given(VALUES, WEIGHTS)
def test_that_where_no_flip_is_given_the_leader_leads_at_both_ends(values, weights):
    d = values[1] - values[0]
    needed = flip_weights(weights, d[None, :])[0]
    for j in np.flatnonzero(np.isnan(needed)):
        assert (moved(weights, j, 0.0) @ d) * d[j] >= -1e-12


@given(arrays(np.float64, 5, elements=st.floats(-1, 1).map(lambda x: round(x, 3))), WEIGHTS)
def test_that_the_smallest_change_ties_and_no_smaller_one_does(d, weights):
    change = smallest_change(weights, d)
    program = linprog(
        np.r_[np.zeros(5), np.ones(5)],
        A_ub=np.block([[np.eye(5), -np.eye(5)], [-np.eye(5), -np.eye(5)]]),
        b_ub=np.r_[weights, -weights],
        A_eq=np.array([np.r_[d, np.zeros(5)], np.r_[np.ones(5), np.zeros(5)]]),
        b_eq=[0.0, 1.0],
    )
    if change is None:
        assert (d * np.sign(weights @ d) >= 0).all()
        return
    assert program.success
    assert change.needed @ d == pytest.approx(0.0, abs=1e-9)
    assert change.needed.sum() == pytest.approx(1.0)
    assert (change.needed >= 0).all()
    assert change.distance == pytest.approx(program.fun, abs=1e-6)


def test_that_a_simple_smallest_change_has_the_closed_form():
    weights, d = np.array([0.5, 0.3, 0.2]), np.array([-0.4, 0.1, 0.3])
    change = smallest_change(weights, d)
    assert change is not None
    assert change.simple
    assert change.distance == pytest.approx(2 * 0.11 / 0.7)  # 2 |gap| / (max d - min d)
    assert (change.needed - weights).tolist() == pytest.approx([-0.11 / 0.7, 0.0, 0.11 / 0.7])


def test_that_a_second_criterion_gives_when_the_first_has_no_weight_left():
    weights, d = np.array([0.1, 0.8, 0.1]), np.array([-0.9, -0.5, 0.2])
    change = smallest_change(weights, d)
    assert change is not None
    assert not change.simple
    assert change.needed[0] == 0.0
    assert change.needed @ d == pytest.approx(0.0)


def test_that_those_that_tie_already_need_no_change():
    change = smallest_change(np.array([0.5, 0.5]), np.array([0.2, -0.2]))
    assert change is not None
    assert change.distance == 0.0


def test_that_moving_a_weight_keeps_the_proportions_of_the_others():
    assert moved(np.array([0.5, 0.3, 0.2]), 0, 0.0).tolist() == pytest.approx([0.0, 0.6, 0.4])
    assert moved(np.array([1.0, 0.0, 0.0]), 0, 0.5).tolist() == [0.5, 0.25, 0.25]


def test_that_a_curved_gap_gives_its_nearest_zero_or_none():
    assert curved_flip(lambda x: (x - 0.2) * (x - 0.9), 0.7) == pytest.approx(0.9)
    assert np.isnan(curved_flip(lambda x: x + 1.0, 0.5))


@given(WEIGHTS, WEIGHTS)
def test_that_reweighting_gives_the_shares_asked_for(ranking, criteria, weights, flat):
    old = ranking(np.ones((1, 5)), criteria(5, themes=THEMES), weights).weights
    new = reweighted(old, flat)
    assert new.flat == pytest.approx(flat)
    assert new.theme_weights.sum() == pytest.approx(1.0)
    assert np.bincount(new.theme_of, new.within) == pytest.approx(np.ones(3))
