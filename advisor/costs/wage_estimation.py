"""Steps from published pay figures to a base wage in US dollars a month of the price year.

Pure functions of plain numbers and arrays; the build of the data pack applies
them. The steps: bring every figure to a month, convert it at the rate of its
own year, uprate it by growth of GDP per capita, pool what several say by their
variances, and estimate what none says by a line through the logarithms. All
intervals are 80 % intervals (P10 to P90) on the logarithm of the wage.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

FULL_TIME_HOURS = 40.0
SHORTEST_WEEK, LONGEST_WEEK = 37.5, 48.0
WEEKS_PER_MONTH = 52.0 / 12.0
MONTHS_PER_PERIOD = {"year": 1.0 / 12.0, "month": 1.0, "week": WEEKS_PER_MONTH}
GROWTH_CAP = 0.06
EXTRAPOLATION_YEARS = 5
Z80 = 1.2816
NARROWEST = math.log(1.1)
# A national figure within the 80 % interval of what income predicts stands as it is.
FAR = Z80


def full_time_hours(worked: float) -> float:
    """Hours of a full-time week from the mean hours that employees work, part-timers included.

    A mean below 37.5 says how many work part-time, and one above 48 that of
    people with two jobs or none with a contract; office work lies between.
    NaN gives 40.
    """
    if math.isnan(worked):
        return FULL_TIME_HOURS
    return min(LONGEST_WEEK, max(SHORTEST_WEEK, worked))


def to_month(value: float, period: str, weekly_hours: float = FULL_TIME_HOURS) -> float:
    """Pay of a period (year, month, week or hour) as pay of a full-time month.

    Raises:
        ValueError: a period that cannot be brought to a month.
    """
    if period == "hour":
        return value * weekly_hours * WEEKS_PER_MONTH
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


@dataclass(frozen=True, slots=True)
class LogFigure:
    """A positive quantity known with error: its logarithm and the variance of that."""

    log: float
    variance: float

    @property
    def value(self) -> float:
        """The quantity itself."""
        return math.exp(self.log)

    @property
    def half(self) -> float:
        """Half of the 80 % interval on the logarithm."""
        return half_width(math.sqrt(self.variance))

    def times(self, other: LogFigure) -> LogFigure:
        """The product with an independent figure."""
        return LogFigure(self.log + other.log, self.variance + other.variance)


def pooled(figures: Sequence[LogFigure]) -> LogFigure:
    """What independent figures of one quantity say together: the mean weighted by inverse variance."""
    weights = [1.0 / each.variance for each in figures]
    total = sum(weights)
    return LogFigure(
        sum(weight * each.log for weight, each in zip(weights, figures, strict=True)) / total, 1.0 / total
    )


def shrunk(observed: LogFigure, predicted: LogFigure) -> tuple[LogFigure, float]:
    """A national figure far from what income predicts, drawn toward it by the two variances.

    Countries differ, so a figure within the 80 % interval of the prediction
    stands as it is. What lies beyond is more likely a fault of the figure than
    of the country: its variance is taken to be what would put the gap at the
    edge of the interval, less the variance of the prediction.

    Returns:
        The figure and the weight that the prediction got, 0 to 1.
    """
    gap = observed.log - predicted.log
    doubt = max(0.0, (gap / FAR) ** 2 - predicted.variance)
    weight = doubt / (doubt + predicted.variance)
    variance = max(observed.variance, weight * predicted.variance)
    return LogFigure(observed.log - weight * gap, variance), weight


@dataclass(frozen=True, slots=True)
class SourceError:
    """How far published figures are off (log): at once, and more for each year of age.

    Attributes:
        at_once: standard deviation of a new figure.
        per_year: standard deviation that grows with the square root of the years.
        pairs: pairs of figures on the same wage that it was measured on.
    """

    at_once: float
    per_year: float
    pairs: int

    def variance(self, age: float) -> float:
        """Of a figure that is ``age`` years old and was uprated."""
        return self.at_once**2 + self.per_year**2 * max(0.0, age)


def source_error(first: FloatArray, second: FloatArray, gaps: FloatArray) -> SourceError:
    """The error of single figures from pairs on the same wage, uprated to one year.

    The squared log difference of a pair is twice the variance at once plus the
    variance of a year times the years between the two; fitted by least squares.

    Args:
        first: (n,) figures of the pairs.
        second: (n,) the other figure of each.
        gaps: (n,) years between them.
    """
    difference = np.log(first) - np.log(second)
    squares = np.square(difference - np.median(difference))
    # Single wild pairs are judged elsewhere; here they must not make all figures look bad.
    squares = np.minimum(squares, np.quantile(squares, 0.95))
    table = np.column_stack([np.full(gaps.size, 2.0), gaps])
    (at_once, per_year), *_ = np.linalg.lstsq(table, squares, rcond=None)
    if per_year < 0.0:
        at_once, per_year = float(squares.mean()) / 2.0, 0.0
    return SourceError(math.sqrt(max(at_once, 0.01)), math.sqrt(per_year), int(gaps.size))


def half_width(standard_deviation: float, narrowest: float = NARROWEST) -> float:
    """Half of an 80 % interval on the logarithm, never narrower than ``narrowest``."""
    return max(narrowest, Z80 * standard_deviation)


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

    @property
    def ordinary_error(self) -> float:
        """Standard deviation of ordinary points, from the median error, which wild points do not move."""
        return float(np.median(np.abs(self.loo_errors))) / NormalDist().inv_cdf(0.75)


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


def median_error(lower_quartile: float, upper_quartile: float, answers: int) -> float:
    """Standard error of the logarithm of a sample median.

    The quartiles give the standard deviation of the logarithms; the median of a
    normal sample is sqrt(pi / 2) times as uncertain as its mean.

    Args:
        lower_quartile: of the sample, positive.
        upper_quartile: of the sample, positive.
        answers: size of the sample, at least 1.
    """
    spread = math.log(upper_quartile / lower_quartile) / (2.0 * NormalDist().inv_cdf(0.75))
    return spread * math.sqrt(math.pi / 2.0 / answers)
