"""Edits of the people of a study: plain functions from one study to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advisor.datapack.schema import DataPack
from advisor.scenario.edits.weight_edits import theme_shares
from advisor.scenario.people.votes import Vote
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Stakeholder, Study
from advisor.scenario.weights.default_weights import weights_in_force
from advisor.words.translation import t

_DIGITS = 6  # of stored percentages


def person_named(study: Study, name: str) -> Stakeholder:
    """One of the people.

    Raises:
        ScenarioError: there is nobody of that name.
    """
    for person in study.stakeholders:
        if person.name == name:
            return person
    raise ScenarioError(t("Nobody in the study is called '{name}'.", name=name))


def with_person(study: Study, name: str) -> Study:
    """Somebody more, at the end, who has not weighed yet.

    Raises:
        ScenarioError: no name, or somebody has it already.
    """
    return replace(study, stakeholders=(*study.stakeholders, Stakeholder(_free(study, name))))


def without_person(study: Study, name: str) -> Study:
    """The study without somebody."""
    return replace(study, stakeholders=tuple(one for one in study.stakeholders if one.name != name))


def with_person_renamed(study: Study, name: str, new: str) -> Study:
    """Somebody under another name.

    Raises:
        ScenarioError: no name, or somebody else has it already.
    """
    if new.strip() == name:
        return study
    return _changed(study, replace(person_named(study, name), name=_free(study, new, but=name)), name)


def with_person_moved(study: Study, name: str, step: int) -> Study:
    """Somebody further up (-1) or down (1) the list; at its ends nothing moves."""
    people = list(study.stakeholders)
    at = people.index(person_named(study, name))
    if not 0 <= at + step < len(people):
        return study
    people.insert(at + step, people.pop(at))
    return replace(study, stakeholders=tuple(people))


def with_importance(study: Study, name: str, importance: float) -> Study:
    """Somebody who counts otherwise.

    Raises:
        ScenarioError: a negative importance, or one beyond all bounds.
    """
    return _changed(study, replace(person_named(study, name), importance=importance), name)


def with_votes_cleared(study: Study) -> Study:
    """Everybody has yet to weigh."""
    people = (replace(one, theme_weights={}, criterion_weights={}) for one in study.stakeholders)
    return replace(study, stakeholders=tuple(people))


def scenario_of(scenario: Scenario, person: Stakeholder) -> Scenario:
    """A scenario with what matters to somebody in place of its own weights and locks."""
    return replace(
        scenario,
        theme_weights=person.theme_weights,
        criterion_weights=person.criterion_weights,
        locked_themes=frozenset(),
        locked_criteria=frozenset(),
    )


def with_weights_of(pack: DataPack, study: Study, name: str, weighed: Scenario) -> Study:
    """Somebody's weights as those of a scenario; who weighs as the function does has weighed, too.

    Args:
        pack: whose themes are weighed.
        study: where somebody is.
        name: who.
        weighed: the scenario that has the weights.

    Raises:
        ScenarioError: weights that cannot serve.
    """
    shares = theme_shares(weights_in_force(pack, weighed))
    person = replace(
        person_named(study, name),
        theme_weights={theme: round(share, _DIGITS) for theme, share in shares.items()},
        criterion_weights=weighed.criterion_weights,
    )
    return _changed(study, person, name)


def with_points(study: Study, name: str, themes: Sequence[str], theme: str, points: float) -> Study:
    """Somebody's points for a theme, as typed from a card; who has not weighed yet gives the others none.

    Args:
        study: where somebody is.
        name: who.
        themes: ids of all themes.
        theme: id of the one that gets points.
        points: on the scale of their card; with none at all they have yet to weigh.

    Raises:
        ScenarioError: points below 0, or beyond all bounds.
    """
    person = person_named(study, name)
    weights = {**(person.theme_weights or dict.fromkeys(themes, 0.0)), theme: points}
    # Built once with the points as they are, so that points that cannot be are refused.
    return _changed(study, replace(person, theme_weights=weights if any(weights.values()) else {}), name)


def with_votes(study: Study, votes: Sequence[Vote]) -> Study:
    """The study with votes from a table: who is there is changed, who is not is added at the end.

    What a vote leaves open (importance, weights of criteria) stays as it was.
    """
    people = {person.name.casefold(): person for person in study.stakeholders}
    for vote in votes:
        person = people.get(vote.name.casefold()) or Stakeholder(vote.name)
        people[vote.name.casefold()] = replace(
            person,
            importance=person.importance if vote.importance is None else vote.importance,
            theme_weights=vote.theme_weights or person.theme_weights,
        )
    return replace(study, stakeholders=tuple(people.values()))


def _changed(study: Study, person: Stakeholder, name: str) -> Study:
    return replace(
        study, stakeholders=tuple(person if one.name == name else one for one in study.stakeholders)
    )


def _free(study: Study, name: str, but: str = "") -> str:
    """A name without blanks at its ends that nobody else has."""
    wanted = name.strip()
    if not wanted:
        raise ScenarioError(t("Somebody without a name cannot be told from others: type a name."))
    for person in study.stakeholders:
        if person.name != but and person.name.casefold() == wanted.casefold():
            raise ScenarioError(
                t("Somebody is called '{name}' already: add a surname or a role.", name=person.name)
            )
    return wanted
