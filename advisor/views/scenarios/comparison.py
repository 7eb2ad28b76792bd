"""Two scenarios beside each other: the ranks of the first places in both, and how the leaders differ."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.core.rank_distance import top_distance
from advisor.scenario.comparison.explanation import TOP, leader_of
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import list_text
from advisor.words.tables import tab_separated
from advisor.words.translation import t, tn


@dataclass(frozen=True, slots=True)
class RankPair:
    """A location in both rankings; a rank of 0 means that it is not ranked.

    Attributes:
        a, b: its ranks.
        scores: its scores, 0..100, NaN where it is not ranked.
    """

    id: str
    name: str
    a: int
    b: int
    scores: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class ScenarioPair:
    """The ranking of one scenario beside that of another over the same pack.

    Attributes:
        a, b: the assessments.
        top: how many first places count.
    """

    a: Assessment
    b: Assessment
    top: int = TOP

    @property
    def names(self) -> tuple[str, str]:
        """What the scenarios are called."""
        return self.a.scenario.name, self.b.scenario.name

    @property
    def rows(self) -> tuple[RankPair, ...]:
        """Every location among the first places of either, in the order of the first ranking."""
        ranks, others = self.a.evaluation.ranks, self.b.evaluation.ranks
        order = [*self.a.evaluation.order.tolist(), *self.b.evaluation.order.tolist()]
        return tuple(
            RankPair(
                self.a.pack.location_ids[row],
                self.a.locations[row].name,
                int(ranks[row]),
                int(others[row]),
                (_score(self.a, row), _score(self.b, row)),
            )
            for row in dict.fromkeys(order)
            if 1 <= ranks[row] <= self.top or 1 <= others[row] <= self.top
        )

    @property
    def distance(self) -> int:
        """How many places the first ones are apart, see ``advisor.core.rank_distance``."""
        return top_distance(self.a.evaluation.ranks, self.b.evaluation.ranks, self.top)

    @property
    def sentence(self) -> str:
        """Who leads in each, and how many of the first places stay the same."""
        rows = self.rows
        first, second = self.names
        leaders = [leader_of(one) for one in (self.a, self.b)]
        if not all(leaders):
            empty = [name for name, leader in zip(self.names, leaders, strict=True) if not leader]
            return t("Nothing is ranked in {scenarios}.", scenarios=list_text(empty))
        names = {row.id: row.name for row in rows}
        shared = sum(1 for row in rows if 1 <= row.a <= self.top and 1 <= row.b <= self.top)
        kept = tn(
            "{count} of the first {top} is in both.",
            "{count} of the first {top} are in both.",
            shared,
            top=self.top,
        )
        if leaders[0] == leaders[1]:
            said = t(
                "{place:The} leads in “{first}” and in “{second}”.",
                place=names[leaders[0]],
                first=first,
                second=second,
            )
        else:
            said = t(
                "{place:The} leads in “{first}”, {other:the} in “{second}”.",
                place=names[leaders[0]],
                other=names[leaders[1]],
                first=first,
                second=second,
            )
        return t("{leaders} {shared}", leaders=said, shared=kept)

    def table(self) -> str:
        """Ranks and scores as tab-separated text."""
        first, second = self.names
        head = [
            t("Location"),
            *(t("Rank in {scenario}", scenario=name) for name in (first, second)),
            *(t("Score in {scenario}", scenario=name) for name in (first, second)),
        ]
        return tab_separated(
            head,
            (
                [row.name, *(float(rank or math.nan) for rank in (row.a, row.b)), *row.scores]
                for row in self.rows
            ),
        )


def _score(assessment: Assessment, row: int) -> float:
    return float(assessment.evaluation.scores[row]) if assessment.evaluation.ranks[row] else math.nan
