from __future__ import annotations

import warnings
from datetime import date

import numpy as np
import pytest

from advisor.places.calendars import OneSidedDay, holiday_year, one_sided_days, work_calendars
from advisor.places.shifts import weekend_of

WHERE = ("GBR", "DEU", "POL", "EGY", "UKR", "LKA", "site-7")


def days_of(*ids: str) -> tuple[tuple[str, ...], tuple[object, ...]]:
    return ids, tuple(weekend_of(i) for i in ids)


def test_that_a_full_year_is_its_own() -> None:
    poland = holiday_year("POL", 2027)
    assert poland.source_year == 2027
    assert poland.note == ""
    assert poland.dates[date(2027, 5, 3)] == "National Day of the Third of May"


def test_that_an_empty_year_borrows_the_last_full_one_and_says_so() -> None:
    """The calendar of Ukraine is thin in 2022 and empty since 2023."""
    ukraine = holiday_year("UKR", 2027)
    assert ukraine.source_year == 2021
    assert date(2027, 8, 24) in ukraine.dates
    assert "incomplete for 2027; the dates of 2021" in ukraine.note


def test_that_a_calendar_that_ends_borrows_its_last_year() -> None:
    assert holiday_year("LKA", 2026).source_year == 2026
    assert holiday_year("LKA", 2028).source_year == 2026
    assert holiday_year("UKR", 2060).source_year == 2021


def test_that_a_reform_is_not_taken_for_a_thin_year() -> None:
    """Armenia cut its New Year holidays in 2022."""
    assert holiday_year("ARM", 2027).source_year == 2027


@pytest.mark.parametrize("place", ["site-7", "ZZZ"])
def test_that_a_place_without_calendar_is_unknown_and_not_free_of_holidays(place: str) -> None:
    calendar = holiday_year(place, 2027)
    assert not calendar.dates
    assert "No calendar" in calendar.note


def test_that_warnings_of_the_package_stay_inside() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        holiday_year.__wrapped__("IND", 2040)


def test_that_shared_days_are_counted_by_date() -> None:
    ids, weekends = days_of(*WHERE)
    calendars = work_calendars(ids, weekends, 2027)  # type: ignore[arg-type]
    shared = calendars.shared_with("DEU")
    at = {location: i for i, location in enumerate(ids)}
    by_hand = 0
    for ordinal in range(date(2027, 1, 1).toordinal(), date(2028, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        works_in_germany = day.weekday() < 5 and day not in holiday_year("DEU", 2027).dates
        works_in_egypt = day.weekday() not in (4, 5) and day not in holiday_year("EGY", 2027).dates
        by_hand += works_in_germany and works_in_egypt
    assert shared.days[at["EGY"]] == by_hand
    assert shared.days[at["DEU"]] == shared.home_days
    assert shared.percent[at["DEU"]] == 100
    assert shared.percent[at["EGY"]] < 80
    assert np.isnan(shared.days[at["site-7"]])
    assert calendars.notes[at["UKR"]]


def test_that_sharing_is_mutual_and_unknown_from_an_unknown_home() -> None:
    ids, weekends = days_of(*WHERE)
    calendars = work_calendars(ids, weekends, 2027)  # type: ignore[arg-type]
    assert calendars.shared_with("GBR").days[1] == calendars.shared_with("DEU").days[0]
    assert np.isnan(calendars.shared_with("site-7").percent).all()
    with pytest.raises(ValueError, match="unknown location"):
        calendars.shared_with("USA")


def test_that_the_next_one_sided_dates_name_the_holiday() -> None:
    britain, germany = (("GBR", weekend_of("GBR")), ("DEU", weekend_of("DEU")))
    days = one_sided_days(britain, germany, date(2027, 4, 1), 3)
    assert days == (
        OneSidedDay(date(2027, 5, 3), "site", "May Day"),
        OneSidedDay(date(2027, 5, 6), "home", "Ascension Day"),
        OneSidedDay(date(2027, 5, 17), "home", "Pentecost Monday"),
    )


def test_that_other_weekends_are_one_sided_unless_only_holidays_are_asked_for() -> None:
    germany, egypt = (("DEU", weekend_of("DEU")), ("EGY", weekend_of("EGY")))
    days = one_sided_days(germany, egypt, date(2027, 6, 1), 10)
    assert len(days) == 10
    assert days[0] == OneSidedDay(date(2027, 6, 4), "home", "weekend")
    assert all(
        day.reason != "weekend"
        for day in one_sided_days(germany, egypt, date(2027, 6, 1), holidays_only=True)
    )


def test_that_nothing_is_said_about_an_unknown_calendar() -> None:
    assert (
        one_sided_days(("DEU", weekend_of("DEU")), ("site-7", weekend_of("site-7")), date(2027, 1, 1)) == ()
    )
