"""The plain mean of all criteria that count: what the figures say without anybody's weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advisor.core.aggregation.method import AggregationMethod, ComparedSet
from advisor.core.value_functions import FloatArray
from advisor.words.translation import t


class EqualWeights(AggregationMethod):
    """Every criterion with weight counts the same. An opinion only: it does not hear the user."""

    id: ClassVar[str] = "equal-weights"
    place: ClassVar[int] = 30
    needs_set: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """What people call it."""
        return t("Equal weights")

    @property
    def short_name(self) -> str:
        """The name where there is little room."""
        return t("Equal")

    @property
    def meaning(self) -> str:
        """What it says of an alternative."""
        return t("Every criterion counts the same: what the figures say without your weights.")

    @property
    def scale(self) -> str:
        """What its scores times 100 are."""
        return t(
            "Equal weights: plain mean of the values of all criteria with weight, times 100; 0 to 100. "
            "Contributions sum to the score; it has no worst and best case."
        )

    def over(self, compared: ComparedSet) -> PlainMean:
        """Make the method ready for a set."""
        return PlainMean(compared.values)


@dataclass(frozen=True, slots=True, eq=False)
class PlainMean:
    """The mean of values (r, n) over the criteria with weight."""

    values: FloatArray

    def scores(self, shares: FloatArray) -> FloatArray:
        """Scores (r,) times 100."""
        return np.asarray(100.0 * self.values[:, shares > 0].mean(axis=1))

    def parts(self, shares: FloatArray) -> FloatArray:
        """Parts (r, n) of the scores."""
        counted = shares > 0
        return np.asarray(100.0 * self.values * counted / counted.sum())


METHOD = EqualWeights()
