"""Low / likely / high figures and the distributions that they stand for.

Two kinds of range occur in the cost model:

* a **rate** from published ranges (a percentage, a number of months): low and
  high are the ends of what has been published, so the distribution ends there.
  It is triangular: it claims no more than the three numbers, and it is wider
  than the PERT distribution that shares them;
* an **estimate** with an error on either side (a wage, a pay premium): low and
  high are the 10th and 90th percentile of a lognormal whose two halves have
  each their own spread. A wage of +-30 % then has a log standard deviation of
  0.2, which is what two independent sources that differ by 0.3 imply (0.3 / sqrt 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]

Z90 = NormalDist().inv_cdf(0.9)  # a standard normal is below this in nine cases of ten


def frozen(array: FloatArray) -> FloatArray:
    """The same array, no longer writeable."""
    array.setflags(write=False)
    return array


@dataclass(frozen=True, slots=True, eq=False)
class Range:
    """Low, likely and high figures of L places; NaN is unknown.

    Attributes:
        low, likely, high: (L,) arrays, or (L, K) where there are K kinds of each.

    Raises:
        ValueError: shapes that differ, or a known low above likely or likely above high.
    """

    low: FloatArray
    likely: FloatArray
    high: FloatArray

    def __post_init__(self) -> None:
        for name in ("low", "likely", "high"):
            object.__setattr__(self, name, frozen(np.array(getattr(self, name), dtype=np.float64, ndmin=1)))
        if not self.low.shape == self.likely.shape == self.high.shape:
            raise ValueError("Low, likely and high must be lists of one length.")
        if (self.low > self.likely).any() or (self.likely > self.high).any():
            raise ValueError("A range must have low <= likely <= high.")

    @classmethod
    def certain(cls, values: ArrayLike) -> Range:
        """Ranges without width: low = likely = high = ``values``, shape (L,)."""
        array = np.array(values, dtype=np.float64, ndmin=1)
        return cls(array, array, array)

    @classmethod
    def unknown(cls, count: int) -> Range:
        """``count`` unknown figures."""
        return cls.certain(np.full(count, np.nan))

    def __len__(self) -> int:
        return len(self.likely)

    def __getitem__(self, rows: slice | NDArray[np.intp]) -> Range:
        return Range(self.low[rows], self.likely[rows], self.high[rows])

    def filled(self, low: float, likely: float, high: float) -> Range:
        """The same with unknown figures replaced; of length 1 where all of them are unknown."""
        unknown = np.isnan(self.likely)
        if unknown.all():
            return single(low, likely, high)
        ends = ((self.low, low), (self.likely, likely), (self.high, high))
        return Range(*(np.where(unknown, figure, known) for known, figure in ends))


@lru_cache(maxsize=512)
def single(low: float, likely: float, high: float) -> Range:
    """One range, (1,)."""
    return Range(np.array([low]), np.array([likely]), np.array([high]))


def triangular_quantile(u: ArrayLike, low: ArrayLike, likely: ArrayLike, high: ArrayLike) -> FloatArray:
    """Inverse of the triangular distribution's cumulative function.

    Args:
        u: probabilities in 0..1, any shape.
        low: lower end, broadcast against ``u`` like the other two.
        likely: mode.
        high: upper end.

    Returns:
        Figures in the unit of ``low``, of the broadcast shape.
    """
    u_, a, m, b = (np.asarray(x, dtype=np.float64) for x in (u, low, likely, high))
    width = b - a
    below = u_ * width <= m - a  # on the rising side
    rising = a + np.sqrt(u_ * width * (m - a))
    falling = b - np.sqrt((1.0 - u_) * width * (b - m))
    return np.where(below, rising, falling)


def lognormal_quantile(z: ArrayLike, low: ArrayLike, likely: ArrayLike, high: ArrayLike) -> FloatArray:
    """A lognormal in two halves that meet at the median, taken at standard normal ``z``.

    Args:
        z: standard normal figures, any shape; 0 gives ``likely``, -Z90 ``low``, Z90 ``high``.
        low: 10th percentile, above 0, broadcast against ``z`` like the other two.
        likely: median.
        high: 90th percentile.

    Returns:
        Figures in the unit of ``likely``, of the broadcast shape.
    """
    z_, a, m, b = (np.asarray(x, dtype=np.float64) for x in (z, low, likely, high))
    below, above = np.log(m / a) / Z90, np.log(b / m) / Z90
    figures: FloatArray = m * np.exp(np.minimum(z_, 0.0) * below + np.maximum(z_, 0.0) * above)
    return figures
