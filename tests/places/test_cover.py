from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from advisor.places.cover import ServiceWindow, cover_by
from advisor.places.shifts import NO_WEEKEND, Schedule, Weekend, WorkingHours
from advisor.places.timezones import load_zone

ROUND_THE_CLOCK = ServiceWindow.parse("24x7")
BERLIN, MANILA, NEW_YORK = (Schedule(z) for z in ("Europe/Berlin", "Asia/Manila", "America/New_York"))


@pytest.mark.parametrize(
    ("text", "hours", "closed"),
    [
        ("24x7", "00:00-24:00", "none"),
        ("24/5", "00:00-24:00", "Sat-Sun"),
        ("08:00-20:00", "08:00-20:00", "Sat-Sun"),
        ("08-20", "08:00-20:00", "Sat-Sun"),
    ],
)
def test_that_windows_are_read(text: str, hours: str, closed: str) -> None:
    window = ServiceWindow.parse(text)
    assert (str(window.hours), str(window.closed)) == (hours, closed)


def test_that_a_wrong_window_is_answered_with_the_forms() -> None:
    with pytest.raises(ValueError, match="not 24×7, 24×5 or a span"):
        ServiceWindow.parse("always")


def test_that_the_home_weekend_closes_the_window() -> None:
    assert str(ServiceWindow.parse("08-20", Weekend((4, 5))).closed) == "Fri-Sat"


def test_that_one_office_covers_a_fifth_to_a_quarter_of_the_week() -> None:
    cover = cover_by("Europe/Berlin", ROUND_THE_CLOCK, [BERLIN], 2027)
    assert cover.window_hours == 365 * 24
    assert cover.covered_hours == pytest.approx(261 * 8, abs=8)
    assert cover.share == pytest.approx(8 * 5 / 168, abs=0.001)


def test_that_three_sites_follow_the_sun_on_working_days() -> None:
    window = ServiceWindow.parse("24x5")
    shifts = [Schedule("Europe/Berlin", WorkingHours(at * 60, 480)) for at in (0, 8, 16)]
    assert cover_by("Europe/Berlin", window, shifts, 2027).share == 1
    assert 0.6 < cover_by("Europe/Berlin", window, [BERLIN, MANILA, NEW_YORK], 2027).share < 0.9


def test_that_time_covered_twice_counts_once() -> None:
    one = cover_by("Europe/Berlin", ROUND_THE_CLOCK, [BERLIN], 2027)
    assert cover_by("Europe/Berlin", ROUND_THE_CLOCK, [BERLIN, Schedule("Europe/Paris")], 2027) == one


def test_that_no_site_covers_nothing() -> None:
    assert cover_by("Europe/Berlin", ROUND_THE_CLOCK, [], 2027).share == 0


def test_that_cover_equals_a_count_of_quarter_hours() -> None:
    window = ServiceWindow(WorkingHours.parse("20:00-04:00"), NO_WEEKEND)
    start = datetime(2027, 1, 1, tzinfo=UTC) - timedelta(days=1)
    wanted = covered = 0
    for quarter in range(368 * 96):
        moment = start + timedelta(minutes=15 * quarter)
        home = moment.astimezone(load_zone("Australia/Sydney"))
        begun = home.date() if home.hour >= 20 else home.date() - timedelta(days=1)
        if (home.hour >= 20 or home.hour < 4) and begun.year == 2027:
            wanted += 1
            local = moment.astimezone(load_zone("America/New_York"))
            covered += 9 <= local.hour < 17 and local.weekday() < 5
    cover = cover_by("Australia/Sydney", window, [NEW_YORK], 2027)
    assert cover.share == pytest.approx(covered / wanted, abs=1e-12)
    assert cover.window_hours == wanted / 4
