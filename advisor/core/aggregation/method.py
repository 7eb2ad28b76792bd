"""What a way to turn figures into one score has to know and to do.

Every method ranks a set of alternatives. Those that can be the headline also
score an alternative from its own row alone, so that nothing that happens to
the set changes the order of two others, and can say what would have to change
for two alternatives to be level.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.core.criteria import Preference
from advisor.core.flips import SmallestChange, flip_weights, reweighted
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights, theme_scores

Float32Array = NDArray[np.float32]
Level = Literal["criterion", "theme"]
NEGLIGIBLE = 1e-12  # additive sums (0..1) below it count as 0 when a score is shared out


@dataclass(frozen=True, slots=True, eq=False)
class ComparedSet:
    """The r alternatives that are compared, and how their headline comes about.

    Attributes:
        values: (r, n) values in 0..1.
        figures: (r, n) raw figures of which more is better.
        preferences: n preference functions in the units of the figures.
        weights: say which criterion belongs to which theme.
        floor: the headline's; theme scores below it count as it, 0..1.
    """

    values: FloatArray
    figures: FloatArray
    preferences: Sequence[Preference]
    weights: Weights
    floor: float


class SetScores(Protocol):
    """A method made ready for one set and any number of weightings."""

    def scores(self, shares: FloatArray) -> FloatArray:
        """Scores (r,) times 100 under shares (n,), sum 1."""

    def parts(self, shares: FloatArray) -> FloatArray | None:
        """Parts (r, n) of the scores that come from each criterion; None where scores are no sums."""


class AggregationMethod(ABC):
    """One way to turn figures into one score.

    Attributes:
        id: what files and the command line call it.
        place: lists show methods by it, small before large.
        needs_set: whether scores depend on who else is compared. Such a method
            gives a second opinion and is never the headline.
    """

    id: ClassVar[str]
    place: ClassVar[int]
    needs_set: ClassVar[bool]

    @property
    @abstractmethod
    def name(self) -> str:
        """What people call it."""

    @property
    @abstractmethod
    def short_name(self) -> str:
        """The name where there is little room."""

    @property
    @abstractmethod
    def meaning(self) -> str:
        """What it says of an alternative, in a sentence or two."""

    @property
    @abstractmethod
    def scale(self) -> str:
        """What its scores times 100 are, for whoever reads an export."""

    @abstractmethod
    def over(self, compared: ComparedSet) -> SetScores:
        """Make the method ready for a set."""


class HeadlineMethod(AggregationMethod):
    """A method whose scores come from an alternative's own row: criteria add up to themes, themes to a score.

    Between theme weights, scores lie on straight lines once ``straightened``.

    Attributes:
        has_floor: whether theme scores below the floor count as it.
        moves: the level at which the smallest joint change of weights is known.
    """

    needs_set: ClassVar[bool] = False
    has_floor: ClassVar[bool] = False
    moves: ClassVar[Level]

    @property
    @abstractmethod
    def choice(self) -> str:
        """What choosing it means, in few words."""

    @property
    @abstractmethod
    def choice_meaning(self) -> str:
        """The same in a sentence."""

    @abstractmethod
    def scores(self, themes: FloatArray, weights: Weights, floor: float) -> FloatArray:
        """Scores (m,) in 0..1 from theme scores (m, k) in 0..1."""

    @abstractmethod
    def straightened(self, scores: FloatArray) -> FloatArray:
        """Scores (in 0..1) on the scale on which they are straight lines of the theme weights."""

    @abstractmethod
    def bent(self, levels: FloatArray) -> FloatArray:
        """The scores that lie at some heights of the straight scale."""

    @abstractmethod
    def between(self, starts: FloatArray, ends: FloatArray, shares: FloatArray) -> FloatArray:
        """Scores (q, s) at shares (s,) between scores (q,) at share 0 and at share 1."""

    @abstractmethod
    def criterion_flips(self, values: FloatArray, weights: Weights, floor: float) -> FloatArray:
        """Shares (n,) that each criterion would need for two with values (2, n) to tie; NaN where none."""

    @abstractmethod
    def difference_parts(self, values: FloatArray, weights: Weights, floor: float) -> FloatArray:
        """Parts (n,), of 1, of the first score less the second, for values (2, n)."""

    @abstractmethod
    def sampled(
        self,
        moments: tuple[Float32Array, Float32Array],
        weights: Weights,
        floor: float,
        draws: tuple[Float32Array, Float32Array, Float32Array],
    ) -> Float32Array:
        """Scores (c, r) of r alternatives in c draws.

        Args:
            moments: means and variances (r, n) of the values.
            weights: say which criterion belongs to which theme.
            floor: of theme scores.
            draws: theme weights (c, k), weights within themes (c, n), or one
                weighting (1, k) and (1, n), and standard normal noise (c, r).
        """

    def theme_terms(self, values: FloatArray, weights: Weights, floor: float) -> FloatArray:
        """What theme weights are multiplied with (m, k), on the straight scale; NaN off that scale."""
        themes = theme_scores(values, weights)
        if self.has_floor:
            themes = np.maximum(themes, floor)
        terms = self.straightened(themes)
        return np.asarray(np.where(np.isfinite(terms), terms, np.nan))

    def theme_flips(self, values: FloatArray, weights: Weights, floor: float) -> FloatArray:
        """Shares (k,) that each theme would need for two with values (2, n) to tie; NaN where none does."""
        terms = self.theme_terms(values, weights, floor)
        return np.asarray(flip_weights(weights.theme_weights, (terms[1] - terms[0])[None, :])[0])

    @abstractmethod
    def smallest(self, values: FloatArray, weights: Weights, floor: float) -> SmallestChange | None:
        """The least joint change of weights, at the level ``moves``, for values (2, n) to tie."""

    def contributions(self, values: FloatArray, weights: Weights, scores: FloatArray) -> FloatArray:
        """Parts (m, n) of each score (m,) that come from each criterion; rows sum to the score.

        In proportion to weight times value, and by weight where these are all 0:
        exact for a score that is their sum, a fair share of one that is not.
        """
        parts = values * weights.flat
        sums = parts.sum(axis=1)
        # Sums near the smallest number that a float can hold would overflow or lose all precision.
        empty = sums < NEGLIGIBLE
        shares = np.divide(parts, sums[:, None], out=np.zeros_like(parts), where=~empty[:, None])
        shares[empty] = weights.flat
        return np.asarray(shares * scores[:, None])

    def over(self, compared: ComparedSet) -> SetScores:
        """Make the method ready for a set."""
        return _OwnRows(self, compared)


@dataclass(frozen=True, slots=True, eq=False)
class _OwnRows:
    """A headline method over a set: each alternative by its own row."""

    method: HeadlineMethod
    compared: ComparedSet

    def scores(self, shares: FloatArray) -> FloatArray:
        weights = reweighted(self.compared.weights, shares)
        themes = theme_scores(self.compared.values, weights)
        return 100.0 * self.method.scores(themes, weights, self.compared.floor)

    def parts(self, shares: FloatArray) -> FloatArray:
        weights = reweighted(self.compared.weights, shares)
        return self.method.contributions(self.compared.values, weights, self.scores(shares))
