"""premium.csv: what work for clients abroad pays over the national wage, and what providers pay.

Two published comparisons carry it. In one industry survey and one official
table of rich countries, providers pay agents less than in-house centres and
other employers do. In one official table of a country that lives by this work,
the exporting sector pays the same clerks more than all industries do. Between
the two lies one straight line on the logarithm of income: the lower income is
against that of the largest buyer, the more demand from abroad lifts pay. It
has no step.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from advisor.costs.contributions import WorkKind, export_premium
from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.datapack.build.sources import Sources

LARGEST_BUYER = "USA"
# How far off the slope may be: an assumption, because one country's table measures it.
SLOPE_ERROR = 0.4
PROVIDERS = ("AGENT_PROVIDER", "AGENT_INHOUSE")
SECTORS = ("CLERK_EXPORT", "CLERK_ALL")
OTHERS = ("AGENT",)


@dataclass(frozen=True, slots=True)
class ExportPay:
    """What was measured.

    Attributes:
        provider_pay: country to what providers pay over what others pay for the same work.
        measured_in: where the exporting sector was compared with all industries.
        measured: that ratio.
        buyer_income: GDP per capita of the largest buyer, USD.
        slope: log premium for each unit of log income below the buyer's.
    """

    provider_pay: Mapping[str, float]
    measured_in: str
    measured: float
    buyer_income: float
    slope: float

    @property
    def typical_provider_pay(self) -> float:
        """Geometric mean over the countries."""
        return math.exp(float(np.mean(np.log(list(self.provider_pay.values())))))


def export_pay(sources: Sources, gdp: Mapping[str, float]) -> ExportPay:
    """Measure provider's pay and the export premium on ``occupational_pay.csv``.

    Figures are compared within one table only, in its own currency, year and
    statistic; of several years the newest counts.

    Raises:
        ValueError: a comparison is not among the figures.
    """
    rows = [
        row
        for row in records(sources.table("occupational_pay"))
        if row["occupation"] in (*PROVIDERS, *SECTORS) or row["occupation"] == OTHERS[0]
    ]
    provider = _ratios(rows, PROVIDERS[0], (PROVIDERS[1], *OTHERS))
    sector = _ratios(rows, SECTORS[0], (SECTORS[1],))
    if not provider or not sector:
        raise ValueError("occupational_pay.csv lacks what providers and exporting sectors pay.")
    (place, measured), *_ = sector.items()
    typical = math.exp(float(np.mean(np.log(list(provider.values())))))
    below = math.log(gdp[LARGEST_BUYER] / gdp[place])
    slope = (math.log(measured) - math.log(typical)) / below
    return ExportPay(provider, place, measured, gdp[LARGEST_BUYER], slope)


def _ratios(rows: Sequence[Mapping[str, Any]], one: str, others: Sequence[str]) -> dict[str, float]:
    """Country to the mean ratio of an occupation to the first other that its newest tables also hold."""
    found = {}
    for place in sorted({row["location_id"] for row in rows if row["occupation"] == one}):
        mine = [row for row in rows if (row["location_id"], row["occupation"]) == (place, one)]
        year = max(row["year"] for row in mine)
        for other in others:
            logs = [
                math.log(row["value"] / beside["value"])
                for row in mine
                for beside in rows
                if (beside["location_id"], beside["occupation"]) == (place, other)
                and row["year"] == year
                and all(row[name] == beside[name] for name in ("year", "statistic", "period", "quality"))
            ]
            if logs:
                found[place] = math.exp(float(np.mean(logs)))
                break
    return found


def premium_rows(
    pay: ExportPay, gdp: Mapping[str, float], places: list[str], *, open_only: bool = False
) -> pd.DataFrame:
    """Rows of premium.csv: log premium for work that is done for clients abroad, by place and kind of work.

    Args:
        pay: what was measured.
        gdp: GDP per capita by location.
        places: ids of the locations.
        open_only: name no quoted source: the slope then stands as the assumption that it is without them.
    """
    measured = "wb_gdppc" if open_only else "pay_official;pay_usa;pay_surveys;wb_gdppc"
    rows = []
    for place in places:
        if place not in gdp:
            continue
        for work in WorkKind:
            software = work is WorkKind.SOFTWARE
            slopes = [
                0.0 if software else pay.slope * (1.0 + error) for error in (-SLOPE_ERROR, 0.0, SLOPE_ERROR)
            ]
            low, likely, high = (
                round(float(export_premium(gdp[place], pay.buyer_income, slope)), 4) for slope in slopes
            )
            note = "none: pay of developers is measured where they work for clients abroad already"
            rows.append(
                {
                    "location_id": place,
                    "work_kind": work.value,
                    "low": low,
                    "likely": likely,
                    "high": high,
                    "method": "regression",
                    "source_id": "so2025" if software else measured,
                    "note": note if software else "",
                }
            )
    return pd.DataFrame(rows)
