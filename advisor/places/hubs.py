"""Delivery hubs: cities of a location with coordinates, population and a time zone."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from advisor.places.arrays import frozen_array
from advisor.places.calendars import Workplace
from advisor.places.shifts import Weekend, weekend_of
from advisor.words.data_words import data_text
from advisor.words.translation import t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Hub:
    """One city where work can be delivered.

    Attributes:
        location_id: the location it belongs to.
        name: city name, unique within the location.
        lat: degrees north, -90..90.
        lon: degrees east, -180..180.
        population: people; None where unknown.
        zone: IANA time zone.
        part: ISO 3166-2 code, without the country's prefix, of the part of the country that it lies in and
            whose holidays it keeps; empty where the whole country keeps the same.
    """

    location_id: str
    name: str
    lat: float
    lon: float
    population: float | None
    zone: str
    part: str = ""

    @property
    def title(self) -> str:
        """What the city is called in the language in force."""
        return data_text(self.name)


@dataclass(frozen=True, slots=True, eq=False)
class HubSet:
    """All hubs, grouped by location in the order of ``location_ids``; build it with `HubSet.of`.

    Attributes:
        location_ids: n locations, in the caller's order.
        hubs: m hubs; those of one location stand together, its main hub first.
        location_of: (m,) index into ``location_ids``.
        first: (n,) index of the main hub of each location, -1 where it has none.
        lat: (m,) degrees.
        lon: (m,) degrees.
        share: (m,) share of the location's hub population, summing to 1 within a location.
        zones: the different time zones of the hubs.
        weekends: weekend of each location.
        countries: location id to the country that it is a part of; none for a country itself.
    """

    location_ids: tuple[str, ...]
    hubs: tuple[Hub, ...]
    location_of: NDArray[np.intp]
    first: NDArray[np.intp]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    share: NDArray[np.float64]
    zones: tuple[str, ...]
    weekends: tuple[Weekend, ...]
    countries: Mapping[str, str] = field(repr=False)
    _index: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(
        cls,
        hubs: Iterable[Hub],
        location_ids: Iterable[str] | None = None,
        weekends: Mapping[str, Weekend] | None = None,
        countries: Mapping[str, str] | None = None,
    ) -> HubSet:
        """Group hubs by location; the most populous hub of a location is its main hub.

        Args:
            hubs: any order; hubs of locations that are not in ``location_ids`` are left out.
            location_ids: the order of all results; by default the order in which hubs name them.
            weekends: weekend by location id; by default the country's (CLDR).
            countries: location id to the country that it is a part of, whose weekend and holidays it keeps.
        """
        given = tuple(hubs)
        ids = tuple(
            dict.fromkeys(location_ids if location_ids is not None else (h.location_id for h in given))
        )
        groups: dict[str, list[Hub]] = {location: [] for location in ids}
        for hub in given:
            if hub.location_id in groups:
                groups[hub.location_id].append(hub)
        ordered: list[Hub] = []
        first = np.full(len(ids), -1, dtype=np.intp)
        shares: list[float] = []
        for at, location in enumerate(ids):
            members = sorted(groups[location], key=lambda hub: (-(hub.population or 0.0), hub.name))
            if members:
                first[at] = len(ordered)
                shares.extend(_shares(members))
                ordered.extend(members)
        index = {location: at for at, location in enumerate(ids)}
        known, within = weekends or {}, dict(countries or {})
        return cls(
            location_ids=ids,
            hubs=tuple(ordered),
            location_of=frozen_array(np.array([index[hub.location_id] for hub in ordered], dtype=np.intp)),
            first=frozen_array(first),
            lat=frozen_array(np.array([hub.lat for hub in ordered], dtype=np.float64)),
            lon=frozen_array(np.array([hub.lon for hub in ordered], dtype=np.float64)),
            share=frozen_array(np.array(shares, dtype=np.float64)),
            zones=tuple(sorted({hub.zone for hub in ordered})),
            weekends=tuple(
                known.get(location) or weekend_of(within.get(location, location)) for location in ids
            ),
            countries=MappingProxyType(within),
            _index=MappingProxyType(index),
        )

    @property
    def workplaces(self) -> tuple[Workplace, ...]:
        """(n,) Where each location's calendar holds: that of its main hub."""
        parts = ("" if first < 0 else self.hubs[first].part for first in self.first)
        places = zip(self.location_ids, parts, self.weekends, strict=True)
        return tuple(
            Workplace(location, part, weekend, self.countries.get(location, ""))
            for location, part, weekend in places
        )

    def hub_index(self, location_id: str, hub_name: str | None = None) -> int:
        """Index of a location's hub, of its main hub without a name.

        Raises:
            ValueError: unknown location or hub, with the names there are.
        """
        at = self._index.get(location_id)
        if at is None:
            raise ValueError(f"unknown location {location_id!r}")
        members = np.flatnonzero(self.location_of == at).tolist()
        if not members:
            raise ValueError(
                t("{place:The} has no hub, so its clock and place are unknown", place=location_id)
            )
        if hub_name is None:
            return int(members[0])
        for i in members:
            if self.hubs[i].name.casefold() == hub_name.casefold():
                return int(i)
        names = ", ".join(self.hubs[i].name for i in members)
        raise ValueError(
            t("{place:The} has no hub '{hub}'; it has {names}", place=location_id, hub=hub_name, names=names)
        )

    def with_chosen(self, chosen: Mapping[str, str]) -> HubSet:
        """The same locations with only the named hub of each location in ``chosen`` (id -> name)."""
        kept = {location: self.hub_index(location, name) for location, name in chosen.items()}
        hubs = (hub for i, hub in enumerate(self.hubs) if kept.get(hub.location_id, i) == i)
        weekends = dict(zip(self.location_ids, self.weekends, strict=True))
        return HubSet.of(hubs, self.location_ids, weekends, self.countries)

    def by_location(self, values: NDArray[np.float64]) -> LocationSpread:
        """Lowest, population-weighted mean and highest of a figure over the hubs of each location.

        Args:
            values: (m,) one figure a hub; NaN is unknown and left out (all unknown gives NaN).
        """
        known = ~np.isnan(values)
        n = len(self.location_ids)
        low, high = np.full(n, np.inf), np.full(n, -np.inf)
        at = self.location_of[known]
        np.minimum.at(low, at, values[known])
        np.maximum.at(high, at, values[known])
        weight = np.bincount(at, self.share[known], minlength=n)
        total = np.bincount(at, self.share[known] * values[known], minlength=n)
        some = weight > 0
        mean = np.full(n, np.nan)
        np.divide(total, weight, out=mean, where=some)
        low[~some] = high[~some] = np.nan
        # Rounding must not push the mean outside the range of one and the same value.
        return LocationSpread(frozen_array(low), frozen_array(np.clip(mean, low, high)), frozen_array(high))


@dataclass(frozen=True, slots=True, eq=False)
class LocationSpread:
    """A figure over the hubs of each location: (n,) arrays, NaN where unknown.

    Attributes:
        low: smallest over the hubs.
        mean: weighted by hub population.
        high: largest over the hubs.
    """

    low: NDArray[np.float64]
    mean: NDArray[np.float64]
    high: NDArray[np.float64]


def _shares(members: list[Hub]) -> list[float]:
    """Population shares; a hub of unknown population counts like the smallest known one of its location."""
    known = [hub.population for hub in members if hub.population]
    least = min(known, default=1.0)
    sizes = [hub.population or least for hub in members]
    total = sum(sizes)
    return [size / total for size in sizes]
