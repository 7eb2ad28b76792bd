"""Edits of the decision log: logging, striking out, and coming back to what was in force then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisor.scenario.edits.scenario_edits import free_name, with_added
from advisor.scenario.study.own_data import mark_of
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Decision, Study
from advisor.words.dates import date_text
from advisor.words.translation import t


def with_decision(
    study: Study,
    day: date,
    *,
    who: str = "",
    note: str = "",
    chosen: str = "",
    rejected: tuple[str, ...] = (),
) -> Study:
    """The study with a decision logged, and with it the active scenario as it is.

    Args:
        study: what is edited.
        day: of the decision; the log stays in the order of days, and later entries of a day come later.
        who: decided.
        note: why.
        chosen: location id, empty where none was chosen.
        rejected: location ids.

    Raises:
        ScenarioError: a text that is too long, or a log that is full.
    """
    own = mark_of(study.own)
    decision = Decision(day, who.strip(), note.strip(), chosen, rejected, study.scenario, own)
    return replace(study, decisions=tuple(sorted((*study.decisions, decision), key=lambda one: one.date)))


def without_decision(study: Study, place: int) -> Study:
    """The study without the decision at a place of its log, 0 the earliest."""
    return replace(study, decisions=(*study.decisions[:place], *study.decisions[place + 1 :]))


def own_figures_as_then(study: Study, place: int) -> bool | None:
    """Whether the user's own figures are as they were when a decision was logged; None where nobody knows.

    Args:
        study: as it is now.
        place: of the decision in the log, 0 the earliest.
    """
    kept = study.decisions[place].own
    return kept == mark_of(study.own) if kept else None


def restored_name(study: Study, place: int) -> str:
    """What the scenario of a decision is called when it comes back as a new one."""
    decision = study.decisions[place]
    wanted = t("{scenario}, {day}", scenario=_snapshot(decision).name, day=date_text(decision.date))
    return free_name(wanted, [scenario.name for scenario in study.scenarios])


def with_restored(study: Study, place: int, *, in_place: bool) -> Study:
    """The study with the scenario of a decision in force again.

    Args:
        study: what is edited.
        place: of the decision in the log, 0 the earliest.
        in_place: whether it takes the place of the active scenario, whose name and colour stay, or comes as
            a new scenario behind that one.

    Raises:
        ScenarioError: the decision kept no scenario, or there are too many.
    """
    snapshot = _snapshot(study.decisions[place])
    if in_place:
        return study.with_active(replace(snapshot, name=study.active, colour=study.scenario.colour))
    return with_added(study, replace(snapshot, name=restored_name(study, place)))


def _snapshot(decision: Decision) -> Scenario:
    if decision.scenario is None:
        raise ScenarioError(t("This decision kept no scenario, so there is nothing to come back to."))
    return decision.scenario
