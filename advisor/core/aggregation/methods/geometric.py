"""The weighted geometric mean of theme scores: partial compensation (OECD/JRC Handbook 2008, section 6).

Within themes criteria add up; across themes a weak one cannot be bought back
fully. A floor keeps one theme at 0 from wiping out everything.
"""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from advisor.core.aggregation.method import Float32Array, HeadlineMethod, Level
from advisor.core.aggregation.noisy_sums import TIE_NOISE, noisy_sums
from advisor.core.flips import SmallestChange, curved_flip, moved, reweighted, smallest_change
from advisor.core.tolerance import LEVEL
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights, theme_scores
from advisor.words.translation import t

SMALLEST = 1e-300  # stands for 0 under a logarithm
SMALLEST_DRAWN = 1e-30  # the same where numbers are short


class Geometric(HeadlineMethod):
    """The weighted geometric mean of theme scores: their logarithms add up."""

    id: ClassVar[str] = "geometric"
    place: ClassVar[int] = 20
    has_floor: ClassVar[bool] = True
    moves: ClassVar[Level] = "theme"

    @property
    def name(self) -> str:
        """What people call it."""
        return t("Geometric")

    @property
    def short_name(self) -> str:
        """The name where there is little room."""
        return t("Geom.")

    @property
    def meaning(self) -> str:
        """What it says of an alternative."""
        return t("The weighted geometric mean: a weak theme pulls the whole score down.")

    @property
    def choice(self) -> str:
        """What choosing it means, in few words."""
        return t("Weak themes weigh more")

    @property
    def choice_meaning(self) -> str:
        """The same in a sentence."""
        return t("Geometric: a weak theme pulls the whole score down and cannot be bought back fully.")

    @property
    def scale(self) -> str:
        """What its scores times 100 are."""
        return t(
            "weighted geometric mean of theme scores, times 100; 0 to 100; contributions are the additive "
            "parts scaled to the score"
        )

    def scores(self, themes: FloatArray, weights: Weights, floor: float) -> FloatArray:
        """Scores (m,) in 0..1 from theme scores (m, k); a theme without weight cannot wipe out the score."""
        counted = weights.theme_weights > 0
        logs = self.straightened(np.maximum(themes[:, counted], floor))
        return self.bent(np.asarray(logs @ weights.theme_weights[counted], dtype=np.float64))

    def straightened(self, scores: FloatArray) -> FloatArray:
        """Logarithms of scores; minus infinity for 0."""
        with np.errstate(divide="ignore"):
            return np.asarray(np.log(scores))

    def bent(self, levels: FloatArray) -> FloatArray:
        """Scores from their logarithms."""
        return np.asarray(np.exp(levels))

    def between(self, starts: FloatArray, ends: FloatArray, shares: FloatArray) -> FloatArray:
        """Scores (q, s); one that starts or ends at 0 is 0 but for the other end."""
        return np.asarray(starts[:, None] ** (1.0 - shares) * ends[:, None] ** shares)

    def criterion_flips(self, values: FloatArray, weights: Weights, floor: float) -> FloatArray:
        """Shares (n,): a criterion's weight enters a logarithm, so they are found by narrowing down."""
        return np.array([self._flip(values, weights, floor, j) for j in range(len(weights.flat))])

    def _flip(self, values: FloatArray, weights: Weights, floor: float, column: int) -> float:
        membership = weights.theme_of[:, None] == np.arange(len(weights.themes))
        without = moved(weights.flat, column, 0.0)

        def gaps(shares: FloatArray) -> FloatArray:
            flat = without * (1.0 - shares[:, None])
            flat[:, column] = shares
            tops = flat @ membership
            logs = []
            for row in values:
                sums = (flat * row) @ membership
                scores = np.divide(sums, tops, out=np.ones_like(tops), where=tops > 0)
                logs.append((tops * np.log(np.maximum(scores, max(floor, SMALLEST)))).sum(axis=1))
            return np.asarray(logs[1] - logs[0])

        def ties(share: float) -> bool:
            changed = reweighted(weights, moved(weights.flat, column, share))
            both = self.scores(theme_scores(values, changed), changed, floor)
            return abs(float(both[0] - both[1])) <= LEVEL

        return curved_flip(gaps, float(weights.flat[column]), ties)

    def difference_parts(self, values: FloatArray, weights: Weights, floor: float) -> FloatArray:
        """Parts (n,) of a difference of two products.

        The logarithm of the ratio is split among the themes and turned back into
        points with the logarithmic mean, which leaves no remainder (Ang 2004,
        Energy Policy 32(9), 1131-1139), and a theme's part among its criteria by
        weight times difference in value. Where a score of 0 has no logarithm the
        parts are those of the two scores, subtracted.
        """
        plain = theme_scores(values, weights)
        scores = self.scores(plain, weights, floor)
        if scores.min() <= 0.0:
            both = self.contributions(values, weights, scores)
            return np.asarray(both[0] - both[1])
        floored = np.maximum(plain, floor)
        # Of a difference that reaches below the floor only the part above it counts.
        gap = plain[0] - plain[1]
        clipped = (floored > plain).any(axis=0) & (gap != 0)
        counted = np.divide(floored[0] - floored[1], gap, out=np.ones_like(gap), where=clipped)
        means = np.array([logarithmic_mean(first, second) for first, second in floored.T])
        points = logarithmic_mean(scores[0], scores[1])
        per_theme = np.divide(points * counted, means, out=np.zeros_like(means), where=means > 0)
        return np.asarray(per_theme[weights.theme_of] * weights.flat * (values[0] - values[1]))

    def smallest(self, values: FloatArray, weights: Weights, floor: float) -> SmallestChange | None:
        """The least joint change of the themes' weights; None too where a theme at 0 decides everything."""
        terms = self.theme_terms(values, weights, floor)
        if not np.isfinite(terms).all():
            return None
        return smallest_change(weights.theme_weights, terms[1] - terms[0])

    def sampled(
        self,
        moments: tuple[Float32Array, Float32Array],
        weights: Weights,
        floor: float,
        draws: tuple[Float32Array, Float32Array, Float32Array],
    ) -> Float32Array:
        """Scores (c, r): a sum for each theme, with noise of its own.

        Every theme takes its noise from other rows of the same table, so that the
        themes of one draw are independent without k tables in memory.
        """
        (mean, variance), (tops, within, noise) = moments, draws
        count = len(noise)
        logs = np.zeros_like(noise)
        least = np.float32(max(floor, SMALLEST_DRAWN))
        used = np.flatnonzero(tops.any(axis=0))
        for place, theme in enumerate(used):
            own = np.flatnonzero(weights.theme_of == theme)
            rows = (np.arange(count) + place * count // len(used)) % count
            score = noisy_sums(mean[:, own], variance[:, own], within[:, own], noise[rows])
            np.clip(score, least, 1.0, out=score)
            np.log(score, out=score)
            score *= tops[:, theme, None]
            logs += score
        np.exp(logs, out=logs)
        logs += np.float32(TIE_NOISE) * noise
        return logs


def logarithmic_mean(x: float, y: float) -> float:
    """(x - y) / log(x / y): the mean that turns a ratio into a difference; 0 if either is 0 or less."""
    if x <= 0 or y <= 0:
        return 0.0
    if abs(x - y) <= 1e-6 * max(x, y):
        return (x + y) / 2  # the difference is of second order there
    return float((x - y) / np.log(x / y))


METHOD = Geometric()
