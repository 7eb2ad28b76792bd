"""labour.csv and premium.csv: what the wage recipe needs besides wages."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from advisor.costs.contributions import CONTRIBUTION_FACTOR, contribution_rate
from advisor.costs.wage_estimation import full_time_hours
from advisor.datapack.build.currency import amount_text
from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from advisor.datapack.build.currency import YearlyRates
    from advisor.datapack.build.sources import Sources

# Reforms since the law of 2018 that moved or cut employer contributions.
REFORMED = {
    "LTU": "2019: most contributions moved from employer to employee",
    "HUN": "social contribution tax cut in steps after 2018",
    "FRA": "2019: a tax credit became a cut in contributions",
}
MINIMUM_WAGE_FAULTS = frozenset({"KHM"})  # 200 dollars, labelled riels
RECENT_STAFF_FIGURES = 2020
CONTACT_CENTRE = ("contact centre", "BPO")
WHOLE_LOAD = "contact-centre benefit load"
Row = dict[str, Any]


def _row(place: str, term: str, year: float, value: float, method: str, source: str, note: str = "") -> Row:
    return {
        "location_id": place,
        "term": term,
        "year": "" if math.isnan(year) else int(year),
        "value": value,
        "low": math.nan,
        "high": math.nan,
        "method": method,
        "source_id": source,
        "note": note,
    }


def _contributions(terms: pd.DataFrame, load: pd.DataFrame) -> list[Row]:
    tax = terms[terms["term"] == "labour_tax_pct_profit"]
    wide = tax.pivot_table(index="location_id", columns="year", values="value")
    first, last = min(wide.columns), max(wide.columns)
    drift = float((wide[last] - wide[first]).abs().dropna().quantile(0.9)) * CONTRIBUTION_FACTOR
    published = {row["location_id"]: row for row in records(load)}
    rows = []
    for row in records(tax.sort_values("year").groupby("location_id").tail(1)):
        place = row["location_id"]
        rate = contribution_rate(row["value"])
        out = _row(place, "employer_contributions_pct", row["year"], rate, "estimated", row["source_id"])
        out["low"], out["high"] = max(0.0, rate - drift), rate + drift
        note = [f"{CONTRIBUTION_FACTOR} x labour tax {row['value']:g} % of profit, law of {int(row['year'])}"]
        if place in REFORMED:
            note.append(f"later reform ({REFORMED[place]}): may be far lower")
            out["low"] = 0.0
        if place in published:
            found = published[place]
            note.append(f"published elsewhere: {found['low']}-{found['high']} % ({found['basis']})")
        out["note"] = "; ".join(note)
        rows.append(out)
    return rows


def _benefits(load: pd.DataFrame, contributions: list[Row], months: list[Row]) -> list[Row]:
    """Customary benefits: a published whole load less what the law asks for and extra months of pay."""
    lawful = {row["location_id"]: row["value"] for row in contributions}
    extra = {row["location_id"]: 100.0 / 12.0 * row["value"] for row in months}
    rows = []
    for row in records(load[load["basis"] == WHOLE_LOAD]):
        place = row["location_id"]
        if place not in lawful:
            continue
        asked = lawful[place] + extra.get(place, 0.0)
        ends = [max(0.0, float(row[name]) - asked) for name in ("low", "high")]
        out = _row(place, "benefits_pct", math.nan, sum(ends) / 2.0, "estimated", row["source_id"])
        out["low"], out["high"] = ends
        out["note"] = (
            f"published load {row['low']}-{row['high']} % less {asked:.1f} % contributions and extra months"
        )
        rows.append(out)
    return rows


def _full_time_hours(terms: pd.DataFrame) -> list[Row]:
    """Hours of a full-time week, from the mean hours that employees work."""
    rows = []
    for row in _newest(terms, "weekly_hours"):
        hours = full_time_hours(float(row["value"]))
        note = f"{row['value']:g} h worked a week on average, held between 37.5 and 48; {row['note']}"
        rows.append({**row, "term": "full_time_hours", "value": hours, "method": "estimated", "note": note})
    return rows


def _minimum_wages(sources: Sources, rates: YearlyRates) -> list[Row]:
    table = sources.table("minimum_wage")
    rows = []
    for row in records(table.sort_values("year").groupby("location_id").tail(1)):
        place, year = row["location_id"], int(row["year"])
        converted = rates.to_usd(float(row["value"]), place, year, row["currency"])
        if place in MINIMUM_WAGE_FAULTS or converted is None or converted[0] <= 0:
            continue
        amount = f"{amount_text(row['value'])} {row['currency']}"
        note = f"{amount} a month in {year}, not uprated; {row['note']}".strip("; ")
        source = ";".join(dict.fromkeys((row["source_id"], converted[1])))
        rows.append(_row(place, "minimum_wage_usd_month", year, converted[0], "observed", source, note))
    return rows


def _extra_months(terms: pd.DataFrame) -> list[Row]:
    rows = []
    for row in records(terms[terms["term"] == "statutory_extra_months"]):
        status = str(row["note"])
        known = not pd.isna(row["value"])
        if not known and not status.startswith("mandatory"):
            continue
        value = float(row["value"]) if known else 1.0
        method = "observed" if known else "estimated"
        note = status if known else f"{status}; number of months not given: at least one"
        out = _row(
            row["location_id"], "statutory_extra_months", row["year"], value, method, row["source_id"], note
        )
        if not known:
            out["low"], out["high"] = 1.0, 2.0
        rows.append(out)
    return rows


def _newest(terms: pd.DataFrame, name: str) -> list[Row]:
    table = terms[terms["term"] == name].sort_values("year").groupby("location_id").tail(1)
    return [
        _row(row["location_id"], name, row["year"], row["value"], "observed", row["source_id"], row["note"])
        for row in records(table)
    ]


def _series(indicators: pd.DataFrame, term: str, names: tuple[str, ...]) -> list[Row]:
    rows: dict[str, Row] = {}
    for name in names:
        table = indicators[indicators["indicator"] == name].sort_values("year")
        for row in records(table.groupby("location_id").tail(1)):
            place = row["location_id"]
            method = "estimated" if "derived" in name or "derived" in row["note"] else "observed"
            if place not in rows:
                rows[place] = _row(
                    place, term, row["year"], row["value"], method, row["source_id"], row["note"]
                )
    return list(rows.values())


def _pooled(found: dict[str, list[tuple[float, float, int, str]]], term: str, source: str) -> list[Row]:
    """One row a place from several published ranges: median of their middles, full span as interval."""
    rows = []
    for place, ranges in found.items():
        middle = float(np.median([(low + high) / 2 for low, high, _, _ in ranges]))
        out = _row(place, term, max(r[2] for r in ranges), middle, "estimated", source)
        out["low"], out["high"] = min(r[0] for r in ranges), max(r[1] for r in ranges)
        if out["low"] == out["high"]:
            out["low"] = out["high"] = math.nan
        out["note"] = f"{len(ranges)} published figures: " + "; ".join(dict.fromkeys(r[3] for r in ranges))
        rows.append(out)
    return rows


def _attrition(sources: Sources) -> list[Row]:
    found: dict[str, list[tuple[float, float, int, str]]] = {}
    for row in records(sources.table("attrition")):
        years = [int(part) for part in row["period"].replace("FY", "").split() if part.isdigit()]
        usable = years and years[0] >= RECENT_STAFF_FIGURES and "SIX MONTHS" not in row["scope"]
        if row["location_id"] and usable and any(scope in row["scope"] for scope in CONTACT_CENTRE):
            found.setdefault(row["location_id"], []).append(
                (float(row["low"]), float(row["high"]), years[0], row["note"])
            )
    return _pooled(found, "attrition_pct", "attrition_pages")


def _wage_increases(sources: Sources) -> list[Row]:
    found: dict[str, list[tuple[float, float, int, str]]] = {}
    for row in records(sources.table("wage_increases")):
        if row["location_id"] and int(row["year"]) >= RECENT_STAFF_FIGURES:
            value = float(row["value"])
            found.setdefault(row["location_id"], []).append(
                (value, value, int(row["year"]), f"{row['survey']} {int(row['year'])}, {row['note']}")
            )
    return _pooled(found, "wage_inflation_pct", "wage_surveys")


def labour_terms(sources: Sources, rates: YearlyRates, places: list[str]) -> pd.DataFrame:
    """Rows of labour.csv for ``places``."""
    terms, indicators = sources.table("labour_terms"), sources.table("indicators")
    load = sources.table("employer_load")
    contributions, months = _contributions(terms, load), _extra_months(terms)
    rows = [
        *contributions,
        *_benefits(load, contributions, months),
        *_full_time_hours(terms),
        *_minimum_wages(sources, rates),
        *months,
        *(
            row
            for name in ("annual_leave_days", "redundancy_weeks", "weekly_hours")
            for row in _newest(terms, name)
        ),
        *_attrition(sources),
        *_wage_increases(sources),
        *_series(indicators, "consumer_inflation_pct", ("inflation_cpi", "inflation_cpi_factbook")),
        *_series(indicators, "gdp_per_capita_usd", ("gdp_per_capita_usd", "gdp_pc_usd_derived")),
        *_series(indicators, "currency_volatility_pct", ("fx_volatility_5y_derived",)),
    ]
    return pd.DataFrame([row for row in rows if row["location_id"] in set(places)])
