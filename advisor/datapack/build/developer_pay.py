"""Developer pay: official figures, pay of the ICT sector, and a self-reported survey discounted by them.

The survey reaches developers who read English and whose work is sought from
abroad. Where income is lower, these are fewer among all developers and better
paid than the rest, so the survey lies the further above official pay the lower
income is: the discount is a straight line in the logarithm of income. What a
place's own figures say is then weighed against what income predicts, each by its
variance (the estimator of Fay & Herriot 1979 for small areas), so that the
answers of thirty people do not outweigh all other places.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import (
    LogFigure,
    LogLine,
    fit_log_line,
    median_error,
    pooled,
    survey_discount,
    uprating_factor,
)
from advisor.datapack.build.currency import amount_text
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
class Survey:
    """What one place answered.

    Attributes:
        pay: median, USD a month as reported.
        answers: how many.
        error: standard error of the logarithm of the median.
    """

    pay: float
    answers: int
    error: float


@dataclass(frozen=True, slots=True)
class SurveyDiscount:
    """How far the survey lies above official pay of developers.

    Attributes:
        line: of the ratio through GDP per capita in USD.
        sector: pay of developers over that of all staff of the ICT sector.
        sector_spread: standard deviation of its logarithm between places.
    """

    line: LogLine
    sector: float
    sector_spread: float

    def at(self, income: float) -> float:
        """Survey over official pay at an income."""
        return float(self.line(income))


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
            f"ICT sector {amount_text(row['value'])} {row['currency']} a month in {year} "
            f"= USD {converted[0]:.0f}, x {factor:.3f} to {price_year}"
        )
        found[place] = converted[0] * factor, step
    return found


def survey_pay(sources: Sources) -> dict[str, Survey]:
    """The developer survey by place, where at least 20 people answered."""
    table = sources.table("developer_pay_odbl")
    parts: dict[str, dict[str, float]] = {}
    for row in records(table[table["n"] >= MIN_ANSWERS]):
        parts.setdefault(row["location_id"], {"n": float(row["n"])})[row["statistic"]] = float(row["value"])
    return {
        place: Survey(
            each["median"] / 12.0, int(each["n"]), median_error(each["p25"], each["p75"], int(each["n"]))
        )
        for place, each in parts.items()
    }


def survey_line(
    survey: Mapping[str, Survey], levels: Mapping[str, OwnLevel], gdp: Mapping[str, float]
) -> LogLine:
    """Survey over official pay of developers, through GDP per capita, over the places that have all three."""
    both = sorted(levels.keys() & survey.keys() & gdp.keys())
    return fit_log_line(
        np.array([gdp[place] for place in both]),
        np.array([survey[place].pay / levels[place].figure.value for place in both]),
    )


def developer_pay(
    ict: Mapping[str, tuple[float, str]],
    survey: Mapping[str, Survey],
    levels: Mapping[str, OwnLevel],
    gdp: Mapping[str, float],
    line: LogLine,
) -> tuple[dict[str, DeveloperPay], SurveyDiscount]:
    """Developer pay where a survey or an official figure knows it, pooled by variance.

    The survey is divided by its ratio to official pay of *developers* at the
    place's income. Pay of the ICT sector is that of its whole staff, so it is
    brought to developers by the same survey: the median ratio of discounted
    survey to sector pay over the places that have both.

    Args:
        ict: official pay in the ICT sector.
        survey: answers by place; those without known income are left out.
        levels: official pay of developers.
        gdp: GDP per capita in USD.
        line: survey over official pay by income.
    """
    survey = {place: each for place, each in survey.items() if place in gdp}
    surveyed = sorted(ict.keys() & survey.keys())
    sector, spread = survey_discount(
        np.array([survey[place].pay / float(line(gdp[place])) for place in surveyed]),
        np.array([ict[place][0] for place in surveyed]),
    )
    discount = SurveyDiscount(line, sector, spread)
    found = {}
    for place in sorted(ict.keys() | survey.keys() | levels.keys()):
        figures, ids, steps, years = [], [], [], []
        if place in levels:
            figures.append(levels[place].figure)
            ids += list(levels[place].source_ids)
            steps.append(levels[place].step)
            years.append(levels[place].year)
        if place in ict:
            figures.append(LogFigure(math.log(ict[place][0] * sector), spread**2))
            ids.append(OFFICIAL)
            steps.append(f"{ict[place][1]}, x {sector:.2f} from the sector's staff to developers")
            years.append(2022)
        if place in survey:
            said, ratio = survey[place], discount.at(gdp[place])
            variance = line.loo_rmse**2 + said.error**2
            figures.append(LogFigure(math.log(said.pay / ratio), variance))
            ids.append(SURVEY)
            steps.append(
                f"survey median USD {said.pay:.0f} a month in 2025 (n {said.answers}) "
                f"/ {ratio:.2f} at this income"
            )
            years.append(2025)
        joined = "; ".join(steps) + ("; mean weighted by quality" if len(figures) > 1 else "")
        found[place] = DeveloperPay(pooled(figures), max(years), tuple(dict.fromkeys(ids)), joined)
    return found, discount
