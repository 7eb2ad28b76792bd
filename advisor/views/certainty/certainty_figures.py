"""How often each location takes each rank, as plain data for a heat map with a table beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.robustness import Robustness
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.certainty.certainty_texts import (
    cell_text,
    interval_text,
    rest_heading,
    row_text,
    standing_text,
)
from advisor.words.formatting import percent_text
from advisor.words.tables import tab_separated
from advisor.words.translation import t

ROWS = 15
RANKS = 15


@dataclass(frozen=True, slots=True)
class RankShares:
    """One location.

    Attributes:
        id, name: of the location.
        rank: in the ranking as it stands.
        shares: share of plausible weightings, 0..1, at each column of the heat map; sum 1.
        p_first, p_top3: share in which it is first, or among the first three.
        low, high: ranks at the 5th and the 95th percentile.
    """

    id: str
    name: str
    rank: int
    shares: tuple[float, ...]
    p_first: float
    p_top3: float
    low: int
    high: int

    @property
    def interval(self) -> str:
        """The rank interval, ``3–16`` or ``1``."""
        return interval_text(self.low, self.high)


@dataclass(frozen=True, slots=True)
class RankTable:
    """Rank acceptability of the best locations.

    Attributes:
        columns: headings of the ranks; the last one gathers the rest.
        rows: the best in the order of the ranking, then the one that was asked for beside them.
        ranked: how many locations are ranked in all.
        draws: how many weightings were tried.
    """

    columns: tuple[str, ...]
    rows: tuple[RankShares, ...]
    ranked: int
    draws: int

    def cell_words(self, row: int, column: int) -> str:
        """A cell of the heat map in a sentence."""
        one = self.rows[row]
        is_rest = column == len(self.columns) - 1 and len(self.columns) <= self.ranked
        return cell_text(one.name, column + 1, one.shares[column], is_rest=is_rest)

    def row_words(self, row: int) -> str:
        """A row in words, for screen readers."""
        one = self.rows[row]
        return row_text(one.name, one.rank, one.p_first, one.p_top3, one.interval)

    @property
    def text(self) -> str:
        """The whole as a table with tabs, shares in percent."""
        return tab_separated(
            [
                t("Rank"),
                t("Location"),
                *self.columns,
                t("First"),
                t("Top 3"),
                percent_text(0.05),
                percent_text(0.95),
            ],
            (
                [
                    float(one.rank),
                    one.name,
                    *(100.0 * share for share in (*one.shares, one.p_first, one.p_top3)),
                    float(one.low),
                    float(one.high),
                ]
                for one in self.rows
            ),
        )


def rank_table(
    assessment: Assessment, counted: Robustness, also: str = "", rows: int = ROWS, ranks: int = RANKS
) -> RankTable:
    """The heat map of the best ``rows`` locations over the first ``ranks`` ranks and the rest.

    Args:
        assessment: the ranking that was counted.
        counted: what the draws came to.
        also: id of a location that is shown although it is further down; ignored where it is not ranked.
        rows: how many locations.
        ranks: how many ranks have a column of their own.
    """
    size = len(counted.rows)
    own = min(ranks, size)
    columns = [str(rank + 1) for rank in range(own)]
    if size > own:
        columns.append(rest_heading(own + 1))
    places = list(range(min(rows, size)))
    further = np.flatnonzero(counted.rows == _row(assessment, also))
    places += [int(place) for place in further if place >= rows]
    return RankTable(
        tuple(columns),
        tuple(_rank_row(assessment, counted, place, own) for place in places),
        size,
        counted.draws,
    )


def sureness_sentence(counted: Robustness, row: int, name: str) -> str:
    """What the draws say about the location in a row, for a room."""
    ends = (int(counted.rank_low[row]), int(counted.rank_high[row]))
    return standing_text(name, float(counted.p_first[row]), ends, len(counted.rows))


def _row(assessment: Assessment, location_id: str) -> int:
    ids = assessment.pack.location_ids
    if location_id not in ids:
        return -1
    row = ids.index(location_id)
    return row if assessment.evaluation.status[row] == Status.RANKED else -1


def _rank_row(assessment: Assessment, counted: Robustness, place: int, own: int) -> RankShares:
    row = int(counted.rows[place])
    by_rank = counted.rank_shares(place)
    shares = by_rank[:own].tolist()
    if len(counted.rows) > own:
        shares.append(float(by_rank[own:].sum()))
    return RankShares(
        id=assessment.locations[row].id,
        name=assessment.locations[row].name,
        rank=int(assessment.evaluation.ranks[row]),
        shares=tuple(shares),
        p_first=float(counted.p_first[row]),
        p_top3=float(counted.p_top3[row]),
        low=int(counted.rank_low[row]),
        high=int(counted.rank_high[row]),
    )
