"""Names of public holidays in another language."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from advisor.datapack.schema import DataPack
from advisor.places.holiday_names import _REMARK, holiday_name
from advisor.places.holiday_texts import TRANSLATED
from advisor.places.holiday_years import holiday_year
from advisor.places.shifts import alpha2
from advisor.scenario.study.scenario import FIRST_YEAR, LAST_YEAR
from advisor.words.locale import set_locale
from advisor.words.translation import t

# Feasts whose names are neither English nor Spanish, and are the same in both.
OF_OTHER_LANGUAGES = frozenset(
    {
        *("Asarnha Bucha", "Makha Bucha", "Visakha Bucha"),  # Thai
        *("Ayudha Puja", "Bhai Duj", "Bhai Tika", "Bijaya Dashami", "Cheti Chand", "Chhath Puja"),  # of India
        *("Diwali", "Diwali (Bali Pratipada)", "Dussehra", "Dussehra (Mahanavami)", "Duwadashi (Dashain)"),
        *("Ekadashi (Dashain)", "Fulpati", "Gai Tihar", "Ganesh Chaturthi", "Ghatasthapana"),
        *("Govardhan Puja", "Gudi Padwa", "Gyalpo Lhosar", "Holi", "Holika Dahan", "Janmashtami"),
        *("Kali Puja", "Losar", "Maghe Sankranti", "Maha Ashtami", "Maha Navami", "Maha Shivaratri"),
        *("Mahalaya", "Mahanavami", "Mahasaptami", "Mahashtami", "Makar Sankranti", "Pongal"),
        *("Raksha Bandhan", "Ram Navami", "Sharad Navratri", "Sonam Lhochhar", "Tamu Lhochhar"),
        *("Thaipusam", "Ugadi", "Uttarayan", "Vaisakhi", "Vijayadashami", "Vishu"),
        *("Ashura", "Tasua", "Youm-e-Takbeer"),  # Arabic and Urdu
        *("Chuseok", "Daeboreum"),  # Korean
        *("Corpus Christi", "Matariki", "Shavuot"),  # Latin, Maori, Hebrew
    }
)


Calendars = Mapping[tuple[str, str], Mapping[str, date]]


@pytest.fixture(scope="module")
def calendars(default_pack: DataPack) -> Calendars:
    """Country and part of every hub, to the names of its holidays and the first day of each."""
    import holidays

    assert default_pack.places is not None
    supported = holidays.list_supported_countries(include_aliases=False)
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    found = {}
    for iso3, part in sorted({(hub.location_id, hub.part) for hub in default_pack.places.hubs}):
        if (territory := alpha2(iso3)) in supported:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)
                days = holidays.country_holidays(territory, part or None, years, language="en_US")
            found[iso3, part] = {str(name): day for day, name in sorted(days.items(), reverse=True)}
    return found


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_locale("en")


def named(iso3: str, day: date, part: str = "") -> str:
    return holiday_name(holiday_year(iso3, day.year, part).dates.get(day, ""), iso3, part, day)


def test_that_english_is_as_the_calendar_has_it():
    assert named("MEX", date(2026, 1, 1)) == "New Year's Day"
    assert named("MEX", date(2026, 1, 2)) == ""


def test_that_a_country_whose_calendar_speaks_the_language_has_its_own_names():
    set_locale("es")
    assert named("MEX", date(2026, 9, 16)) == "Día de la Independencia"
    assert named("ESP", date(2026, 10, 12)) == "Fiesta Nacional de España"


def test_that_names_of_calendars_that_lack_the_language_are_translated():
    set_locale("es")
    assert named("DEU", date(2026, 12, 25)) == "Navidad"
    assert named("POL", date(2026, 5, 3)) == "Fiesta Nacional del Tres de Mayo"
    assert named("NRU", date(2026, 10, 26)) == "Día de Angam (del regreso)"
    assert named("GBR", date(2026, 12, 28), "ENG") == "Boxing Day (26 de diciembre) (trasladado)"


def test_that_a_name_which_a_later_calendar_brings_says_that_it_is_english():
    set_locale("es")
    assert holiday_name("Day of the Cables", "NRU", "", date(2026, 10, 27)) == "Day of the Cables (en inglés)"


def test_that_no_holiday_of_any_place_stays_english_in_any_year_of_a_scenario(calendars: Calendars):
    set_locale("es")
    english_mark = t("{name} (in English)", name="")
    left = [
        (iso3, day, name)
        for (iso3, part), names in calendars.items()
        for name, day in names.items()
        if english_mark in holiday_name(name, iso3, part, day)
    ]
    assert sum(map(len, calendars.values())) > 3_000
    assert left == []


def test_that_every_translated_name_is_one_of_a_calendar(calendars: Calendars):
    found: set[str] = set()
    for names in calendars.values():
        for one in "; ".join(names).split("; "):
            remark = _REMARK.fullmatch(one)
            found |= {one, remark["name"] if remark else one}
    assert TRANSLATED - found == set()


def test_that_names_that_are_the_same_in_both_languages_are_of_a_third():
    set_locale("es")
    assert {name for name in TRANSLATED if t(name) == name} == OF_OTHER_LANGUAGES


def test_that_a_change_of_language_changes_the_name_at_once():
    day = date(2026, 9, 16)
    assert named("MEX", day) == "Independence Day"
    set_locale("es")
    assert named("MEX", day) == "Día de la Independencia"
    set_locale("en")
    assert named("MEX", day) == "Independence Day"


def test_that_days_in_place_of_others_are_said_in_the_language_in_force():
    set_locale("es")
    assert (
        holiday_name("Makha Bucha (in lieu)", "THA", "", date(2026, 3, 4)) == "Makha Bucha (en sustitución)"
    )
    swapped = holiday_name("Day off (substituted from 10/10/2026)", "CHN", "", date(2026, 10, 9))
    assert swapped.startswith("descanso a cambio del ")
    assert "2026" in swapped
