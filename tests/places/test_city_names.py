"""Cities of hubs are found by their local, short and former names as well."""

from __future__ import annotations

from collections import Counter

import pytest

from advisor.places.city_aliases import CITIES
from advisor.places.folding import folded
from advisor.places.gazetteer import Gazetteer
from advisor.scenario.names import gazetteer_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Bangalore", "Bengaluru, India"),
        ("bombay", "Mumbai, India"),
        ("New Delhi", "Delhi, India"),
        ("Saigon", "Ho Chi Minh City, Vietnam"),
        ("Kiev", "Kyiv, Ukraine"),
        ("Cracow", "Kraków, Poland"),
        ("Munchen", "Munich, Germany"),
        ("Cebu", "Cebu City, Philippines"),
        ("Bangalore, India", "Bengaluru, India"),
    ],
)
def test_that_a_city_is_found_by_what_people_call_it(default_pack, typed, meant):
    assert [place.label for place in gazetteer_of(default_pack).find(typed).places] == [meant]


def test_that_the_name_of_a_location_comes_before_that_of_a_city(default_pack):
    (place,) = gazetteer_of(default_pack).find("Panama").places
    assert (place.location_id, place.hub) == ("PAN", "")


def test_that_a_name_counts_only_for_a_hub_of_its_city(default_pack):
    locations = [location for location in default_pack.locations if location.id == "IND"]
    names = Gazetteer(locations, [("IND", "Pune")])
    assert not names.find("Bombay").places
    assert [place.hub for place in names.find("Poona").places] == ["Pune"]


def test_that_no_name_stands_for_two_cities():
    names = Counter(
        name for cities in CITIES.values() for city in cities for name in {folded(one) for one in city}
    )
    assert [name for name, count in names.items() if count > 1] == []
