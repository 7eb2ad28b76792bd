"""The saving that follows from a cost: whoever says what a place costs says what it saves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from advisor.core.criteria import Criterion
from advisor.costs.ranges import FloatArray

COST, SAVING = "cost_per_fte", "saving"


def saving_pct(cost: FloatArray, cost_at_home: float) -> FloatArray:
    """Saving, % of what the work costs at home; both costs per person and year, any shape."""
    saved: FloatArray = 100.0 * (1.0 - cost / cost_at_home)
    return saved


def column_of(criteria: tuple[Criterion, ...], computed: str) -> int | None:
    """The column of a computed criterion, None where a pack has none."""
    return next((j for j, criterion in enumerate(criteria) if criterion.computed == computed), None)


def followed_savings(costs: FloatArray, own: Mapping[int, float], home: int) -> dict[int, float]:
    """What the user's own costs do to the savings.

    Args:
        costs: (m,) costs per person and year as the model has them.
        own: row to the user's own.
        home: row of home; its own cost changes what every place saves.

    Returns:
        Row to saving, for each row that changes; nothing where the cost at home is unknown.
    """
    at_home = own.get(home, float(costs[home]))
    if np.isnan(at_home) or at_home <= 0.0:
        return {}
    rows = range(len(costs)) if home in own else [row for row in own if row != home]
    found = {row: float(saving_pct(np.array(own.get(row, costs[row])), at_home)) for row in rows}
    return {row: saved for row, saved in found.items() if not np.isnan(saved)}
