"""Percentiles of few figures, at a tenth of the cost of NumPy's, which are made for many."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.core.value_functions import FloatArray


def percentile(ordered: FloatArray | Sequence[float], percent: int) -> float:
    """Linear percentile of figures in rising order, as ``np.percentile`` gives it.

    Args:
        ordered: at least one.
        percent: 0 to 100.
    """
    position = percent / 100 * (len(ordered) - 1)
    below = int(position)
    first, second = float(ordered[below]), float(ordered[min(below + 1, len(ordered) - 1)])
    part = position - below
    return first + (second - first) * part if part < 0.5 else second - (second - first) * (1 - part)
