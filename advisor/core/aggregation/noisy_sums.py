"""Weighted sums of uncertain values, drawn without drawing the values one by one."""

from __future__ import annotations

import numpy as np

from advisor.core.aggregation.method import Float32Array

TIE_NOISE = 1e-5  # of 1: scores as close as that (a thousandth of a point) are ordered by lot


def noisy_sums(
    mean: Float32Array, variance: Float32Array, shares: Float32Array, noise: Float32Array
) -> Float32Array:
    """Weighted sums (c, r) of values with moments (r, n) under shares (c, n) or (1, n), noise (c, r).

    Given the weights, a weighted sum of independent values has a mean and a
    variance that follow from two matrix products, and one normal draw stands
    for the sum.
    """
    deviation = (shares * shares) @ variance.T
    deviation += np.float32(TIE_NOISE**2)
    np.sqrt(deviation, out=deviation)
    scores = np.multiply(deviation, noise, dtype=np.float32)
    scores += shares @ mean.T
    return scores
