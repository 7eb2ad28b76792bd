"""Who can be hired, by function and head count, and whose hours the site works."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.core.matrix import CellMethod
from advisor.scenario.study.scenario import Scenario

SUPPORT = Scenario(home="USA", function="customer-support", headcount=50)
SOFTWARE = replace(SUPPORT, function="software-development")


def cell(assessor, scenario, location, criterion):
    assessment = assessor.assess(scenario)
    row = assessment.pack.location_ids.index(location)
    column = [c.id for c in assessment.pack.criteria].index(criterion)
    cells = assessment.cells
    return cells.values[row, column], cells.methods[row, column], str(cells.notes[row, column])


def test_that_the_workforce_is_that_of_the_function(assessor):
    people, method, note = cell(assessor, SUPPORT, "PHL", "workforce")
    assert (people, method) == (1_900_000, CellMethod.OBSERVED)
    assert "IT-BPM" in note
    developers, method, note = cell(assessor, SOFTWARE, "PHL", "workforce")
    assert method == CellMethod.ESTIMATED
    assert developers < people
    assert "accounts on GitHub" in note


def test_that_a_hundred_thousand_people_are_more_than_botswana_has(assessor):
    """50 of 1.9 m are 0.0026 %; 100,000 are more than all who do such work in Botswana."""
    assert cell(assessor, SUPPORT, "PHL", "room_to_hire")[0] == pytest.approx(100 * 50 / 1_900_000)
    many = replace(SUPPORT, headcount=100_000)
    assert cell(assessor, many, "BWA", "room_to_hire")[0] > 100
    assert cell(assessor, many, "PHL", "room_to_hire")[0] == pytest.approx(100 * 100_000 / 1_900_000)


def test_that_ties_are_with_this_home(assessor):
    from_usa = cell(assessor, SOFTWARE, "MEX", "working_ties")[0]
    from_germany = cell(assessor, replace(SOFTWARE, home="DEU"), "MEX", "working_ties")[0]
    assert from_usa > 3 * from_germany
    assert cell(assessor, SOFTWARE, "USA", "working_ties")[0] == 100


def test_that_front_office_works_the_customers_hours(assessor):
    """09:00-17:00 in New York is 21:00 or 22:00 to 05:00 or 06:00 in Manila: seven or eight night hours.

    Summer time holds 238 of 365 days: 7 hours then (21:00-05:00), 8 in winter (22:00-06:00).
    """
    night, _, note = cell(assessor, SUPPORT, "PHL", "night_hours")
    assert night == pytest.approx((238 * 7 + 127 * 8) / 365, abs=0.02)
    assert "works the customers' hours" in note
    assert cell(assessor, SUPPORT, "JAM", "night_hours")[0] == 0


def test_that_other_work_moves_only_as_far_as_the_overlap_asks(assessor):
    night, _, note = cell(assessor, SOFTWARE, "PHL", "night_hours")
    assert night == 3.5
    assert "to share 4 h" in note
