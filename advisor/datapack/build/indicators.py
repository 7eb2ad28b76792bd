"""values.csv: the newest figure of each criterion that does not depend on the home country.

A series has fallbacks: where the first one knows nothing of a location, the
next is asked, and the figure is marked as estimated. Two kinds of doubt are
measured from the figures themselves and become the interval of a cell:

* age: a figure ``k`` years older than the newest year of its series gets the
  90th percentile of the absolute changes that the same series shows over
  ``k`` years in other places and years;
* source: a figure from a fallback gets the 90th percentile of the absolute
  difference between the two series where both know a place and year.

Both are measured on the scale of the criterion (logarithms for sizes) and
added in quadrature. A figure of the newest year from the first series gets no
interval: the published figure is taken as it stands.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from collections.abc import Sequence

CONFIDENT_SHARE = 0.9
MIN_PAIRS = 20
FRESH_YEARS = 1
INFLATION_YEARS = 5


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a criterion is read from the series.

    Attributes:
        criterion: id of the criterion.
        series: names of the series, best first.
        log: whether doubt is measured on logarithms.
        scale: factor from the unit of the series to that of the criterion.
        bounds: what the figure can be, in the unit of the criterion.
        zero_is_unknown: whether a zero in the source means that nobody answered.
    """

    criterion: str
    series: tuple[str, ...]
    log: bool = False
    scale: float = 1.0
    bounds: tuple[float, float] = (-math.inf, math.inf)
    zero_is_unknown: bool = False


RECIPES: tuple[Recipe, ...] = (
    Recipe("currency_volatility", ("fx_volatility_5y_derived",), bounds=(0, math.inf)),
    Recipe("corporate_tax", ("corporate_tax_rate",), bounds=(0, 100)),
    Recipe("labour_force", ("labour_force_total", "labour_force_factbook"), log=True, scale=1e-6),
    Recipe(
        "tertiary_enrolment",
        ("tertiary_gross_enrolment", "tertiary_gross_enrolment_alt"),
        bounds=(0, math.inf),
    ),
    Recipe("schooling_years", ("mean_years_schooling",), bounds=(0, math.inf)),
    Recipe("science_graduates", ("gii_graduates_science_engineering_pct",), bounds=(0, 100)),
    Recipe("delivery_maturity", ("digital_services_exports_musd",), log=True),
    Recipe("ai_use", ("ai_user_share",), bounds=(0, 100)),
    Recipe("rule_of_law", ("wgi_rule_of_law",)),
    Recipe("regulatory_quality", ("wgi_regulatory_quality",)),
    Recipe("digital_trade_barriers", ("oecd_digital_stri",), bounds=(0, 1)),
    Recipe("political_stability", ("wgi_political_stability",)),
    Recipe("power_reliability", ("power_reliability_index",), bounds=(0, 8)),
    Recipe("cyber_readiness", ("itu_gci",), bounds=(0, 100), zero_is_unknown=True),
    Recipe("internet_users", ("internet_users_pct", "internet_users_pct_factbook"), bounds=(0, 100)),
    Recipe(
        "fixed_broadband", ("fixed_broadband_per100", "fixed_broadband_per100_factbook"), bounds=(0, math.inf)
    ),
    Recipe("secure_servers", ("secure_servers_per_million",), log=True),
    Recipe("climate_vulnerability", ("ndgain_vulnerability",), bounds=(0, 1)),
    Recipe("homicide", ("homicide_per_100k",), bounds=(0, math.inf)),
)
INFLATION_SERIES = ("inflation_cpi", "inflation_cpi_factbook")
OLDEST_YEAR = 2015


def _scaled(values: pd.Series, *, log: bool) -> pd.Series:
    return np.log(values.where(values > 0)) if log else values


def changes_by_age(series: pd.DataFrame, *, log: bool) -> dict[int, float]:
    """90th percentile of absolute changes over 1, 2, ... years, for ages with enough pairs.

    Args:
        series: location_id, year, value of one series.
        log: whether to measure changes of the logarithm.

    Returns:
        Years of age to change, in the unit of the series (or its logarithm).
    """
    wide = series.assign(value=_scaled(series["value"], log=log)).pivot_table(
        index="location_id", columns="year", values="value", aggfunc="first"
    )
    years = sorted(int(year) for year in wide.columns)
    found: dict[int, float] = {}
    for age in range(1, 1 + max(years) - min(years)) if years else ():
        pairs = [(year, year + age) for year in years if year + age in wide.columns]
        moves = [(wide[later] - wide[earlier]).abs().dropna() for earlier, later in pairs]
        pooled = pd.concat(moves) if moves else pd.Series(dtype=float)
        if len(pooled) >= MIN_PAIRS:
            found[age] = float(pooled.quantile(CONFIDENT_SHARE))
    return found


def gap_between(first: pd.DataFrame, other: pd.DataFrame, *, log: bool) -> float:
    """90th percentile of the absolute difference of two series where both know place and year."""
    both = first.merge(other, on=["location_id", "year"], suffixes=("_a", "_b"))
    if len(both) < MIN_PAIRS:
        return math.nan
    gap = (_scaled(both["value_a"], log=log) - _scaled(both["value_b"], log=log)).abs()
    return float(gap.quantile(CONFIDENT_SHARE))


def _half_width(age: int, drift: dict[int, float], gap: float) -> float:
    aged = (
        drift.get(age, max((drift[a] for a in drift if a <= age), default=0.0)) if age > FRESH_YEARS else 0.0
    )
    return math.hypot(aged, 0.0 if math.isnan(gap) else gap)


def _interval(value: float, half: float, recipe: Recipe) -> tuple[float, float]:
    if half == 0:
        return math.nan, math.nan
    lowest, highest = recipe.bounds
    if recipe.log:
        return value * math.exp(-half), value * math.exp(half)
    return max(lowest, value - half), min(highest, value + half)


def newest_values(indicators: pd.DataFrame, recipe: Recipe) -> pd.DataFrame:
    """The newest figure of each location for one criterion, with its interval.

    Args:
        indicators: location_id, indicator, year, value, source_id, note.
        recipe: which series, in which order.

    Returns:
        Rows of values.csv (numbers as numbers).
    """
    usable = indicators[indicators["year"] >= OLDEST_YEAR]
    if recipe.zero_is_unknown:
        usable = usable[usable["value"] != 0]
    tables = [usable[usable["indicator"] == name] for name in recipe.series]
    rows: list[dict[str, object]] = []
    seen: set[str] = set()
    for rank, table in enumerate(tables):
        if table.empty:
            continue
        newest_year = int(table["year"].max())
        drift = changes_by_age(tables[0] if not tables[0].empty else table, log=recipe.log)
        gap = gap_between(tables[0], table, log=recipe.log) if rank else 0.0
        newest = table.sort_values("year").groupby("location_id").tail(1)
        for row in records(newest):
            if row["location_id"] in seen:
                continue
            seen.add(row["location_id"])
            age = newest_year - int(row["year"])
            half = _half_width(age, drift, gap)
            if not recipe.log:
                half *= recipe.scale
            value = float(row["value"]) * recipe.scale
            if recipe.log and value <= 0:
                value, half = 0.0, 0.0
            low, high = _interval(value, half, recipe)
            notes = [row["note"]] if row["note"] else []
            if rank:
                notes.append("fallback series: interval from its differences to the first series")
            if age > FRESH_YEARS and half:
                notes.append(
                    f"{age} years older than the newest figures: interval from changes over {age} years"
                )
            rows.append(
                {
                    "location_id": row["location_id"],
                    "criterion_id": recipe.criterion,
                    "year": int(row["year"]),
                    "value": value,
                    "low": low,
                    "high": high,
                    "method": "estimated" if rank or "derived" in str(row["note"]) else "observed",
                    "source_id": row["source_id"],
                    "note": "; ".join(notes),
                }
            )
    return pd.DataFrame(rows)


def wage_drift(indicators: pd.DataFrame) -> pd.DataFrame:
    """Mean consumer inflation of the last five years, from the first series that knows at least three.

    The five years end with the newest year of the series. The interval is the
    standard error of the mean times 1.645 where years are missing, else none.

    Returns:
        Rows of values.csv (numbers as numbers).
    """
    rows: list[dict[str, object]] = []
    seen: set[str] = set()
    for rank, name in enumerate(INFLATION_SERIES):
        table = indicators[indicators["indicator"] == name]
        if table.empty:
            continue
        last = int(table["year"].max())
        recent = table[table["year"] > last - INFLATION_YEARS]
        for location, group in recent.groupby("location_id"):
            if location in seen or len(group) < 3:
                continue
            seen.add(str(location))
            rates = group["value"].to_numpy(dtype=float)
            mean = float(rates.mean())
            known = len(rates)
            half = 0.0
            if known < INFLATION_YEARS:
                half = 1.645 * float(rates.std(ddof=1)) / math.sqrt(known)
            rows.append(
                {
                    "location_id": location,
                    "criterion_id": "wage_drift",
                    "year": int(group["year"].max()),
                    "value": mean,
                    "low": mean - half if half else math.nan,
                    "high": mean + half if half else math.nan,
                    "method": "observed" if known == INFLATION_YEARS and rank == 0 else "estimated",
                    "source_id": ";".join(sorted(set(group["source_id"]))),
                    "note": f"mean of {known} yearly rates from {int(group['year'].min())}",
                }
            )
    return pd.DataFrame(rows)


def all_values(indicators: pd.DataFrame, extra: Sequence[pd.DataFrame] = ()) -> pd.DataFrame:
    """values.csv for every recipe, with the tables of ``extra`` appended."""
    tables = [wage_drift(indicators), *(newest_values(indicators, recipe) for recipe in RECIPES), *extra]
    return pd.concat([table for table in tables if not table.empty], ignore_index=True)
