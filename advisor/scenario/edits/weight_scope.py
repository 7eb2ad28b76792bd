"""Which weights are asked for: those of all themes, or of the criteria within one. Plain functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from advisor.core.ahp import LARGEST, PairwiseResult, pairwise_comparisons
from advisor.core.criteria import Criterion, themes_of
from advisor.core.shares import shares_around_locked
from advisor.datapack.schema import DataPack
from advisor.scenario.edits.weight_edits import (
    criterion_shares,
    theme_shares,
    with_criterion_shares,
    with_theme_shares,
)
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.weights.default_weights import weights_in_force
from advisor.words.data_words import data_text
from advisor.words.formatting import in_sentence
from advisor.words.locale import digits
from advisor.words.translation import t

_NO_DECIMALS = 1000  # from here on decimals say nothing
_NAMED = 2  # how many criteria the swing of a theme names


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is weighed.

    Attributes:
        theme: id of its theme, for its hue.
        swing: what going from worst to best means, in real units.
        swing_in_full: the same with every criterion.
    """

    id: str
    name: str
    theme: str
    swing: str
    swing_in_full: str


@dataclass(frozen=True, slots=True)
class WeightScope:
    """Things that are weighed against each other.

    Attributes:
        theme: id of the theme whose criteria are weighed; empty for the themes.
        name: what the scope is called.
    """

    theme: str
    name: str
    items: tuple[Item, ...]

    def shares(self, pack: DataPack, scenario: Scenario) -> dict[str, float]:
        """Id to share in force, percent of all in the scope."""
        weights = weights_in_force(pack, scenario)
        return criterion_shares(pack, weights, self.theme) if self.theme else theme_shares(weights)

    def locked(self, scenario: Scenario) -> tuple[str, ...]:
        """Names of the items whose share is locked."""
        keys = scenario.locked_criteria if self.theme else scenario.locked_themes
        return tuple(item.name for item in self.items if item.id in keys)

    def shares_after(
        self, pack: DataPack, scenario: Scenario, weights: Mapping[str, float]
    ) -> dict[str, float]:
        """Id to share, percent, once weights (id to share, sum 1) are applied: locked shares stay."""
        keys = scenario.locked_criteria if self.theme else scenario.locked_themes
        return shares_around_locked(self.shares(pack, scenario), weights, keys)

    def applied(self, pack: DataPack, scenario: Scenario, weights: Mapping[str, float]) -> Scenario:
        """The scenario with other weights: id to share, sum 1; locked shares stay."""
        shares = self.shares_after(pack, scenario, weights)
        if self.theme:
            return with_criterion_shares(pack, scenario, self.theme, shares)
        return with_theme_shares(pack, scenario, shares)

    def by_id(self, by_name: Mapping[str, float]) -> dict[str, float]:
        """Weights by id from weights by name."""
        return {item.id: by_name[item.name] for item in self.items}


def scopes_of(pack: DataPack) -> tuple[WeightScope, ...]:
    """The themes where there are several, then every theme with several criteria."""
    themes = themes_of(pack.criteria)
    members = {theme: [c for c in pack.criteria if c.theme == theme] for theme in themes}
    found = []
    if len(themes) > 1:
        items = tuple(_theme_item(pack, theme, members[theme]) for theme in themes)
        found.append(WeightScope("", t("Themes"), _told_apart(items)))
    for theme in themes:
        if len(members[theme]) > 1:
            items = tuple(_criterion_item(criterion) for criterion in members[theme])
            name = (
                t("Criteria within {theme}", theme=pack.theme_label(theme))
                if len(themes) > 1
                else t("Criteria")
            )
            found.append(WeightScope(theme, name, _told_apart(items)))
    return tuple(found)


def _told_apart(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items whose names are the same get their ids behind them."""
    names = [item.name for item in items]
    return tuple(
        replace(item, name=t("{name} ({id})", name=item.name, id=item.id))
        if names.count(item.name) > 1
        else item
        for item in items
    )


def _criterion_item(criterion: Criterion) -> Item:
    text = swing_text(criterion)
    return Item(criterion.id, criterion.name, criterion.theme, text, text)


def _theme_item(pack: DataPack, theme: str, members: Sequence[Criterion]) -> Item:
    ordered = sorted(members, key=lambda criterion: -criterion.weight)
    texts = [t("{criterion} {swing}", criterion=in_sentence(c.name), swing=swing_text(c)) for c in ordered]
    rest = len(texts) - _NAMED
    more = [t("and {count} more", count=rest)] if rest > 0 else []
    return Item(theme, pack.theme_label(theme), theme, "; ".join(texts[:_NAMED] + more), ";\n".join(texts))


def swing_text(criterion: Criterion) -> str:
    """What going from worst to best means on a criterion: ``from 0 to 8 hours a day``."""
    function, unit = criterion.value_function, criterion.unit
    worst, best = _figure(function.worst), _figure(function.best)
    if not unit:
        return t("from {worst} to {best}", worst=worst, best=best)
    if unit in (f"{worst}-{best}", f"{best}-{worst}"):
        return t("from {worst} to {best} points", worst=worst, best=best)
    shown = data_text(unit)
    if unit.startswith("index") or unit[:1].isdigit():
        return t("from {worst} to {best} ({unit})", worst=worst, best=best, unit=shown)
    return t("from {worst} to {best} {unit}", worst=worst, best=best, unit=shown)


def _figure(value: float) -> str:
    """A goalpost as it is set: at most three decimals, and none below a thousand that are 0."""
    decimals = 0 if abs(value) >= _NO_DECIMALS else len(f"{value:.3f}".rstrip("0").partition(".")[2])
    return digits(value, decimals)


def starting_ratio(first: float, second: float) -> int:
    """The step of the pairwise scale, -8 to 8, nearest to the ratio of two shares.

    0 is equal, 8 means the first matters nine times as much, -8 the second.
    """
    most = int(LARGEST)
    if first <= 0 and second <= 0:
        return 0
    if first >= second:
        return (most if second <= 0 else min(most, round(first / second))) - 1
    return -starting_ratio(second, first)


def ratio_of(step: int) -> float:
    """How many times the first matters as much as the second, from a step of the scale."""
    return float(step + 1) if step >= 0 else 1.0 / (1 - step)


def compared(items: Sequence[Item], steps: Mapping[tuple[str, str], int]) -> PairwiseResult:
    """What pairwise comparisons come to; sentences name the items.

    Args:
        items: 2 to 10 of them.
        steps: a step of the scale for each pair of ids, in the order of the items.
    """
    matrix = np.ones((len(items), len(items)))
    for i, first in enumerate(items):
        for j in range(i + 1, len(items)):
            ratio = ratio_of(steps[first.id, items[j].id])
            matrix[i, j], matrix[j, i] = ratio, 1.0 / ratio
    return pairwise_comparisons(matrix, [item.name for item in items])
