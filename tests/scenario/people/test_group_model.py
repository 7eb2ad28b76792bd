"""From a study with people to what they come to, against cases worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.scenario.people.group_model import group_decision, with_group_weights
from advisor.scenario.study.checks import check_study
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Stakeholder

ANN = Stakeholder("Ann", 1.0, {"cost": 80.0, "talent": 20.0})
BOB = Stakeholder("Bob", 1.0, {"cost": 1.0, "talent": 4.0})  # on a scale of his own


def test_that_the_group_is_the_mean_of_shares_weighted_by_importance(study, assess):
    heavy = replace(BOB, importance=3.0)
    decision = group_decision(assess(study), [ANN, heavy])
    assert decision.group.weights.theme_weights.tolist() == pytest.approx([0.35, 0.65])
    assert decision.group.scores.tolist() == pytest.approx([35, 65, 66.5])


def test_that_who_says_nothing_keeps_the_usual_weights(study, assess):
    decision = group_decision(assess(study), [ANN, Stakeholder("Cy")])
    assert decision.members[1].weights.theme_weights.tolist() == pytest.approx([0.5, 0.5])


def test_that_the_scenarios_own_weights_are_nobodys(study, assess):
    own = replace(study.scenario, theme_weights={"cost": 100.0, "talent": 0.0})
    decision = group_decision(assess(study.with_active(own)), [Stakeholder("Cy")])
    assert decision.group.weights.theme_weights.tolist() == pytest.approx([0.5, 0.5])


def test_that_the_scenario_can_take_the_groups_weights(study, assess):
    assessment = assess(study)
    decision = group_decision(assessment, [ANN, BOB, Stakeholder("Cy", 2.0, {"cost": 1.0, "talent": 0.0})])
    after = assess(study.with_active(with_group_weights(assessment, decision)))
    assert after.evaluation.scores.tolist() == pytest.approx(decision.group.scores.tolist(), abs=1e-4)


def test_that_nobody_makes_no_group(study, assess):
    with pytest.raises(ScenarioError, match="no stakeholders yet"):
        group_decision(assess(study), [])
    with pytest.raises(ScenarioError, match="importance above 0"):
        group_decision(assess(study), [replace(ANN, importance=0.0)])


def test_that_weights_that_cannot_serve_name_whose_they_are(study, assess):
    with pytest.raises(ScenarioError, match=r"^Ann: All weights are 0"):
        group_decision(assess(study), [replace(ANN, theme_weights={"cost": 0.0, "talent": 0.0}), BOB])


def test_that_a_study_with_weights_for_unknown_themes_does_not_fit(study, pack):
    odd = replace(study, stakeholders=(replace(ANN, theme_weights={"weather": 1.0}),))
    with pytest.raises(ScenarioError, match="Stakeholder 'Ann': There is no theme 'weather'"):
        check_study(pack, odd)
