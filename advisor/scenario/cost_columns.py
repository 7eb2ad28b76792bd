"""The cost of one full-time employee in the chosen function."""

from __future__ import annotations

import numpy as np

from advisor.core.matrix import CellMethod
from advisor.costs.functions import MIXES
from advisor.costs.wages import LoadedWages, WageTable, loaded_wages
from advisor.scenario.columns import Column, make_column
from advisor.scenario.formatting import number_text

_METHODS = {
    "observed": CellMethod.OBSERVED,
    "ratio": CellMethod.ESTIMATED,
    "regression": CellMethod.ESTIMATED,
    "": CellMethod.UNKNOWN,
}
_LOAD_SOURCES = "wb_db_tax"


def wages_for(table: WageTable, function: str) -> LoadedWages:
    """Loaded wages of a business function.

    Raises:
        ValueError: no staff mix is known for the function.
    """
    if function not in MIXES:
        raise ValueError(f"No staff mix is known for the function '{function}', so it has no wage cost.")
    return loaded_wages(table, MIXES[function])


def cost_column(table: WageTable, wages: LoadedWages) -> Column:
    """The column ``cost_per_fte``: loaded cost of one full-time employee, USD a year."""
    return make_column(
        wages.year_cost.likely,
        low=wages.year_cost.low,
        high=wages.year_cost.high,
        # Uprating, premium and contributions make every figure an estimate, also where wages are observed.
        methods=np.array(
            [min(_METHODS[method], CellMethod.ESTIMATED) for method in wages.methods], dtype=np.int8
        ),
        year=table.price_year,
        sources=[f"{ids};{_LOAD_SOURCES}" if ids else "" for ids in wages.source_ids],
        notes=[_note(wages, row) for row in range(len(table.locations))],
    )


def _note(wages: LoadedWages, row: int) -> str:
    if np.isnan(wages.year_cost.likely[row]):
        return "No wage figure and no GDP per capita to estimate one from"
    parts = [
        f"base wage USD {number_text(float(wages.base_month.likely[row]))} a month ({wages.methods[row]})"
    ]
    factor = float(wages.premium_factor.likely[row])
    if factor > 1.005:
        parts.append(f"x {factor:.2f} for exporting work")
    if wages.at_minimum[row]:
        parts.append("lifted to the minimum wage")
    if wages.contributions_known[row]:
        parts.append(f"+ {wages.contribution_pct.likely[row]:.0f} % employer contributions")
    else:
        parts.append("employer contributions unknown, none added")
    parts.append(f"x {wages.months.likely[row]:g} months")
    if not wages.months_known[row]:
        parts[-1] += " (law on extra months not known)"
    return ", ".join(parts)
