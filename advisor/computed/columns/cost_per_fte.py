"""Total cost of the engagement per person and year, USD."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.cost_cells import cost_cells
from advisor.computed.materials import CostsFromHome
from advisor.core.cells import Cells


def _cost_per_fte(costs: CostsFromHome) -> Cells:
    return cost_cells(costs, costs.result.total_year_per_fte)


COLUMN = ComputedColumn(CostsFromHome, _cost_per_fte)
