from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from advisor.places.calendars import OneSidedDay, Workplace, one_sided_days, work_calendars
from advisor.places.holiday_years import holiday_year
from advisor.places.shifts import weekend_of

WHERE = ("GBR", "DEU", "POL", "EGY", "UKR", "LKA", "site-7")


def at_work(location: str, part: str = "") -> Workplace:
    return Workplace(location, part, weekend_of(location))


def places_of(*ids: str) -> tuple[Workplace, ...]:
    return tuple(at_work(location) for location in ids)


def test_that_shared_days_are_counted_by_date() -> None:
    calendars = work_calendars(places_of(*WHERE), 2027)
    shared = calendars.shared_with("DEU")
    at = {location: i for i, location in enumerate(WHERE)}
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
    assert not shared.estimated[[at["EGY"], at["DEU"], at["UKR"]]].any()


@pytest.mark.parametrize(
    ("place", "days"),
    [(at_work("CHN"), 248), (at_work("GBR", "ENG"), 253), (at_work("HUN"), 252), (at_work("UKR"), 261)],
)
def test_that_working_days_of_2026_are_those_counted_by_hand(place: Workplace, days: int) -> None:
    """Six weekend days are worked in China and two in Hungary; Ukraine keeps no holidays in martial law."""
    assert work_calendars((place,), 2026).shared_with(place.location_id).home_days == days


def test_that_a_year_out_of_reach_counts_the_usual_number_of_days_off() -> None:
    calendars = work_calendars(places_of("LKA", "DEU"), 2027)
    shared = calendars.shared_with("DEU")
    usual = holiday_year("LKA", 2027).usual
    weekdays = 261
    assert 15 < usual < 30
    assert shared.estimated.tolist() == [True, False]
    assert shared.days[0] == pytest.approx(shared.home_days * (1 - usual / weekdays))
    assert "not known" in calendars.notes[0]
    seen_from_there = calendars.shared_with("LKA")
    assert seen_from_there.home_days == pytest.approx(weekdays - usual)
    assert seen_from_there.estimated.all()


def test_that_sharing_is_mutual_and_unknown_from_an_unknown_home() -> None:
    calendars = work_calendars(places_of(*WHERE), 2027)
    assert calendars.shared_with("GBR").days[1] == calendars.shared_with("DEU").days[0]
    assert np.isnan(calendars.shared_with("site-7").percent).all()
    with pytest.raises(ValueError, match="unknown location"):
        calendars.shared_with("USA")


def test_that_the_next_one_sided_dates_name_the_holiday() -> None:
    days = one_sided_days(at_work("GBR"), at_work("DEU"), date(2027, 4, 1), 3)
    assert days == (
        OneSidedDay(date(2027, 5, 3), "site", "May Day"),
        OneSidedDay(date(2027, 5, 6), "home", "Ascension Day"),
        OneSidedDay(date(2027, 5, 17), "home", "Pentecost Monday"),
    )


def test_that_a_hub_keeps_the_holidays_of_its_part_of_the_country() -> None:
    """London and Warsaw both rest on Easter Monday; Edinburgh works."""
    start, warsaw = date(2026, 4, 6), at_work("POL")
    assert start not in {day.day for day in one_sided_days(at_work("GBR", "ENG"), warsaw, start)}
    scotland = one_sided_days(at_work("GBR", "SCT"), warsaw, start)
    assert scotland[0] == OneSidedDay(start, "home", "Easter Monday")


def test_that_other_weekends_are_one_sided_unless_only_holidays_are_asked_for() -> None:
    days = one_sided_days(at_work("DEU"), at_work("EGY"), date(2027, 6, 1), 10)
    assert len(days) == 10
    assert days[0] == OneSidedDay(date(2027, 6, 4), "home", "weekend")
    only = one_sided_days(at_work("DEU"), at_work("EGY"), date(2027, 6, 1), holidays_only=True)
    assert all(day.reason != "weekend" for day in only)


def test_that_a_worked_saturday_is_one_sided() -> None:
    days = one_sided_days(at_work("DEU"), at_work("CHN"), date(2026, 2, 28), 1)
    assert days == (OneSidedDay(date(2026, 2, 28), "site", "weekend"),)


def test_that_no_date_is_invented_for_a_year_out_of_reach() -> None:
    days = one_sided_days(at_work("GBR", "ENG"), at_work("LKA"), date(2026, 12, 20), 50)
    assert {day.day.year for day in days} == {2026}
    assert one_sided_days(at_work("GBR"), at_work("LKA"), date(2027, 1, 1)) == ()


def test_that_nothing_is_said_about_an_unknown_calendar() -> None:
    assert one_sided_days(at_work("DEU"), at_work("site-7"), date(2027, 1, 1)) == ()
