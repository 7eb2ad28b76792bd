"""The total cost of one full-time employee in the chosen function."""

from __future__ import annotations

import numpy as np

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import CostsFromHome
from advisor.core.cells import Cells, make_column
from advisor.core.matrix import CellMethod
from advisor.costs.inputs import CostInputs
from advisor.costs.terms import DeliveryModel
from advisor.costs.wages import LoadedWages
from advisor.words.formatting import number_text
from advisor.words.locale import digits

_LOAD_SOURCES = "wb_db_tax"


def _cost_per_fte(costs: CostsFromHome) -> Cells:
    total, terms = costs.per_fte, costs.terms
    rates = dict.fromkeys(each for rate in costs.parameters.values() for each in rate.source_ids)
    shared = ";".join((_LOAD_SOURCES, *sorted(rates)))
    centre = "own centre" if terms.delivery is DeliveryModel.CAPTIVE else "provider"
    return make_column(
        total.likely,
        low=total.low,
        high=total.high,
        # Uprating, premium and the cost parameters make every figure an estimate, also where pay is observed.
        methods=CellMethod.ESTIMATED,
        year=costs.price_year,
        sources=[f"{ids};{shared}" if ids else "" for ids in costs.wages.source_ids],
        notes=[
            f"Total over {terms.years} years, {centre}, {terms.head_count} people; "
            f"from {_note(costs.wages, costs.inputs, row)}"
            if known
            else "A wage or the distance is unknown, so the cost is too"
            for row, known in enumerate(~np.isnan(total.likely))
        ],
    )


def _note(wages: LoadedWages, inputs: CostInputs, row: int) -> str:
    parts = [
        f"base wage USD {number_text(float(wages.base_month.likely[row]))} a month ({wages.methods[row]})"
    ]
    factor = float(wages.premium_factor.likely[row])
    if factor > 1.005:
        parts.append(f"x {digits(factor, 2)} for exporting work")
    if wages.at_minimum[row]:
        parts.append("lifted to the minimum wage")
    parts.append(f"+ {digits(inputs.contributions_pct[row])} % employer contributions")
    if not wages.contributions_known[row]:
        parts[-1] += " (unknown there: median of its peers)"
    parts.append(f"x {wages.months.likely[row]:g} months")
    if not wages.months_known[row]:
        parts[-1] += " (law on extra months not known)"
    return ", ".join(parts)


COLUMN = ComputedColumn(CostsFromHome, _cost_per_fte)
