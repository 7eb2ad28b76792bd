"""The registry of the ranking's columns.

A column is one ``RankingColumn``, made by one function of ``SOURCES``: the list, the table, the column
chooser and screen readers read it from here. To add one, add its function.
"""

from __future__ import annotations

from collections.abc import Callable

from advisor.datapack.schema import DataPack
from advisor.views.ranking.criterion_columns import leading_columns, other_columns
from advisor.views.ranking.fixed_columns import (
    kind_columns,
    knowledge_columns,
    place_columns,
    reason_columns,
    score_columns,
)
from advisor.views.ranking.ranking_column import RankingColumn

#: Each makes the columns that it has for a pack; they stand in this order.
SOURCES: tuple[Callable[[DataPack], tuple[RankingColumn, ...]], ...] = (
    place_columns,
    score_columns,
    kind_columns,
    leading_columns,
    knowledge_columns,
    other_columns,
    reason_columns,
)


def ranking_columns(pack: DataPack) -> tuple[RankingColumn, ...]:
    """The columns for a pack: what it lacks (engagement model, cost, overlap) has no column."""
    return tuple(column for source in SOURCES for column in source(pack))
