"""Which countries a city's name may mean."""

from __future__ import annotations

import pytest

from advisor.places.cities import cities_called


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Birmingham", ["GBR", "USA"]),
        ("BIRMINGHAM", ["GBR", "USA"]),
        ("Hyderabad", ["IND", "PAK"]),
        ("Cordoba", ["ARG", "ESP"]),
        ("Leeds", ["GBR"]),
        ("London", ["GBR"]),  # the one in Ontario has a twentieth of the people
        ("Atlantis", []),
    ],
)
def test_that_a_name_means_the_cities_that_are_not_far_smaller_than_the_largest(
    name: str, countries: list[str]
) -> None:
    assert [city.iso3 for city in cities_called(name)] == countries
