"""Plausible weights, plausible values and the scores they give, drawn from standard draws that are made once.

The same standard normal draws serve every weighting (common random numbers),
so that a display does not jitter while a slider moves: what changes on the
screen then comes from the slider and not from chance.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from advisor.core.aggregation import Aggregation
from advisor.core.aggregation.method import Float32Array
from advisor.core.evaluation import ValuedMatrix
from advisor.core.matrix import frozen
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights
from advisor.words.translation import t

DEFAULT_SPREAD = 0.3
DEFAULT_SEED = 1
DRAWS_AT_REST = 10_000
DRAWS_WHILE_DRAGGING = 2_000
KEPT_DRAWS = 4_000_000  # a table of noise up to this many numbers (16 MB) is kept
# Weights of the 10th, 50th and 90th percentile in a three-point stand-in for a
# distribution: Swanson's rule (Keefer & Bodily 1983, Management Science 29(5), 595-609).
SWANSON = (0.3, 0.4, 0.3)


@dataclass(frozen=True, slots=True, eq=False)
class StandardDraws:
    """N independent standard normal draws for the weights, before any scaling.

    Attributes:
        themes: (N, k) for the theme weights.
        criteria: (N, n) for the weights within themes.
    """

    themes: Float32Array
    criteria: Float32Array

    def __post_init__(self) -> None:
        frozen(self.themes)
        frozen(self.criteria)


@lru_cache(maxsize=2)
def standard_draws(seed: int, count: int, themes: int, criteria: int) -> StandardDraws:
    """The draws of a seed; a smaller ``count`` gives the first rows of a larger one.

    Raises:
        ValueError: fewer than one draw, or a seed below 0.
    """
    of_themes, of_criteria, _ = _streams(seed, count)
    return StandardDraws(_normal(of_themes, count, themes), _normal(of_criteria, count, criteria))


def score_noise(seed: int, count: int, alternatives: int, chunk: int) -> Iterator[Float32Array]:
    """Standard normal draws (N, m) for the alternatives' scores, ``chunk`` rows at a time.

    A table of a few hundred alternatives is kept for the next call; a large one
    is drawn again each time, because it would fill the memory. Both give the
    same numbers.
    """
    if count * alternatives <= KEPT_DRAWS:
        kept = _kept_noise(seed, count, alternatives)
        yield from (kept[start : start + chunk] for start in range(0, count, chunk))
        return
    stream = _streams(seed, count)[2]
    for start in range(0, count, chunk):
        yield _normal(stream, min(chunk, count - start), alternatives)


@lru_cache(maxsize=2)
def _kept_noise(seed: int, count: int, alternatives: int) -> Float32Array:
    noise = _normal(_streams(seed, count)[2], count, alternatives)
    frozen(noise)
    return noise


def _streams(seed: int, count: int) -> list[np.random.Generator]:
    """Independent streams for theme weights, criterion weights and scores."""
    if count < 1:
        raise ValueError(t("The number of draws is {count}: it must be 1 or more.", count=count))
    if seed < 0:
        raise ValueError(t("The seed is {seed}: it must be 0 or more.", seed=seed))
    return [np.random.Generator(np.random.PCG64(each)) for each in np.random.SeedSequence(seed).spawn(3)]


def _normal(stream: np.random.Generator, count: int, width: int) -> Float32Array:
    return stream.standard_normal((count, width), dtype=np.float32)


def check_spread(spread: float) -> float:
    """The spread, if it is one.

    Raises:
        ValueError: below 0, or not finite.
    """
    if not math.isfinite(spread) or spread < 0:
        raise ValueError(t("The spread is {spread}: it must be 0 or more.", spread=f"{spread:g}"))
    return spread


def sample_weights(weights: Weights, draws: StandardDraws, spread: float) -> tuple[FloatArray, FloatArray]:
    """Plausible weights around the user's, theme by theme and then criterion by criterion.

    Each weight is multiplied by a lognormal factor exp(``spread`` * z) and each
    level is brought back to a sum of 1. A spread of 0.3 leaves two thirds of
    the factors between 0.74 and 1.35. A weight of 0 stays 0.

    Returns:
        Theme weights (N, k) and weights within themes (N, n).
    """
    tops = weights.theme_weights * np.exp(spread * draws.themes.astype(np.float64))
    tops /= tops.sum(axis=1, keepdims=True)
    within = weights.within * np.exp(spread * draws.criteria.astype(np.float64))
    membership = np.zeros((len(weights.within), len(weights.themes)))
    membership[np.arange(len(weights.within)), weights.theme_of] = 1.0
    sums = (within @ membership)[:, weights.theme_of]
    np.divide(within, sums, out=within, where=sums > 0)
    return tops, within


def value_moments(valued: ValuedMatrix) -> tuple[FloatArray, FloatArray]:
    """Mean and variance (m, n) of each cell's value, from its interval.

    The ends of an interval are taken as the 10th and 90th percentile and its
    figure as the median, put through the value function, and weighed 30-40-30
    (Swanson's rule). So a cell near a goalpost, where the value is clipped, or
    with a lopsided interval has a mean off its headline value.

    An imputed cell has the 10th to 90th percentile of its peers as interval,
    not everything from 0 to 1: the worst and best cases of an evaluation say
    what is possible, these moments say what is likely. A cell without an
    interval is certain, and so is a criterion nobody is known on (it counts 0).
    """
    points = np.empty((3, *valued.raw.shape))
    points[1] = valued.values
    for j, criterion in enumerate(valued.criteria):
        for level, figures in ((0, valued.raw_low), (2, valued.raw_high)):
            points[level][:, j] = np.nan_to_num(criterion.value_function(figures[:, j]), nan=0.0)
    shares = np.array(SWANSON)
    mean: FloatArray = np.tensordot(shares, points, axes=1)
    variance: FloatArray = np.tensordot(shares, (points - mean) ** 2, axes=1)
    return mean, variance


@dataclass(frozen=True, slots=True, eq=False)
class ScoreSampler:
    """Draws scores of r alternatives from the moments of their values under sampled weights.

    Values are not drawn cell by cell. Given one set of weights, a theme's score
    is a weighted sum of independent cells, so its mean and variance follow from
    two matrix products, and one normal draw stands for the sum: exact in mean
    and variance, and thousands of draws cost two products.

    Attributes:
        mean, variance: (r, n) moments of the values.
        weights: says which criterion belongs to which theme.
        aggregation: how scores are made up.
    """

    mean: Float32Array
    variance: Float32Array
    weights: Weights
    aggregation: Aggregation

    def __call__(self, tops: Float32Array, within: Float32Array, noise: Float32Array) -> Float32Array:
        """Scores (c, r) under c weightings (c, k) and (c, n), or under one (1, k) and (1, n)."""
        aggregation = self.aggregation
        moments, draws = (self.mean, self.variance), (tops, within, noise)
        return aggregation.formula.sampled(moments, self.weights, aggregation.floor, draws)
