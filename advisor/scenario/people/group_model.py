"""The people of a study as a group: everybody's ranking, and what they come to together."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.core.group import GroupDecision, Member, decide
from advisor.scenario.edits.weight_edits import with_weights
from advisor.scenario.people.people_edits import scenario_of
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Stakeholder
from advisor.scenario.weights.default_weights import weights_in_force
from advisor.words.translation import t


def group_decision(assessment: Assessment, people: Sequence[Stakeholder]) -> GroupDecision:
    """What the people make of a scenario: its figures and must-haves hold for all, its weights for nobody.

    Where somebody says nothing about a weight, the one of the business function stands.

    Args:
        assessment: of the scenario.
        people: those whose priorities count, at least one of them with importance.

    Raises:
        ScenarioError: nobody, nobody who counts, or weights that cannot serve.
    """
    if not people:
        raise ScenarioError(t("The study has no stakeholders yet: add people, or import their votes."))
    if not any(person.importance > 0 for person in people):
        raise ScenarioError(t("Nobody counts: give at least one person an importance above 0."))
    return decide(assessment.evaluation, [_member(assessment, person) for person in people])


def with_group_weights(assessment: Assessment, decision: GroupDecision) -> Scenario:
    """The scenario with the mean weights of the group in place of its own."""
    return with_weights(assessment.pack, assessment.scenario, decision.group.weights)


def _member(assessment: Assessment, person: Stakeholder) -> Member:
    try:
        weights = weights_in_force(assessment.pack, scenario_of(assessment.scenario, person))
    except ScenarioError as error:
        raise ScenarioError(t("{name}: {problem}", name=person.name, problem=error)) from None
    return Member(person.name, weights, person.importance)
