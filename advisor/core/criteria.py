"""Criteria: what alternatives are judged by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from advisor.core.value_functions import (
    Direction,
    LinearValue,
    LogValue,
    PiecewiseValue,
    ValueFunction,
)
from advisor.words.translation import t

PreferenceShape = Literal["usual", "u-shape", "v-shape", "level", "linear", "gaussian"]


@dataclass(frozen=True, slots=True)
class Preference:
    """A PROMETHEE preference function on raw differences (Brans, Vincke & Mareschal 1986, table 1).

    Attributes:
        shape: one of the six types.
        q: indifference threshold, in the criterion's unit.
        p: strict-preference threshold, in the criterion's unit.
        s: inflection point of the Gaussian type, in the criterion's unit.
    """

    shape: PreferenceShape = "usual"
    q: float = 0.0
    p: float = 0.0
    s: float = 0.0


def check_preference(preference: Preference, criterion: str = "") -> Preference:
    """The preference function, if its thresholds can serve it.

    Raises:
        ValueError: thresholds that are missing, negative or out of order.
    """
    shape, q, p, s = preference.shape, preference.q, preference.p, preference.s
    whose = (
        t("The preference function of '{criterion}'", criterion=criterion)
        if criterion
        else t("The preference function")
    )
    if not (q >= 0 and p >= 0 and s >= 0):
        raise ValueError(t("{whose} has a threshold below 0.", whose=whose))
    if shape == "v-shape" and p == 0:
        raise ValueError(t("{whose} is v-shape: it needs a preference threshold p above 0.", whose=whose))
    if shape in {"level", "linear"} and p <= q:
        raise ValueError(
            t(
                "{whose} is {shape}: p ({p}) must be above q ({q}).",
                whose=whose,
                shape=shape,
                p=f"{p:g}",
                q=f"{q:g}",
            )
        )
    if shape == "gaussian" and s == 0:
        raise ValueError(t("{whose} is gaussian: it needs an inflection point s above 0.", whose=whose))
    return preference


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion with its value function and its place in the two-level weighting.

    Attributes:
        id: what files and the command line call it.
        theme: id of the theme that it belongs to.
        weight: weight within the theme, on any scale.
        theme_weight: weight of the theme, on any scale; None means the sum of
            the weights of the theme's criteria.
        computed: name of the computation that fills the column, empty when the
            figures come with the pack.
    """

    id: str
    value_function: ValueFunction
    direction: Direction = Direction.UP
    label: str = ""
    theme: str = "all"
    unit: str = ""
    weight: float = 1.0
    theme_weight: float | None = None
    description: str = ""
    basis: str = ""
    computed: str = ""
    preference: Preference = Preference()

    @property
    def name(self) -> str:
        """The label, or the id where there is none."""
        return self.label or self.id


def make_value_function(
    transform: str,
    direction: Direction,
    lower: float,
    upper: float,
    points: tuple[tuple[float, float], ...] = (),
) -> ValueFunction:
    """The value function for a ``transform`` named in a pack (linear, log or points).

    Raises:
        ValueError: unknown transform, or goalposts that cannot serve it.
    """
    if transform == "linear":
        return LinearValue(lower, upper, direction)
    if transform == "log":
        return LogValue(lower, upper, direction)
    if transform == "points":
        return PiecewiseValue(points)
    raise ValueError(t("Unknown transform '{transform}': use linear, log or points.", transform=transform))


def themes_of(criteria: Iterable[Criterion]) -> tuple[str, ...]:
    """Theme ids in order of first appearance."""
    return tuple(dict.fromkeys(criterion.theme for criterion in criteria))
