"""One wage with its interval and history, and how published figures become one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import geometric_mean, half_width_observed

if TYPE_CHECKING:
    from advisor.datapack.build.pay_observations import Pay

NOISY_LOW = math.log(1.2)


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


def join(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """Source ids of several groups, each once, in order."""
    return tuple(dict.fromkeys(source for group in groups for source in group))


def from_pay(found: list[Pay], between: float, method: str, note: str = "") -> Wage:
    """The geometric mean of what one or two sources say; ``between`` is their log standard deviation."""
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
        join(*(pay.source_ids for pay in found)),
        step,
        note,
    )
