"""The distance between the first places of two rankings, against cases counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.core.rank_distance import top_distance


@pytest.mark.parametrize(
    ("a", "b", "top", "distance"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 4], 3, 0),
        ([1, 2, 3, 4], [2, 1, 3, 4], 3, 2),
        ([1, 2, 3, 4], [1, 2, 4, 3], 3, 2),  # third falls to place 4, fourth rises to 3
        ([1, 2, 3, 4], [4, 1, 2, 3], 2, 2 + 1 + 1),  # 1 to below, 2 to 1, below to 2
        ([1, 2, 0, 3], [1, 2, 3, 0], 2, 0),  # nothing happens among the first two
        ([1, 0], [0, 1], 1, 2),
        ([0, 0], [0, 0], 5, 0),
    ],
)
def test_that_distance_counts_places_among_the_first(
    a: list[int], b: list[int], top: int, distance: int
) -> None:
    first, second = np.array(a), np.array(b)
    assert top_distance(first, second, top) == top_distance(second, first, top) == distance
