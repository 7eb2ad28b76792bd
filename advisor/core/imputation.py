"""Documented estimates for unknown cells, from peers, with an interval that shows the doubt.

An unknown figure is neither left out (which re-weights silently and flatters
those with least data) nor filled with the overall mean. It takes the median
of the nearest peer group that has enough known members, and the 10th to 90th
percentile of that group as its interval. The groups are those of the whole
matrix, so filtering the view changes no estimate.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from advisor.core.matrix import CellMethod, DecisionMatrix, MethodArray
from advisor.core.percentiles import percentile
from advisor.core.value_functions import FloatArray

MIN_PEERS = 4


def impute_unknown(matrix: DecisionMatrix) -> tuple[FloatArray, FloatArray, FloatArray, MethodArray]:
    """Fill unknown cells from peers.

    Returns:
        values, low, high (m, n) and methods (m, n): as in ``matrix`` where
        known; a known cell without an interval gets its own value as both
        bounds. A criterion that nobody is known on stays NaN and UNKNOWN.
    """
    values = matrix.values.copy()
    low = np.where(np.isnan(matrix.low), values, matrix.low)
    high = np.where(np.isnan(matrix.high), values, matrix.high)
    methods = matrix.methods.copy()
    unknown = np.isnan(values)
    levels = peer_levels(matrix.peers) if unknown.any() else []
    for j in np.flatnonzero(unknown.any(axis=0)):
        evidence = None if matrix.copied is None else ~matrix.copied[:, j]
        filled = impute_column(matrix.values[:, j], levels, evidence)
        rows = unknown[:, j] & ~np.isnan(filled[0])
        values[rows, j], low[rows, j], high[rows, j] = (part[rows] for part in filled)
        methods[rows, j] = CellMethod.IMPUTED
    return values, low, high, methods


def peer_levels(peers: Sequence[Sequence[str]]) -> list[NDArray[np.intp]]:
    """Groupings as numbers (m,), from fine to coarse, for ``impute_column``."""
    return [np.unique(labels, return_inverse=True)[1] for labels in peers]


def impute_column(
    column: FloatArray, levels: Sequence[NDArray[np.intp]], evidence: NDArray[np.bool_] | None = None
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Median, 10th and 90th percentile of the peers for the unknown figures of one column (m,).

    The finest grouping of ``levels`` with enough known members counts, at last all together.

    Args:
        column: (m,) figures; NaN is unknown.
        levels: groupings (m,), from fine to coarse.
        evidence: (m,) whose known figures count; None for all.

    Returns:
        values, low and high, (m,) each; known figures are their own bounds. All NaN if nothing is known.
    """
    values, low, high = column.copy(), column.copy(), column.copy()
    known = ~np.isnan(column) if evidence is None else ~np.isnan(column) & evidence
    if not known.any():
        return values, low, high
    everyone = np.zeros(len(column), dtype=np.intp)
    for groups, needed in (*((groups, MIN_PEERS) for groups in levels), (everyone, 1)):
        for group in sorted(set(groups[np.isnan(values)].tolist())):
            figures = column[known & (groups == group)]
            if figures.size < needed:
                continue
            rows = np.isnan(values) & (groups == group)
            ordered = np.sort(figures)
            values[rows] = percentile(ordered, 50)
            low[rows], high[rows] = percentile(ordered, 10), percentile(ordered, 90)
    return values, low, high
