"""Values as positions, and the round values that an axis names."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values low..high on positions start..end (end may lie before start)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The position of a value."""
        span = self.high - self.low
        return self.start + (self.end - self.start) * ((value - self.low) / span if span else 0.5)

    def all_at(self, values: NDArray[np.float64]) -> list[float]:
        """The positions of many values."""
        span = self.high - self.low
        parts = (values - self.low) / span if span else np.full(len(values), 0.5)
        positions: list[float] = (self.start + (self.end - self.start) * parts).tolist()
        return positions

    def value(self, position: float) -> float:
        """The value at a position."""
        length = self.end - self.start
        return self.low + (self.high - self.low) * ((position - self.start) / length if length else 0.0)


@dataclass(frozen=True, slots=True)
class LogScale:
    """Values low..high, above 0, on positions start..end, so that equal ratios take equal room."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The position of a value."""
        span = math.log(self.high / self.low)
        return self.start + (self.end - self.start) * (math.log(value / self.low) / span if span else 0.5)


def ticks(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """Round values within low..high, at most ``most`` of them and usually not many fewer.

    Args:
        low: one end of the axis.
        high: the other one.
        most: values, 1 at least.
        whole: whether only whole numbers mean anything, as with ranks.
    """
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low or most < 1:
        return []
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    for factor in (*_STEPS, *(10 * step for step in _STEPS)):
        step = factor * power
        if whole and (step < 1 or step % 1):
            continue
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= most:
            return [number * step for number in range(first, last + 1)]
    return [float(math.ceil(low))] if whole else []


def log_ticks(low: float, high: float) -> list[float]:
    """The values 1, 2 and 5 times a power of ten within low..high, above 0."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    marks = [step * 10.0**power for power in powers for step in (1.0, 2.0, 5.0)]
    return [mark for mark in marks if low <= mark <= high]
