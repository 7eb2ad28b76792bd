"""Who does a function: occupations, and kind of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.costs.contributions import WorkKind

# Agents of contact centres (ISCO-08 4222, 5244), keyboard clerks (413), bookkeeping clerks (431), ICT
# support technicians (351), developers (2512), and ISCO-08 major groups for who is none of these.
OCCUPATIONS = ("AGENT", "KEYBOARD", "BOOKKEEPER", "IT_SUPPORT", "DEV", "ISCO2", "ISCO3", "ISCO4")
DEVELOPERS = "DEV"
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class FunctionMix:
    """Head-count shares of occupations in a business function.

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
                f"Unknown occupations: {', '.join(sorted(unknown))}. Known: {', '.join(OCCUPATIONS)}."
            )
        if any(share < 0 for share in self.shares.values()):
            raise ValueError("A share of the staff cannot be negative.")
        total = sum(self.shares.values())
        if not abs(total - 1.0) <= _ROUNDING:
            raise ValueError(f"The shares of '{self.function}' add up to {total:g}, not 1.")
