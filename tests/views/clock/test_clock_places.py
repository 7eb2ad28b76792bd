from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.core.screening import Bound
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.scenario import MustHaves
from advisor.views.clock.clock_figure import MOST_SITES
from advisor.views.clock.clock_places import ClockPlaces


@pytest.fixture(scope="module")
def assessment(default_pack) -> Assessment:
    return Assessor(default_pack).assess(default_scenario(default_pack))


@pytest.fixture
def best(assessment) -> list[str]:
    ids = [assessment.pack.location_ids[row] for row in assessment.evaluation.order]
    return [site for site in ids if site != "GBR"]


def test_that_the_best_ranked_sites_stand_first_and_home_is_none_of_them(assessment, best):
    assert ClockPlaces().shown(assessment) == best[:4]


def test_that_the_selected_site_is_a_guest_until_another_is_selected(assessment, best):
    places = ClockPlaces()
    places.visit("NZL")
    assert places.shown(assessment) == [*best[:4], "NZL"]
    places.visit("ISL")
    assert places.shown(assessment) == [*best[:4], "ISL"]
    places.visit("GBR")
    assert places.shown(assessment) == best[:4]


def test_that_a_kept_site_stays_and_a_removed_one_goes(assessment, best):
    places = ClockPlaces()
    places.visit("NZL")
    places.keep("NZL", assessment)
    places.visit("")
    places.remove(best[0], assessment)
    assert places.shown(assessment) == [*best[1:4], "NZL"]


def test_that_there_are_never_more_than_six_and_the_guest_is_among_them(assessment):
    places = ClockPlaces()
    for site in ("NZL", "ISL", "JPN", "AUS", "CHL"):
        places.keep(site, assessment)
    places.visit("FJI")
    shown = places.shown(assessment)
    assert len(shown) == MOST_SITES
    assert shown[-1] == "FJI"


def test_that_everything_can_be_removed(assessment):
    places = ClockPlaces()
    for site in places.shown(assessment):
        places.remove(site, assessment)
    assert places.shown(assessment) == []


def test_that_a_selected_site_stays_when_it_falls_out_of_the_best(assessment, best, default_pack):
    places = ClockPlaces()
    places.visit(best[3])
    assert not places.is_guest(best[3], assessment)
    others = MustHaves(bounds=(Bound("overlap", "<=", 1.0),))
    changed = Assessor(default_pack).assess(replace(assessment.scenario, must_haves=others))
    assert best[3] in places.shown(changed)
