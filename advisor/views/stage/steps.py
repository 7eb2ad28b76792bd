"""The steps of a presentation: what they are called, and which of them a pack has anything to show for."""

from __future__ import annotations

from advisor.datapack.schema import DataPack
from advisor.scenario.study.talk import TalkStep
from advisor.words.translation import mark, marked

_NAMES = {
    TalkStep.TITLE: mark("Title"),
    TalkStep.QUESTION: mark("The question"),
    TalkStep.COVERED: mark("Priorities, hidden"),
    TalkStep.PRIORITIES: mark("Priorities"),
    TalkStep.MAP: mark("The map"),
    TalkStep.TOP: mark("The best places"),
    TalkStep.COMPARE: mark("What sets the first two apart"),
    TalkStep.COST: mark("What it costs"),
    TalkStep.CERTAINTY: mark("How sure it is"),
    TalkStep.DECISION: mark("The decision"),
}
# Where moving a weight shows at once, so that the sliders stand below.
WITH_SLIDERS = frozenset(
    {
        TalkStep.PRIORITIES,
        TalkStep.MAP,
        TalkStep.TOP,
        TalkStep.COMPARE,
        TalkStep.COST,
        TalkStep.CERTAINTY,
    }
)
# What is said before anybody sees a ranking.
BEFORE_RANKING = frozenset({TalkStep.TITLE, TalkStep.QUESTION, TalkStep.COVERED})


def steps_of(pack: DataPack, *, knows_costs: bool) -> tuple[TalkStep, ...]:
    """The steps in order; those without a map or without costs are left out.

    Args:
        pack: what is ranked.
        knows_costs: whether there is a cost model for it.
    """
    missing = {TalkStep.MAP} if pack.geometry is None else set()
    if not knows_costs:
        missing.add(TalkStep.COST)
    return tuple(step for step in TalkStep if step not in missing)


def step_name(step: TalkStep) -> str:
    """What a step is called."""
    return marked(_NAMES[step])
