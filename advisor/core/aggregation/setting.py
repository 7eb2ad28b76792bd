"""How scores are made up in a scenario: the method and its floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Interval

from advisor.core.aggregation.method import HeadlineMethod
from advisor.core.aggregation.registry import headline_methods
from advisor.core.limits import check_limits
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights, theme_scores
from advisor.words.translation import t

DEFAULT_FLOOR = 0.05


@dataclass(frozen=True, slots=True)
class Aggregation:
    """How theme scores become one score.

    Attributes:
        method: id of a method that can be the headline.
        floor: where the method has one, theme scores below it count as it
            (0..1), so that one theme at 0 need not wipe out everything.

    Raises:
        ValueError: unknown method or a floor outside 0..1.
    """

    method: str = "additive"
    floor: Annotated[float, Interval(ge=0, le=1)] = DEFAULT_FLOOR

    def __post_init__(self) -> None:
        if self.method not in headline_methods():
            known = " or ".join(headline_methods())
            raise ValueError(
                t("There is no aggregation '{method}': use {known}.", method=self.method, known=known)
            )
        check_limits(self)

    @property
    def formula(self) -> HeadlineMethod:
        """The method itself."""
        return headline_methods()[self.method]

    def scores(self, values: FloatArray, weights: Weights) -> FloatArray:
        """Overall scores (m,) in 0..1 of values (m, n)."""
        return self.formula.scores(theme_scores(values, weights), weights, self.floor)
