"""Edits of the plan after the choice: ticking, rewording, leaving out and adding. No Qt."""

from __future__ import annotations

from dataclasses import replace

from advisor.scenario.study.study import PlanItem, Study

_NOTHING = PlanItem("none.none")


def with_tick(study: Study, item: str, done: bool) -> Study:
    """The study with an entry of the plan ticked, or not."""
    return _changed(study, replace(_item(study, item), done=done))


def with_plan_text(study: Study, item: str, text: str) -> Study:
    """The study with an entry reworded; no text takes the program's again, and one's own entry away.

    Raises:
        ScenarioError: a text that is too long.
    """
    return _changed(study, replace(_item(study, item), text=text.strip()))


def without_plan_item(study: Study, item: str) -> Study:
    """The study whose plan does not show an entry."""
    if is_own(item):
        return replace(study, plan=tuple(one for one in study.plan if one.id != item))
    return _changed(study, replace(_item(study, item), left_out=True))


def with_plan_item(study: Study, section: str, text: str) -> Study:
    """The study with an entry more in a section of the plan.

    Raises:
        ScenarioError: a text that is too long, or too many entries.
    """
    taken = {one.id for one in study.plan}
    number = next(n for n in range(1, len(taken) + 2) if f"{section}.own-{n}" not in taken)
    return replace(study, plan=(*study.plan, PlanItem(f"{section}.own-{number}", text.strip())))


def with_plan_restored(study: Study, section: str) -> Study:
    """The study with the entries of a section again that were left out."""
    kept = (replace(one, left_out=False) if one.id.startswith(f"{section}.") else one for one in study.plan)
    return replace(study, plan=tuple(one for one in kept if _says_something(one)))


def is_own(item: str) -> bool:
    """Whether somebody has added an entry of that id."""
    return item.partition(".")[2].startswith("own-")


def _item(study: Study, item: str) -> PlanItem:
    return next((one for one in study.plan if one.id == item), PlanItem(item))


def _changed(study: Study, item: PlanItem) -> Study:
    found = [item if one.id == item.id else one for one in study.plan]
    if item not in found:
        found.append(item)
    return replace(study, plan=tuple(one for one in found if _says_something(one)))


def _says_something(item: PlanItem) -> bool:
    """Whether an entry differs from what the program proposes; one's own has to have a text."""
    return bool(item.text) if is_own(item.id) else replace(item, id=_NOTHING.id) != _NOTHING
