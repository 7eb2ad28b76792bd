"""Which assumption explains that two scenarios differ, in sentences."""

from __future__ import annotations

from advisor.datapack.schema import DataPack
from advisor.scenario.comparison.explanation import Explanation, Step
from advisor.scenario.study.scenario import Scenario
from advisor.views.scenarios.assumption_texts import assumption_change
from advisor.words.formatting import percent_text
from advisor.words.translation import t, tn


def explanation_sentence(pack: DataPack, found: Explanation, a: Scenario, b: Scenario) -> str:
    """What explains most, and at which step the lead changes."""
    if not found.steps:
        return t("“{first}” and “{second}” assume the same.", first=found.a, second=found.b)
    if not found.distance:
        return t(
            "“{first}” and “{second}” assume different things, and the first {top} places are the same.",
            first=found.a,
            second=found.b,
            top=found.top,
        )
    most = found.steps[0]
    said = t(
        "“{change}” explains {share} of the difference among the first {top} places.",
        change=assumption_change(pack, most.assumption, a, b),
        share=percent_text(found.share(most)),
        top=found.top,
    )
    turn = next((at for at, step in enumerate(found.steps) if step.leader != found.leader), -1)
    if turn < 0 or not found.steps[turn].leader:
        return said
    place = pack.location(found.steps[turn].leader).name
    lead = tn(
        "{place:The} leads after the first change.",
        "{place:The} leads after {count} changes.",
        turn + 1,
        place=place,
    )
    return t("{most} {lead}", most=said, lead=lead)


def step_text(pack: DataPack, step: Step, a: Scenario, b: Scenario) -> str:
    """What is changed at a step."""
    return assumption_change(pack, step.assumption, a, b)
