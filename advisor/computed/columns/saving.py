"""Saving over the horizon against the work as it is at home, in % of what that costs."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.cost_cells import cost_cells
from advisor.computed.materials import CostsFromHome
from advisor.core.cells import Cells


def _saving(costs: CostsFromHome) -> Cells:
    return cost_cells(costs, costs.result.saving_pct)


COLUMN = ComputedColumn(CostsFromHome, _saving)
