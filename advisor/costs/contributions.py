"""Employer contributions from the labour tax of Doing Business, and the tradable-services premium."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from advisor.costs.wage_estimation import Z80, FloatArray, LogLine

# Doing Business gives labour tax as a share of the profit of its model firm. In countries with a
# single uncapped rate the statutory rate is 0.885 to 0.891 of that share.
CONTRIBUTION_FACTOR = 0.887
HIGH_INCOME = 14_000.0


class WorkKind(StrEnum):
    """Kinds of work that differ in how far international demand lifts their pay."""

    VOICE = "voice"
    BACK_OFFICE = "back-office"
    PROFESSIONAL = "professional"
    SOFTWARE = "software"


@dataclass(frozen=True, slots=True)
class Share:
    """Low, likely and high part of the developers' premium that other work gets."""

    low: float
    likely: float
    high: float


# Which part of the developers' premium other work gets. An assumption between two ends that are
# certain: 0 (paid like everybody in the country) and 1 (paid like developers, who compete with the
# world). Work that needs a foreign language or a profession sits nearer the middle; software gets
# none on top, because the developer survey already measures pay in exporting firms.
PREMIUM_SHARE: Mapping[WorkKind, Share] = MappingProxyType(
    {
        WorkKind.VOICE: Share(0.25, 0.5, 0.75),
        WorkKind.BACK_OFFICE: Share(0.1, 0.35, 0.6),
        WorkKind.PROFESSIONAL: Share(0.25, 0.5, 0.75),
        WorkKind.SOFTWARE: Share(0.0, 0.0, 0.0),
    }
)


def contribution_rate(labour_tax: float) -> float:
    """Employer contributions in percent of the gross wage from labour tax in percent of profit."""
    return CONTRIBUTION_FACTOR * labour_tax


def premium(gdp_per_capita: FloatArray | float, line: LogLine, share: Share) -> tuple[FloatArray, ...]:
    """Log premium of exporting work over the national average wage: low, likely, high.

    ``line`` relates the ratio of developer pay to the pay of all professionals
    to GDP per capita. The ratio falls as countries grow richer; its excess over
    what it is at the edge of high income is taken as what international demand
    adds, and ``share`` of it goes to other work. Nothing above high income.

    Args:
        gdp_per_capita: USD, any shape.
        line: developer pay over professionals' pay against GDP per capita.
        share: part of the excess that the kind of work gets.

    Returns:
        Three arrays of the shape of ``gdp_per_capita``; the bounds use the 80 %
        interval of the slope.
    """
    distance = np.maximum(0.0, math.log(HIGH_INCOME) - np.log(gdp_per_capita))
    slope, error = -line.slope, Z80 * line.slope_error
    return (
        share.low * max(0.0, slope - error) * distance,
        share.likely * max(0.0, slope) * distance,
        share.high * max(0.0, slope + error) * distance,
    )
