"""Developer pay: official figures, pay of the ICT sector, and a self-reported survey discounted by them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import LogFigure, pooled, survey_discount, uprating_factor
from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.datapack.build.currency import YearlyRates
    from advisor.datapack.build.occupational_pay import OwnLevel
    from advisor.datapack.build.sources import Sources

MIN_ANSWERS = 20
SURVEY, OFFICIAL = "so2025", "eurostat_ses"


@dataclass(frozen=True, slots=True)
class DeveloperPay:
    """Monthly developer pay of one place in USD of the price year (log, with variance)."""

    figure: LogFigure
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
    sources: Sources, rates: YearlyRates, gdp: dict[str, dict[int, float]], price_year: int
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
    ict: Mapping[str, tuple[float, str]],
    survey: Mapping[str, tuple[float, int]],
    levels: Mapping[str, OwnLevel],
) -> tuple[dict[str, DeveloperPay], SurveyDiscount]:
    """Developer pay where a survey or an official figure knows it, pooled by variance.

    The survey is divided by its median ratio to official pay of *developers*.
    Pay of the ICT sector is that of its whole staff, so it is brought to
    developers by the same survey: the median ratio of discounted survey to
    sector pay over the places that have both.

    Args:
        ict: official pay in the ICT sector.
        survey: survey medians and numbers of answers.
        levels: official pay of developers.
    """
    both = sorted(levels.keys() & survey.keys())
    ratio, spread = survey_discount(
        np.array([survey[place][0] for place in both]),
        np.array([levels[place].figure.value for place in both]),
    )
    discount = SurveyDiscount(ratio, spread, len(both))
    surveyed = sorted(ict.keys() & survey.keys())
    sector, sector_spread = survey_discount(
        np.array([survey[place][0] / ratio for place in surveyed]),
        np.array([ict[place][0] for place in surveyed]),
    )
    found = {}
    for place in sorted(ict.keys() | survey.keys() | levels.keys()):
        figures, ids, steps, years = [], [], [], []
        if place in levels:
            figures.append(levels[place].figure)
            ids += list(levels[place].source_ids)
            steps.append(levels[place].step)
            years.append(levels[place].year)
        if place in ict:
            figures.append(LogFigure(math.log(ict[place][0] * sector), sector_spread**2))
            ids.append(OFFICIAL)
            steps.append(f"{ict[place][1]}, x {sector:.2f} from the sector's staff to developers")
            years.append(2022)
        if place in survey:
            pay, answers = survey[place]
            figures.append(LogFigure(math.log(pay / ratio), spread**2))
            ids.append(SURVEY)
            steps.append(f"survey median USD {pay:.0f} a month in 2025 (n {answers}) / {ratio:.2f}")
            years.append(2025)
        joined = "; ".join(steps) + ("; mean weighted by quality" if len(figures) > 1 else "")
        found[place] = DeveloperPay(pooled(figures), max(years), tuple(dict.fromkeys(ids)), joined)
    return found, discount
