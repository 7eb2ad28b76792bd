"""All that scenarios assume, beside each other: words for people, numbers for whoever computes with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from advisor.core.weighting import Weights
from advisor.datapack.schema import DataPack
from advisor.scenario.comparison.assumptions import Assumption, every_assumption, limit_of
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.weights.default_weights import weights_in_force
from advisor.views.scenarios.assumption_texts import (
    assumption_label,
    assumption_value,
    rate_in_force,
)
from advisor.words.data_words import data_text
from advisor.words.translation import t

Kind = Literal["text", "number", "whole", "share"]
Value = str | float | None


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of all scenarios.

    Attributes:
        part: what it is part of.
        label: what it is called.
        unit: of its numbers, empty for words.
        values: one a scenario; None where it has none.
        kind: what the values are; a share is 1 for the whole.
    """

    part: str
    label: str
    unit: str
    values: tuple[Value, ...]
    kind: Kind = "text"

    @property
    def differs(self) -> bool:
        """Whether it is not the same in all scenarios."""
        return any(value != self.values[0] for value in self.values[1:])


def settings(pack: DataPack, scenarios: Sequence[Scenario]) -> tuple[Setting, ...]:
    """Everything that the scenarios assume, in the order in which people read it."""
    weights = [weights_in_force(pack, scenario) for scenario in scenarios]
    found: list[Setting] = []
    for one in every_assumption(pack, scenarios):
        if one.kind == "theme_weights":
            found += _theme_weights(pack, weights)
        elif one.kind == "within":
            found += _criterion_weights(pack, weights, one.key)
        elif one.kind == "cost":
            found += _rate(pack, scenarios, one.key)
        elif one.kind not in ("home", "function") or any(getattr(s, one.kind) for s in scenarios):
            found.append(_setting(pack, one, scenarios))  # a pack without places has no home
    return tuple(found)


def _setting(pack: DataPack, one: Assumption, scenarios: Sequence[Scenario]) -> Setting:
    part, label = _part(one.kind), assumption_label(pack, one)
    if one.kind == "limit":
        unit = next(c.unit for c in pack.criteria if c.id == one.key.rsplit(" ", 1)[0])
        limits = tuple(limit_of(scenario.must_haves, one.key) for scenario in scenarios)
        return Setting(part, label, data_text(unit), limits, "number")
    if one.kind in _NUMBERS:
        named, kind, number = _NUMBERS[one.kind]
        return Setting(part, label, named(), tuple(number(scenario) for scenario in scenarios), kind)
    return Setting(part, label, "", tuple(assumption_value(pack, one, scenario) for scenario in scenarios))


def _theme_weights(pack: DataPack, weights: Sequence[Weights]) -> Iterator[Setting]:
    for k, theme in enumerate(weights[0].themes):
        label = t("Weight of {what}", what=pack.theme_label(theme))
        shares = tuple(float(each.theme_weights[k]) for each in weights)
        yield Setting(t("Weights"), label, t("% of the whole"), shares, "share")


def _criterion_weights(pack: DataPack, weights: Sequence[Weights], theme: str) -> Iterator[Setting]:
    for j, criterion in enumerate(pack.criteria):
        if criterion.theme == theme:
            label = t("Weight of {what}", what=criterion.name)
            shares = tuple(float(each.flat[j]) for each in weights)
            yield Setting(t("Weights"), label, t("% of the whole"), shares, "share")


def _rate(pack: DataPack, scenarios: Sequence[Scenario], key: str) -> Iterator[Setting]:
    """Three lines: the ends of the range and what is likely."""
    name = assumption_label(pack, Assumption("cost", key))
    ranges = [rate_in_force(pack, scenario, key) for scenario in scenarios]
    unit = next((each[1] for each in ranges if each is not None), "")
    labels = (t("{name}, low", name=name), t("{name}, likely", name=name), t("{name}, high", name=name))
    for at, label in enumerate(labels):
        values = tuple(None if each is None else each[0][at] for each in ranges)
        yield Setting(t("Costs"), label, data_text(unit), values, "number")


def _part(kind: str) -> str:
    if kind in ("home", "function", "industry", "headcount"):
        return t("Work")
    if kind in ("aggregation", "weight_spread"):
        return t("Method")
    if kind in ("years", "delivery", "prices", "currency"):
        return t("Costs")
    if kind in ("engagement", "exclude_sanctioned", "fatf", "advisory", "limit"):
        return t("Must-haves")
    return t("Working conditions")


# Field to its unit, what its values are, and where they stand.
_NUMBERS: Mapping[str, tuple[Callable[[], str], Kind, Callable[[Scenario], float]]] = {
    "headcount": (lambda: t("people"), "whole", lambda s: s.headcount),
    "weight_spread": (lambda: "", "number", lambda s: s.weight_spread),
    "wanted_overlap": (lambda: t("hours a day"), "number", lambda s: s.wanted_overlap),
    "year": (lambda: "", "whole", lambda s: s.year),
    "years": (lambda: t("years"), "whole", lambda s: s.years),
    "advisory": (lambda: t("level, 1 to 4"), "whole", lambda s: s.must_haves.advisory),
}
