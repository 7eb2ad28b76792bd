"""How far two rankings are apart where it matters: among the best of either."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ranks = NDArray[np.intp]


def top_distance(a: Ranks, b: Ranks, top: int) -> int:
    """Spearman's footrule between the first places of two rankings.

    Everything below the first ``top`` places, ranked or not, counts as standing at place ``top + 1``: the
    distance with location parameter of Fagin, Kumar and Sivakumar, "Comparing top k lists", SIAM Journal
    on Discrete Mathematics 17 (2003).

    Args:
        a: (m,) ranks, 1 the best, 0 for what is not ranked.
        b: (m,) the same.
        top: how many first places count, 1 or more.

    Returns:
        Sum over all alternatives of how many places they stand apart; 0 where the first places agree.
    """
    return int(np.abs(_capped(a, top) - _capped(b, top)).sum())


def _capped(ranks: Ranks, top: int) -> Ranks:
    return np.where((ranks == 0) | (ranks > top), top + 1, ranks)
