"""Names of public holidays in another language."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date

import pytest

from advisor.places.holiday_names import _REMARK, holiday_name
from advisor.places.holiday_texts import TRANSLATED
from advisor.places.holiday_years import holiday_year
from advisor.words.translation import set_language


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_language("en")


def named(iso3: str, day: date, part: str = "") -> str:
    return holiday_name(holiday_year(iso3, day.year, part).dates.get(day, ""), iso3, part, day)


def test_that_english_is_as_the_calendar_has_it():
    assert named("MEX", date(2026, 1, 1)) == "New Year's Day"
    assert named("MEX", date(2026, 1, 2)) == ""


def test_that_a_country_whose_calendar_speaks_the_language_has_its_own_names():
    set_language("es")
    assert named("MEX", date(2026, 9, 16)) == "Día de la Independencia"
    assert named("ESP", date(2026, 10, 12)) == "Fiesta Nacional de España"


def test_that_names_which_most_countries_share_are_translated_and_others_say_that_they_are_not():
    set_language("es")
    assert named("DEU", date(2026, 12, 25)) == "Navidad"
    assert named("POL", date(2026, 5, 3)) == "Fiesta Nacional del Tres de Mayo"
    assert named("NRU", date(2026, 10, 26)) == "Angam Day (en inglés)"
    assert named("GBR", date(2026, 12, 28), "ENG") == "Boxing Day (26 de diciembre) (trasladado)"


def test_that_a_change_of_language_changes_the_name_at_once():
    day = date(2026, 9, 16)
    assert named("MEX", day) == "Independence Day"
    set_language("es")
    assert named("MEX", day) == "Día de la Independencia"
    set_language("en")
    assert named("MEX", day) == "Independence Day"


def test_that_every_translated_name_is_one_of_a_calendar():
    import holidays

    found: set[str] = set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for territory in holidays.list_supported_countries(include_aliases=False):
            for names in holidays.country_holidays(
                territory, years=range(2024, 2028), language="en_US"
            ).values():
                for name in names.split("; "):
                    remark = _REMARK.fullmatch(name)
                    found.add(remark["name"] if remark else name)
    assert found >= TRANSLATED


def test_that_days_in_place_of_others_are_said_in_the_language_in_force():
    set_language("es")
    assert (
        holiday_name("Makha Bucha (in lieu)", "THA", "", date(2026, 3, 4)) == "Makha Bucha (en sustitución)"
    )
    swapped = holiday_name("Day off (substituted from 10/10/2026)", "CHN", "", date(2026, 10, 9))
    assert swapped.startswith("descanso a cambio del ")
    assert "2026" in swapped
