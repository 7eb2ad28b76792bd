"""Legal and cultural affinity with home: legal origin, history and border. Language has criteria of its own.

Points, a judgement of this module: same legal origin 50, colonial tie or once one country 25 (only a common
coloniser 13), common border 25. Home itself has 100. A place whose ties are unknown stays unknown; where
only a legal origin is unknown the score lies in the middle of what it could be, marked as an estimate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from advisor.places.arrays import frozen_array
from advisor.places.regime_texts import legal_word
from advisor.words.translation import mark, marked, t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

LEGAL_ORIGIN = 50
COLONIAL_TIE, COMMON_COLONISER = 25, 13
BORDER = 25


class Tie(NamedTuple):
    """What two locations share; a pair that is not listed shares none of it."""

    a: str
    b: str
    contiguous: bool = False
    common_official_language: bool = False
    common_spoken_language: bool = False
    colonial_tie: bool = False
    common_coloniser: bool = False
    same_country_once: bool = False


@dataclass(frozen=True, slots=True)
class Affinity:
    """Score 0..100 with interval; NaN and method ``unknown`` where the ties are unknown."""

    value: float
    low: float
    high: float
    method: str
    reasons: tuple[str, ...]


_UNKNOWN = Affinity(np.nan, np.nan, np.nan, "unknown", (mark("ties with other countries are unknown"),))


@dataclass(frozen=True, slots=True, eq=False)
class Affinities:
    """Affinity of n locations: (n,) arrays, NaN where unknown."""

    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    methods: tuple[str, ...]
    details: tuple[Affinity, ...]


class TieTable:
    """Ties of all pairs and legal origins."""

    def __init__(
        self,
        ties: Iterable[Tie],
        legal_origins: Mapping[str, str],
        unknown: Iterable[str] = (),
        countries: Mapping[str, str] | None = None,
    ) -> None:
        """Keep the facts.

        Args:
            ties: each pair once, in either order.
            legal_origins: location id -> legal family.
            unknown: ids whose ties are unknown.
            countries: location id to the country whose ties it shares, for parts of one.
        """
        self._countries = dict(countries or {})
        self._ties = {_pair(tie.a, tie.b): tie for tie in ties}
        self._origins = dict(legal_origins)
        self._unknown = frozenset(unknown)

    def between(self, home: str, site: str) -> Affinity:
        """Affinity of a site with home."""
        home, site = (self._countries.get(place, place) for place in (home, site))
        if home == site:
            return Affinity(100, 100, 100, "observed", (t("the home country itself"),))
        if self._unknown & {home, site}:
            return replace(_UNKNOWN, reasons=tuple(map(marked, _UNKNOWN.reasons)))
        points, reasons = _points(self._ties.get(_pair(home, site)) or Tie(home, site))
        mine, theirs = self._origins.get(home), self._origins.get(site)
        if mine is None or theirs is None:
            reasons.append(t("legal origin unknown"))
            return Affinity(
                points + LEGAL_ORIGIN / 2, points, points + LEGAL_ORIGIN, "estimated", tuple(reasons)
            )
        if mine == theirs:
            points += LEGAL_ORIGIN
            reasons.append(t("same legal origin ({origin})", origin=legal_word(mine)))
        return Affinity(
            points, points, points, "observed", tuple(reasons or [t("nothing of what is compared")])
        )

    def from_home(self, home: str, location_ids: Sequence[str]) -> Affinities:
        """Affinity of every location with home."""
        found = tuple(self.between(home, location) for location in location_ids)
        return Affinities(
            frozen_array(np.array([affinity.value for affinity in found], dtype=np.float64)),
            frozen_array(np.array([affinity.low for affinity in found], dtype=np.float64)),
            frozen_array(np.array([affinity.high for affinity in found], dtype=np.float64)),
            tuple(affinity.method for affinity in found),
            found,
        )


def _pair(a: str, b: str) -> tuple[str, str]:
    """The key of two places in either order; a set of both takes ten times as long to make."""
    return (a, b) if a < b else (b, a)


def _points(tie: Tie) -> tuple[int, list[str]]:
    points, reasons = 0, []
    for points_for, holds, words in (
        (COLONIAL_TIE, tie.colonial_tie or tie.same_country_once, mark("colonial tie or once one country")),
        (
            COMMON_COLONISER,
            tie.common_coloniser and not (tie.colonial_tie or tie.same_country_once),
            mark("common coloniser"),
        ),
        (BORDER, tie.contiguous, mark("common border")),
    ):
        if holds:
            points += points_for
            reasons.append(marked(words))
    return points, reasons
