from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.places.clock import clock_changes, clock_day
from advisor.places.overlap import overlap_minutes_on
from advisor.places.shifts import SATURDAY_SUNDAY, Schedule, Weekend, WorkingHours
from advisor.places.timezones import load_zone
from tests.examples import tried_with

LONDON, MUMBAI = ("London", Schedule("Europe/London")), ("Mumbai", Schedule("Asia/Kolkata"))


def test_that_bars_share_the_axis_of_home() -> None:
    day = clock_day(LONDON, [MUMBAI], date(2027, 1, 6))
    london, mumbai = day.bars
    assert day.length == 1440
    assert london.work == ((540, 1020),)
    assert mumbai.work == ((210, 690),)
    assert mumbai.overlap == london.overlap == ((540, 690),)
    assert london.night == ((0, 360), (1320, 1440))
    assert mumbai.offset_from_home == 330
    assert (30, 6) in mumbai.hours
    assert mumbai.midnights == (1110,)
    assert mumbai.first_date == date(2027, 1, 6)


@pytest.mark.parametrize(("day", "hours"), [(date(2027, 3, 28), 23), (date(2027, 10, 31), 25)])
def test_that_the_axis_is_as_long_as_the_home_date(day: date, hours: int) -> None:
    clock = clock_day(LONDON, [], day)
    assert clock.length == hours * 60
    assert len(clock.bars[0].hours) == hours


def test_that_the_weekend_is_empty() -> None:
    assert clock_day(LONDON, [MUMBAI], date(2027, 1, 9)).bars[0].work == ()


def test_that_a_night_shift_shows_its_morning_part() -> None:
    night = ("London", Schedule("Europe/London", WorkingHours.parse("22:00-06:00")))
    assert clock_day(night, [], date(2027, 1, 6)).bars[0].work == ((0, 360), (1320, 1440))
    assert clock_day(night, [], date(2027, 1, 4)).bars[0].work == ((1320, 1440),)


zones = st.sampled_from(
    ["Europe/London", "Asia/Kathmandu", "America/New_York", "Pacific/Auckland", "Pacific/Apia",
     "Africa/Cairo", "America/St_Johns", "Australia/Lord_Howe"]
)  # fmt: skip
schedules = st.builds(
    Schedule, zones, st.builds(WorkingHours, st.integers(0, 1439), st.integers(1, 1440)),
    st.sampled_from([SATURDAY_SUNDAY, Weekend((4, 5)), Weekend(())]),
)  # fmt: skip


@tried_with(15)
@given(schedules, schedules, st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_that_spans_equal_the_wall_clock_minute_by_minute(home: Schedule, site: Schedule, day: date) -> None:
    clock = clock_day(("h", home), [("s", site)], day)
    start = datetime(day.year, day.month, day.day, tzinfo=load_zone(home.zone)).astimezone(UTC)
    bar = clock.bars[1]
    shown = {minute for lo, hi in bar.work for minute in range(lo, hi)}
    for minute in range(0, clock.length, 7):
        local = (start + timedelta(minutes=minute)).astimezone(load_zone(site.zone))
        at = local.hour * 60 + local.minute
        works = any(
            site.hours.start <= at + back * 1440 < site.hours.end
            and (local.date() - timedelta(days=back)).weekday() not in site.weekend.days
            for back in (0, 1)
        )
        assert works == (minute in shown)
    assert {hour for _, hour in bar.hours} <= set(range(24))


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)))
@tried_with(20)
def test_that_a_day_shift_overlaps_as_computed(day: date) -> None:
    bars = clock_day(LONDON, [MUMBAI], day).bars
    shown = sum(hi - lo for lo, hi in bars[0].overlap)
    assert shown == overlap_minutes_on(LONDON[1], MUMBAI[1], day)


def test_that_clock_changes_of_both_hemispheres_are_listed_in_order() -> None:
    changes = clock_changes([("London", "Europe/London"), ("Sydney", "Australia/Sydney")], 2027)
    assert [(c.label, c.day, c.minutes) for c in changes] == [
        ("London", date(2027, 3, 28), 60),
        ("Sydney", date(2027, 4, 4), -60),
        ("Sydney", date(2027, 10, 3), 60),
        ("London", date(2027, 10, 31), -60),
    ]
    assert changes[0].moment == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_that_a_place_without_clock_changes_lists_none() -> None:
    assert clock_changes([("Manila", "Asia/Manila")], 2027) == ()
