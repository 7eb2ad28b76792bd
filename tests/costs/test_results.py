"""Percentiles over the draws: the same as by sorting, whatever the figures."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.costs.results import Quantiles, order_statistics

RANKS = [1000, 5000, 8999]


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


@pytest.mark.parametrize("count", [9_000, 10_000])
def test_that_order_statistics_are_those_of_the_sorted_draws(count: int) -> None:
    figures = rows(count)
    expected = np.sort(figures, axis=-1)
    for rank, found in zip(RANKS, order_statistics(figures, RANKS), strict=True):
        assert found.tolist() == expected[:, rank].tolist()


def test_that_a_row_whose_sample_misleads_is_still_right() -> None:
    """Every eighth draw, the sample, is far above all others."""
    draws = np.random.default_rng(3).random(10_000)
    draws[::8] += 100.0
    found = order_statistics(draws[None, :], RANKS)
    assert [float(each[0]) for each in found] == np.sort(draws)[RANKS].tolist()


@pytest.mark.parametrize("count", [500, 10_000])
def test_that_an_unknown_draw_makes_the_row_unknown_and_no_other(count: int) -> None:
    figures = rows(count)
    figures[1, count // 2] = np.nan
    found = Quantiles.of(figures)
    assert np.isnan([found.p10[1], found.p50[1], found.p90[1]]).all()
    assert not np.isnan(np.delete(found.p50, 1)).any()
    assert found.p90[5] == np.inf
