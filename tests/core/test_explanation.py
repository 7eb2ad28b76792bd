"""Why one is above another: parts, flips, sentences, sensitivity lines."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from advisor.core.aggregation import Aggregation
from advisor.core.evaluation import evaluate
from advisor.core.explanation import explain
from advisor.core.flips import moved, reweighted
from advisor.core.sensitivity import sensitivity
from advisor.core.weighting import Weights
from advisor.scenario.ranking.lead_texts import lead_sentence, percentages
from tests.examples import tried_with

ADDITIVE, GEOMETRIC, BARE = Aggregation(), Aggregation("geometric"), Aggregation("geometric", 0.0)
AGGREGATIONS = st.sampled_from([ADDITIVE, GEOMETRIC, BARE, Aggregation("geometric", 0.4)])
VALUES = arrays(np.float64, (3, 5), elements=st.floats(0, 1).map(lambda x: round(x, 2)))
WEIGHTS = st.lists(st.floats(0.1, 5), min_size=5, max_size=5)
THEMES = ["x", "x", "y", "z", "z"]


def with_themes(weights: Weights, tops: np.ndarray) -> Weights:
    return Weights(
        weights.themes, weights.theme_of, tops, weights.within, weights.within * tops[weights.theme_of]
    )


@tried_with(40)
@given(VALUES, WEIGHTS, AGGREGATIONS)
def test_that_the_parts_sum_to_the_difference(ranking, criteria, values, weights, aggregation):
    evaluation = ranking(values, criteria(5, themes=THEMES), weights, aggregation=aggregation)
    result = explain(evaluation, 0, 1)
    terms = values[0] - values[1]
    # A theme whose differences cancel out within may still differ in the last bit of its logarithm.
    assert result.parts.sum() == pytest.approx(result.difference, abs=1e-6)
    assert result.theme_parts.sum() == pytest.approx(result.difference, abs=1e-6)
    assert list(result.parts[list(result.order)]) == sorted(result.parts, reverse=True)
    if evaluation.scores[:2].min() > 0:
        assert (result.parts * terms >= -1e-9).all()
    assert explain(evaluation, 1, 0).parts == pytest.approx(-result.parts, abs=1e-9)


@tried_with(40)
@given(VALUES, WEIGHTS, AGGREGATIONS)
def test_that_every_flip_ties_the_two_when_ranked_again(ranking, criteria, values, weights, aggregation):
    evaluation = ranking(values, criteria(5, themes=THEMES), weights, aggregation=aggregation)
    result, old = explain(evaluation, 0, 1), evaluation.weights
    for flip in result.flips:
        column = [c.id for c in evaluation.criteria].index(flip.id)
        assert flip.weight_now == pytest.approx(old.flat[column])
        changed = reweighted(old, moved(old.flat, column, flip.weight_needed))
        again = evaluate(evaluation.valued, changed, aggregation)
        assert again.scores[0] == pytest.approx(again.scores[1], abs=1e-6)
    for flip in result.theme_flips:
        tops = moved(old.theme_weights, old.themes.index(flip.id), flip.weight_needed)
        again = evaluate(evaluation.valued, with_themes(old, tops), aggregation)
        assert again.scores[0] == pytest.approx(again.scores[1], abs=1e-6)
    changes = [round(flip.change, 9) for flip in result.flips]
    assert changes == sorted(changes)


def test_that_a_score_that_falls_to_zero_like_a_cliff_is_no_tie(ranking, criteria):
    table = [[0.5, 0, 1, 1, 0], [0, 0.5, 0.5, 0.25, 0], [0, 0, 0, 0, 0]]
    evaluation = ranking(table, criteria(5, themes=THEMES), [2, 3, 1, 1, 1], aggregation=BARE)
    assert {flip.id for flip in explain(evaluation, 0, 1).flips} == {"c0", "c1"}
    assert explain(evaluation, 0, 2).flips == explain(evaluation, 1, 2).flips == ()


@tried_with(40)
@given(VALUES, WEIGHTS, AGGREGATIONS)
def test_that_the_smallest_change_ties_the_two_when_ranked_again(
    ranking, criteria, values, weights, aggregation
):
    evaluation = ranking(values, criteria(5, themes=THEMES), weights, aggregation=aggregation)
    assume((evaluation.scores[:2] > 0.1).all())
    change = explain(evaluation, 0, 1).smallest
    if change is None:
        return
    by_criterion = aggregation.method == "additive"
    old = evaluation.weights
    new = reweighted(old, change.needed) if by_criterion else with_themes(old, change.needed)
    again = evaluate(evaluation.valued, new, aggregation)
    assert again.scores[0] == pytest.approx(again.scores[1], abs=1e-6)


def test_that_a_difference_is_explained_by_hand(ranking, criteria):
    evaluation = ranking([[0.9, 0.2], [0.4, 0.7]], criteria(2, themes=["x", "y"]), weights=[3, 1])
    result = explain(evaluation, 0, 1)
    assert result.difference == pytest.approx(25.0)
    assert result.parts == pytest.approx([37.5, -12.5])
    assert result.order == (0, 1)
    assert [(f.id, f.weight_now) for f in result.flips] == [("c0", 0.75), ("c1", 0.25)]
    assert [f.weight_needed for f in result.flips] == pytest.approx([0.5, 0.5])
    assert result.smallest is not None
    assert result.smallest.distance == pytest.approx(0.5)


def test_that_a_zero_score_is_explained_by_the_contributions(ranking, criteria):
    evaluation = ranking([[0.0, 0.5], [0.5, 0.5]], criteria(2, themes=["x", "y"]), aggregation=BARE)
    result = explain(evaluation, 1, 0)
    assert result.difference == pytest.approx(50.0)
    assert result.parts.tolist() == pytest.approx([25.0, 25.0])


@pytest.mark.parametrize(
    ("table", "weights", "expected"),
    [
        (
            [[0.9, 0.2], [0.4, 0.7]],
            [3, 2],
            "Poland leads Romania by 10.0 points, mostly on “Criterion 0”; "
            "Romania would lead if “Criterion 0” weighed 50 % instead of 60 %.",
        ),
        (
            [[0.4, 0.7], [0.9, 0.2]],
            [3, 2],
            "Romania leads Poland by 10.0 points, mostly on “Criterion 0”; "
            "Poland would lead if “Criterion 0” weighed 50 % instead of 60 %.",
        ),
        (
            [[0.9, 0.2], [0.4, 0.7]],
            [501, 499],
            "Poland leads Romania by 0.1 points, mostly on “Criterion 0”; "
            "Romania would lead if “Criterion 0” weighed 50.0 % instead of 50.1 %.",
        ),
        ([[0.5, 0.5], [0.5, 0.5]], [1, 1], "Poland and Romania are level."),
        # 72.66 and 72.53 are shown as 72.7 and 72.5, and 72.44 and 72.36 as the same.
        (
            [[0.7266, 0.7266], [0.7253, 0.7253]],
            [1, 1],
            "Poland leads Romania by 0.2 points, mostly on “Criterion 0”; "
            "Romania is better on nothing, so no weights would put it ahead.",
        ),
        ([[0.7244, 0.7244], [0.7236, 0.7236]], [1, 1], "Poland and Romania are level."),
        (
            [[0.9, 0.5], [0.4, 0.5]],
            [1, 1],
            "Poland leads Romania by 25.0 points, mostly on “Criterion 0”; "
            "Romania is better on nothing, so no weights would put it ahead.",
        ),
    ],
)
def test_that_an_explanation_reads_as_a_sentence(ranking, criteria, table, weights, expected):
    evaluation = ranking(table, criteria(2, themes=["x", "y"]), weights=weights)
    names = ("Poland", "Romania")
    assert lead_sentence(evaluation, explain(evaluation, 0, 1), names.__getitem__) == expected


def test_that_a_flip_of_a_theme_is_named_by_the_theme(ranking, criteria):
    table = [[0.9, 0.9, 0.2, 0.3], [0.4, 0.4, 0.3, 0.5]]
    evaluation = ranking(table, criteria(4, themes=["cost", "cost", "people", "people"]))
    text = lead_sentence(
        evaluation, explain(evaluation, 0, 1), theme_name={"people": "Talent", "cost": "Outlay"}.__getitem__
    )
    assert text == (
        "a0 leads a1 by 17.5 points, mostly on “Criterion 0”; "
        "a1 would lead if “Outlay” weighed 23 % instead of 50 %."
    )


def test_that_being_better_below_the_floor_helps_nobody(ranking, criteria):
    table = [[0.9, 0.1], [0.5, 0.3]]
    evaluation = ranking(table, criteria(2, themes=["x", "y"]), aggregation=Aggregation("geometric", 0.4))
    result = explain(evaluation, 0, 1)
    assert result.flips == result.theme_flips == ()
    assert result.smallest is None
    assert result.parts[1] == 0.0
    assert lead_sentence(evaluation, result).endswith("; no single weight would make the two level.")


def test_that_a_theme_without_weight_at_zero_explains_nothing(ranking, criteria):
    table, two = [[0.9, 0.0], [0.5, 0.4]], criteria(2, themes=["x", "y"])
    evaluation = ranking(table, two, theme_weights={"x": 1, "y": 0}, aggregation=BARE)
    result = explain(evaluation, 0, 1)
    assert result.parts == pytest.approx([40.0, 0.0])
    assert result.theme_flips == ()


@tried_with(40)
@given(VALUES, WEIGHTS, AGGREGATIONS, st.sampled_from(["x", "y", "z"]))
def test_that_sensitivity_lines_are_what_ranking_again_gives(
    ranking, criteria, values, weights, aggregation, theme
):
    evaluation = ranking(values, criteria(5, themes=THEMES), weights, aggregation=aggregation)
    lines = sensitivity(evaluation, theme, [0, 1, 2], steps=5)
    old = evaluation.weights
    index = old.themes.index(theme)
    for place in (0, 2, 4):
        tops = moved(old.theme_weights, index, lines.shares[place])
        again = evaluate(evaluation.valued, with_themes(old, tops), aggregation)
        assert lines.scores[:, place] == pytest.approx(again.scores, abs=1e-6)
    for crossing in lines.crossings:
        tops = moved(old.theme_weights, index, crossing.share)
        again = evaluate(evaluation.valued, with_themes(old, tops), aggregation)
        both = again.scores[[crossing.below, crossing.above]]
        assert both == pytest.approx(np.full(2, crossing.score), abs=1e-6)
        ends = lines.scores[:, [0, -1]]
        assert ends[crossing.below, 0] >= ends[crossing.above, 0] - 1e-9
        assert ends[crossing.above, 1] >= ends[crossing.below, 1] - 1e-9


def test_that_a_crossing_lies_where_it_does_by_hand(ranking, criteria):
    evaluation = ranking([[0.9, 0.2], [0.4, 0.7]], criteria(2, themes=["x", "y"]), weights=[3, 1])
    lines = sensitivity(evaluation, "x", [0, 1])
    assert lines.now == 0.75
    assert lines.shares.tolist() == pytest.approx(np.linspace(0, 1, 101).tolist())
    (crossing,) = lines.crossings
    assert (crossing.share, crossing.score) == pytest.approx((0.5, 55.0))
    assert (crossing.below, crossing.above) == (1, 0)


def test_that_a_theme_whose_criteria_all_weigh_nothing_takes_no_share(ranking, criteria):
    evaluation = ranking([[0.9, 0.2, 0.5]], criteria(3, themes=["x", "y", "z"]), weights=[1, 1, 0])
    assert sensitivity(evaluation, "x", [0], 2).scores[0].tolist() == pytest.approx([20.0, 90.0])


@pytest.mark.parametrize(
    ("themes", "weights", "theme", "message"),
    [
        (["x", "y"], [1, 1], "q", "There is no theme 'q'; the themes are x, y."),
        (["x", "x"], [1, 1], "x", "The weight of theme 'x' cannot move: it, or all else, holds no weight."),
        (["x", "y"], [1, 0], "y", "The weight of theme 'y' cannot move: it, or all else, holds no weight."),
    ],
)
def test_that_sensitivity_without_room_says_why(ranking, criteria, themes, weights, theme, message):
    evaluation = ranking([[0.9, 0.2]], criteria(2, themes=themes), weights=weights)
    with pytest.raises(ValueError) as caught:
        sensitivity(evaluation, theme, [0])
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("now", "needed", "expected"),
    [
        (0.014, 0.0346, ("1 %", "4 %")),
        (0.30, 0.4101, ("30 %", "42 %")),
        (0.30, 0.199, ("30 %", "19 %")),
        (0.30, 0.41, ("30 %", "41 %")),
        (0.30, 0.3049, ("30.0 %", "30.5 %")),
        (0.30, 0.0049, ("30 %", "0 %")),
        (0.30, 0.9951, ("30 %", "100 %")),
    ],
)
def test_that_the_weight_that_a_sentence_asks_for_is_enough(now, needed, expected):
    assert percentages(now, needed) == expected
