"""Steps from published pay figures to a base wage in US dollars a month of the price year.

Pure functions of plain numbers and arrays; the build of the data pack applies
them. The steps: bring every figure to a month, convert it at the rate of its
own year, uprate it by growth of GDP per capita, combine what two surveys say,
and estimate what no survey says by a line through the logarithms. All
intervals are 80 % intervals (P10 to P90) on the logarithm of the wage.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

HOURS_PER_MONTH = 173.33
WEEKS_PER_MONTH = 52.0 / 12.0
MONTHS_PER_PERIOD = {"month": 1.0, "week": WEEKS_PER_MONTH, "hour": HOURS_PER_MONTH}
GROWTH_CAP = 0.06
EXTRAPOLATION_YEARS = 5
Z80 = 1.2816
NARROWEST = math.log(1.3)
NARROWEST_REGRESSION = math.log(1.6)


def to_month(value: float, period: str) -> float:
    """Pay of a period (month, week or hour) as pay of a full-time month.

    Raises:
        ValueError: a period that cannot be brought to a month.
    """
    if period not in MONTHS_PER_PERIOD:
        raise ValueError(f"Pay per {period} cannot be brought to a month.")
    return value * MONTHS_PER_PERIOD[period]


def uprating_factor(gdp: dict[int, float], start: int, target: int) -> float:
    """Factor that brings a wage in USD from ``start`` to ``target``.

    Growth of GDP per capita in USD between the two years, at most 6 % a year.
    Years beyond the newest GDP figure grow by the mean of the last five years,
    between 0 and 6 %. Falls (mostly devaluations) count in full where GDP is
    known, because a wage in local currency loses as much in dollars.

    Args:
        gdp: year to GDP per capita in current USD.
        start: year of the wage.
        target: year wanted; may lie before ``start``.

    Returns:
        The factor; 1 where no GDP is known.
    """
    if target < start:
        return 1.0 / uprating_factor(gdp, target, start)
    if target == start or not gdp:
        return 1.0
    last = max(gdp)
    known_until = min(target, last)
    factor = 1.0
    first = min((year for year in gdp if year >= start), default=None)
    if first is not None and first < known_until and known_until in gdp:
        growth = gdp[known_until] / gdp[first]
        factor = min(growth, (1.0 + GROWTH_CAP) ** (known_until - start))
    beyond = target - max(start, last)
    if beyond > 0:
        factor *= (1.0 + recent_growth(gdp)) ** beyond
    return factor


def recent_growth(gdp: dict[int, float]) -> float:
    """Mean yearly growth over the last five years of GDP per capita, held between 0 and 6 %."""
    last = max(gdp)
    earlier = [year for year in gdp if last - EXTRAPOLATION_YEARS <= year < last]
    if not earlier:
        return 0.0
    first = min(earlier)
    growth = (gdp[last] / gdp[first]) ** (1.0 / (last - first)) - 1.0
    return min(GROWTH_CAP, max(0.0, float(growth)))


def geometric_mean(values: FloatArray) -> float:
    """Geometric mean of positive values."""
    return float(np.exp(np.mean(np.log(values))))


def spread_between_sources(first: FloatArray, second: FloatArray) -> float:
    """Log standard deviation between two sources on the same wages, (n,) each, around their mean gap."""
    return float(np.std(np.log(first) - np.log(second), ddof=1))


def half_width(standard_deviation: float, narrowest: float = NARROWEST) -> float:
    """Half of an 80 % interval on the logarithm, never narrower than ``narrowest``."""
    return max(narrowest, Z80 * standard_deviation)


def half_width_observed(between: float, sources: int) -> float:
    """Half-width of an observed wage from one or two sources that differ by ``between`` (log sd)."""
    single = between / math.sqrt(2.0)
    return half_width(single / math.sqrt(sources))


@dataclass(frozen=True, slots=True)
class LogLine:
    """A straight line between the logarithms of two positive quantities, fitted by least squares.

    Attributes:
        intercept, slope: log(y) = intercept + slope * log(x).
        residual_sd: standard deviation of the residuals, n - 2 in the denominator.
        slope_error: standard error of the slope.
        centre: mean of log(x).
        n: number of points.
        loo_errors: (n,) leave-one-out errors, log(observed) - log(predicted without the point).
    """

    intercept: float
    slope: float
    residual_sd: float
    slope_error: float
    centre: float
    n: int
    loo_errors: FloatArray

    def __call__(self, x: FloatArray | float) -> FloatArray:
        """Predicted y for x of any shape."""
        return np.exp(self.intercept + self.slope * np.log(x))

    @property
    def loo_rmse(self) -> float:
        """Root mean square of the leave-one-out errors (log scale)."""
        return float(np.sqrt(np.mean(self.loo_errors**2)))


def fit_log_line(x: FloatArray, y: FloatArray) -> LogLine:
    """Fit log(y) on log(x); leave-one-out errors in closed form from the leverages.

    Args:
        x: (n,) positive.
        y: (n,) positive.

    Raises:
        ValueError: fewer than four points, or anything not positive.
    """
    if x.size < 4:
        raise ValueError(f"A line through {x.size} points cannot be validated: four are needed.")
    if not (np.all(x > 0) and np.all(y > 0)):
        raise ValueError("Logarithms need positive figures.")
    log_x, log_y = np.log(x), np.log(y)
    centre = float(log_x.mean())
    spread = float(np.sum((log_x - centre) ** 2))
    slope = float(np.sum((log_x - centre) * (log_y - log_y.mean())) / spread)
    intercept = float(log_y.mean() - slope * centre)
    residuals = log_y - (intercept + slope * log_x)
    sd = float(np.sqrt(np.sum(residuals**2) / (x.size - 2)))
    leverage = 1.0 / x.size + (log_x - centre) ** 2 / spread
    return LogLine(
        intercept, slope, sd, sd / math.sqrt(spread), centre, int(x.size), residuals / (1.0 - leverage)
    )


def survey_discount(survey: FloatArray, official: FloatArray) -> tuple[float, float]:
    """How many times a self-reported survey exceeds official pay, and the log sd around that.

    Args:
        survey: (n,) self-reported pay.
        official: (n,) official pay of the same places in the same unit and year.

    Returns:
        Median ratio and the standard deviation of the log ratio.
    """
    ratio = np.log(survey) - np.log(official)
    return float(np.exp(np.median(ratio))), float(np.std(ratio, ddof=1))
