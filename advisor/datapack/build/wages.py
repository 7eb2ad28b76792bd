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
    NARROWEST_REGRESSION,
    LogLine,
    fit_log_line,
    geometric_mean,
    half_width,
    half_width_observed,
    spread_between_sources,
)
from advisor.datapack.build.developer_pay import (
    OFFICIAL,
    DeveloperPay,
    SurveyDiscount,
    developer_pay,
    official_ict_pay,
)
from advisor.datapack.build.pay_observations import OCCUPATIONS, Pay, gdp_series, read_pay

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.datapack.build.currency import ExchangeRates
    from advisor.datapack.build.sources import Sources

RECENT_YEARS = 8
DEVELOPERS = "DEV"
# A figure five times above or below the line through all others is taken for an error of unit or currency.
IMPLAUSIBLE = math.log(5.0)
NOISY_LOW = math.log(1.2)
GDP_SOURCE = "wb_gdppc"

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wage:
    """One row of wages.csv; the halves are those of an 80 % interval on the logarithm."""

    location: str
    occupation: str
    usd: float
    half_down: float
    half_up: float
    method: str
    data_year: int | None
    source_ids: tuple[str, ...]
    steps: str
    note: str = ""

    def row(self, price_year: int) -> dict[str, object]:
        """As a row of wages.csv, rounded to whole cents of a dollar a month."""
        return {
            "location_id": self.location,
            "occupation": self.occupation,
            "year": price_year,
            "low": round(self.usd * math.exp(-self.half_down), 2),
            "likely": round(self.usd, 2),
            "high": round(self.usd * math.exp(self.half_up), 2),
            "method": self.method,
            "data_year": "" if self.data_year is None else self.data_year,
            "source_id": ";".join(self.source_ids),
            "steps": self.steps,
            "note": self.note,
        }


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


def _join(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for group in groups for source in group))


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


def _from_pay(found: list[Pay], between: float, method: str, note: str = "") -> Wage:
    half = half_width_observed(between, len(found))
    noisy = any(pay.noisy for pay in found)
    step = "; ".join(pay.step for pay in found) + ("; geometric mean" if len(found) > 1 else "")
    if noisy:
        note = "; ".join(filter(None, [note, "EU-SILC can run 20 % high for single groups: wider downwards"]))
    return Wage(
        found[0].location,
        found[0].occupation,
        geometric_mean(np.array([pay.usd for pay in found])),
        half + (NOISY_LOW if noisy else 0.0) / len(found),
        half,
        method,
        max(pay.year for pay in found),
        _join(*(pay.source_ids for pay in found)),
        step,
        note,
    )


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
                found[place, occupation] = _from_pay(recent, between, "observed")
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


def _all_employees(pays: Mapping[tuple[str, str, str], Pay], place: str, oldest: int) -> list[Pay]:
    periods = ("month", "hour")
    return [
        pays[place, "ALL", period]
        for period in periods
        if (place, "ALL", period) in pays and pays[place, "ALL", period].year >= oldest
    ]


def _ratio_lines(
    pays: Mapping[tuple[str, str, str], Pay], found: Mapping[Key, Wage], gdp: Mapping[str, float], oldest: int
) -> dict[str, LogLine]:
    lines = {}
    for occupation in OCCUPATIONS:
        incomes, ratios = [], []
        for place, group in sorted(found):
            everyone = _all_employees(pays, place, oldest)
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


def _own_ratio(pays: Mapping[tuple[str, str, str], Pay], place: str, occupation: str) -> float | None:
    for period in ("month", "week", "hour"):
        if (place, occupation, period) in pays and (place, "ALL", period) in pays:
            part, whole = pays[place, occupation, period], pays[place, "ALL", period]
            if part.year == whole.year:
                return part.usd / whole.usd
    return None


def estimate_wages(sources: Sources, rates: ExchangeRates, places: list[str], price_year: int) -> WageModel:
    """Wages of every occupation group in every place where anything is known.

    Args:
        sources: the source tables.
        rates: exchange rates.
        places: ids of the locations.
        price_year: year whose dollars the wages are in.
    """
    series = gdp_series(sources)
    gdp = {place: series[place][max(series[place])] for place in series}
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
    # The line is not stretched beyond the richest place that it was fitted on.
    highest = max(gdp[place] for place in fitted[OCCUPATIONS[0]])
    filler = _Filler(pays, gdp, ict, lines, ratio_lines, _ict_ratios(found, ict), between, oldest, highest)
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


@dataclass(frozen=True, slots=True)
class _Filler:
    pays: Mapping[tuple[str, str, str], Pay]
    gdp: Mapping[str, float]
    ict: Mapping[str, tuple[float, str]]
    lines: Mapping[str, LogLine]
    ratio_lines: Mapping[str, LogLine]
    ict_ratios: Mapping[str, tuple[float, float]]
    between: float
    oldest: int
    highest_income: float

    def fill(self, place: str, occupation: str) -> Wage | None:
        """The best estimate where no recent figure is known, or None where nothing is."""
        if occupation != DEVELOPERS:
            wage = self._by_ratio(place, occupation) or self._by_ict(place, occupation)
            if wage is not None:
                return wage
        return self._older(place, occupation) or self._by_line(place, occupation)

    def _by_ratio(self, place: str, occupation: str) -> Wage | None:
        everyone = _all_employees(self.pays, place, self.oldest)
        if not everyone or place not in self.gdp:
            return None
        base = _from_pay(everyone, self.between, "ratio")
        line = self.ratio_lines[occupation]
        own = _own_ratio(self.pays, place, occupation)
        ratio = own if own is not None else float(line(self.gdp[place]))
        source = "own earlier ratio" if own is not None else "ratio of places with similar GDP per capita"
        spread = math.hypot(self.between / math.sqrt(2.0), line.loo_rmse)
        half = half_width(spread)
        steps = f"all employees: {base.steps}; x {ratio:.2f} ({source})"
        ids = base.source_ids if own is not None else _join(base.source_ids, (GDP_SOURCE,))
        return Wage(
            place, occupation, base.usd * ratio, half, half, "ratio", base.data_year, ids, steps, base.note
        )

    def _by_ict(self, place: str, occupation: str) -> Wage | None:
        if place not in self.ict:
            return None
        pay, step = self.ict[place]
        ratio, spread = self.ict_ratios[occupation]
        half = half_width(spread)
        steps = f"{step}; x {ratio:.2f} (median ratio to ICT-sector pay in Europe)"
        note = "the ILO figures were left out"
        return Wage(place, occupation, pay * ratio, half, half, "ratio", 2022, (OFFICIAL,), steps, note)

    def _older(self, place: str, occupation: str) -> Wage | None:
        usable = [
            pay
            for (where, group, _), pay in sorted(self.pays.items())
            if (where, group) == (place, occupation)
        ]
        if not usable or place not in self.gdp:
            return None
        expected = float(self.lines[occupation](self.gdp[place]))
        if abs(math.log(usable[0].usd / expected)) > IMPLAUSIBLE:
            return None
        wage = _from_pay(usable, self.between, "observed", "old figures, uprated over many years")
        half = max(NARROWEST_REGRESSION, wage.half_up)
        return Wage(
            place,
            occupation,
            wage.usd,
            half,
            half,
            "observed",
            wage.data_year,
            wage.source_ids,
            wage.steps,
            wage.note,
        )

    def _by_line(self, place: str, occupation: str) -> Wage | None:
        if place not in self.gdp:
            return None
        line = self.lines[occupation]
        half = half_width(line.loo_rmse, NARROWEST_REGRESSION)
        income = min(self.gdp[place], self.highest_income)
        steps = f"GDP per capita USD {income:.0f}: line through {line.n} places, slope {line.slope:.2f}"
        ids = (GDP_SOURCE, "ilo_monthly") if occupation != DEVELOPERS else (GDP_SOURCE, "so2025")
        return Wage(place, occupation, float(line(income)), half, half, "regression", None, ids, steps)
