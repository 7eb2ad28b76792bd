"""Published pay, brought to US dollars a month of the price year, with the known faults left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.costs.wage_estimation import FULL_TIME_HOURS, full_time_hours, to_month, uprating_factor
from advisor.datapack.build.currency import YearlyRates, amount_text, per
from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from advisor.datapack.build.sources import Sources

GROUPS = ("ISCO2", "ISCO3", "ISCO4")
OLDEST = 2010
PART_TIME = "the monthly mean includes part-time staff"
NET = "the figures look net of taxes"
REDENOMINATION = "the currency dropped zeros and the figures mix both"
LEFT_OUT: dict[tuple[str, str], str] = {
    ("GBR", "month"): PART_TIME,
    ("CHE", "month"): PART_TIME,
    ("FRA", "month"): NET,
    ("FRA", "hour"): NET,
    ("PRT", "month"): NET,
    ("PRT", "hour"): NET,
    ("GRD", "hour"): REDENOMINATION,
    ("LBR", "hour"): REDENOMINATION,
    ("SLE", "hour"): REDENOMINATION,
    ("STP", "hour"): REDENOMINATION,
    ("MRT", "hour"): REDENOMINATION,
    ("VEN", "hour"): REDENOMINATION,
    ("VEN", "month"): REDENOMINATION,
    ("LBR", "month"): "labelled US dollars, about twenty times GDP per capita",
}
NOISY_SURVEY = "EU Statistics on Income"
# Clerical pay of these countries in that survey lies about a fifth above other sources.
SURVEY_HIGH = {(place, "ISCO4"): 1.2 for place in ("EST", "CZE", "IRL", "DNK")}


@dataclass(frozen=True, slots=True)
class Pay:
    """One published figure.

    Attributes:
        period: month, week or hour.
        usd: dollars a month of the price year.
        step: how it came about, in a few words.
        noisy: whether it comes from a survey of few people in single groups.
    """

    location: str
    occupation: str
    period: str
    year: int
    usd: float
    source_ids: tuple[str, ...]
    step: str
    noisy: bool = False


def gdp_series(sources: Sources) -> dict[str, dict[int, float]]:
    """GDP per capita in current USD by location and year; the derived series fills holes."""
    table = sources.table("indicators")
    found: dict[str, dict[int, float]] = {}
    for name in ("gdp_pc_usd_derived", "gdp_per_capita_usd"):
        for row in records(table[table["indicator"] == name]):
            found.setdefault(row["location_id"], {})[int(row["year"])] = float(row["value"])
    return found


def weekly_hours(sources: Sources) -> dict[str, float]:
    """Hours of a full-time week by location, where the hours that employees work are known."""
    terms = sources.table("labour_terms")
    table = terms[terms["term"] == "weekly_hours"].sort_values("year")
    return {row["location_id"]: full_time_hours(float(row["value"])) for row in records(table)}


def read_pay(
    sources: Sources, rates: YearlyRates, gdp: dict[str, dict[int, float]], price_year: int
) -> tuple[list[Pay], dict[tuple[str, str], str]]:
    """The newest usable ILO figure of each kind, and why the others were left out.

    Returns:
        Pay by occupation group and for all employees (occupation ``ALL``), and
        (location, period) to the reason for leaving figures out.
    """
    rows = [row | {"value_usd": ""} for row in records(sources.table("earnings"))]
    rows += [
        row | {"occupation": "ALL", "period": "month"} for row in records(sources.table("earnings_total"))
    ]
    hours = weekly_hours(sources)
    newest: dict[tuple[str, str, str], Pay] = {}
    left_out: dict[tuple[str, str], str] = {}
    for row in rows:
        place, period, year = row["location_id"], row["period"], int(row["year"])
        reason = LEFT_OUT.get((place, period))
        if reason is None and year < OLDEST:
            reason = f"older than {OLDEST}"
        converted = rates.to_usd(float(row["value"]), place, year, row["currency"])
        if reason is None and converted is None:
            reason = "no exchange rate"
        if reason is None and period == "day":
            reason = "pay per day: days a month unknown"
        if reason is not None or converted is None:
            left_out[place, period] = reason or ""
            continue
        month = to_month(converted[0], period, hours.get(place, FULL_TIME_HOURS))
        noisy = NOISY_SURVEY in row["survey"]
        too_high = SURVEY_HIGH.get((place, row["occupation"]), 1.0) if noisy else 1.0
        month /= too_high
        factor = uprating_factor(gdp.get(place, {}), year, price_year)
        unit = f"{amount_text(row['value'])} {row['currency'] or 'local'} {per(period)} in {year}"
        if too_high != 1.0:
            unit += f" / {too_high:g} (known to run high)"
        step = f"{unit} = USD {month:.0f} a month, x {factor:.3f} to {price_year}"
        pay = Pay(
            place,
            row["occupation"],
            period,
            year,
            month * factor,
            tuple(dict.fromkeys((row["source_id"], converted[1]))),
            step,
            noisy,
        )
        key = (place, row["occupation"], period)
        if key not in newest or newest[key].year < year:
            newest[key] = pay
    return list(newest.values()), left_out
