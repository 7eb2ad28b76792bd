"""Two-level swing weights: theme weights and, within each theme, criterion weights."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.criteria import Criterion, themes_of
from advisor.core.matrix import frozen
from advisor.core.value_functions import FloatArray
from advisor.words.translation import t


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Normalised weights over n criteria in k themes.

    Attributes:
        themes: k theme ids.
        theme_of: (n,) index of each criterion's theme.
        theme_weights: (k,) shares, sum 1.
        within: (n,) shares within the theme; sum 1 in each theme that counts.
        flat: (n,) share of each criterion in the whole, sum 1.
    """

    themes: tuple[str, ...]
    theme_of: NDArray[np.intp]
    theme_weights: FloatArray
    within: FloatArray
    flat: FloatArray

    def __post_init__(self) -> None:
        for array in (self.theme_of, self.theme_weights, self.within, self.flat):
            frozen(array)


def _checked(kind: str, name: str, weight: float) -> float:
    if not math.isfinite(weight) or weight < 0:
        raise ValueError(
            t(
                "The weight of {kind} '{name}' is {weight}: it must be 0 or more.",
                kind=kind,
                name=name,
                weight=f"{weight:g}",
            )
        )
    return weight


def resolve_weights(
    criteria: Sequence[Criterion],
    theme_weights: Mapping[str, float] | None = None,
    criterion_weights: Mapping[str, float] | None = None,
) -> Weights:
    """Weights of the criteria, with what is given in place of the criteria's own.

    Args:
        criteria: n criteria with their default weights.
        theme_weights: theme id to weight, any scale; themes left out keep
            their own weight, or else the sum of their criteria's weights.
        criterion_weights: criterion id to weight within its theme, any scale.

    Raises:
        ValueError: an id that does not exist, a weight below 0 or not finite,
            or weights that are all 0.
    """
    given_themes = dict(theme_weights or {})
    given = dict(criterion_weights or {})
    themes = themes_of(criteria)
    if unknown := sorted(set(given_themes) - set(themes)):
        raise ValueError(
            t(
                "There is no theme '{unknown}'; the themes are {themes}.",
                unknown=unknown[0],
                themes=", ".join(themes),
            )
        )
    if unknown := sorted(set(given) - {criterion.id for criterion in criteria}):
        ids = ", ".join(criterion.id for criterion in criteria)
        raise ValueError(
            t("There is no criterion '{unknown}'; the criteria are {ids}.", unknown=unknown[0], ids=ids)
        )

    theme_of = np.array([themes.index(criterion.theme) for criterion in criteria], dtype=np.intp)
    raw = np.array([float(_checked("criterion", c.id, given.get(c.id, c.weight))) for c in criteria])
    sums = np.bincount(theme_of, weights=raw, minlength=len(themes))
    tops = np.empty(len(themes))
    for index, theme in enumerate(themes):
        own = next(c.theme_weight for c in criteria if c.theme == theme)
        weight = given_themes.get(theme, sums[index] if own is None else own)
        # A theme whose criteria all weigh 0 has nothing to say: its share goes to the others.
        tops[index] = _checked("theme", theme, weight) if sums[index] > 0 else 0.0
    total = tops.sum()
    if total <= 0:
        raise ValueError(t("All weights are 0: raise at least one."))
    tops /= total
    within = np.divide(raw, sums[theme_of], out=np.zeros_like(raw), where=sums[theme_of] > 0)
    return Weights(themes, theme_of, tops, within, within * tops[theme_of])


def theme_scores(values: FloatArray, weights: Weights) -> FloatArray:
    """Scores (m, k) in 0..1 of each theme: the weighted mean of its criteria's values (m, n)."""
    membership = np.zeros((len(weights.within), len(weights.themes)))
    membership[np.arange(len(weights.within)), weights.theme_of] = weights.within
    return values @ membership
