"""Edits of the scenarios of a study."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.scenario.edits import scenario_edits as edits
from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import MOST_SCENARIOS, Study


def names(study: Study) -> list[str]:
    return [scenario.name for scenario in study.scenarios]


@pytest.fixture
def study() -> Study:
    return Study((Scenario("Base"), Scenario("Near"), Scenario("Far")), "Near")


def test_that_a_copy_comes_behind_its_original_and_into_force(study: Study) -> None:
    after = edits.with_copy(study)
    assert names(after) == ["Base", "Near", "Copy of Near", "Far"]
    assert after.active == "Copy of Near"
    assert replace(after.scenario, name="Near", colour="") == study.scenario


def test_that_a_second_copy_has_a_name_and_a_colour_of_its_own(study: Study) -> None:
    once = edits.with_copy(study)
    twice = edits.with_copy(edits.with_active(once, "Near"))
    assert twice.active == "Copy of Near 2"
    assert len({twice.scenario.colour, once.scenario.colour, ""}) == 3


def test_that_a_copy_can_be_named_at_once(study: Study) -> None:
    assert edits.with_copy(study, "  Cautious ").active == "Cautious"
    with pytest.raises(ScenarioError, match="two scenarios are called 'Base'"):
        edits.with_copy(study, "Base")


def test_that_names_stay_within_their_length() -> None:
    study = Study.of(Scenario("x" * 200))
    again = edits.with_copy(edits.with_active(edits.with_copy(study), "x" * 200))
    assert all(len(name) <= edits.MOST_LETTERS for name in names(again))
    assert len(set(names(again))) == 3


def test_that_renaming_keeps_what_is_in_force(study: Study) -> None:
    assert edits.with_name(study, "Near", "Close").active == "Close"
    other = edits.with_name(study, "Far", "Distant")
    assert (other.active, names(other)) == ("Near", ["Base", "Near", "Distant"])
    with pytest.raises(ScenarioError, match="'Base'"):
        edits.with_name(study, "Far", "Base")
    with pytest.raises(ScenarioError):
        edits.with_name(study, "Far", "  ")


@pytest.mark.parametrize(
    ("place", "order"), [(0, "Far Base Near"), (1, "Base Far Near"), (9, "Base Near Far")]
)
def test_that_a_scenario_moves_to_a_place(study: Study, place: int, order: str) -> None:
    assert names(edits.with_place(study, "Far", place)) == order.split()


def test_that_the_neighbour_comes_into_force_where_the_active_one_goes(study: Study) -> None:
    assert edits.without(study, "Near").active == "Far"
    assert edits.without(edits.with_active(study, "Far"), "Far").active == "Near"
    assert edits.without(study, "Base").active == "Near"


def test_that_the_last_scenario_stays() -> None:
    with pytest.raises(ScenarioError, match="one scenario at least"):
        edits.without(Study.of(Scenario("Base")), "Base")


def test_that_no_study_grows_beyond_the_most() -> None:
    study = Study.of(Scenario("Base"))
    for _ in range(MOST_SCENARIOS - 1):
        study = edits.with_copy(study)
    with pytest.raises(ScenarioError):
        edits.with_copy(study)


def test_that_colours_are_kept_in_files_and_need_none(study: Study) -> None:
    coloured = edits.with_colour(study, "Far", "teal")
    text = study_text(coloured)
    assert study_from_text(text, "x").named("Far").colour == "teal"
    without = text.replace('      "colour": "teal"\n', "").replace('      "colour": ""\n', "")
    older = without.replace('"cost_changes": [],\n', '"cost_changes": []\n')
    assert "colour" not in older
    assert study_from_text(older, "x") == study
    with pytest.raises(ScenarioError):
        edits.with_colour(study, "Far", "pink")  # type: ignore[arg-type]
