"""Cities of a hundred thousand people and more: which countries have one of a name (GeoNames, CC BY 4.0).

They tell what the name of a city may mean, and nothing else: clocks, holidays and distances are
those of hubs, which a pack names.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from advisor.paths import RESOURCES
from advisor.places.folding import folded

_FAR_LARGER = 10  # times the people, from which on nobody means the smaller of two cities by the bare name


@dataclass(frozen=True, slots=True)
class City:
    """A city.

    Attributes:
        iso3: of its country.
        name: as GeoNames writes it.
        population: people, some of the city and some of what belongs to it.
    """

    iso3: str
    name: str
    population: int


def cities_called(name: str) -> tuple[City, ...]:
    """The cities that a bare name may mean, the largest first, one a country; none where it is no city's."""
    found = _by_name().get(folded(name), ())
    return tuple(city for city in found if _FAR_LARGER * city.population >= found[0].population)


@cache
def states_of_america() -> frozenset[str]:
    """Folded names of the states of the USA, one of which is called like a country."""
    import pycountry

    states = pycountry.subdivisions.get(country_code="US")  # type: ignore[no-untyped-call]
    return frozenset(folded(one.name) for one in states if one.type == "State")


@cache
def _by_name() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, dict[str, City]] = {}
    with (RESOURCES / "cities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):  # the larger of a country's come first
            city = City(row["iso3"], row["name"], int(row["population"]))
            found.setdefault(folded(city.name), {}).setdefault(city.iso3, city)
    return {
        name: tuple(sorted(cities.values(), key=lambda city: -city.population))
        for name, cities in found.items()
    }
