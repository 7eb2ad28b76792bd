from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisor.places.hubs import Hub, HubSet
from advisor.places.overlap import (
    overlap_hours,
    overlap_minutes_by_day,
    overlap_minutes_on,
    overlap_of_hubs,
)
from advisor.places.segments import site_table
from advisor.places.shifts import SATURDAY_SUNDAY, Schedule, Weekend, WorkingHours
from advisor.places.timezones import clock_table, load_zone, weekend_of_zone
from tests.examples import tried_with

# Both hemispheres, half and quarter hours, half-hour daylight saving, the date line, changes on Fridays.
ZONES = (
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo", "America/Santiago",
    "America/Havana", "America/Nuuk", "Europe/London", "Europe/Berlin", "Europe/Dublin", "Africa/Cairo",
    "Africa/Casablanca", "Asia/Beirut", "Asia/Jerusalem", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Manila",
    "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia",
    "Pacific/Kiritimati", "Pacific/Pago_Pago", "Antarctica/Troll",
)  # fmt: skip
WEEKENDS = (SATURDAY_SUNDAY, Weekend((4, 5)), Weekend((5,)), Weekend(()), Weekend((0, 6)))


def works_at(schedule: Schedule, moment: datetime) -> date | None:
    """The start day of the shift that is being worked at a UTC minute, straight from the definition."""
    local = moment.astimezone(load_zone(schedule.zone))
    minute = local.hour * 60 + local.minute
    for start_day, at in ((local.date(), minute), (local.date() - timedelta(days=1), minute + 1440)):
        if (
            schedule.hours.start <= at < schedule.hours.end
            and start_day.weekday() not in schedule.weekend.days
        ):
            return start_day
    return None


def counted_minutes(home: Schedule, site: Schedule, day: date) -> int:
    # From the earliest start, 14 hours ahead of UTC, to the latest end: two days on, 12 hours behind it.
    first = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=14)
    moments = (first + timedelta(minutes=m) for m in range((14 + 48 + 12) * 60))
    return sum(1 for t in moments if works_at(home, t) == day and works_at(site, t) is not None)


@pytest.mark.parametrize(
    ("home", "site", "hours"),
    [
        ("America/New_York", "America/Bogota", 7.3487),
        ("Europe/London", "Asia/Kolkata", 3.0939),
        ("Europe/London", "Asia/Kathmandu", 2.8439),
        ("America/New_York", "Asia/Manila", 0.0),
        ("America/Los_Angeles", "Australia/Sydney", 1.4713),
        ("Europe/Berlin", "Africa/Cairo", 5.6552),
        ("America/Chicago", "America/Mexico_City", 7.3487),
    ],
)
def test_that_pairs_checked_by_hand_for_2027_hold(home: str, site: str, hours: float) -> None:
    there = Schedule(site, weekend=weekend_of_zone(site))
    assert overlap_hours(Schedule(home), there, 2027) == pytest.approx(hours, abs=5e-5)


schedules = st.builds(
    Schedule,
    st.sampled_from(ZONES),
    st.builds(
        WorkingHours, st.integers(0, 95).map(lambda q: q * 15), st.integers(1, 96).map(lambda q: q * 15)
    )
    | st.builds(WorkingHours, st.integers(0, 1439), st.integers(1, 1440)),
    st.sampled_from(WEEKENDS),
)


@st.composite
def days(draw: st.DrawFn) -> date:
    year = draw(st.integers(1990, 2060))
    # Half of the days near the usual clock changes, where the mistakes are.
    month = draw(st.sampled_from((3, 4, 9, 10, 11)) | st.integers(1, 12))
    return date(year, month, draw(st.integers(1, 30 if month != 2 else 28)))


NEW_YORK_EARLY = Schedule("America/New_York", WorkingHours.parse("01:15-09:00"), Weekend(()))
NEW_YORK_LATE = Schedule("America/New_York", WorkingHours.parse("22:00-01:30"), Weekend(()))
NEW_YORK_EVENING = Schedule("America/New_York", WorkingHours.parse("16:00-02:30"))
BERLIN_NIGHT = Schedule("Europe/Berlin", WorkingHours.parse("22:00-06:00"))
APIA_LATE = Schedule("Pacific/Apia", WorkingHours(1155, 1440))
NEW_YORK_NIGHT = Schedule("America/New_York", WorkingHours(0, 75))
LONDON_EARLY = Schedule("Europe/London", WorkingHours.parse("01:30-12:00"), Weekend(()))


@tried_with(25)
@given(schedules, schedules, days())
@example(BERLIN_NIGHT, NEW_YORK_EVENING, date(2027, 10, 30))
@example(NEW_YORK_LATE, NEW_YORK_EARLY, date(2027, 11, 6))  # both end or start in the repeated hour
@example(NEW_YORK_EARLY, LONDON_EARLY, date(2027, 11, 7))
@example(APIA_LATE, NEW_YORK_NIGHT, date(1990, 1, 1))  # ends far behind UTC, two days on
@example(Schedule("Pacific/Apia"), Schedule("Pacific/Pago_Pago"), date(2011, 12, 29))
@example(Schedule("Pacific/Apia"), Schedule("Pacific/Auckland"), date(2011, 12, 30))  # the skipped day
@example(
    Schedule("Pacific/Kiritimati", WorkingHours(0, 1440)),
    Schedule("Pacific/Pago_Pago", WorkingHours(1439, 1440)),
    date(2027, 1, 1),
)
def test_that_a_date_equals_a_count_minute_by_minute(home: Schedule, site: Schedule, day: date) -> None:
    assert overlap_minutes_on(home, site, day) == counted_minutes(home, site, day)


@tried_with(4)
@given(st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(2000, 2050), st.integers(0, 96))
def test_that_a_year_equals_a_count_of_all_its_minutes(home: str, site: str, year: int, quarter: int) -> None:
    """A whole year by zoneinfo, one instant in every quarter of an hour."""
    here = Schedule(home, WorkingHours((quarter * 15) % 1440, 480), weekend_of_zone(home))
    there = Schedule(site, weekend=weekend_of_zone(site))
    first = datetime(year, 1, 1, tzinfo=UTC) - timedelta(days=2)
    quarters = 0
    for q in range(370 * 96):
        moment = first + timedelta(minutes=15 * q)
        start_day = works_at(here, moment)
        if start_day is not None and start_day.year == year and works_at(there, moment) is not None:
            quarters += 1
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    worked = sum(day.year == year and day.weekday() not in here.weekend.days for day in days)
    expected = quarters / 4 / worked
    assert overlap_hours(here, there, year) == pytest.approx(expected, abs=1e-12)


@tried_with(25)
@given(st.lists(schedules, min_size=1, max_size=4), schedules, st.integers(1990, 2060))
def test_that_many_sites_at_once_equal_one_after_the_other(
    sites: list[Schedule], home: Schedule, year: int
) -> None:
    hours = sites[0].hours
    hubs = [Hub(f"S{i}", "city", 0.0, 0.0, None, site.zone) for i, site in enumerate(sites)]
    hub_set = HubSet.of(
        [*hubs, Hub("H", "home", 0.0, 0.0, None, home.zone)],
        weekends={f"S{i}": site.weekend for i, site in enumerate(sites)},
    )
    table = site_table(hub_set, clock_table(year, hub_set.zones), hours)
    together = overlap_of_hubs(home, table)[: len(sites)]
    alone = [overlap_hours(home, Schedule(s.zone, hours, s.weekend), year) for s in sites]
    assert together.tolist() == pytest.approx(alone, abs=1e-12)


def test_that_a_place_overlaps_itself_fully_through_clock_changes() -> None:
    night = Schedule("America/New_York", WorkingHours.parse("22:00-06:00"), Weekend(()))
    minutes = overlap_minutes_by_day(night, night, 2027)
    assert minutes[date(2027, 3, 13).timetuple().tm_yday - 1] == 7 * 60  # one hour is skipped
    assert minutes[date(2027, 11, 6).timetuple().tm_yday - 1] == 9 * 60  # one hour comes twice
    assert np.count_nonzero(minutes != 480) == 2


def test_that_a_home_weekend_day_has_no_overlap() -> None:
    assert overlap_minutes_on(Schedule("Europe/London"), Schedule("Europe/Paris"), date(2027, 1, 2)) == 0


def test_that_monday_morning_in_sydney_meets_sunday_in_los_angeles() -> None:
    los_angeles, sydney = Schedule("America/Los_Angeles"), Schedule("Australia/Sydney")
    thursday, friday = date(2027, 1, 7), date(2027, 1, 8)
    assert overlap_minutes_on(los_angeles, sydney, thursday) == 180  # Friday morning in Sydney
    assert overlap_minutes_on(los_angeles, sydney, friday) == 0  # Saturday in Sydney


def test_that_a_friday_night_shift_belongs_to_friday() -> None:
    night = Schedule("Europe/Berlin", WorkingHours.parse("22:00-06:00"))
    always = Schedule("Europe/Berlin", WorkingHours(0, 1440), Weekend(()))
    assert overlap_minutes_on(night, always, date(2027, 1, 8)) == 480
    assert overlap_minutes_on(night, always, date(2027, 1, 9)) == 0
    assert overlap_minutes_on(night, always, date(2027, 12, 31)) == 480  # into the next year
