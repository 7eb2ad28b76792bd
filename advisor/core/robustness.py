"""How sure a ranking is: SMAA-2 (Lahdelma & Salminen 2001, Operations Research 49(3), 444-454).

Thousands of plausible weightings and plausible values are ranked, and what is
counted is how often each alternative takes each rank. Sampling error at 10,000
draws is one percentage point: show no more digits.

Draws are scored by matrix products (``ScoreSampler``) and ordered by one
vectorised sort of packed numbers (``rank_order``), a few hundred at a time, so
that memory holds the counts and little else.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.core.aggregation.method import Float32Array
from advisor.core.evaluation import Evaluation, Status
from advisor.core.matrix import frozen
from advisor.core.sampling import (
    DEFAULT_SEED,
    DEFAULT_SPREAD,
    DRAWS_AT_REST,
    ScoreSampler,
    check_spread,
    sample_weights,
    score_noise,
    standard_draws,
    value_moments,
)
from advisor.core.tolerance import TOLERANCE
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights

CHUNK = 500  # fits a core's cache, and is how often progress is told
CONFIDENCE_DRAWS = 2_000
LARGE = 1_000  # alternatives from which on a table of counts for every chunk would take too much memory
LEAST_FOR_CONFIDENCE = 0.01  # below this share of first ranks, central weights rest on too few draws

KeepGoing = Callable[[float], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """What N draws say about r ranked alternatives out of m. Shares are 0..1.

    Attributes:
        alternatives: the m ids of the evaluation.
        rows: (r,) rows of those that took part, in the order of the ranking.
        counts: (r, r) number of draws in which ``rows[i]`` has rank j + 1; rows
            and columns sum to ``draws``. Whole numbers as short as will do.
        p_first, p_top3, p_top5: (m,) share of draws among the first 1, 3, 5;
            NaN for those that did not take part.
        rank_low, rank_high: (m,) ranks at the 5th and 95th percentile; 0 for
            those that did not take part.
        central: (m, n) mean weights of the draws that put an alternative
            first: who holds these weights should choose it; NaN if never first.
        confidence: (m,) how often it is first if its central weights are right
            and only the values are in doubt; NaN if first in less than 1 %.
        draws, spread, seed: what was asked for.
    """

    alternatives: tuple[str, ...]
    rows: NDArray[np.intp]
    counts: NDArray[np.unsignedinteger[Any]]
    p_first: FloatArray
    p_top3: FloatArray
    p_top5: FloatArray
    rank_low: NDArray[np.intp]
    rank_high: NDArray[np.intp]
    central: FloatArray
    confidence: FloatArray
    draws: int
    spread: float
    seed: int

    def __post_init__(self) -> None:
        for name in (
            *("rows", "counts", "p_first", "p_top3", "p_top5"),
            *("rank_low", "rank_high", "central", "confidence"),
        ):
            frozen(getattr(self, name))

    @property
    def acceptability(self) -> FloatArray:
        """All counts as shares (r, r): eight bytes for each, so ask for one place where one will do."""
        return np.asarray(self.counts / self.draws)

    def rank_shares(self, place: int) -> FloatArray:
        """Share of draws (r,) in which ``rows[place]`` has rank 1, 2, ...; sums to 1."""
        return np.asarray(self.counts[place] / self.draws)


def rank_order(scores: Float32Array) -> NDArray[np.int32]:
    """Column indices (c, r) of scores (c, r), best first; scores below -0.5 or above 1.5 count as that.

    The score becomes the upper bits and the index the lower bits of one whole
    number, so that a plain vectorised sort orders both: several times as fast
    as an indirect sort. The bits left for the score tell apart what the tie
    noise tells apart up to 8,000 alternatives.
    """
    width = scores.shape[1]
    bits = max(1, (width - 1).bit_length())
    room = np.float32((1 << min(23, 31 - bits)) - 1)
    upside_down = scores * (-room / 2)
    upside_down += room * np.float32(0.75)
    np.clip(upside_down, 0.0, room, out=upside_down)
    keys = upside_down.astype(np.int32)
    keys <<= bits
    keys |= np.arange(width, dtype=np.int32)
    keys.sort(axis=1)
    keys &= (1 << bits) - 1
    return keys


@dataclass(frozen=True, slots=True, eq=False)
class _Draws:
    """Everything that is drawn for some rows of an evaluation.

    Attributes:
        rows: (r,) rows of the evaluation.
        scorer: gives scores.
        tops, within: sampled weights (N, k) and (N, n).
        seed: of the noise.
        alternatives: m, of the evaluation.
    """

    rows: NDArray[np.intp]
    scorer: ScoreSampler
    tops: Float32Array
    within: Float32Array
    seed: int
    alternatives: int

    def noise(self, chunk: int = CHUNK) -> Iterator[Float32Array]:
        """Noise (c, r) of the scores, chunk by chunk; without a copy if the rows are all, in order."""
        everyone = np.array_equal(self.rows, np.arange(self.alternatives))
        for noise in score_noise(self.seed, len(self.tops), self.alternatives, chunk):
            yield noise if everyone else noise.take(self.rows, axis=1)

    def scores(self) -> Iterator[tuple[slice, Float32Array]]:
        """Scores (c, r), chunk by chunk, each with the draws that it holds."""
        start = 0
        for noise in self.noise():
            part = slice(start, start + len(noise))
            yield part, self.scorer(self.tops[part], self.within[part], noise)
            start = part.stop


def _draw(evaluation: Evaluation, rows: NDArray[np.intp], draws: int, seed: int, spread: float) -> _Draws:
    check_spread(spread)
    weights = evaluation.weights
    standard = standard_draws(seed, draws, len(weights.themes), len(evaluation.criteria))
    mean, variance = (moment[rows].astype(np.float32) for moment in value_moments(evaluation.valued))
    tops, within = (drawn.astype(np.float32) for drawn in sample_weights(weights, standard, spread))
    scorer = ScoreSampler(mean, variance, weights, evaluation.aggregation)
    return _Draws(rows, scorer, tops, within, seed, len(evaluation.alternatives))


def pairwise_wins(
    evaluation: Evaluation,
    rows: NDArray[np.intp],
    draws: int = DRAWS_AT_REST,
    seed: int = DEFAULT_SEED,
    spread: float = DEFAULT_SPREAD,
) -> FloatArray:
    """Share of draws (q, q) in which the alternative of a row scores above that of a column.

    The draws are those that ``robustness`` counts. Each pair costs a comparison
    of all draws: a few milliseconds for 20 alternatives, about 0.3 s for 250.

    Args:
        evaluation: weights, values and aggregation.
        rows: q rows of the evaluation, ranked or not.
        draws: as for ``robustness``.
        seed: as for ``robustness``.
        spread: as for ``robustness``.

    Returns:
        Shares 0..1; NaN on the diagonal.

    Raises:
        ValueError: a spread or seed below 0, or fewer than one draw.
    """
    drawn = np.empty((len(rows), draws), dtype=np.float32)
    for part, scores in _draw(evaluation, rows, draws, seed, spread).scores():
        drawn[:, part] = scores.T
    wins = np.full((len(rows), len(rows)), np.nan)
    for i in range(len(rows)):
        for j in range(i):
            wins[i, j] = np.count_nonzero(drawn[i] > drawn[j]) / draws
            wins[j, i] = np.count_nonzero(drawn[j] > drawn[i]) / draws
    return wins


def robustness(
    evaluation: Evaluation,
    draws: int = DRAWS_AT_REST,
    seed: int = DEFAULT_SEED,
    spread: float = DEFAULT_SPREAD,
    keep_going: KeepGoing | None = None,
) -> Robustness | None:
    """Rank the ranked alternatives of an evaluation under plausible weights and values.

    Args:
        evaluation: weights, values, aggregation and who takes part.
        draws: how many weightings, N.
        seed: 0 or more; the same seed gives the same answer.
        spread: standard deviation of the logarithm of the weight factors.
        keep_going: told the share done (0..1) after each chunk of draws;
            returns False to stop.

    Returns:
        What was counted, or None if ``keep_going`` said stop.

    Raises:
        ValueError: a spread or seed below 0, or fewer than one draw.
    """
    rows = np.flatnonzero(evaluation.status == Status.RANKED)
    drawn = _draw(evaluation, rows, draws, seed, spread)
    listed = evaluation.order[evaluation.status[evaluation.order] == Status.RANKED]
    size = len(rows)
    tally = _Tally(np.searchsorted(rows, listed), draws)
    first = np.zeros(draws, dtype=np.intp)
    for part, scores in drawn.scores() if size else ():
        cells = rank_order(scores)
        first[part] = cells[:, 0]
        tally.add(cells)
        if keep_going is not None and not keep_going(min(1.0, part.stop / draws)):
            return None

    central = _central(first, size, drawn.tops, drawn.within, evaluation.weights)
    confidence = _confidence(drawn, central, np.bincount(first, minlength=size) if size else first[:0])
    count = len(evaluation.alternatives)
    counts = tally.counts
    p_first, p_top3, p_top5, low, high = _summary(counts, draws, listed, count)
    return Robustness(
        alternatives=evaluation.alternatives,
        rows=listed,
        counts=counts,
        p_first=p_first,
        p_top3=p_top3,
        p_top5=p_top5,
        rank_low=low,
        rank_high=high,
        central=_spread_out(central, rows, count),
        confidence=_spread_out(confidence, rows, count),
        draws=draws,
        spread=spread,
        seed=seed,
    )


class _Tally:
    """Counts how often each of r alternatives takes each rank.

    Args:
        order: (r,) the alternatives in the order of the counts' rows.
        draws: the most that can be counted.
    """

    def __init__(self, order: NDArray[np.intp], draws: int) -> None:
        self._order, self._is_large = order, len(order) > LARGE
        self._counts = np.zeros((len(order), len(order)), dtype=np.min_scalar_type(draws))
        self._ranks = np.arange(len(order), dtype=np.int32)
        self._starts = np.argsort(order) * len(order)

    def add(self, cells: NDArray[np.int32]) -> None:
        """Count orders (c, r) of alternatives, best first; ``cells`` is used up."""
        counts = self._counts
        if self._is_large:
            at = self._starts[cells] + self._ranks
            np.add.at(counts.reshape(-1), at.ravel(), counts.dtype.type(1))
            return
        cells *= len(counts)
        cells += self._ranks
        counted = np.bincount(cells.ravel(), minlength=counts.size)
        np.add(counts, counted.reshape(counts.shape), out=counts, casting="unsafe")

    @property
    def counts(self) -> NDArray[np.unsignedinteger[Any]]:
        """(r, r) counts by place in the order and by rank."""
        return self._counts if self._is_large else self._counts[self._order]


def _spread_out(figures: FloatArray, rows: NDArray[np.intp], count: int) -> FloatArray:
    """Figures (r, ...) at their rows of an array (count, ...) of NaN."""
    result = np.full((count, *figures.shape[1:]), np.nan)
    result[rows] = figures
    return result


def _summary(
    counts: NDArray[np.unsignedinteger[Any]], draws: int, listed: NDArray[np.intp], count: int
) -> tuple[FloatArray, FloatArray, FloatArray, NDArray[np.intp], NDArray[np.intp]]:
    size = len(listed)
    p_first, p_top3, p_top5 = (
        _spread_out(counts[:, :best].sum(axis=1, dtype=np.int64) / draws, listed, count) for best in (1, 3, 5)
    )
    low, high = np.zeros(count, dtype=np.intp), np.zeros(count, dtype=np.intp)
    for start in range(0, size, CHUNK):
        cumulative = np.cumsum(counts[start : start + CHUNK], axis=1, dtype=np.int64)
        for target, share in ((low, 0.05), (high, 0.95)):
            enough = math.ceil(share * draws * (1.0 - TOLERANCE))
            target[listed[start : start + CHUNK]] = (cumulative < enough).sum(axis=1) + 1
    return p_first, p_top3, p_top5, low, high


def _central(
    first: NDArray[np.intp], size: int, tops: Float32Array, within: Float32Array, weights: Weights
) -> FloatArray:
    """Mean weights (r, n) of the draws in which each alternative is first; NaN if in none."""
    flat = (within * tops[:, weights.theme_of]).astype(np.float64)
    wins = np.bincount(first, minlength=size)[:size]
    sums = np.array([np.bincount(first, column, minlength=size)[:size] for column in flat.T]).T
    central = np.full((size, flat.shape[1]), np.nan)
    np.divide(sums, wins[:, None], out=central, where=wins[:, None] > 0)
    return central


def _confidence(drawn: _Draws, central: FloatArray, wins: NDArray[np.intp]) -> FloatArray:
    """Share of draws (r,) in which each alternative is first under its own central weights.

    Central weights lie amid the sampled ones, so those that were never first in
    any draw are left out as rivals.
    """
    scorer, weights = drawn.scorer, drawn.scorer.weights
    rivals = np.flatnonzero(wins)
    few = ScoreSampler(scorer.mean[rivals], scorer.variance[rivals], weights, scorer.aggregation)
    often = np.flatnonzero(wins[rivals] >= LEAST_FOR_CONFIDENCE * len(drawn.tops))
    firsts, seen = np.zeros(len(rivals), dtype=np.intp), 0
    for noise in drawn.noise(CONFIDENCE_DRAWS) if len(often) else ():
        among = noise[:, rivals]
        for place in often:
            tops, within = _one_weighting(central[rivals[place]], weights)
            firsts[place] += np.count_nonzero(few(tops, within, among).argmax(axis=1) == place)
        seen += len(noise)
        if seen >= CONFIDENCE_DRAWS:
            break
    result = np.full(len(central), np.nan)
    result[rivals[often]] = firsts[often] / max(1, seen)
    return result


def _one_weighting(flat: FloatArray, weights: Weights) -> tuple[Float32Array, Float32Array]:
    """Theme weights (1, k) and weights within themes (1, n) of shares (n,)."""
    tops = np.bincount(weights.theme_of, flat, minlength=len(weights.themes))
    shares = tops[weights.theme_of]
    within = np.divide(flat, shares, out=np.zeros_like(shares), where=shares > 0)
    return tops.astype(np.float32)[None, :], within.astype(np.float32)[None, :]
