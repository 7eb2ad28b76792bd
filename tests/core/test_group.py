"""Several people's weights: the group's ranking, agreement and what divides, against cases worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from advisor.core.evaluation import Evaluation
from advisor.core.group import GroupDecision, Member, decide, kendall_w, mean_weights
from advisor.core.weighting import resolve_weights

A, B, C = range(3)
ANN, BOB, CY = range(3)


@pytest.fixture
def evaluation(ranking, criteria) -> Evaluation:
    """One place is best on cost, one on people, one is good on both."""
    return ranking([[1.0, 0.0], [0.0, 1.0], [0.6, 0.7]], criteria(2, themes=("cost", "people")))


def member(evaluation: Evaluation, name: str, cost: float, importance: float = 1.0) -> Member:
    weights = resolve_weights(evaluation.criteria, {"cost": cost, "people": 100 - cost})
    return Member(name, weights, importance)


@pytest.fixture
def room(evaluation) -> GroupDecision:
    return decide(evaluation, [member(evaluation, *each) for each in (("Ann", 80), ("Bob", 20), ("Cy", 50))])


def test_that_every_member_has_a_ranking_of_their_own(room):
    scores = [each.scores.tolist() for each in room.evaluations]
    assert scores[ANN] == pytest.approx([80, 20, 62])
    assert scores[BOB] == pytest.approx([20, 80, 68])
    assert scores[CY] == pytest.approx([50, 50, 65])
    assert room.ranks.tolist() == [[1, 3, 2], [3, 1, 2], [2, 2, 1]]


def test_that_the_group_weighs_by_the_mean(room):
    assert room.group.weights.theme_weights.tolist() == pytest.approx([0.5, 0.5])
    assert room.leader == C


def test_that_borda_counts_ranks_with_ties_in_the_middle(room):
    """Ranks a 1, 3, 2.5; b 3, 1, 2.5; c 2, 2, 1; each gives (3 - rank) of 2 possible points."""
    assert room.borda.tolist() == pytest.approx([2.5 / 6 * 100, 2.5 / 6 * 100, 4 / 6 * 100])
    assert room.borda_winner == C


def test_that_regret_is_the_distance_from_ones_own_best(room):
    assert room.regret.tolist() == [pytest.approx(row) for row in ([0, 60, 18], [60, 0, 12], [15, 15, 0])]
    assert room.worst_regret.tolist() == pytest.approx([60, 60, 18])
    assert room.most_acceptable == C


def test_that_agreement_is_kendalls_w_corrected_for_ties(room):
    """Rank sums 6.5, 6.5, 5 about their mean 6: S = 1.5; W = 12 x 1.5 / (9 x 24 - 3 x 6)."""
    assert room.kendall_w == pytest.approx(18 / 198)


def test_that_what_divides_is_what_moves_scores(ranking, criteria):
    """They differ most about language, on which all places are alike: it is cost that divides them."""
    evaluation = ranking(
        [[1.0, 0.5, 0.2], [0.0, 0.5, 0.3]], criteria(3, themes=("cost", "language", "people"))
    )
    weights = [{"cost": 50, "language": 10, "people": 40}, {"cost": 30, "language": 60, "people": 10}]
    members = [Member(f"m{i}", resolve_weights(evaluation.criteria, w)) for i, w in enumerate(weights)]
    divisions = {division.theme: division for division in decide(evaluation, members).divisions}
    assert divisions["language"].spread == pytest.approx(0.25)
    assert divisions["language"].points == 0
    assert divisions["cost"].points == pytest.approx(0.10 * 50)
    assert decide(evaluation, members).divisions[0].theme == "cost"
    assert (divisions["cost"].highest, divisions["cost"].lowest) == (0, 1)


def test_that_near_and_far_are_measured_by_weights(evaluation):
    members = [member(evaluation, *each) for each in (("Ann", 90), ("Bob", 40), ("Cy", 50))]
    decision = decide(evaluation, members)
    assert decision.group.weights.theme_weights[0] == pytest.approx(0.6)
    assert decision.distance.tolist() == pytest.approx([0.3, 0.2, 0.1])
    assert (decision.farthest, decision.nearest) == (ANN, CY)


def test_that_importance_counts_whatever_its_scale(evaluation):
    once = decide(evaluation, [member(evaluation, "Ann", 100, 3), member(evaluation, "Bob", 0, 1)])
    again = decide(evaluation, [member(evaluation, "Ann", 100, 30), member(evaluation, "Bob", 0, 10)])
    assert once.group.weights.theme_weights.tolist() == pytest.approx([0.75, 0.25])
    assert again.group.scores.tolist() == pytest.approx(once.group.scores.tolist())
    assert again.borda.tolist() == pytest.approx(once.borda.tolist())


def test_that_who_does_not_count_changes_nothing_but_is_shown(evaluation):
    two = [member(evaluation, "Ann", 80), member(evaluation, "Bob", 60)]
    with_guest = decide(evaluation, [*two, member(evaluation, "Guest", 0, 0.0)])
    without = decide(evaluation, two)
    assert with_guest.group.scores.tolist() == without.group.scores.tolist()
    assert with_guest.kendall_w == without.kendall_w
    assert with_guest.worst_regret.tolist() == without.worst_regret.tolist()
    assert with_guest.ranks.shape == (3, 3)


def test_that_the_leader_without_a_member_is_known(evaluation):
    decision = decide(evaluation, [member(evaluation, "Ann", 100), member(evaluation, "Bob", 60)])
    assert decision.leader == A
    assert decision.without.tolist() == [C, A]


def test_that_a_group_of_nobody_is_refused(evaluation):
    for members in ([], [member(evaluation, "Ann", 50, 0.0)]):
        with pytest.raises(ValueError, match="at least one member who counts"):
            decide(evaluation, members)


def test_that_one_member_is_the_group(evaluation):
    decision = decide(evaluation, [member(evaluation, "Ann", 80)])
    assert decision.leader == A
    assert np.isnan(decision.kendall_w)
    assert decision.distance.tolist() == [0]
    assert decision.without.tolist() == [-1]


def test_that_the_mean_of_weights_keeps_both_levels(criteria):
    two = criteria(3, themes=("cost", "cost", "people"))
    a = resolve_weights(two, {"cost": 60, "people": 40}, {"c0": 1, "c1": 0, "c2": 1})
    b = resolve_weights(two, {"cost": 20, "people": 80}, {"c0": 1, "c1": 1, "c2": 1})
    mean = mean_weights([a, b], np.array([0.5, 0.5]))
    assert mean.flat.tolist() == pytest.approx([0.35, 0.05, 0.6])
    assert mean.theme_weights.tolist() == pytest.approx([0.4, 0.6])
    assert mean.within.tolist() == pytest.approx([0.875, 0.125, 1.0])


def test_that_the_same_rankings_agree_fully_and_opposite_ones_not_at_all():
    same, opposite = np.array([[1, 2, 3, 4]] * 3), np.array([[1, 2, 3, 4], [4, 3, 2, 1]])
    assert kendall_w(same) == 1
    assert kendall_w(opposite) == 0
    assert np.isnan(kendall_w(np.ones((3, 4), dtype=np.intp)))


@given(st.lists(st.permutations(range(1, 7)), min_size=2, max_size=6))
def test_that_w_follows_from_the_mean_rank_correlation(rankings):
    """W = (1 + (p - 1) r) / p, where r is the mean of Spearman's correlations of all pairs."""
    ranks = np.array(rankings)
    pairs = [
        spearmanr(ranks[i], ranks[j]).statistic for i in range(len(ranks)) for j in range(i + 1, len(ranks))
    ]
    p = len(ranks)
    assert kendall_w(ranks) == pytest.approx((1 + (p - 1) * np.mean(pairs)) / p, abs=1e-12)
