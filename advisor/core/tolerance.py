"""When two numbers count as equal: the one tolerance that everything compared with a limit goes by.

Figures are decimals, and sums and differences of decimals miss in the last
bits: 4.3 - 4.1 comes out above 0.2. So a number exceeds another only if it
does so by more than ``TOLERANCE`` of the larger of the figures involved.
Twelve digits tell apart what people measure and pay; the arithmetic here
errs by the fifteenth.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from advisor.core.value_functions import FloatArray

TOLERANCE = 1e-12
LEVEL = 1e-9  # scores (0..1) of two alternatives no further apart are level
SCORE_DECIMALS = 1  # scores are published on 0..100 with one decimal; ranks are taken at that precision
_DIGITS = 9  # decimals of a score that are more than rounding errors


def exceeds(figures: ArrayLike, limit: ArrayLike, scale: ArrayLike = 0.0) -> NDArray[np.bool_]:
    """Whether figures are truly above a limit; False where either is NaN.

    Args:
        figures: of any shape.
        limit: of a shape that goes with it.
        scale: magnitude of what the figures were computed from, where that is
            larger than they are: a difference errs as its terms do.
    """
    return _gap(figures, limit) > _margin(figures, limit, scale)


def at_least(figures: ArrayLike, limit: ArrayLike) -> NDArray[np.bool_]:
    """Whether figures reach a limit; False where either is NaN."""
    return _gap(figures, limit) >= -_margin(figures, limit)


def at_most(figures: ArrayLike, limit: ArrayLike) -> NDArray[np.bool_]:
    """Whether figures stay within a limit; False where either is NaN."""
    return _gap(figures, limit) <= _margin(figures, limit)


def published(scores: FloatArray, decimals: int = SCORE_DECIMALS) -> FloatArray:
    """Scores as they are published and ranked; those that differ by rounding errors only come out equal."""
    return np.asarray(np.round(np.round(scores, _DIGITS), decimals))


def published_lead(score: float, other: float) -> float:
    """By how much one score is above another, both as they are published: what a reader would subtract."""
    first, second = published(np.array([score, other]))
    return float(published(np.array(first - second)))


def _gap(figures: ArrayLike, limit: ArrayLike) -> FloatArray:
    return np.asarray(np.subtract(figures, limit, dtype=np.float64))


def _margin(figures: ArrayLike, limit: ArrayLike, scale: ArrayLike = 0.0) -> FloatArray:
    largest = np.maximum(np.maximum(np.abs(figures), np.abs(limit)), scale)
    return np.asarray(TOLERANCE * largest, dtype=np.float64)
