from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisor.places.overlap import overlap_hours
from advisor.places.shift_finder import FoundShift, find_shift, night_hours
from advisor.places.shifts import SATURDAY_SUNDAY, Schedule, Weekend, WorkingHours
from tests.examples import tried_with

NEW_YORK, MANILA = Schedule("America/New_York"), Schedule("Asia/Manila")


def test_that_new_york_and_manila_reach_four_hours_with_a_start_at_half_past_five() -> None:
    """Checked by hand for 2027: a 17:30 start with 3.5 night hours."""
    found = find_shift(NEW_YORK, MANILA, 2027, 4)
    assert found is not None
    assert str(found.hours) == "17:30-01:30"
    assert found.move == 510
    assert found.night == 3.5
    assert found.overlap == pytest.approx(4.1513, abs=5e-5)


def test_that_a_shift_that_overlaps_enough_is_not_moved() -> None:
    found = find_shift(NEW_YORK, Schedule("America/Bogota"), 2027, 4)
    assert found is not None
    assert (found.move, found.night) == (0, 0)


def test_that_more_than_the_home_shift_cannot_be_reached() -> None:
    assert find_shift(NEW_YORK, MANILA, 2027, 8.5) is None


def test_that_other_weekends_put_full_overlap_out_of_reach() -> None:
    assert (
        find_shift(Schedule("Europe/Berlin"), Schedule("Africa/Cairo", weekend=Weekend((4, 5))), 2027, 7)
        is None
    )


@pytest.mark.parametrize(("hours", "night"), [("09:00-17:00", 0), ("17:30-01:30", 3.5), ("00:00-24:00", 8)])
def test_that_night_hours_are_those_between_ten_and_six(hours: str, night: float) -> None:
    assert night_hours(WorkingHours.parse(hours)) == night


def every_move(home: Schedule, site: Schedule, year: int, wanted: float) -> FoundShift | None:
    """All 97 moves, one after the other."""
    found = []
    for move in range(-720, 721, 15):
        hours = site.hours.moved(move)
        overlap = overlap_hours(home, Schedule(site.zone, hours, site.weekend), year)
        if overlap >= wanted - 1e-9:
            found.append((abs(move), night_hours(hours), -move, overlap))
    if not found:
        return None
    _, night, negative, overlap = min(found)
    return FoundShift(-negative, site.hours.moved(-negative), overlap, night)


shifts = st.builds(
    WorkingHours, st.integers(0, 95).map(lambda q: q * 15), st.sampled_from((240, 480, 600, 1380))
)
weekends = st.sampled_from((SATURDAY_SUNDAY, Weekend((4, 5)), Weekend(())))
zones = st.sampled_from(
    ("America/New_York", "Europe/London", "Africa/Cairo", "Asia/Kolkata", "Asia/Manila", "Pacific/Auckland",
     "Australia/Lord_Howe", "America/Santiago", "Asia/Jerusalem", "Pacific/Kiritimati")
)  # fmt: skip
schedules = st.builds(Schedule, zones, shifts, weekends)


@tried_with(25)
@given(schedules, schedules, st.integers(2015, 2040), st.integers(1, 32).map(lambda q: q / 4))
@example(NEW_YORK, MANILA, 2027, 4.0)
@example(NEW_YORK, MANILA, 2027, 8.0)
def test_that_skipping_moves_finds_what_trying_all_finds(
    home: Schedule, site: Schedule, year: int, wanted: float
) -> None:
    found, expected = find_shift(home, site, year, wanted), every_move(home, site, year, wanted)
    if found is None or expected is None:
        assert found is expected
        return
    assert (found.move, found.night) == (expected.move, expected.night)
    assert found.overlap == pytest.approx(expected.overlap, abs=1e-12)
    assert not np.isnan(found.overlap)
