"""A vote: what one person wrote on a ballot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Vote:
    """What one row of a table of votes says.

    Attributes:
        name: who.
        importance: how much they count; None where the table does not say.
        theme_weights: theme id to percent of the whole; empty where the row gives no weight.
    """

    name: str
    importance: float | None = None
    theme_weights: Mapping[str, float] = field(default_factory=dict)
