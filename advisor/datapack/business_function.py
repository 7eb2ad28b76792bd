"""A business function of a pack, apart from the reader of functions.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from advisor.costs.contributions import WorkKind
from advisor.costs.functions import FunctionMix
from advisor.places.workforce import WorkforceKind

_MOSTLY = 0.5  # share of the staff


@dataclass(frozen=True, slots=True)
class BusinessFunction:
    """A kind of work that can be delivered from elsewhere.

    Attributes:
        office: ``front`` (meets customers) or ``back``.
        reason: why the weights are as they are, in a sentence or two.
        theme_weights: theme id to default weight; themes left out keep the pack's.
        criterion_weights: criterion id to default weight within its theme.
        mix: who does the work; None where the pack does not say, and then nothing is known of its cost.
    """

    id: str
    label: str
    office: Literal["front", "back"]
    reason: str
    theme_weights: Mapping[str, float] = field(default_factory=dict)
    criterion_weights: Mapping[str, float] = field(default_factory=dict)
    mix: FunctionMix | None = None

    @property
    def for_customers(self) -> bool:
        """Whether the work follows the hours of customers: front office, and calls of any office."""
        return self.office == "front" or (self.mix is not None and self.mix.work is WorkKind.VOICE)

    @property
    def workforce_kind(self) -> WorkforceKind:
        """The workforce that it draws on: developers where half of the staff or more are."""
        return "it" if self.mix is not None and self.mix.shares.get("DEV", 0.0) >= _MOSTLY else "services"
