"""Adding, naming, moving and weighing people: from one study to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.scenario.people import people_edits as edits
from advisor.scenario.people.votes import Vote
from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Stakeholder


def names(study):
    return [person.name for person in study.stakeholders]


@pytest.fixture
def three(study):
    for name in ("Ann", "Bob", "Cy"):
        study = edits.with_person(study, name)
    return study


def test_that_people_stand_in_the_order_in_which_they_were_added(three):
    assert names(three) == ["Ann", "Bob", "Cy"]
    assert not any(person.has_weighed for person in three.stakeholders)


@pytest.mark.parametrize("name", ["Ann", " ann "])
def test_that_a_name_is_given_once(three, name):
    with pytest.raises(ScenarioError, match="called 'Ann' already: add a surname"):
        edits.with_person(three, name)


def test_that_somebody_needs_a_name(three):
    with pytest.raises(ScenarioError, match="type a name"):
        edits.with_person(three, "  ")
    with pytest.raises(ScenarioError, match="type a name"):
        edits.with_person_renamed(three, "Ann", " ")


def test_that_renaming_keeps_the_place_and_the_vote(three, pack):
    voted = edits.with_weights_of(pack, three, "Bob", replace(three.scenario, theme_weights={"cost": 3.0}))
    renamed = edits.with_person_renamed(voted, "Bob", "Robert")
    assert names(renamed) == ["Ann", "Robert", "Cy"]
    assert renamed.stakeholders[1].theme_weights == voted.stakeholders[1].theme_weights
    assert edits.with_person_renamed(three, "Ann", "ANN").stakeholders[0].name == "ANN"
    with pytest.raises(ScenarioError, match="called 'Cy' already"):
        edits.with_person_renamed(three, "Ann", "cy")


def test_that_people_move_and_stop_at_the_ends(three):
    assert names(edits.with_person_moved(three, "Cy", -1)) == ["Ann", "Cy", "Bob"]
    assert edits.with_person_moved(three, "Ann", -1) is three
    assert edits.with_person_moved(three, "Cy", 1) is three


def test_that_removing_takes_one_away(three):
    assert names(edits.without_person(three, "Bob")) == ["Ann", "Cy"]


def test_that_importance_stays_within_its_limits(three):
    assert edits.with_importance(three, "Bob", 2.5).stakeholders[1].importance == 2.5
    with pytest.raises(ScenarioError, match="importance"):
        edits.with_importance(three, "Bob", -1)


def test_that_a_vote_is_kept_in_percent_also_where_it_is_the_default(three, pack):
    voted = edits.with_weights_of(pack, three, "Ann", three.scenario)
    assert voted.stakeholders[0].theme_weights == {"cost": 50.0, "talent": 50.0}
    assert voted.stakeholders[0].has_weighed
    assert not edits.with_votes_cleared(voted).stakeholders[0].has_weighed


def test_that_a_person_weighs_without_the_locks_and_weights_of_the_scenario(three):
    scenario = replace(three.scenario, theme_weights={"cost": 9.0}, locked_themes=frozenset({"cost"}))
    own = edits.scenario_of(scenario, Stakeholder("Ann", theme_weights={"talent": 1.0}))
    assert own.theme_weights == {"talent": 1.0}
    assert not own.locked_themes


def test_that_votes_change_who_is_there_and_add_who_is_not(three):
    votes = (Vote("bob", 3.0, {"cost": 10.0, "talent": 90.0}), Vote("Dee"), Vote("Ann", None, {"cost": 1.0}))
    after = edits.with_votes(three, votes)
    assert names(after) == ["Ann", "Bob", "Cy", "Dee"]
    assert after.stakeholders[1] == Stakeholder("Bob", 3.0, {"cost": 10.0, "talent": 90.0})
    assert after.stakeholders[0].importance == 1.0


def test_that_people_survive_their_file(three, pack):
    voted = edits.with_weights_of(pack, three, "Cy", three.scenario)
    assert study_from_text(study_text(voted), "x") == voted


def test_that_a_file_with_a_name_twice_is_refused(three):
    with pytest.raises(ScenarioError, match="two stakeholders are called 'Ann'"):
        replace(three, stakeholders=(Stakeholder("Ann"), Stakeholder("Ann")))
