"""Who works with whom in software: the share of a location's work across borders that is with home.

Collaborations are counted between pairs of economies, in both directions together. A share of the location's
own total says how used it is to working with home, whatever its size; its size is a criterion of its own.
Pairs that were below the count that is published are absent. They are taken as half of that count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

LEAST_PUBLISHED = 100  # a quarter; below that the source leaves a pair out
QUARTERS = 4


class Collaboration(NamedTuple):
    """How often the developers of two places worked on each other's projects in a year."""

    a: str
    b: str
    times: float


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

    def __init__(self, pairs: Iterable[Collaboration], countries: Mapping[str, str] | None = None) -> None:
        """Count pairs; ``countries`` names the country of a location that is a part of one."""
        self._countries = dict(countries or {})
        self._counts: dict[tuple[str, str], float] = {}
        self._totals: dict[str, float] = {}
        for a, b, times in pairs:
            self._counts[_pair(a, b)] = times
            self._totals[a] = self._totals.get(a, 0.0) + times
            self._totals[b] = self._totals.get(b, 0.0) + times

    def with_home(self, home: str, site: str) -> TiesAtWork | None:
        """How much of the site's work across borders is with home; None where nothing is known of either."""
        home, site = (self._countries.get(place, place) for place in (home, site))
        if home == site:
            return TiesAtWork(100.0, 100.0, 100.0, True, 0.0)
        total, count = self._totals.get(site), self._counts.get(_pair(home, site))
        if total is None or home not in self._totals:
            return None
        if count is not None:
            share = 100.0 * count / total
            return TiesAtWork(share, share, share, True, count)
        most = float(LEAST_PUBLISHED * QUARTERS)
        likely, high = (100.0 * some / (total + some) for some in (most / 2, most))
        return TiesAtWork(likely, 0.0, high, False, 0.0)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
