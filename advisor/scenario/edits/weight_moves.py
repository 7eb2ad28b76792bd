"""Edits that a comparison proposes: one weight moved alone, or several together. Plain functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.core.aggregation.method import Level
from advisor.core.flips import reweighted
from advisor.core.shares import shares_around_locked
from advisor.datapack.schema import DataPack
from advisor.scenario.edits.weight_edits import (
    theme_shares,
    with_flat_share_around_locked,
    with_theme_share,
    with_theme_shares,
    with_weights_around_locked,
)
from advisor.scenario.ranking.lead_texts import percentages
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.weights.default_weights import weights_in_force


@dataclass(frozen=True, slots=True)
class WeightMove:
    """A weight now and as it would have to be, shares of the whole 0..1."""

    level: Level
    id: str
    name: str
    theme: str
    now: float
    needed: float

    @property
    def texts(self) -> tuple[str, str]:
        """Both as percentages with the fewest digits that tell them apart."""
        return percentages(self.now, self.needed)


def with_move(pack: DataPack, scenario: Scenario, move: WeightMove) -> Scenario:
    """One weight as it would have to be; the others keep their proportions, and what is locked stays."""
    if move.level == "theme":
        return with_theme_share(pack, scenario, move.id, 100.0 * move.needed, scenario.locked_themes)
    return with_flat_share_around_locked(pack, scenario, move.id, 100.0 * move.needed)


def with_moves(pack: DataPack, scenario: Scenario, moves: Sequence[WeightMove]) -> Scenario:
    """Several weights of one level as they would have to be; all others, and what is locked, stay."""
    weights = weights_in_force(pack, scenario)
    if all(move.level == "theme" for move in moves):
        now = theme_shares(weights)
        wanted = now | {move.id: 100.0 * move.needed for move in moves}
        return with_theme_shares(pack, scenario, shares_around_locked(now, wanted, scenario.locked_themes))
    flat = weights.flat.copy()
    columns = {criterion.id: j for j, criterion in enumerate(pack.criteria)}
    for move in moves:
        flat[columns[move.id]] = move.needed
    return with_weights_around_locked(pack, scenario, reweighted(weights, flat / flat.sum()))
