"""Edits of the scenarios of a study: copies, names, order, colours. Each gives another study."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import SCENARIO_COLOURS, Scenario, ScenarioColour
from advisor.scenario.study.study import Study
from advisor.words.translation import t

MOST_LETTERS = 200  # of a name, see advisor.scenario.study.values.Name


def free_name(wanted: str, taken: Collection[str]) -> str:
    """A name that no scenario has yet: the wanted one, or that with a number behind it."""
    wanted = wanted.strip()[:MOST_LETTERS]
    name, number = wanted, 2
    while name in taken:
        behind = f" {number}"
        name, number = wanted[: MOST_LETTERS - len(behind)] + behind, number + 1
    return name


def copy_name(study: Study) -> str:
    """What a copy of the active scenario is called unless somebody names it."""
    wanted = t("Copy of {scenario}", scenario=study.active)
    return free_name(wanted, [scenario.name for scenario in study.scenarios])


def with_copy(study: Study, name: str = "") -> Study:
    """The study with a copy of its active scenario behind that one, and in force.

    The copy gets a colour that no other scenario has, where one is left.

    Args:
        study: what is edited.
        name: of the copy; empty for the usual one.

    Raises:
        ScenarioError: the name is taken or cannot be one, or there are too many scenarios.
    """
    name = name.strip() or copy_name(study)
    used = {scenario.colour for scenario in study.scenarios}
    colour = next((colour for colour in SCENARIO_COLOURS[1:] if colour not in used), study.scenario.colour)
    return with_added(study, replace(study.scenario, name=name, colour=colour))


def with_added(study: Study, scenario: Scenario) -> Study:
    """The study with another scenario behind the active one, and in force.

    Raises:
        ScenarioError: the name is taken, or there are too many scenarios.
    """
    at = _place(study, study.active) + 1
    scenarios = (*study.scenarios[:at], scenario, *study.scenarios[at:])
    return replace(study, scenarios=scenarios, active=scenario.name)


def with_active(study: Study, name: str) -> Study:
    """The study with another of its scenarios in force.

    Raises:
        ScenarioError: there is none of that name.
    """
    return replace(study, active=study.named(name).name)


def with_name(study: Study, name: str, after: str) -> Study:
    """The study with a scenario renamed.

    Raises:
        ScenarioError: there is none of that name, or the new name is taken or cannot be one.
    """
    renamed = replace(study.named(name), name=after.strip())
    active = renamed.name if name == study.active else study.active
    return replace(study, scenarios=_replaced(study, name, renamed), active=active)


def with_colour(study: Study, name: str, colour: ScenarioColour) -> Study:
    """The study with a scenario in another colour.

    Raises:
        ScenarioError: there is no such scenario or colour.
    """
    return replace(study, scenarios=_replaced(study, name, replace(study.named(name), colour=colour)))


def with_place(study: Study, name: str, place: int) -> Study:
    """The study with a scenario at another place among the scenarios, 0 the first; ends are kept to.

    Raises:
        ScenarioError: there is none of that name.
    """
    moved = study.named(name)
    others = [scenario for scenario in study.scenarios if scenario.name != name]
    others.insert(min(len(others), max(0, place)), moved)
    return replace(study, scenarios=tuple(others))


def without(study: Study, name: str) -> Study:
    """The study without a scenario; its neighbour comes into force where it was the active one.

    Raises:
        ScenarioError: there is none of that name, or it is the last one.
    """
    at = _place(study, name)
    if len(study.scenarios) == 1:
        raise ScenarioError(t("A study keeps one scenario at least: make another one before this one goes."))
    left = (*study.scenarios[:at], *study.scenarios[at + 1 :])
    active = left[min(at, len(left) - 1)].name if name == study.active else study.active
    return replace(study, scenarios=left, active=active)


def _place(study: Study, name: str) -> int:
    return study.scenarios.index(study.named(name))


def _replaced(study: Study, name: str, after: Scenario) -> tuple[Scenario, ...]:
    return tuple(after if scenario.name == name else scenario for scenario in study.scenarios)
