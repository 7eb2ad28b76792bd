"""Who works with whom in software: the share of a location's work across borders that is with home.

Collaborations are counted between pairs of economies, in both directions together. A share of the location's
own total says how used it is to working with home, whatever its size; its size is a criterion of its own.
Pairs that were below the count that is published are absent. They are taken as half of that count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LEAST_PUBLISHED = 100  # a quarter; below that the source leaves a pair out
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Collaboration:
    """How often the developers of two places worked on each other's projects in a year."""

    a: str
    b: str
    count: float


@dataclass(frozen=True, slots=True)
class TiesAtWork:
    """A share in per cent, with its interval, whether it was published, and what it counts."""

    percent: float
    low: float
    high: float
    published: bool
    count: float


class CollaborationTable:
    """Collaborations of all pairs."""

    def __init__(self, pairs: Iterable[Collaboration]) -> None:
        self._counts: dict[frozenset[str], float] = {}
        self._totals: dict[str, float] = {}
        for pair in pairs:
            self._counts[frozenset((pair.a, pair.b))] = pair.count
            for place in (pair.a, pair.b):
                self._totals[place] = self._totals.get(place, 0.0) + pair.count

    def with_home(self, home: str, site: str) -> TiesAtWork | None:
        """How much of the site's work across borders is with home; None where nothing is known of either."""
        if home == site:
            return TiesAtWork(100.0, 100.0, 100.0, True, 0.0)
        total, count = self._totals.get(site), self._counts.get(frozenset((home, site)))
        if total is None or home not in self._totals:
            return None
        if count is not None:
            share = 100.0 * count / total
            return TiesAtWork(share, share, share, True, count)
        most = float(LEAST_PUBLISHED * QUARTERS)
        likely, high = (100.0 * some / (total + some) for some in (most / 2, most))
        return TiesAtWork(likely, 0.0, high, False, 0.0)
