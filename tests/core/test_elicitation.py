"""Ways to say what matters: rank-order centroid, swings, pairwise comparisons."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from advisor.core.ahp import pairwise_comparisons
from advisor.core.elicitation import centroid_weights, rank_order_centroid, swing_weights

NAN = np.nan


@pytest.mark.parametrize(
    ("count", "weights"),
    [
        # Barron & Barrett 1996, Management Science 42(11), 1515-1523: (1/k + ... + 1/n) / n.
        (1, [1.0]),
        (2, [0.75, 0.25]),
        (3, [0.6111, 0.2778, 0.1111]),
        (4, [0.5208, 0.2708, 0.1458, 0.0625]),
        (5, [0.4567, 0.2567, 0.1567, 0.0900, 0.0400]),
        (6, [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278]),
    ],
)
def test_that_the_rank_order_centroids_are_those_of_barron_and_barrett(count, weights):
    assert centroid_weights(count) == pytest.approx(weights, abs=5e-5)


def test_that_centroid_weights_are_the_mean_of_all_weightings_in_that_order():
    drawn = -np.sort(-np.random.default_rng(1).dirichlet(np.ones(4), 40_000), axis=1)
    assert drawn.mean(axis=0) == pytest.approx(centroid_weights(4), abs=3e-3)


def test_that_a_ranking_becomes_weights_and_says_so():
    result = rank_order_centroid(["cost", "people", "time"])
    assert result.weights == pytest.approx({"cost": 11 / 18, "people": 5 / 18, "time": 2 / 18})
    assert result.note == "Rank-order centroid weights of cost > people > time."


def test_that_what_matters_equally_shares_the_weights_of_its_ranks():
    result = rank_order_centroid(["cost", ["people", "time"], []])
    assert result.weights == pytest.approx({"cost": 11 / 18, "people": 3.5 / 18, "time": 3.5 / 18})
    assert result.note == "Rank-order centroid weights of cost > people = time."


@pytest.mark.parametrize(
    ("order", "message"),
    [([], "There is nothing to rank."), (["a", ["b", "a"]], "'a' is ranked twice.")],
)
def test_that_impossible_rankings_say_what_is_wrong(order, message):
    with pytest.raises(ValueError) as caught:
        rank_order_centroid(order)
    assert str(caught.value) == message


def test_that_points_become_swing_weights():
    result = swing_weights({"cost": 100, "people": 60, "time": 40})
    assert result.weights == pytest.approx({"cost": 0.5, "people": 0.3, "time": 0.2})
    assert result.note == "Swing weights; the swing that matters most is 'cost' with 100 points."


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ({"cost": 101}, "'cost' has 101 points: they must be between 0 and 100."),
        ({"cost": -1}, "'cost' has -1 points: they must be between 0 and 100."),
        ({"cost": NAN}, "'cost' has nan points: they must be between 0 and 100."),
        ({"cost": 0}, "All swings have 0 points: give the most important one 100."),
    ],
)
def test_that_impossible_points_say_what_is_wrong(points, message):
    with pytest.raises(ValueError) as caught:
        swing_weights(points)
    assert str(caught.value) == message


DRINKS = ("coffee", "wine", "tea", "beer", "sodas", "milk", "water")


def test_that_the_drinks_example_of_saaty_is_reproduced():
    # Saaty 2008, IJSS 1(1), 83-98, table 2: which drink is consumed more in the United States;
    # lower half from the reciprocals.
    upper = {
        "coffee": [9, 5, 2, 1, 1, 1 / 2],
        "wine": [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
        "tea": [1 / 3, 1 / 4, 1 / 3, 1 / 9],
        "beer": [1 / 2, 1, 1 / 3],
        "sodas": [2, 1 / 2],
        "milk": [1 / 3],
    }
    comparisons = np.full((7, 7), NAN)
    for i, row in enumerate(upper.values()):
        comparisons[i, i + 1 :] = row
    result = pairwise_comparisons(comparisons, DRINKS)
    assert result.weights == pytest.approx([0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], abs=5e-4)
    assert result.consistency_ratio == pytest.approx(0.022, abs=5e-4)
    assert result.consistent
    assert list(result.elicited().weights) == list(DRINKS)
    assert "consistency ratio 0.022 with the random index 1.35 of Saaty 2004, consistent" in (
        result.elicited().note
    )


def test_that_the_flexibility_example_of_saaty_is_reproduced():
    # Saaty 2008, IJSS 1(1), 83-98, table 4: comparisons of jobs with respect to flexibility.
    comparisons = np.array([[1, 1 / 3, 1 / 6], [3, 1, 1 / 4], [6, 4, 1]])
    result = pairwise_comparisons(comparisons, ("a", "b", "c"))
    assert result.weights == pytest.approx([0.091, 0.218, 0.691], abs=5e-4)


@given(arrays(np.float64, 5, elements=st.floats(1, 3)))
def test_that_comparisons_without_contradiction_give_back_the_weights(weights):
    result = pairwise_comparisons(weights[:, None] / weights, "abcde")
    assert result.weights == pytest.approx(weights / weights.sum())
    assert result.largest_eigenvalue == pytest.approx(5.0)
    assert result.consistency_ratio == pytest.approx(0.0, abs=1e-9)
    assert result.worst is None


def test_that_the_most_inconsistent_three_are_pointed_out():
    comparisons = np.array(
        [[1, 2, 4, 1 / 5], [NAN, 1, 2, 2], [NAN, NAN, 1, 1], [NAN, NAN, NAN, 1]], dtype=float
    )
    result = pairwise_comparisons(comparisons, ("cost", "people", "time", "rules"))
    assert not result.consistent
    assert "above 0.10: look at them again" in result.elicited().note
    assert result.worst is not None
    assert result.worst.sentence == (
        "“cost” was said to weigh 2 times “people”, and “people” 2 times “rules”; "
        "then “cost” should weigh 4 times “rules”, but it was said to weigh 1/5 of it."
    )


def test_that_a_contradiction_of_equals_reads_well():
    comparisons = np.array([[1, 1, 3], [NAN, 1, 1], [NAN, NAN, 1]], dtype=float)
    triple = pairwise_comparisons(comparisons, ("cost", "people", "time")).worst
    assert triple is not None
    assert triple.sentence == (
        "“cost” was said to weigh as much as “people”, and “people” as much as “time”; "
        "then “cost” should weigh as much as “time”, but it was said to weigh 3 times it."
    )


def test_that_two_or_one_cannot_contradict_each_other():
    two = pairwise_comparisons(np.array([[1.0, 3.0], [1 / 3, 1.0]]), ("a", "b"))
    assert two.weights.tolist() == pytest.approx([0.75, 0.25])
    assert two.consistency_ratio == 0.0
    one = pairwise_comparisons(np.array([[1.0]]), ("a",))
    assert one.weights.tolist() == [1.0]


def test_that_rounded_reciprocals_will_do():
    rounded = pairwise_comparisons(np.array([[1.0, 3.0], [0.33, 1.0]]), ("a", "b"))
    assert rounded.weights == pytest.approx([0.75, 0.25], abs=2e-3)


@pytest.mark.parametrize(
    ("comparisons", "message"),
    [
        ([[1.0, 2.0]], "2 names need 2 × 2 comparisons, not (1, 2)."),
        ([[1.0, NAN], [NAN, 1.0]], "The comparison of 'a' and 'b' is missing."),
        ([[1.0, 12.0], [NAN, 1.0]], "The comparison of 'a' and 'b' must be between 1/9 and 9."),
        ([[1.0, -2.0], [NAN, 1.0]], "The comparison of 'a' and 'b' must be between 1/9 and 9."),
        ([[1.0, NAN], [0.0, 1.0]], "The comparison of 'a' and 'b' must be between 1/9 and 9."),
        ([[1.0, 3.0], [3.0, 1.0]], "The two comparisons of 'a' and 'b' are not reciprocal: use x and 1/x."),
    ],
)
def test_that_impossible_comparisons_say_what_is_wrong(comparisons, message):
    with pytest.raises(ValueError) as caught:
        pairwise_comparisons(np.array(comparisons), ("a", "b"))
    assert str(caught.value) == message


def test_that_too_many_things_cannot_be_compared():
    with pytest.raises(ValueError, match="11 things cannot be compared: 1 to 10 can"):
        pairwise_comparisons(np.ones((11, 11)), "abcdefghijk")
