"""One wage with its interval and history, and how published figures become one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.costs.wage_estimation import LogFigure, pooled

if TYPE_CHECKING:
    from advisor.costs.wage_estimation import SourceError
    from advisor.datapack.build.pay_observations import Pay

NOISY_VARIANCE = math.log(1.2) ** 2
# A figure that is this many years older than the newest on the same wage says nothing beside it.
STALE_YEARS = 3


@dataclass(frozen=True, slots=True)
class Wage:
    """One row of wages.csv: a figure in USD a month (log, with variance) and how it came about."""

    location: str
    occupation: str
    figure: LogFigure
    method: str
    data_year: int | None
    source_ids: tuple[str, ...]
    steps: str
    note: str = ""

    @property
    def usd(self) -> float:
        """USD a month of the price year."""
        return self.figure.value

    def row(self, price_year: int) -> dict[str, object]:
        """As a row of wages.csv, rounded to whole cents of a dollar a month."""
        half = self.figure.half
        return {
            "location_id": self.location,
            "occupation": self.occupation,
            "year": price_year,
            "low": round(self.usd * math.exp(-half), 2),
            "likely": round(self.usd, 2),
            "high": round(self.usd * math.exp(half), 2),
            "method": self.method,
            "data_year": "" if self.data_year is None else self.data_year,
            "source_id": ";".join(self.source_ids),
            "steps": self.steps,
            "note": self.note,
        }


def join(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """Source ids of several groups, each once, in order."""
    return tuple(dict.fromkeys(source for group in groups for source in group))


def from_pay(found: list[Pay], error: SourceError, price_year: int, method: str, note: str = "") -> Wage:
    """What the figures on one wage say together, weighted by age and quality; stale ones are dropped."""
    newest = max(pay.year for pay in found)
    fresh = [pay for pay in found if newest - pay.year < STALE_YEARS]
    figures = [
        LogFigure(
            math.log(pay.usd),
            error.variance(price_year - pay.year) + (NOISY_VARIANCE if pay.noisy else 0.0),
        )
        for pay in fresh
    ]
    step = "; ".join(pay.step for pay in fresh)
    if len(fresh) > 1:
        step += "; mean weighted by age and quality"
    if any(pay.noisy for pay in fresh):
        note = "; ".join(filter(None, [note, "EU-SILC has few people in single groups: wider"]))
    return Wage(
        fresh[0].location,
        fresh[0].occupation,
        pooled(figures),
        method,
        newest,
        join(*(pay.source_ids for pay in fresh)),
        step,
        note,
    )
