"""Who does a function: occupation groups (ISCO-08 major groups, and developers) and kind of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.costs.contributions import WorkKind

OCCUPATIONS = ("ISCO2", "ISCO3", "ISCO4", "ISCO5", "DEV")
DEVELOPERS = "DEV"
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class FunctionMix:
    """Head-count shares of occupation groups in a business function.

    Attributes:
        function: id of the business function.
        shares: occupation (one of ``OCCUPATIONS``) to share; they add up to 1.
        work: kind of work, for the tradable-services premium of all but developers.
        reason: why these shares.

    Raises:
        ValueError: an unknown occupation, a negative share, or shares that do not add up to 1.
    """

    function: str
    shares: Mapping[str, float]
    work: WorkKind
    reason: str = ""

    def __post_init__(self) -> None:
        unknown = set(self.shares) - set(OCCUPATIONS)
        if unknown:
            raise ValueError(
                f"Unknown occupation groups: {', '.join(sorted(unknown))}. Known: {', '.join(OCCUPATIONS)}."
            )
        if any(share < 0 for share in self.shares.values()):
            raise ValueError("A share of the staff cannot be negative.")
        total = sum(self.shares.values())
        if not abs(total - 1.0) <= _ROUNDING:
            raise ValueError(f"The shares of '{self.function}' add up to {total:g}, not 1.")
