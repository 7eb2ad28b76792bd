from __future__ import annotations

import holidays
import pytest
from babel.core import Locale, UnknownLocaleError, get_global
from hypothesis import given
from hypothesis import strategies as st

from advisor.places.shifts import (
    NIGHT,
    Weekend,
    WorkingHours,
    alpha2,
    weekend_of,
    weekend_of_territory,
)


def test_that_hours_are_read_with_any_minute() -> None:
    assert WorkingHours.parse("09:07-17:00") == WorkingHours(547, 473)


def test_that_a_night_shift_passes_midnight() -> None:
    assert WorkingHours.parse("22:00-06:00") == WorkingHours(1320, 480)


def test_that_the_whole_day_can_be_written() -> None:
    assert WorkingHours.parse("00:00-24:00") == WorkingHours(0, 1440)


def test_that_a_shift_up_to_midnight_can_be_written_both_ways() -> None:
    assert WorkingHours.parse("16:00-24:00") == WorkingHours.parse("16:00-00:00")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("9-5", "not of the form 09:00–17:00"),
        ("09:00", "not of the form"),
        ("09:60-17:00", "minutes go from 00 to 59"),
        ("09:00-25:00", "times go from 00:00 to 24:00"),
        ("24:00-08:00", "times go from 00:00 to 24:00"),
        ("09:00-09:00", "are empty; write 00:00–24:00"),
    ],
)
def test_that_a_wrong_text_is_refused_with_its_reason(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        WorkingHours.parse(text)


@given(st.integers(0, 1439), st.integers(1, 1440))
def test_that_hours_survive_writing_and_reading(start: int, length: int) -> None:
    hours = WorkingHours(start, length)
    if length < 1440 or start == 0:
        assert WorkingHours.parse(str(hours)) == hours


@given(st.integers(0, 1439), st.integers(1, 1440), st.integers(-3000, 3000))
def test_that_night_minutes_equal_a_count_minute_by_minute(start: int, length: int, move: int) -> None:
    shift = WorkingHours(start, length).moved(move)
    counted = sum(1 for m in range(shift.start, shift.end) if m % 1440 >= 1320 or m % 1440 < 360)
    assert shift.shared_on_the_clock(NIGHT) == counted


@pytest.mark.parametrize(
    ("country", "days"),
    [
        ("USA", (5, 6)),
        ("EGY", (4, 5)),
        ("SAU", (4, 5)),
        ("ISR", (4, 5)),
        ("ARE", (5, 6)),
        ("IND", (5, 6)),  # CLDR: Sunday only; offices keep a five-day week
        ("XKX", (5, 6)),
        ("ZZZ", (5, 6)),
        ("site-7", (5, 6)),
    ],
)
def test_that_weekends_follow_the_country(country: str, days: tuple[int, ...]) -> None:
    assert weekend_of(country) == Weekend(days)


def test_that_country_codes_translate() -> None:
    assert (alpha2("GBR"), alpha2("XKX"), alpha2("nowhere")) == ("GB", "XK", None)


def test_that_a_weekend_leaves_a_working_day() -> None:
    with pytest.raises(ValueError, match="no working day"):
        Weekend(tuple(range(7)))


def test_that_weekends_are_those_of_the_calendars_or_else_of_cldr() -> None:
    """The table in the module is theirs, so that nobody has to load two hundred of each for it."""
    for territory in get_global("territory_languages"):
        try:
            locale = Locale.parse(f"und_{territory}")
        except (UnknownLocaleError, ValueError):
            continue
        first, last = locale.weekend_start, locale.weekend_end
        first = (last - 1) % 7 if first == last else first
        days = tuple(sorted({(first + step) % 7 for step in range((last - first) % 7 + 1)}))
        if territory in holidays.list_supported_countries(include_aliases=False):
            stated = tuple(sorted(holidays.country_holidays(territory).weekend))
            days = stated if len(stated) > 1 and stated != (5, 6) else days
        assert weekend_of_territory(territory).days == days, territory
