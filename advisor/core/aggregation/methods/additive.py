"""The weighted mean: full compensation, so that a strength offsets a weakness wherever both are."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from advisor.core.aggregation.method import Float32Array, HeadlineMethod, Level
from advisor.core.aggregation.noisy_sums import noisy_sums
from advisor.core.flips import SmallestChange, flip_weights, smallest_change
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights
from advisor.words.translation import t


class Additive(HeadlineMethod):
    """The weighted mean of values. Everything about it is a straight line."""

    id: ClassVar[str] = "additive"
    place: ClassVar[int] = 10
    moves: ClassVar[Level] = "criterion"

    @property
    def name(self) -> str:
        """What people call it."""
        return t("Additive")

    @property
    def short_name(self) -> str:
        """The name where there is little room."""
        return t("Add.")

    @property
    def meaning(self) -> str:
        """What it says of an alternative."""
        return t("The weighted mean: a strength offsets a weakness.")

    @property
    def choice(self) -> str:
        """What choosing it means, in few words."""
        return t("Strengths offset weaknesses")

    @property
    def choice_meaning(self) -> str:
        """The same in a sentence."""
        return t("Additive: the score is the weighted mean, so a strength in one theme offsets a weakness.")

    @property
    def scale(self) -> str:
        """What its scores times 100 are."""
        return t("weighted mean of values, times 100; 0 to 100, contributions sum to the score")

    def scores(self, themes: FloatArray, weights: Weights, floor: float) -> FloatArray:  # noqa: ARG002
        """Scores (m,) in 0..1 from theme scores (m, k)."""
        return np.asarray(themes @ weights.theme_weights, dtype=np.float64)

    def straightened(self, scores: FloatArray) -> FloatArray:
        """Scores as they are."""
        return scores

    def bent(self, levels: FloatArray) -> FloatArray:
        """Scores as they are."""
        return levels

    def between(self, starts: FloatArray, ends: FloatArray, shares: FloatArray) -> FloatArray:
        """Scores (q, s) on straight lines."""
        return np.asarray(starts[:, None] * (1.0 - shares) + ends[:, None] * shares)

    def criterion_flips(self, values: FloatArray, weights: Weights, floor: float) -> FloatArray:  # noqa: ARG002
        """Shares (n,) in closed form."""
        return np.asarray(flip_weights(weights.flat, (values[1] - values[0])[None, :])[0])

    def difference_parts(self, values: FloatArray, weights: Weights, floor: float) -> FloatArray:  # noqa: ARG002
        """Weight times difference in value (n,)."""
        return np.asarray(weights.flat * (values[0] - values[1]))

    def smallest(self, values: FloatArray, weights: Weights, floor: float) -> SmallestChange | None:  # noqa: ARG002
        """The least joint change of the criteria's weights."""
        return smallest_change(weights.flat, values[1] - values[0])

    def sampled(
        self,
        moments: tuple[Float32Array, Float32Array],
        weights: Weights,
        floor: float,  # noqa: ARG002
        draws: tuple[Float32Array, Float32Array, Float32Array],
    ) -> Float32Array:
        """Scores (c, r): one weighted sum over all criteria."""
        tops, within, noise = draws
        return noisy_sums(*moments, within * tops[:, weights.theme_of], noise)


METHOD = Additive()
