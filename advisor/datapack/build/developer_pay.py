"""Developer pay: a self-reported survey, discounted against the official figures of the ICT sector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import (
    geometric_mean,
    half_width,
    half_width_observed,
    survey_discount,
    uprating_factor,
)
from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from advisor.datapack.build.currency import ExchangeRates
    from advisor.datapack.build.sources import Sources

MIN_ANSWERS = 20
SURVEY, OFFICIAL = "so2025", "eurostat_ses"


@dataclass(frozen=True, slots=True)
class DeveloperPay:
    """Monthly developer pay of one place in USD of the price year, with its 80 % half-width (log)."""

    usd: float
    half: float
    year: int
    source_ids: tuple[str, ...]
    step: str


@dataclass(frozen=True, slots=True)
class SurveyDiscount:
    """How far the survey lies above the official figures: ratio, log sd, and from how many places."""

    ratio: float
    spread: float
    places: int


def official_ict_pay(
    sources: Sources, rates: ExchangeRates, gdp: dict[str, dict[int, float]], price_year: int
) -> dict[str, tuple[float, str]]:
    """Mean pay in the information and communication sector, USD a month of the price year, and the step."""
    found = {}
    for row in records(sources.table("ict_pay")):
        place, year = row["location_id"], int(row["year"])
        converted = rates.to_usd(float(row["value"]), place, year, row["currency"])
        if converted is None:
            continue
        factor = uprating_factor(gdp.get(place, {}), year, price_year)
        step = (
            f"ICT sector {row['value']:g} {row['currency']} a month in {year} = USD {converted[0]:.0f}, "
            f"x {factor:.3f} to {price_year}"
        )
        found[place] = converted[0] * factor, step
    return found


def survey_pay(sources: Sources) -> dict[str, tuple[float, int]]:
    """Median of the developer survey, USD a month as reported, and the number of answers (20 or more)."""
    table = sources.table("developer_pay_odbl")
    return {
        row["location_id"]: (float(row["value"]) / 12.0, int(row["n"]))
        for row in records(table[table["statistic"] == "median"])
        if int(row["n"]) >= MIN_ANSWERS
    }


def developer_pay(
    sources: Sources, rates: ExchangeRates, gdp: dict[str, dict[int, float]], price_year: int
) -> tuple[dict[str, DeveloperPay], SurveyDiscount]:
    """Developer pay where a survey or an official figure knows it.

    The discount is the median ratio of survey to official pay over the places
    that have both. A place with both takes their geometric mean after the discount.
    """
    official = official_ict_pay(sources, rates, gdp, price_year)
    survey = survey_pay(sources)
    both = sorted(official.keys() & survey.keys())
    ratio, spread = survey_discount(
        np.array([survey[place][0] for place in both]), np.array([official[place][0] for place in both])
    )
    discount = SurveyDiscount(ratio, spread, len(both))
    found = {}
    for place in sorted(official.keys() | survey.keys()):
        figures, ids, steps, years = [], [], [], []
        if place in official:
            figures.append(official[place][0])
            ids.append(OFFICIAL)
            steps.append(official[place][1])
            years.append(2022)
        if place in survey:
            pay, answers = survey[place]
            figures.append(pay / discount.ratio)
            ids.append(SURVEY)
            steps.append(f"survey median USD {pay:.0f} a month in 2025 (n {answers}) / {discount.ratio:.2f}")
            years.append(2025)
        half = half_width_observed(spread, 2) if len(figures) == 2 else half_width(spread)
        joined = "; ".join(steps) + ("; geometric mean" if len(figures) == 2 else "")
        found[place] = DeveloperPay(geometric_mean(np.array(figures)), half, max(years), tuple(ids), joined)
    return found, discount
