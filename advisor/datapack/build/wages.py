"""wages.csv: the base wage of each occupation group in each place, observed or estimated, step by step.

Order of preference: recent ILO figures (monthly and hourly, geometric mean);
a recent mean of all employees, or official ICT-sector pay, times a ratio;
older ILO figures; a line through GDP per capita.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import (
    LogLine,
    fit_log_line,
    geometric_mean,
    spread_between_sources,
)
from advisor.datapack.build.developer_pay import (
    DeveloperPay,
    SurveyDiscount,
    developer_pay,
    official_ict_pay,
)
from advisor.datapack.build.pay_observations import OCCUPATIONS, Pay, gdp_series, read_pay
from advisor.datapack.build.wage_figures import Wage, from_pay
from advisor.datapack.build.wage_filling import (
    DEVELOPERS,
    IMPLAUSIBLE,
    Filler,
    all_employees,
    error_by_group,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.datapack.build.currency import ExchangeRates
    from advisor.datapack.build.sources import Sources

RECENT_YEARS = 8

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WageModel:
    """All wages with what was measured on the way.

    Attributes:
        wages: (location, occupation) to wage.
        lines: occupation to the line through GDP per capita.
        fitted_on: occupation to the places the line was fitted on, in its order.
        ratio_lines: occupation to the line of its ratio to the mean of all employees.
        between: log standard deviation between monthly and hourly figures.
        discount: of the developer survey.
        gdp: newest GDP per capita in USD by location.
        left_out: (location, period) to the reason.
        implausible: (location, occupation) of observations that were taken for errors.
    """

    wages: Mapping[Key, Wage]
    lines: Mapping[str, LogLine]
    fitted_on: Mapping[str, tuple[str, ...]]
    ratio_lines: Mapping[str, LogLine]
    between: float
    discount: SurveyDiscount
    gdp: Mapping[str, float]
    left_out: Mapping[Key, str] = field(default_factory=dict)
    implausible: tuple[Key, ...] = ()


def _spread(pays: Mapping[tuple[str, str, str], Pay], oldest: int) -> float:
    pairs = [
        (pay.usd, pays[place, occupation, "hour"].usd)
        for (place, occupation, period), pay in sorted(pays.items())
        if period == "month"
        and (place, occupation, "hour") in pays
        and min(pay.year, pays[place, occupation, "hour"].year) >= oldest
    ]
    figures = np.array(pairs)
    return spread_between_sources(figures[:, 0], figures[:, 1])


def _observed(
    pays: Mapping[tuple[str, str, str], Pay], places: list[str], between: float, oldest: int
) -> dict[Key, Wage]:
    found: dict[Key, Wage] = {}
    for place in places:
        for occupation in OCCUPATIONS:
            periods = ("month", "week", "hour")
            usable = [
                pays[place, occupation, period] for period in periods if (place, occupation, period) in pays
            ]
            recent = [pay for pay in usable if pay.year >= oldest]
            if recent:
                found[place, occupation] = from_pay(recent, between, "observed")
    return found


def _drop_implausible(found: dict[Key, Wage], gdp: Mapping[str, float]) -> list[Key]:
    dropped = []
    for occupation in OCCUPATIONS:
        keys = [key for key in sorted(found) if key[1] == occupation and key[0] in gdp]
        wages = np.array([found[key].usd for key in keys])
        incomes = np.array([gdp[key[0]] for key in keys])
        errors = fit_log_line(incomes, wages).loo_errors
        dropped += [key for key, error in zip(keys, errors, strict=True) if abs(error) > IMPLAUSIBLE]
    for key in dropped:
        del found[key]
    return dropped


def _ratio_lines(
    pays: Mapping[tuple[str, str, str], Pay], found: Mapping[Key, Wage], gdp: Mapping[str, float], oldest: int
) -> dict[str, LogLine]:
    lines = {}
    for occupation in OCCUPATIONS:
        incomes, ratios = [], []
        for place, group in sorted(found):
            everyone = all_employees(pays, place, oldest)
            if group == occupation and everyone and place in gdp:
                incomes.append(gdp[place])
                ratios.append(
                    found[place, group].usd / geometric_mean(np.array([pay.usd for pay in everyone]))
                )
        lines[occupation] = fit_log_line(np.array(incomes), np.array(ratios))
    return lines


def _fit_lines(
    found: Mapping[Key, Wage], gdp: Mapping[str, float]
) -> tuple[dict[str, LogLine], dict[str, tuple[str, ...]]]:
    lines, fitted = {}, {}
    for occupation in (*OCCUPATIONS, DEVELOPERS):
        places = tuple(place for place, group in sorted(found) if group == occupation and place in gdp)
        lines[occupation] = fit_log_line(
            np.array([gdp[place] for place in places]),
            np.array([found[place, occupation].usd for place in places]),
        )
        fitted[occupation] = places
    return lines, fitted


def estimate_wages(sources: Sources, rates: ExchangeRates, places: list[str], price_year: int) -> WageModel:
    """Wages of every occupation group in every place where anything is known.

    Args:
        sources: the source tables.
        rates: exchange rates.
        places: ids of the locations.
        price_year: year whose dollars the wages are in.
    """
    series = gdp_series(sources)
    gdp_years = {place: max(years) for place, years in series.items()}
    gdp = {place: series[place][year] for place, year in gdp_years.items()}
    read, left_out = read_pay(sources, rates, series, price_year)
    pays = {(pay.location, pay.occupation, pay.period): pay for pay in read if pay.location in set(places)}
    oldest = price_year - RECENT_YEARS
    between = _spread(pays, oldest)
    found = _observed(pays, places, between, oldest)
    dropped = _drop_implausible(found, gdp)
    ict = official_ict_pay(sources, rates, series, price_year)
    developers, discount = developer_pay(sources, rates, series, price_year)
    ratio_lines = _ratio_lines(pays, found, gdp, oldest)
    for place, pay in developers.items():
        if place in places:
            found[place, DEVELOPERS] = _developer_wage(place, pay)
    lines, fitted = _fit_lines(found, gdp)
    wages = dict(found)
    group_errors = {
        occupation: error_by_group(lines[occupation], [gdp[place] for place in fitted[occupation]])
        for occupation in lines
    }
    # The line is not stretched beyond the richest place that it was fitted on.
    highest = max(gdp[place] for place in fitted[OCCUPATIONS[0]])
    ict_ratios = _ict_ratios(found, ict)
    filler = Filler(
        pays, gdp, gdp_years, ict, lines, group_errors, ratio_lines, ict_ratios, between, oldest, highest
    )
    for place in places:
        for occupation in (*OCCUPATIONS, DEVELOPERS):
            if (place, occupation) not in wages:
                estimate = filler.fill(place, occupation)
                if estimate is not None:
                    wages[place, occupation] = estimate
    return WageModel(wages, lines, fitted, ratio_lines, between, discount, gdp, left_out, tuple(dropped))


def _developer_wage(place: str, pay: DeveloperPay) -> Wage:
    return Wage(
        place, DEVELOPERS, pay.usd, pay.half, pay.half, "observed", pay.year, pay.source_ids, pay.step
    )


def _ict_ratios(
    found: Mapping[Key, Wage], ict: Mapping[str, tuple[float, str]]
) -> dict[str, tuple[float, float]]:
    """Median ratio of an occupation's wage to ICT-sector pay, and the log sd, over places with both."""
    ratios = {}
    for occupation in OCCUPATIONS:
        logs = [
            math.log(wage.usd / ict[place][0])
            for (place, group), wage in sorted(found.items())
            if group == occupation and place in ict
        ]
        ratios[occupation] = float(np.exp(np.median(logs))), float(np.std(logs, ddof=1))
    return ratios
