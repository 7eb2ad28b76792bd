"""Cost figures as cells, with what they rest on."""

from __future__ import annotations

import numpy as np

from advisor.computed.materials import CostsFromHome
from advisor.core.cells import Cells, make_column
from advisor.core.matrix import CellMethod
from advisor.costs.own_costs import is_own
from advisor.costs.results import Quantiles
from advisor.costs.terms import DeliveryModel
from advisor.words.formatting import number_text
from advisor.words.locale import digits

_LOAD_SOURCES = "wb_db_tax"


def cost_cells(costs: CostsFromHome, figures: Quantiles) -> Cells:
    """A column of one of the result's figures."""
    terms = costs.terms
    rates = dict.fromkeys(each for rate in costs.parameters.values() for each in rate.source_ids)
    shared = ";".join((_LOAD_SOURCES, *sorted(rates)))
    centre = "own centre" if terms.delivery is DeliveryModel.CAPTIVE else "provider"
    return make_column(
        figures.p50,
        low=figures.p10,
        high=figures.p90,
        # Uprating, premium and cost parameters make every figure an estimate, also where pay is observed.
        methods=CellMethod.ESTIMATED,
        year=costs.price_year,
        sources=[f"{ids};{shared}" if ids else "" for ids in costs.wages.source_ids],
        notes=[
            f"Total over {terms.years} years, {centre}, {terms.head_count} people; {_note(costs, row)}"
            if known
            else "A wage or the distance is unknown, so the cost is too"
            for row, known in enumerate(~np.isnan(figures.p50))
        ],
    )


def _note(costs: CostsFromHome, row: int) -> str:
    wages, inputs = costs.wages, costs.inputs
    base, paid = float(inputs.base_wage.likely[row]), float(costs.result.wage_month.p50[row])
    if is_own(inputs, "base_wage", row):
        parts = [f"your own wage of USD {number_text(base)} a month"]
    else:
        parts = [f"national wage USD {number_text(base)} a month ({wages.methods[row]})"]
        if abs(paid / base - 1.0) > 0.005:
            parts.append(f"USD {number_text(paid)} as paid for this work")
    parts.append(f"+ {digits(float(inputs.contributions_pct[row]))} % employer contributions")
    if is_own(inputs, "contributions_pct", row):
        parts[-1] += " (your own)"
    elif np.isnan(wages.contribution_pct[row]):
        parts[-1] += " (unknown there: median of its peers)"
    parts.append(f"x {inputs.months[row]:g} months")
    if not wages.months_known[row]:
        parts[-1] += " (law on extra months not known)"
    return ", ".join(parts)
