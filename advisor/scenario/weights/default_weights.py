"""The weights that apply until the user sets their own: the pack's, the function's, the industry's."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.core.criteria import themes_of
from advisor.core.weighting import Weights, resolve_weights
from advisor.datapack.schema import DataPack
from advisor.places.industries import INDUSTRIES
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario


@dataclass(frozen=True, slots=True)
class DefaultWeights:
    """Weights by theme and, within themes, by criterion, on any scale."""

    themes: dict[str, float]
    criteria: dict[str, float]


def default_weights(pack: DataPack, scenario: Scenario) -> DefaultWeights:
    """The function's weights over the pack's, the regulatory ones raised as the industry asks."""
    function = pack.functions.get(scenario.function)
    industry = INDUSTRIES.get(scenario.industry)
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
    return DefaultWeights(themes, criteria)


def effective_weights(pack: DataPack, scenario: Scenario) -> Weights:
    """The weights in force: the user's, else the defaults.

    A theme without a weight of its own weighs as much as its criteria together,
    the user's criterion weights included.

    Raises:
        ScenarioError: weights that cannot serve, with the cause.
    """
    defaults = default_weights(pack, scenario)
    function = pack.functions.get(scenario.function)
    floating = {
        c.theme
        for c in pack.criteria
        if c.theme_weight is None and not (function and c.theme in function.theme_weights)
    }
    themes = {key: weight for key, weight in defaults.themes.items() if key not in floating}
    try:
        return resolve_weights(
            pack.criteria,
            {**themes, **scenario.theme_weights},
            {**defaults.criteria, **scenario.criterion_weights},
        )
    except ValueError as error:
        raise ScenarioError(str(error)) from error
