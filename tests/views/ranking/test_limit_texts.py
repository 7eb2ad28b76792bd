"""What is said where must-haves leave nothing, or very little."""

from __future__ import annotations

from dataclasses import replace

from advisor.core.screening import Bound
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.scenario import MustHaves
from advisor.views.ranking.limit_texts import limit_report


def assessed(assessor: Assessor, must: MustHaves) -> Assessment:
    return assessor.assess(replace(default_scenario(assessor.pack), must_haves=must))


def test_that_nothing_is_said_where_enough_is_left(assessor: Assessor) -> None:
    assert limit_report(assessor.assess(default_scenario(assessor.pack))).is_empty


def test_that_an_empty_ranking_names_limits_numbers_home_and_the_remedy(assessor: Assessor) -> None:
    bounds = (Bound("overlap", ">=", 9.0), Bound("cost_per_fte", "<=", 900.0))
    report = limit_report(assessed(assessor, MustHaves(bounds=bounds)))
    assert report.sentence == "Nothing is left: the must-haves exclude every location."
    assert report.home.startswith("The United Kingdom, the home country, is excluded itself: ")
    assert any(line.startswith("Working-time overlap at least 9 h: excludes ") for line in report.limits)
    assert report.remedies[0].text.startswith("Lift “")
    assert "brings back" in report.remedies[0].text
    assert "cost_per_fte" not in report.spoken


def test_that_the_remedy_in_the_report_leaves_what_it_promises(assessor: Assessor) -> None:
    must = MustHaves(bounds=(Bound("overlap", ">=", 9.0),))
    report = limit_report(assessed(assessor, must))
    lift, ease = report.remedies
    assert lift.must_haves.bounds == ()
    (eased,) = ease.must_haves.bounds
    assert eased.limit < 9.0
    assert eased.limit % 0.25 == 0
    after = limit_report(assessed(assessor, ease.must_haves))
    assert after.left > 0


def test_that_home_left_out_is_said_even_where_much_is_left(assessor: Assessor) -> None:
    report = limit_report(assessed(assessor, MustHaves(frozenset({"offshore"}))))
    assert report.left > 3
    assert not report.sentence
    assert report.home == "The United Kingdom, the home country, is excluded itself: Only offshore."
    assert report.remedies == ()
