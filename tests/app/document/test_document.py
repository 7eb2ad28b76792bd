"""The document: one study, undone and redone as a whole, with a history that is bounded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from advisor.app.document.document import Document
from advisor.app.document.journal import Unsaved
from advisor.datapack.loading import load_pack
from advisor.scenario.edits.decision_edits import with_decision
from advisor.scenario.edits.own_figures import with_own_figure
from advisor.scenario.people.people_edits import with_person
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.scenario.study.own_data import OwnCriterion
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Decision, PlanItem, Stakeholder, Study
from advisor.scenario.study.talk import TalkStep


@pytest.fixture
def document(qapp, write_pack):
    first, second = Scenario(name="First"), Scenario(name="Second", criterion_weights={"price": 9.0})
    study = replace(Study.of(first), scenarios=(first, second))
    return Document(Assessor(load_pack(write_pack())), study)


def test_that_an_edit_of_a_scenario_leaves_the_others_alone(document):
    second = document.study.named("Second")
    document.edit(replace(document.scenario, criterion_weights={"price": 2.0}), "weigh")
    assert document.scenario.criterion_weights == {"price": 2.0}
    assert document.study.named("Second") is second
    document.undo_stack.undo()
    assert document.scenario == Scenario(name="First")


def test_that_changing_the_active_scenario_is_one_step_that_ranks_anew(document):
    said = []
    document.assessment_changed.connect(said.append)
    document.edit_study(replace(document.study, active="Second"), "show Second")
    assert document.assessment.scenario.name == "Second"
    document.undo_stack.undo()
    assert document.assessment.scenario.name == "First"
    assert [one.scenario.name for one in said] == ["Second", "First"]


def said_by(document):
    """Names of the signals in the order in which they come."""
    said = []
    for name in ("assessment_changed", "choice_changed", "rest_changed"):
        getattr(document, name).connect(lambda assessment, name=name: said.append((name, assessment)))
    return said


def test_that_an_edit_of_people_leaves_the_ranking_as_it_is(document):
    said, before = said_by(document), document.assessment
    document.edit_study(with_person(document.study, "Ann"), "add")
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert [one.name for one in document.study.stakeholders] == ["Ann"]
    assert said == [("rest_changed", before)] * 3
    assert document.assessment is before


def test_that_an_edit_of_another_scenario_leaves_the_ranking_as_it_is(document):
    said, before = said_by(document), document.assessment
    other = replace(document.study.named("Second"), criterion_weights={"price": 1.0})
    document.edit_study(replace(document.study, scenarios=(document.scenario, other)), "weigh")
    assert said == [("rest_changed", before)]


def test_that_a_choice_is_told_alone_and_only_where_it_is_another(document):
    said, before = said_by(document), document.assessment
    for chosen in ("b", "b", "a"):
        after = with_decision(document.study, date(2026, 11, 28), chosen=chosen)
        document.edit_study(after, "decide")
    names = [name for name, assessment in said if assessment is before]
    assert names == ["choice_changed", "rest_changed", "rest_changed", "choice_changed", "rest_changed"]


def test_that_an_edit_of_weights_ranks_anew_and_tells_only_that(document):
    said = said_by(document)
    document.edit(replace(document.scenario, criterion_weights={"price": 2.0}), "weigh")
    assert [name for name, _ in said] == ["assessment_changed"]
    assert said[0][1] is document.assessment


def test_that_own_figures_count_for_every_scenario(document):
    document.edit_study(with_own_figure(document.study, "a", "price", 1.0), "own figure")
    row = document.pack.location_ids.index("a")
    column = [c.id for c in document.pack.criteria].index("price")
    assert document.assessment.cells.values[row, column] == 1.0
    document.edit_study(replace(document.study, active="Second"), "show Second")
    assert document.assessment.cells.values[row, column] == 1.0
    assert document.preview(Scenario(name="tried")).cells.values[row, column] == 1.0


def test_that_what_cannot_be_changes_nothing(document):
    before = document.study
    with pytest.raises(ScenarioError, match="two scenarios are called 'Second'"):
        document.rename("Second")
    with pytest.raises(ScenarioError, match="no theme 'glamour'"):
        document.edit(replace(document.scenario, theme_weights={"glamour": 1.0}), "weigh")
    assert document.study is before
    assert document.undo_stack.count() == 0


def test_that_steps_share_what_an_edit_leaves_alone(document):
    before = document.study
    document.edit(replace(document.scenario, headcount=77), "count")
    assert document.study.own is before.own
    assert document.study.named("Second") is before.named("Second")


def test_that_a_file_holds_people_decisions_plan_and_notes_too(document, tmp_path):
    study = replace(
        document.study,
        stakeholders=(Stakeholder("Ann", theme_weights={"cost": 3.0}), Stakeholder("Bob", 2.0)),
        decisions=(Decision(date(2026, 11, 29), who="Ann", chosen="a"),),
        plan=(PlanItem("founding.bank", done=True),),
        notes={TalkStep.TITLE: "Welcome."},
    )
    document.edit_study(study, "fill")
    path = tmp_path / "full.advisor"
    document.save(path)
    assert document.study == study.made_with(document.pack)
    assert read_study(path) == document.study


def test_that_a_study_with_criteria_of_its_own_opens_over_itself(document, tmp_path):
    made = OwnCriterion("wifi", "Wifi", "up", 0.0, 100.0)
    study = document.study.with_own(replace(document.study.own, criteria=(made,)))
    document.edit_study(study, "import")
    path = tmp_path / "own.advisor"
    document.save(path)
    document.open(path)  # its criteria are no others than those that are there
    assert document.study.own.criteria == (made,)
    unsaved = Unsaved(document.study, path, None, datetime(2026, 11, 29))
    document.recover(unsaved)
    assert "wifi" in {criterion.id for criterion in document.pack.criteria}
