"""The decision log: what an entry keeps, and coming back to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor.scenario.edits.decision_edits import (
    own_figures_as_then,
    restored_name,
    with_decision,
    with_restored,
    without_decision,
)
from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.own_data import NOTHING_OWN, OwnCriterion, OwnData, OwnFigure, Quote, mark_of
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
    assert after.decisions == (
        Decision(DAY, "Board", "Law", "POL", ("IND",), study.scenario, mark_of(study.own)),
    )
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


def test_that_a_decision_knows_whether_own_figures_are_as_they_were(study: Study) -> None:
    figure = OwnFigure("POL", "homicide", 0.5, "police", "Ada", DAY, 2024, "own-1")
    after = logged(study.with_own(OwnData((figure,))))
    assert own_figures_as_then(after, 0) is True
    renoted = replace(figure, note="another note", author="Ben", date=None, source="")
    assert own_figures_as_then(after.with_own(OwnData((renoted,))), 0) is True
    for other in (replace(figure, value=0.6), replace(figure, location="IND"), replace(figure, year=2023)):
        assert own_figures_as_then(after.with_own(OwnData((other,))), 0) is False
    assert own_figures_as_then(after.with_own(NOTHING_OWN), 0) is False
    undated = replace(after, decisions=(replace(after.decisions[0], own=""),))  # of an earlier version
    assert own_figures_as_then(undated, 0) is None
    again = study_from_text(study_text(after), "x")
    assert again == after
    assert own_figures_as_then(again, 0) is True


def test_that_the_mark_of_own_figures_follows_what_counts() -> None:
    one, two = OwnFigure("POL", "homicide", 0.5), OwnFigure("IND", "homicide", 0.7)
    assert mark_of(OwnData((one, two))) == mark_of(OwnData((two, one)))
    overruled = OwnFigure("POL", "homicide", 9.0)
    assert mark_of(OwnData((overruled, one))) == mark_of(OwnData((one,)))
    assert mark_of(OwnData((one, overruled))) != mark_of(OwnData((one,)))
    quote = Quote("POL", "customer-support", 20.0, "hour", "EUR", "Ada")
    both = OwnData(quotes=(quote, replace(quote, provider="Ben", price=30.0)))
    assert mark_of(both) != mark_of(OwnData(quotes=(quote,)))
    wifi = OwnCriterion("wifi", "Wifi", "up", 0.0, 100.0)
    assert mark_of(OwnData(criteria=(wifi,))) == mark_of(OwnData(criteria=(replace(wifi, label="WLAN"),)))
    assert mark_of(OwnData(criteria=(wifi,))) != mark_of(OwnData(criteria=(replace(wifi, upper=200.0),)))


@pytest.mark.parametrize("own", ["no mark", "A" * 64, "f" * 63])
def test_that_a_mark_that_is_none_is_refused(own: str) -> None:
    with pytest.raises(ScenarioError, match="own"):
        Decision(DAY, own=own)
