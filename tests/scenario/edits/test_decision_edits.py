"""The decision log: what an entry keeps, and coming back to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor.scenario.edits.decision_edits import (
    restored_name,
    with_decision,
    with_restored,
    without_decision,
)
from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Decision, Study

DAY = date(2026, 11, 28)


@pytest.fixture
def study() -> Study:
    return Study((Scenario("Base", home="GBR", colour="teal"), Scenario("Near")), "Base")


def logged(study: Study, chosen: str = "POL") -> Study:
    return with_decision(study, DAY, who=" Board ", note="Law", chosen=chosen, rejected=("IND",))


def test_that_a_decision_keeps_the_scenario_of_its_day(study: Study) -> None:
    after = logged(study)
    assert after.decisions == (Decision(DAY, "Board", "Law", "POL", ("IND",), study.scenario),)
    assert after.chosen == "POL"
    assert study_from_text(study_text(after), "x") == after


def test_that_the_latest_choice_is_the_one_in_force(study: Study) -> None:
    after = with_decision(logged(logged(study, "IND")), date(2026, 12, 1), note="wait")
    assert after.chosen == "POL"
    earlier = with_decision(after, date(2026, 1, 5), chosen="MEX")
    assert earlier.chosen == "POL"
    assert earlier.decisions[0].chosen == "MEX"
    assert study.chosen == ""


def test_that_what_was_in_force_comes_back_in_place(study: Study) -> None:
    changed = logged(study).with_active(replace(study.scenario, name="Later", home="USA", colour="plum"))
    after = with_restored(changed, 0, in_place=True)
    assert after.scenario == replace(study.scenario, name="Later", colour="plum")
    assert len(after.scenarios) == 2


def test_that_what_was_in_force_comes_back_beside(study: Study) -> None:
    after = with_restored(logged(study), 0, in_place=False)
    assert [one.name for one in after.scenarios] == ["Base", "Base, 28 Nov 2026", "Near"]
    assert after.active == "Base, 28 Nov 2026"
    assert restored_name(after, 0) == "Base, 28 Nov 2026 2"


def test_that_a_decision_without_a_scenario_says_so(study: Study) -> None:
    bare = replace(study, decisions=(Decision(DAY),))
    with pytest.raises(ScenarioError, match="kept no scenario"):
        with_restored(bare, 0, in_place=True)


def test_that_an_entry_can_be_struck_out(study: Study) -> None:
    twice = logged(logged(study, "IND"))
    assert without_decision(twice, 1).chosen == "IND"
    assert without_decision(without_decision(twice, 1), 0) == study
