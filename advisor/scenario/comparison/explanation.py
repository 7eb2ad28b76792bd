"""Which assumptions explain that two scenarios rank differently.

From one scenario to the other, one assumption is changed at a time. Each step takes the assumption that
brings the ranking closest to that of the second scenario, so the first steps explain most. Closeness is the
footrule over the first places (``advisor.core.rank_distance``); where two assumptions are level there, the
whole ranking decides, then the order in which people read them. What a step explains holds in this order:
with another order it may be another figure, because assumptions act together.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

from advisor.core.rank_distance import top_distance
from advisor.datapack.schema import DataPack
from advisor.scenario.comparison.assumptions import Assumption, differing, taken_over
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario

TOP = 10
Assess = Callable[[Scenario], Assessment]


@dataclass(frozen=True, slots=True)
class Step:
    """One assumption changed after those before it.

    Attributes:
        before, after: distance from the second scenario's ranking, in places.
        leader: id of the location that leads afterwards, empty where none is ranked.
    """

    assumption: Assumption
    before: int
    after: int
    leader: str

    @property
    def explained(self) -> int:
        """How many places closer the ranking comes; below 0 it goes further away."""
        return self.before - self.after


@dataclass(frozen=True, slots=True)
class Explanation:
    """The way from scenario ``a`` to scenario ``b``.

    Attributes:
        top: how many first places count.
        leader: id of the location that leads in ``a``, empty where none is ranked.
        distance: between the rankings, in places.
        steps: in the order in which they explain most.
    """

    a: str
    b: str
    top: int
    leader: str
    distance: int
    steps: tuple[Step, ...]

    def share(self, step: Step) -> float:
        """The part of the distance that a step explains; 0 where there is no distance."""
        return step.explained / self.distance if self.distance else 0.0


def explain(assess: Assess, pack: DataPack, a: Scenario, b: Scenario, top: int = TOP) -> Explanation:
    """All steps at once.

    Raises:
        ScenarioError: one of the two does not fit the pack.
    """
    steps = explaining(assess, pack, a, b, top)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Explanation = done.value
            return found


def explaining(
    assess: Assess, pack: DataPack, a: Scenario, b: Scenario, top: int = TOP
) -> Generator[float, None, Explanation]:
    """The same bit by bit, for a window that stays alive meanwhile.

    Args:
        assess: ranks a scenario.
        pack: what is ranked.
        a: where the way begins.
        b: where it ends.
        top: how many first places count.

    Yields:
        The part that is done, after every ranking.

    Raises:
        ScenarioError: one of the two does not fit the pack.
    """
    left = list(differing(pack, a, b))
    work, done = max(1, len(left) * (len(left) + 1) // 2), 0
    first, wanted = assess(a), assess(b)
    steps: list[Step] = []
    scenario, shown = a, first

    def closeness(one: Assessment) -> tuple[int, int]:
        ranks, goal = one.evaluation.ranks, wanted.evaluation.ranks
        return top_distance(ranks, goal, top), top_distance(ranks, goal, len(ranks))

    while left:
        tried: list[tuple[tuple[int, int], int, Scenario, Assessment]] = []
        for place, assumption in enumerate(left):
            try:
                candidate = taken_over(pack, assumption, scenario, b)
                ranked = assess(candidate)
            except ScenarioError:  # it does not go together with what is still of the first scenario
                continue
            finally:
                done += 1
            tried.append((closeness(ranked), place, candidate, ranked))
            yield min(1.0, done / work)
        if not tried:
            break
        near, place, candidate, ranked = min(tried, key=lambda one: one[:2])
        steps.append(Step(left.pop(place), closeness(shown)[0], near[0], leader_of(ranked)))
        scenario, shown = candidate, ranked
    return Explanation(a.name, b.name, top, leader_of(first), closeness(first)[0], tuple(steps))


def leader_of(assessment: Assessment) -> str:
    """Id of the location that leads, empty where none is ranked."""
    evaluation = assessment.evaluation
    row = int(evaluation.order[0]) if len(evaluation.order) else -1
    return assessment.pack.location_ids[row] if row >= 0 and evaluation.ranks[row] else ""
