"""Wages that no recent figure knows: by a ratio, from older figures, or by a line through GDP per capita."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import NARROWEST_REGRESSION, half_width
from advisor.datapack.build.developer_pay import OFFICIAL
from advisor.datapack.build.locations import income_group
from advisor.datapack.build.wage_figures import Wage, from_pay, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.costs.wage_estimation import LogLine
    from advisor.datapack.build.pay_observations import Pay

# A figure five times above or below the line through all others is taken for an error of unit or currency.
IMPLAUSIBLE = math.log(5.0)
DEVELOPERS = "DEV"
GDP_SOURCE = "wb_gdppc"
MIN_IN_GROUP = 10

Pays = dict[tuple[str, str, str], "Pay"]


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


def all_employees(pays: Mapping[tuple[str, str, str], Pay], place: str, oldest: int) -> list[Pay]:
    """Recent figures for all employees of a place."""
    periods = ("month", "hour")
    return [
        pays[place, "ALL", period]
        for period in periods
        if (place, "ALL", period) in pays and pays[place, "ALL", period].year >= oldest
    ]


def _own_ratio(pays: Mapping[tuple[str, str, str], Pay], place: str, occupation: str) -> float | None:
    for period in ("month", "week", "hour"):
        if (place, occupation, period) in pays and (place, "ALL", period) in pays:
            part, whole = pays[place, occupation, period], pays[place, "ALL", period]
            if part.year == whole.year:
                return part.usd / whole.usd
    return None


@dataclass(frozen=True, slots=True)
class Filler:
    """Everything that an estimate can draw on.

    Attributes:
        pays: (location, occupation, period) to the newest published figure.
        gdp: newest GDP per capita in USD by location.
        gdp_years: its year.
        ict: official ICT-sector pay in USD of the price year, and the step.
        lines: occupation to the line through GDP per capita.
        group_errors: occupation to the error of its line by income group.
        ratio_lines: occupation to the line of its ratio to the mean of all employees.
        ict_ratios: occupation to its median ratio to ICT-sector pay, and the log sd.
        between: log standard deviation between two sources on the same wage.
        oldest: first year that counts as recent.
        highest_income: richest place that the lines were fitted on.
    """

    pays: Mapping[tuple[str, str, str], Pay]
    gdp: Mapping[str, float]
    gdp_years: Mapping[str, int]
    ict: Mapping[str, tuple[float, str]]
    lines: Mapping[str, LogLine]
    group_errors: Mapping[str, Mapping[str, float]]
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
        everyone = all_employees(self.pays, place, self.oldest)
        if not everyone or place not in self.gdp:
            return None
        base = from_pay(everyone, self.between, "ratio")
        line = self.ratio_lines[occupation]
        own = _own_ratio(self.pays, place, occupation)
        ratio = own if own is not None else float(line(self.gdp[place]))
        source = "own earlier ratio" if own is not None else "ratio of places with similar GDP per capita"
        spread = math.hypot(self.between / math.sqrt(2.0), line.loo_rmse)
        half = half_width(spread)
        steps = f"all employees: {base.steps}; x {ratio:.2f} ({source})"
        if abs(math.log(base.usd * ratio / float(self.lines[occupation](self.gdp[place])))) > IMPLAUSIBLE:
            return None
        ids = base.source_ids if own is not None else join(base.source_ids, (GDP_SOURCE,))
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
        wage = from_pay(usable, self.between, "observed", "old figures, uprated over many years")
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
        errors = self.group_errors[occupation]
        error = errors.get(income_group(self.gdp[place]), line.loo_rmse)
        half = half_width(error, NARROWEST_REGRESSION)
        income = min(self.gdp[place], self.highest_income)
        known = f"GDP per capita USD {income:.0f} in {self.gdp_years[place]}"
        steps = f"{known}: line through {line.n} places, slope {line.slope:.2f}"
        ids = (GDP_SOURCE, "ilo_monthly") if occupation != DEVELOPERS else (GDP_SOURCE, "so2025")
        note = "old GDP figure" if self.gdp_years[place] < self.oldest else ""
        return Wage(place, occupation, float(line(income)), half, half, "regression", None, ids, steps, note)
