"""The columns that a ranking can show, for any data pack."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from advisor.core.value_functions import Direction
from advisor.datapack.schema import DataPack

Order = Literal["ascending", "descending"]

RANK, MOVEMENT, NAME, ENGAGEMENT, SCORE, COVERAGE, REASON = (
    "rank",
    "movement",
    "name",
    "engagement",
    "score",
    "coverage",
    "reason",
)
COST, OVERLAP = "cost_per_fte", "overlap"
_TITLE_LETTERS = 15
_UP: Order = "ascending"
_DOWN: Order = "descending"


@dataclass(frozen=True, slots=True)
class RankingColumn:
    """One column of the ranking.

    Attributes:
        key: a fixed name, or the id of the criterion that it shows.
        title: what stands above it, without the unit.
        unit: unit of its figures, empty where there is none.
        tip: one sentence that explains it.
        group: heading under which it can be chosen.
        best_first: the order that the first click on its title gives.
        numeric: whether it is right-aligned.
        shown: whether it is shown unless the user chooses otherwise.
        fixed: whether it cannot be hidden.
        criterion: index of its criterion, -1 for the fixed names.
    """

    key: str
    title: str
    tip: str
    unit: str = ""
    group: str = "Ranking"
    best_first: Order = _UP
    numeric: bool = True
    shown: bool = True
    fixed: bool = False
    criterion: int = -1

    @property
    def heading(self) -> str:
        """Title, on two lines where it is long, and below it the unit."""
        lines = wrap(self.title, max(_TITLE_LETTERS, len(self.title) // 2 + 4))
        return "\n".join([*lines, self.unit] if self.unit else lines)


def ranking_columns(pack: DataPack) -> tuple[RankingColumn, ...]:
    """The columns for a pack: what it lacks (engagement model, cost, overlap) has no column."""
    by_id = {
        criterion.id: RankingColumn(
            criterion.id,
            criterion.name,
            criterion.description or criterion.name,
            criterion.unit,
            pack.theme_label(criterion.theme),
            _DOWN if criterion.direction is Direction.UP else _UP,
            shown=criterion.id in (COST, OVERLAP),
            criterion=j,
        )
        for j, criterion in enumerate(pack.criteria)
    }
    first = [
        RankingColumn(RANK, "Rank", "Place in the ranking; equal scores share it.", fixed=True),
        RankingColumn(
            MOVEMENT, "Moved", "Places gained or lost since the last pause in editing.", best_first=_DOWN
        ),
        RankingColumn(NAME, "Location", "Where the work could be done.", numeric=False, fixed=True),
    ]
    if pack.places is not None:
        tip = "Onshore: the home country. Nearshore: near in clock and distance. Offshore: the rest."
        first.append(RankingColumn(ENGAGEMENT, "Engagement", tip, numeric=False))
    tip = "Weighted sum of the values of all criteria on fixed goalposts; the bar is split by theme."
    first.append(RankingColumn(SCORE, "Score", tip, "0\N{EN DASH}100", best_first=_DOWN, fixed=True))
    leading = [by_id.pop(key) for key in (COST, OVERLAP) if key in by_id]
    tip = "Share of the weight that rests on known figures; the rest is taken from similar places."
    coverage = RankingColumn(COVERAGE, "Coverage", tip, "of the weight", best_first=_DOWN)
    tip = "What keeps it out of the ranking."
    reason = RankingColumn(REASON, "Not ranked because", tip, numeric=False, shown=False)
    return (*first, *leading, coverage, *by_id.values(), reason)
