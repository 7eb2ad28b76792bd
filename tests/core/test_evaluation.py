"""The ranking: published examples, and properties that must hold for any figures and weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from advisor.core.aggregation import Aggregation
from advisor.core.evaluation import Status, competition_ranks, evaluate, value_matrix
from advisor.core.matrix import DecisionMatrix
from advisor.core.weighting import resolve_weights

NAN = np.nan
AGGREGATIONS = (
    Aggregation(),
    Aggregation("geometric"),
    Aggregation("geometric", 0.0),
    Aggregation("geometric", 0.4),
)
THEMES = ("t0", "t0", "t1", "t2")
FIGURES = arrays(np.float64, (6, 4), elements=st.floats(0, 1))
WEIGHTS = st.lists(st.floats(0.01, 10), min_size=4, max_size=4)
METHODS = st.sampled_from(AGGREGATIONS)


def test_that_the_office_location_example_of_smart_is_reproduced(ranking, criteria):
    # Goodwin & Wright, Decision Analysis for Management Judgment, chapter 3: seven offices
    # judged 0-100 on closeness, visibility, image, size, comfort and parking.
    offices = [
        [100, 60, 100, 75, 0, 90],
        [20, 80, 10, 30, 100, 30],
        [80, 70, 0, 0, 10, 100],
        [70, 50, 30, 55, 30, 90],
        [40, 60, 90, 100, 60, 70],
        [0, 0, 70, 0, 80, 0],
        [60, 100, 20, 50, 50, 80],
    ]
    result = ranking(offices, criteria(6, upper=100.0), weights=[32, 26, 23, 10, 6, 3])
    assert result.scores == pytest.approx([80.8, 39.4, 47.4, 52.3, 64.8, 20.9, 60.2])
    assert result.ranks.tolist() == [1, 6, 5, 4, 2, 7, 3]


def test_that_the_geometric_mean_of_the_human_development_index_is_reproduced(ranking, criteria):
    # UNDP, Human Development Report, technical note 1: three dimensions, equal weights, cube root.
    table = [[0.9, 0.8, 0.7]]
    result = ranking(
        table, criteria(3, themes=["health", "school", "income"]), aggregation=Aggregation("geometric", 0.0)
    )
    assert result.scores[0] == pytest.approx(100 * (0.9 * 0.8 * 0.7) ** (1 / 3))


def test_that_a_theme_at_nothing_wipes_out_a_geometric_score_unless_there_is_a_floor(ranking, criteria):
    table, two = [[0.0, 1.0]], criteria(2, themes=["x", "y"])
    assert ranking(table, two, aggregation=Aggregation("geometric", 0.0)).scores[0] == 0.0
    floored = ranking(table, two, aggregation=Aggregation("geometric", 0.04))
    assert floored.scores[0] == pytest.approx(20.0)  # sqrt(0.04 * 1)


def test_that_a_theme_without_weight_cannot_wipe_out_a_geometric_score(ranking, criteria):
    table, two = [[0.0, 0.5]], criteria(2, themes=["x", "y"], weights=[0.0, 1.0])
    assert ranking(table, two, aggregation=Aggregation("geometric", 0.0)).scores[0] == pytest.approx(50.0)


def test_that_ties_share_the_better_rank_and_the_next_rank_is_left_out():
    assert competition_ranks(np.array([50.0, 70.0, 50.0, 40.0])).tolist() == [2, 1, 2, 4]


def test_that_scores_that_read_the_same_are_ties():
    assert competition_ranks(np.array([50.04, 49.96, 49.94])).tolist() == [1, 1, 3]


def test_that_a_rounding_error_at_the_edge_of_a_decimal_parts_no_tie():
    edge = 62.35
    assert competition_ranks(np.array([np.nextafter(edge, 0), edge, np.nextafter(edge, 99)])).tolist() == [
        1,
        1,
        1,
    ]


def test_that_below_seventy_percent_coverage_there_is_no_rank(ranking, criteria):
    four = criteria(4, weights=[4, 3, 2, 1])
    table = [[0.5, 0.5, NAN, NAN], [0.5, NAN, 0.5, NAN], [0.5, 0.5, 0.5, 0.5], [0.4, 0.4, 0.4, 0.4]]
    result = ranking(table, four)
    assert result.coverage == pytest.approx([0.7, 0.6, 1.0, 1.0])
    assert result.status.tolist() == [Status.RANKED, Status.INSUFFICIENT, Status.RANKED, Status.RANKED]
    assert result.ranks[1] == 0
    assert result.order[-1] == 1
    assert [c.id for c in result.missing(1)] == ["c1", "c3"]


def test_that_a_criterion_without_weight_is_not_missed(ranking, criteria):
    result = ranking([[0.5, NAN], [0.5, 0.5]], criteria(2, weights=[1, 0]))
    assert result.missing(0) == ()
    assert result.coverage[0] == 1.0


def test_that_an_alternative_is_found_by_its_id(ranking):
    result = ranking([[0.5], [0.6]])
    assert result.row("a1") == 1
    with pytest.raises(ValueError, match="There is no alternative 'nowhere'"):
        result.row("nowhere")


@pytest.mark.parametrize(
    ("method", "floor", "message"),
    [
        ("harmonic", 0.0, "There is no aggregation 'harmonic': use additive or geometric."),
        ("geometric", 1.5, "The floor is 1.5: it must be between 0 and 1."),
        ("geometric", float("nan"), "The floor is nan: it must be between 0 and 1."),
    ],
)
def test_that_impossible_aggregations_say_what_is_wrong(method, floor, message):
    with pytest.raises(ValueError) as caught:
        Aggregation(method, floor)
    assert str(caught.value) == message


@given(FIGURES, WEIGHTS, METHODS, st.integers(0, 5), st.integers(0, 3), st.floats(0, 1))
def test_that_raising_a_figure_never_lowers_an_up_score_nor_raises_a_down_score(
    ranking, criteria, figures, weights, aggregation, row, column, rise
):
    raised = figures.copy()
    raised[row, column] += rise
    for direction, sign in (("up", 1.0), ("down", -1.0)):
        judged = criteria(4, THEMES, [direction] * 4)
        before = ranking(figures, judged, weights, aggregation=aggregation).scores
        after = ranking(raised, judged, weights, aggregation=aggregation).scores
        assert sign * (after[row] - before[row]) >= -1e-9
        others = np.arange(6) != row
        assert after[others] == pytest.approx(before[others])


@given(FIGURES, WEIGHTS, METHODS, st.sets(st.integers(0, 5), min_size=1))
def test_that_filtering_never_changes_the_order_of_the_others(
    ranking, criteria, figures, weights, aggregation, kept
):
    rows = sorted(kept)
    judged = criteria(4, THEMES)
    everyone = ranking(figures, judged, weights, aggregation=aggregation)
    few = ranking(figures[rows], judged, weights, aggregation=aggregation)
    assert few.scores == pytest.approx(everyone.scores[rows])
    order = [i for i in everyone.order if i in kept]
    # Scores that differ in the last bits only may be listed either way.
    assert everyone.scores[order] == pytest.approx(few.scores[few.order])


@given(FIGURES, WEIGHTS, METHODS, st.floats(0.01, 1000))
def test_that_doubling_all_weights_keeps_the_ranking(
    ranking, criteria, figures, weights, aggregation, factor
):
    judged = criteria(4, THEMES)
    plain = ranking(figures, judged, weights, aggregation=aggregation)
    scaled = ranking(figures, judged, [w * factor for w in weights], aggregation=aggregation)
    assert scaled.scores == pytest.approx(plain.scores)


@given(FIGURES, WEIGHTS, METHODS, st.integers(0, 5), arrays(np.float64, 4, elements=st.floats(0.01, 0.5)))
def test_that_a_dominated_alternative_never_scores_above_its_dominator(
    ranking, criteria, figures, weights, aggregation, row, margin
):
    other = (row + 1) % 6
    figures[other] = np.minimum(figures[other], 0.5)
    figures[row] = figures[other] + margin
    result = ranking(figures, criteria(4, THEMES), weights, aggregation=aggregation)
    assert result.scores[row] >= result.scores[other] - 1e-9
    if aggregation.method == "additive":
        assert result.scores[row] > result.scores[other]
        assert result.order[0] != other


@given(FIGURES, WEIGHTS, METHODS)
def test_that_contributions_are_never_negative_and_sum_to_the_score(
    ranking, criteria, figures, weights, aggregation
):
    result = ranking(figures, criteria(4, THEMES), weights, aggregation=aggregation)
    assert (result.contributions >= 0).all()
    assert result.contributions.sum(axis=1) == pytest.approx(result.scores)


def test_that_contributions_sum_to_the_score_even_if_only_the_floor_scores(ranking, criteria):
    result = ranking([[0.0, 0.0]], criteria(2, themes=["x", "y"]), aggregation=Aggregation("geometric", 0.05))
    assert result.scores[0] == pytest.approx(5.0)
    assert result.contributions[0] == pytest.approx([2.5, 2.5])


@given(
    FIGURES,
    WEIGHTS,
    METHODS,
    arrays(np.bool_, (6, 4)),
    arrays(np.float64, (2, 6, 4), elements=st.floats(0, 0.5)),
)
def test_that_the_score_lies_between_the_worst_and_the_best_case(
    criteria, figures, weights, aggregation, unknown, margins
):
    assume(not unknown.all(axis=0).any())
    low = np.where(unknown, NAN, figures - margins[0])
    high = np.where(unknown, NAN, figures + margins[1])
    values = np.where(unknown, NAN, figures)
    judged = criteria(4, THEMES, ["up", "down", "up", "down"])
    plain = DecisionMatrix.of(tuple("abcdef"), judged, values)
    full = DecisionMatrix(plain.alternatives, judged, plain.values, low, high, plain.methods)
    given_weights = dict(zip([c.id for c in judged], weights, strict=True))
    result = evaluate(value_matrix(full), resolve_weights(judged, None, given_weights), aggregation)
    assert (result.worst <= result.scores + 1e-9).all()
    assert (result.scores <= result.best + 1e-9).all()
    assert (result.coverage <= 1 + 1e-9).all()
    assert ((result.ranks > 0) == (result.status == Status.RANKED)).all()
    assert sorted(result.order) == list(range(6))


def test_that_an_evaluation_cannot_be_changed_in_place(ranking):
    with pytest.raises(ValueError, match="read-only"):
        ranking([[0.5]]).scores[0] = 1.0
