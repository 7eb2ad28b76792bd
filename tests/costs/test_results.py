"""Percentiles over the draws: the same as by sorting, whatever the figures."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.costs.results import Quantiles

# The 10th, 50th and 90th in a hundred of the steps between so many draws.
RANKS = {1: [0, 0, 0], 3: [0, 1, 2], 11: [1, 5, 9], 500: [50, 250, 449], 10_000: [1000, 5000, 8999]}


def rows(count: int) -> np.ndarray:
    """Spread, skewed, with many ties, all alike, in rising order, and mostly endless."""
    draws = np.random.default_rng(7).random(count)
    return np.array(
        [
            draws,
            np.exp(4.0 * draws),
            np.floor(draws * 5.0),
            np.full(count, 3.0),
            np.sort(draws),
            np.where(draws < 0.3, draws, np.inf),
        ]
    )


@pytest.mark.parametrize("count", RANKS)
def test_that_percentiles_are_those_of_the_sorted_draws(count: int) -> None:
    figures = rows(count)
    expected, found = np.sort(figures, axis=-1), Quantiles.of(figures)
    for rank, each in zip(RANKS[count], (found.p10, found.p50, found.p90), strict=True):
        assert each.tolist() == expected[:, rank].tolist()


@pytest.mark.parametrize("count", [500, 10_000])
def test_that_an_unknown_draw_makes_the_row_unknown_and_no_other(count: int) -> None:
    figures = rows(count)
    figures[1, count // 2] = np.nan
    found = Quantiles.of(figures)
    assert np.isnan([found.p10[1], found.p50[1], found.p90[1]]).all()
    assert not np.isnan(np.delete(found.p50, 1)).any()
    assert found.p90[5] == np.inf
