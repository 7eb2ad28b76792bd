"""Meeting on one theme, against cases worked by hand."""

from __future__ import annotations

import pytest

from advisor.core.compromise import compromise
from advisor.core.group import Member, decide
from advisor.core.weighting import resolve_weights


def member(evaluation, name, weights, importance=1.0):
    return Member(name, resolve_weights(evaluation.criteria, weights), importance)


def test_that_who_meets_on_the_only_theme_that_divides_ranks_the_same(ranking, criteria):
    evaluation = ranking([[1.0, 0.0], [0.0, 1.0], [0.6, 0.7]], criteria(2, themes=("cost", "people")))
    shares = (("Ann", 80), ("Bob", 20), ("Cy", 50))
    room = decide(evaluation, [member(evaluation, who, {"cost": c, "people": 100 - c}) for who, c in shares])
    met = compromise(room, "cost")
    assert met.share == pytest.approx(0.5)
    assert met.kendall_w == pytest.approx(1.0)
    assert met.firsts.tolist() == [2, 2, 2]
    assert met.leader == 2


def test_that_the_other_themes_keep_their_proportions(ranking, criteria):
    """Ann 60:30:10 and Bob 20:20:60 meet at 40; Ann's 30:10 become 45:15, Bob's 20:60 become 15:45."""
    evaluation = ranking(
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        criteria(3, themes=("cost", "people", "language")),
    )
    ann = {"cost": 60, "people": 30, "language": 10}
    bob = {"cost": 20, "people": 20, "language": 60}
    room = decide(evaluation, [member(evaluation, "Ann", ann), member(evaluation, "Bob", bob)])
    met = compromise(room, "cost")
    assert met.firsts.tolist() == [1, 2]
    # Ranks 2, 1, 3 and 2, 3, 1 have the same sums: no agreement at all.
    assert met.kendall_w == pytest.approx(0.0)


def test_that_somebody_for_whom_only_that_theme_counts_takes_the_groups_view_of_the_rest(ranking, criteria):
    evaluation = ranking(
        [[1.0, 0.0, 0.2], [0.0, 1.0, 0.4]], criteria(3, themes=("cost", "people", "language"))
    )
    only = {"cost": 1, "people": 0, "language": 0}
    other = {"cost": 0, "people": 3, "language": 1}
    room = decide(evaluation, [member(evaluation, "Ann", only), member(evaluation, "Bob", other)])
    met = compromise(room, "cost")
    assert met.share == pytest.approx(0.5)
    assert met.kendall_w == pytest.approx(1.0)  # both weigh 50, 37.5, 12.5 now


def test_that_members_without_importance_have_no_part_in_agreement(ranking, criteria):
    evaluation = ranking([[1.0, 0.0], [0.0, 1.0]], criteria(2, themes=("cost", "people")))
    room = decide(
        evaluation,
        [
            member(evaluation, "Ann", {"cost": 90, "people": 10}),
            member(evaluation, "Guest", {"cost": 10, "people": 90}, 0.0),
        ],
    )
    assert compromise(room, "cost").share == pytest.approx(0.9)
    assert compromise(room, "cost").leader == 0


def test_that_an_unknown_theme_is_refused(ranking, criteria):
    evaluation = ranking([[1.0, 0.0]], criteria(2, themes=("cost", "people")))
    with pytest.raises(ValueError, match="weather"):
        compromise(decide(evaluation, [member(evaluation, "Ann", {})]), "weather")
