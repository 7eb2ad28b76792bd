"""The weights that apply until the user sets their own: the pack's, the function's, the industry's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from advisor.core.criteria import themes_of
from advisor.core.weighting import Weights, resolve_weights
from advisor.datapack.schema import DataPack
from advisor.places.industries import INDUSTRIES
from advisor.scenario.choices import WeightChoices, weight_choices
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario

_REMEMBERED = 32  # a step of a slider asks for the same weights many times


@dataclass(frozen=True, slots=True)
class DefaultWeights:
    """Weights by theme and, within themes, by criterion, on any scale."""

    themes: Mapping[str, float]
    criteria: Mapping[str, float]


def default_weights(pack: DataPack, scenario: Scenario) -> DefaultWeights:
    """The function's weights over the pack's, the regulatory ones raised as the industry asks."""
    return _defaults(pack, scenario.function, scenario.industry)


def weights_in_force(pack: DataPack, scenario: Scenario) -> Weights:
    """The weights in force: the user's, else the defaults.

    A theme without a weight of its own weighs as much as its criteria together,
    the user's criterion weights included.

    Raises:
        ScenarioError: weights that cannot serve, with the cause.
    """
    return _resolved(pack, weight_choices(scenario))


@lru_cache(maxsize=_REMEMBERED)
def _defaults(pack: DataPack, function_id: str, industry_id: str) -> DefaultWeights:
    function, industry = pack.functions.get(function_id), INDUSTRIES.get(industry_id)
    own = {c.id: c.weight for c in pack.criteria}
    criteria = {**own, **(function.criterion_weights if function else {})}
    if industry:
        criteria = {key: w * industry.criterion_multipliers.get(key, 1.0) for key, w in criteria.items()}
    themes = {}
    for theme in themes_of(pack.criteria):
        members = [c for c in pack.criteria if c.theme == theme]
        stated = members[0].theme_weight
        weight = sum(own[c.id] for c in members) if stated is None else stated
        if function:
            weight = function.theme_weights.get(theme, weight)
        themes[theme] = weight * (industry.theme_multipliers.get(theme, 1.0) if industry else 1.0)
    return DefaultWeights(MappingProxyType(themes), MappingProxyType(criteria))


@lru_cache(maxsize=_REMEMBERED)
def _resolved(pack: DataPack, chosen: WeightChoices) -> Weights:
    defaults = _defaults(pack, chosen.function, chosen.industry)
    function = pack.functions.get(chosen.function)
    floating = {
        c.theme
        for c in pack.criteria
        if c.theme_weight is None and not (function and c.theme in function.theme_weights)
    }
    themes = {key: weight for key, weight in defaults.themes.items() if key not in floating}
    try:
        return resolve_weights(
            pack.criteria, {**themes, **dict(chosen.themes)}, {**defaults.criteria, **dict(chosen.criteria)}
        )
    except ValueError as error:
        raise ScenarioError(str(error)) from error
