"""Edits of weights: what moving, resetting and locking shares makes of a scenario. Plain functions.

A moved share is stored together with its siblings as percentages, so that a
study file shows what the window showed. Shares that are back where the
business function has them are not stored at all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from advisor.core.flips import moved, reweighted
from advisor.core.shares import move_share, shares_around_locked
from advisor.core.weighting import Weights
from advisor.datapack.schema import DataPack
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.weights.default_weights import default_weights, weights_in_force

_DIGITS = 6  # of stored percentages
_EQUAL = 1e-4  # percentages that differ by less are the same


def theme_shares(weights: Weights) -> dict[str, float]:
    """Theme id to share of the whole, percent."""
    return {
        theme: 100.0 * float(share)
        for theme, share in zip(weights.themes, weights.theme_weights, strict=True)
    }


def criterion_shares(pack: DataPack, weights: Weights, theme: str) -> dict[str, float]:
    """Criterion id to share within a theme, percent; even where none of them counts."""
    shares = {
        criterion.id: 100.0 * float(weights.within[j])
        for j, criterion in enumerate(pack.criteria)
        if criterion.theme == theme
    }
    return shares if sum(shares.values()) > 0 else dict.fromkeys(shares, 0.0)


def weights_by_default(pack: DataPack, scenario: Scenario) -> Weights:
    """The weights without the user's: those of business function and industry, or else of the pack."""
    return weights_in_force(pack, without_own_weights(scenario))


def with_locked_theme(scenario: Scenario, theme: str, locked: bool) -> Scenario:
    """Keep a theme's share while others move, or let it go again."""
    others = scenario.locked_themes - {theme}
    return replace(scenario, locked_themes=others | {theme} if locked else others)


def with_locked_criterion(scenario: Scenario, criterion: str, locked: bool) -> Scenario:
    """Keep a criterion's share of its theme while others move, or let it go again."""
    others = scenario.locked_criteria - {criterion}
    return replace(scenario, locked_criteria=others | {criterion} if locked else others)


def has_own_weights(scenario: Scenario) -> bool:
    """Whether the user has moved any weight."""
    return bool(scenario.theme_weights or scenario.criterion_weights)


def without_own_weights(scenario: Scenario) -> Scenario:
    """The scenario with every weight back at the business function's."""
    return replace(scenario, theme_weights={}, criterion_weights={})


def with_theme_share(
    pack: DataPack, scenario: Scenario, theme: str, share: float, locked: Collection[str] = ()
) -> Scenario:
    """Set a theme's share of the whole, 0..100; the other themes that are not locked make room."""
    shares = theme_shares(weights_in_force(pack, scenario))
    return with_theme_shares(pack, scenario, move_share(shares, theme, share, locked))


def with_theme_shares(pack: DataPack, scenario: Scenario, shares: Mapping[str, float]) -> Scenario:
    """Set the share of every theme, percent of the whole."""
    stored = _stored(shares)
    if _same(stored, theme_shares(weights_by_default(pack, scenario))):
        stored = {}
    return replace(scenario, theme_weights=stored)


def with_criterion_share(
    pack: DataPack, scenario: Scenario, criterion: str, share: float, locked: Collection[str] = ()
) -> Scenario:
    """Set a criterion's share within its theme, 0..100; the others in the theme make room."""
    theme = next(c.theme for c in pack.criteria if c.id == criterion)
    shares = criterion_shares(pack, weights_in_force(pack, scenario), theme)
    return with_criterion_shares(pack, scenario, theme, move_share(shares, criterion, share, locked))


def with_criterion_shares(
    pack: DataPack, scenario: Scenario, theme: str, shares: Mapping[str, float]
) -> Scenario:
    """Set the share of every criterion of a theme, percent of the theme."""
    others = {key: weight for key, weight in scenario.criterion_weights.items() if key not in shares}
    defaults = criterion_shares(pack, weights_by_default(pack, scenario), theme)
    if _same(shares, defaults):
        return replace(scenario, criterion_weights=others)
    # On the scale that the weights had: a theme may weigh as much as its criteria together.
    in_force = {**default_weights(pack, scenario).criteria, **scenario.criterion_weights}
    scale = sum(in_force[key] for key in shares) / 100.0 or 1.0
    return replace(
        scenario,
        criterion_weights={**others, **_stored({key: scale * part for key, part in shares.items()})},
    )


def with_weights(pack: DataPack, scenario: Scenario, weights: Weights) -> Scenario:
    """Set every weight at once: those of themes, and of the criteria of all themes that count."""
    for theme, share in zip(weights.themes, weights.theme_weights, strict=True):
        if share > 0:
            scenario = with_criterion_shares(pack, scenario, theme, criterion_shares(pack, weights, theme))
    return with_theme_shares(pack, scenario, theme_shares(weights))


def with_flat_share(pack: DataPack, scenario: Scenario, criterion: str, share: float) -> Scenario:
    """Set a criterion's share of the whole, 0..100; all other criteria keep their proportions."""
    weights = weights_in_force(pack, scenario)
    index = [c.id for c in pack.criteria].index(criterion)
    return with_weights(pack, scenario, reweighted(weights, moved(weights.flat, index, share / 100.0)))


def with_flat_share_around_locked(
    pack: DataPack, scenario: Scenario, criterion: str, share: float
) -> Scenario:
    """As ``with_flat_share``, but shares that are locked stay, so that less may move than is asked for."""
    wanted = weights_in_force(pack, with_flat_share(pack, scenario, criterion, share))
    return with_weights_around_locked(pack, scenario, wanted)


def with_weights_around_locked(pack: DataPack, scenario: Scenario, wanted: Weights) -> Scenario:
    """As ``with_weights``, but shares that are locked stay, so that less may move than is asked for."""
    if not scenario.locked_themes and not scenario.locked_criteria:
        return with_weights(pack, scenario, wanted)
    now = weights_in_force(pack, scenario)
    themes = shares_around_locked(theme_shares(now), theme_shares(wanted), scenario.locked_themes)
    for theme, part in themes.items():
        if part > 0:
            before, after = (criterion_shares(pack, weights, theme) for weights in (now, wanted))
            kept = shares_around_locked(before, after, scenario.locked_criteria)
            scenario = with_criterion_shares(pack, scenario, theme, kept)
    return with_theme_shares(pack, scenario, themes)


def with_default_theme_share(
    pack: DataPack, scenario: Scenario, theme: str, locked: Collection[str] = ()
) -> Scenario:
    """Put one theme's share back to the business function's."""
    share = theme_shares(weights_by_default(pack, scenario))[theme]
    return with_theme_share(pack, scenario, theme, share, locked)


def with_default_criterion_share(
    pack: DataPack, scenario: Scenario, criterion: str, locked: Collection[str] = ()
) -> Scenario:
    """Put one criterion's share within its theme back to the business function's."""
    theme = next(c.theme for c in pack.criteria if c.id == criterion)
    share = criterion_shares(pack, weights_by_default(pack, scenario), theme)[criterion]
    return with_criterion_share(pack, scenario, criterion, share, locked)


def _stored(shares: Mapping[str, float]) -> dict[str, float]:
    return {key: round(share, _DIGITS) for key, share in shares.items()}


def _same(shares: Mapping[str, float], others: Mapping[str, float]) -> bool:
    return all(abs(share - others[key]) < _EQUAL for key, share in shares.items())
