"""TOPSIS: closeness to the best and distance from the worst that occurs (Hwang & Yoon 1981).

A second opinion only: the best and the worst are those of the set at hand, so
adding or removing one alternative can change the order of the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advisor.core.aggregation.method import AggregationMethod, ComparedSet
from advisor.core.value_functions import FloatArray
from advisor.words.translation import t


def topsis(figures: FloatArray, weights: FloatArray) -> FloatArray:
    """Relative closeness (m,) to the ideal, 0..1.

    Args:
        figures: (m, n) raw figures of which more is better; turn the sign of
            those of which less is better, which changes neither their norm nor
            the distances.
        weights: (n,) shares, sum 1.

    Returns:
        Closeness; 0.5 for all where all are the same.
    """
    if not len(figures):
        return np.zeros(0)
    norms = np.sqrt((figures**2).sum(axis=0))
    weighted = np.divide(figures, norms, out=np.zeros_like(figures), where=norms > 0) * weights
    to_best = np.sqrt(((weighted - weighted.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    total = to_best + to_worst
    closeness = np.full(len(figures), 0.5)
    np.divide(to_worst, total, out=closeness, where=total > 0)
    return closeness


class Topsis(AggregationMethod):
    """Closeness to the ideal on raw figures with vector normalisation."""

    id: ClassVar[str] = "topsis"
    place: ClassVar[int] = 40
    needs_set: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """What people call it."""
        return t("TOPSIS")

    @property
    def short_name(self) -> str:
        """The name where there is little room."""
        return t("TOPSIS")

    @property
    def meaning(self) -> str:
        """What it says of an alternative."""
        return t(
            "How near to the best figures and how far from the worst (Hwang and Yoon 1981). "
            "It has no goalposts: a criterion whose figures differ by large factors dominates."
        )

    @property
    def scale(self) -> str:
        """What its scores times 100 are."""
        return t(
            "TOPSIS (Hwang & Yoon 1981): relative closeness to the best that occurs, times 100; 0 to 100. "
            "It depends on who is ranked and is no sum, so it has no contributions and no worst and best "
            "case."
        )

    def over(self, compared: ComparedSet) -> Closeness:
        """Make the method ready for a set."""
        return Closeness(compared.figures)


@dataclass(frozen=True, slots=True, eq=False)
class Closeness:
    """TOPSIS over figures (r, n) of which more is better."""

    figures: FloatArray

    def scores(self, shares: FloatArray) -> FloatArray:
        """Scores (r,) times 100."""
        return 100.0 * topsis(self.figures, shares)

    def parts(self, shares: FloatArray) -> None:  # noqa: ARG002
        """A distance is no sum: it has no parts."""
        return


METHOD = Topsis()
