"""Wages that no recent figure knows: by a ratio, from older figures, or by a line through GDP per capita."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import LogFigure
from advisor.datapack.build.developer_pay import OFFICIAL
from advisor.datapack.build.locations import income_group
from advisor.datapack.build.wage_figures import Wage, from_pay, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.costs.wage_estimation import LogLine, SourceError
    from advisor.datapack.build.pay_observations import Pay

# A figure five times above or below the line through all others is taken for an error of unit or currency.
IMPLAUSIBLE = math.log(5.0)
DEVELOPERS = "DEV"
GDP_SOURCE = "wb_gdppc"
MIN_IN_GROUP = 10


def error_by_group(line: LogLine, incomes: list[float]) -> dict[str, float]:
    """Leave-one-out error (log, root mean square) of a line by income group of ten places or more."""
    groups: dict[str, list[float]] = {}
    for income, error in zip(incomes, line.loo_errors, strict=True):
        groups.setdefault(income_group(income), []).append(float(error))
    return {
        name: float(np.sqrt(np.mean(np.square(errors))))
        for name, errors in groups.items()
        if len(errors) >= MIN_IN_GROUP
    }


@dataclass(frozen=True, slots=True)
class IncomeLine:
    """Pay of a group by GDP per capita.

    Attributes:
        line: through the logarithms.
        errors: its leave-one-out error by income group.
        highest: richest place that it was fitted on; it is not stretched beyond.
    """

    line: LogLine
    errors: Mapping[str, float]
    highest: float

    def predict(self, income: float) -> LogFigure:
        """Pay at an income, with the error of the line there."""
        error = self.errors.get(income_group(income), self.line.loo_rmse)
        return LogFigure(math.log(float(self.line(min(income, self.highest)))), error**2)

    def ordinary(self, income: float) -> LogFigure:
        """Pay at an income, with the spread of ordinary places around the line."""
        return LogFigure(self.predict(income).log, self.line.ordinary_error**2)


def all_employees(pays: Mapping[tuple[str, str, str], Pay], place: str, oldest: int) -> list[Pay]:
    """Recent figures for all employees of a place."""
    periods = ("month", "hour")
    return [
        pays[place, "ALL", period]
        for period in periods
        if (place, "ALL", period) in pays and pays[place, "ALL", period].year >= oldest
    ]


def _own_ratio(pays: Mapping[tuple[str, str, str], Pay], place: str, group: str) -> float | None:
    for period in ("month", "week", "hour"):
        if (place, group, period) in pays and (place, "ALL", period) in pays:
            part, whole = pays[place, group, period], pays[place, "ALL", period]
            if part.year == whole.year:
                return part.usd / whole.usd
    return None


@dataclass(frozen=True, slots=True)
class Filler:
    """Everything that an estimate can draw on.

    Attributes:
        pays: (location, group, period) to the newest published figure.
        gdp: newest GDP per capita in USD by location.
        gdp_years: its year.
        ict: official ICT-sector pay in USD of the price year, and the step.
        lines: group to its pay by GDP per capita.
        ratio_lines: group to the line of its ratio to the mean of all employees.
        ict_ratios: group to its median ratio to ICT-sector pay, and the log sd.
        error: of single published figures.
        oldest: first year that counts as recent.
        price_year: the year of the dollars.
    """

    pays: Mapping[tuple[str, str, str], Pay]
    gdp: Mapping[str, float]
    gdp_years: Mapping[str, int]
    ict: Mapping[str, tuple[float, str]]
    lines: Mapping[str, IncomeLine]
    ratio_lines: Mapping[str, LogLine]
    ict_ratios: Mapping[str, tuple[float, float]]
    error: SourceError
    oldest: int
    price_year: int

    def fill(self, place: str, group: str) -> Wage | None:
        """The best estimate where no recent figure is known, or None where nothing is."""
        if group != DEVELOPERS:
            wage = self._by_ratio(place, group) or self._by_ict(place, group)
            if wage is not None:
                return wage
        return self._older(place, group) or self.by_line(place, group)

    def _by_ratio(self, place: str, group: str) -> Wage | None:
        everyone = all_employees(self.pays, place, self.oldest)
        if not everyone or place not in self.gdp:
            return None
        base = from_pay(everyone, self.error, self.price_year, "ratio")
        line = self.ratio_lines[group]
        own = _own_ratio(self.pays, place, group)
        ratio = own if own is not None else float(line(self.gdp[place]))
        source = "own earlier ratio" if own is not None else "ratio of places with similar GDP per capita"
        steps = f"all employees: {base.steps}; x {ratio:.2f} ({source})"
        figure = base.figure.times(LogFigure(math.log(ratio), line.loo_rmse**2))
        if abs(figure.log - self.lines[group].predict(self.gdp[place]).log) > IMPLAUSIBLE:
            return None
        ids = base.source_ids if own is not None else join(base.source_ids, (GDP_SOURCE,))
        return Wage(place, group, figure, "ratio", base.data_year, ids, steps, base.note)

    def _by_ict(self, place: str, group: str) -> Wage | None:
        if place not in self.ict:
            return None
        pay, step = self.ict[place]
        ratio, spread = self.ict_ratios[group]
        figure = LogFigure(math.log(pay * ratio), spread**2)
        steps = f"{step}; x {ratio:.2f} (median ratio to ICT-sector pay in Europe)"
        note = "the ILO figures were left out"
        return Wage(place, group, figure, "ratio", 2022, (OFFICIAL,), steps, note)

    def _older(self, place: str, group: str) -> Wage | None:
        usable = [
            pay for (where, which, _), pay in sorted(self.pays.items()) if (where, which) == (place, group)
        ]
        if not usable or place not in self.gdp:
            return None
        expected = self.lines[group].predict(self.gdp[place])
        if abs(math.log(usable[0].usd) - expected.log) > IMPLAUSIBLE:
            return None
        note = "old figures, uprated over many years"
        return from_pay(usable, self.error, self.price_year, "observed", note)

    def by_line(self, place: str, group: str) -> Wage | None:
        """What income predicts."""
        if place not in self.gdp:
            return None
        line = self.lines[group]
        income = min(self.gdp[place], line.highest)
        known = f"GDP per capita USD {income:.0f} in {self.gdp_years[place]}"
        steps = f"{known}: line through {line.line.n} places, slope {line.line.slope:.2f}"
        ids = (GDP_SOURCE, "ilo_monthly") if group != DEVELOPERS else (GDP_SOURCE, "so2025")
        note = "old GDP figure" if self.gdp_years[place] < self.oldest else ""
        return Wage(place, group, line.predict(self.gdp[place]), "regression", None, ids, steps, note)
