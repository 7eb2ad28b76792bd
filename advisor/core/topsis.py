"""TOPSIS: closeness to the best and distance from the worst that occurs (Hwang & Yoon 1981).

A second opinion only: the best and the worst are those of the set at hand, so
adding or removing one alternative can change the order of the others.
"""

from __future__ import annotations

import numpy as np

from advisor.core.value_functions import FloatArray


def topsis(figures: FloatArray, weights: FloatArray) -> FloatArray:
    """Relative closeness (m,) to the ideal, 0..1.

    Args:
        figures: (m, n) raw figures of which more is better; turn the sign of
            those of which less is better, which changes neither their norm nor
            the distances.
        weights: (n,) shares, sum 1.

    Returns:
        Closeness; 0.5 for all where all are the same.
    """
    if not len(figures):
        return np.zeros(0)
    norms = np.sqrt((figures**2).sum(axis=0))
    weighted = np.divide(figures, norms, out=np.zeros_like(figures), where=norms > 0) * weights
    to_best = np.sqrt(((weighted - weighted.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    total = to_best + to_worst
    closeness = np.full(len(figures), 0.5)
    np.divide(to_worst, total, out=closeness, where=total > 0)
    return closeness
