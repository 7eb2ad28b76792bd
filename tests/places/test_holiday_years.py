"""Dates of holidays are those of the year and the part of the country, or they are not known."""

from __future__ import annotations

import csv
import warnings
from datetime import date

import pycountry
import pytest

from advisor.paths import DEFAULT_PACK
from advisor.places.holiday_years import holiday_year, known_parts


def test_that_a_full_year_is_known() -> None:
    poland = holiday_year("POL", 2027)
    assert poland.is_known
    assert poland.note == ""
    assert poland.dates[date(2027, 5, 3)] == "National Day of the Third of May"


def test_that_a_year_left_empty_on_purpose_has_no_holidays() -> None:
    """Ukraine keeps none under martial law, since 2022."""
    for year in (2024, 2026, 2027):
        ukraine = holiday_year("UKR", year)
        assert ukraine.is_known
        assert not ukraine.dates
    assert date(2021, 8, 24) in holiday_year("UKR", 2021).dates


@pytest.mark.parametrize("year", [2027, 2028, 2040])
def test_that_a_year_out_of_reach_borrows_no_dates(year: int) -> None:
    """The full moons of Sri Lanka are listed until 2026."""
    assert holiday_year("LKA", 2026).is_known
    later = holiday_year("LKA", year)
    assert not later.is_known
    assert not later.dates
    assert 15 < later.usual < 30
    assert f"in Sri Lanka in {year} are not known" in later.note


def test_that_a_reform_is_not_taken_for_a_year_out_of_reach() -> None:
    """Armenia cut its New Year holidays in 2022."""
    assert holiday_year("ARM", 2027).is_known


def test_that_worked_weekend_days_are_known_or_said_to_be_open() -> None:
    china = holiday_year("CHN", 2026)
    swapped = [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]
    assert sorted(china.worked) == [date(2026, month, day) for month, day in swapped]
    later = holiday_year("CHN", 2027)
    assert later.is_known
    assert not later.worked
    assert "worked in China in 2027 are not announced yet" in later.note


@pytest.mark.parametrize("place", ["site-7", "ZZZ"])
def test_that_a_place_without_calendar_is_unknown_and_not_free_of_holidays(place: str) -> None:
    calendar = holiday_year(place, 2027)
    assert not calendar.dates
    assert not calendar.is_known
    assert "No calendar" in calendar.note


def test_that_warnings_of_the_package_stay_inside() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        holiday_year.__wrapped__("IND", 2040)


def test_that_a_part_without_holidays_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="no part 'XX'"):
        holiday_year("GBR", 2027, "XX")


@pytest.mark.parametrize(
    ("country", "part", "day"),
    [("GBR", "ENG", (4, 6)), ("AUS", "NSW", (6, 8)), ("CAN", "ON", (2, 16)), ("CHE", "ZH", (5, 25))],
)
def test_that_parts_have_days_that_the_whole_country_lacks(
    country: str, part: str, day: tuple[int, int]
) -> None:
    assert date(2026, *day) in holiday_year(country, 2026, part).dates
    assert date(2026, *day) not in holiday_year(country, 2026).dates


def test_that_every_part_of_the_pack_exists_and_has_a_calendar() -> None:
    with (DEFAULT_PACK / "hubs.csv").open(encoding="utf-8", newline="") as file:
        hubs = [row for row in csv.DictReader(file) if row["part"]]
    assert len(hubs) > 60
    for hub in hubs:
        assert hub["part"] in known_parts(hub["location_id"]), hub["name"]
        country = pycountry.countries.get(alpha_3=hub["location_id"])
        if hub["location_id"] != "MAC":  # its two municipalities are in no ISO list
            assert pycountry.subdivisions.get(code=f"{country.alpha_2}-{hub['part']}") is not None, hub[
                "name"
            ]
