"""Flags and the must-have for the travel advisory in a ranking of the shipped pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.core.evaluation import Status
from advisor.places.flags import Severity
from advisor.scenario.study.scenario import MustHaves, Scenario

SUPPORT = Scenario(home="DEU", function="customer-support", headcount=50)
ALL = replace(SUPPORT, must_haves=MustHaves(advisory=4, exclude_sanctioned=False, fatf="none"))


def kinds(assessment, location):
    return [flag.kind for flag in assessment.flags(assessment.pack.location_ids.index(location))]


def status(assessment, location):
    return Status(assessment.evaluation.status[assessment.pack.location_ids.index(location)])


def test_that_places_at_war_and_under_sanctions_are_flagged_from_any_home(assessor):
    assessment = assessor.assess(ALL)
    for place in ("UKR", "RUS", "BLR", "SDN", "YEM", "MMR"):
        assert "advisory" in kinds(assessment, place), place
    assert {"sanctions-us", "sanctions-eu"} <= set(kinds(assessment, "RUS"))
    assert "fatf" in kinds(assessment, "MMR")
    assert kinds(assessment, "POL") == []


def test_that_do_not_travel_excludes_until_it_is_lifted(assessor):
    assessment = assessor.assess(SUPPORT)
    for place in ("UKR", "RUS", "BLR"):
        assert status(assessment, place) == Status.EXCLUDED
    row = assessment.pack.location_ids.index("UKR")
    assert "travel advisory level 4" in assessment.reasons(row)
    lifted = assessor.assess(replace(SUPPORT, must_haves=MustHaves(advisory=4)))
    assert status(lifted, "UKR") == Status.RANKED


@pytest.mark.parametrize("people", [50, 100_000])
def test_that_the_map_marks_every_ranked_place_whose_flags_warn(assessor, people):
    assessment = assessor.assess(replace(ALL, headcount=people))
    ids, evaluation = assessment.pack.location_ids, assessment.evaluation
    told = {
        place
        for row, place in enumerate(ids)
        if evaluation.status[row] == Status.RANKED
        and any(flag.severity >= Severity.WARNING for flag in assessment.flags(row))
    }
    assert set(assessment.warned) == told
    assert {"UKR", "RUS"} <= told
    assert ("MLT" in told) is (people > 50)  # too few people there for a hundred thousand


def test_that_an_unknown_level_stays_in_and_is_unchecked(assessor):
    assessment = assessor.assess(replace(SUPPORT, must_haves=MustHaves(advisory=1)))
    row = assessment.pack.location_ids.index("MEX")  # a level for each state, none for the country
    assert status(assessment, "MEX") == Status.RANKED
    assert "travel_advisory" in [one.column for one in assessment.evaluation.screening.unchecked(row)]


def test_that_home_itself_is_never_left_out_by_its_own_advisory(assessor):
    at_home = assessor.assess(replace(SUPPORT, home="UKR"))
    assert status(at_home, "UKR") == Status.RANKED
    assert "advisory" in kinds(at_home, "UKR")


def test_that_a_home_that_is_left_out_is_told(assessor):
    only_far = replace(SUPPORT, must_haves=MustHaves(engagement=frozenset({"offshore"})))
    assessment = assessor.assess(only_far)
    assert "home" in kinds(assessment, "DEU")
    assert "home" not in kinds(assessor.assess(SUPPORT), "DEU")


def test_that_a_place_that_cannot_staff_the_work_says_so(assessor):
    many = assessor.assess(replace(SUPPORT, headcount=100_000))
    assert "staffing" in kinds(many, "BWA")
    row = many.pack.location_ids.index("BWA")
    (flag,) = [flag for flag in many.flags(row) if flag.kind == "staffing"]
    assert "100 k people asked for" in flag.detail
    assert "staffing" not in kinds(many, "IND")
    assert "staffing" not in kinds(assessor.assess(SUPPORT), "BWA")


def test_that_work_for_customers_says_where_few_speak_their_language(assessor):
    assert "language" in kinds(assessor.assess(SUPPORT), "IDN")
    assert "language" not in kinds(assessor.assess(SUPPORT), "POL")
    software = replace(SUPPORT, function="software-development")
    assert "language" not in kinds(assessor.assess(software), "IDN")
