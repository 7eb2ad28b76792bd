"""Working-time overlap of two places, exact through clock changes, weekends, night shifts and the date line.

A shift belongs to its local start day. The overlap of a home day is the time its shift shares with any
shift of the site; the figure for a year is the shared time of all home shifts that start in the home
calendar year, divided by the number of home working days. Public holidays are left out on purpose: offshore
centres often follow the client's calendar (see `calendars`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.places.arrays import frozen_array
from advisor.places.segments import ShiftSegments, shift_segments, without_weekends, working_days
from advisor.places.shifts import DAY_MINUTES
from advisor.places.timezones import PAD_DAYS, clock_table

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

    from advisor.places.segments import SiteTable
    from advisor.places.shifts import Schedule, WorkingHours
    from advisor.places.timezones import ClockTable

_LAGS = range(-PAD_DAYS, PAD_DAYS + 1)


def overlap_minutes_on(home: Schedule, site: Schedule, day: date) -> int:
    """Minutes that the home shift starting on a home date shares with the site's shifts.

    Returns:
        Whole minutes; 0 on a home weekend day.

    Raises:
        ValueError: unknown zone, or a year outside the tables.
    """
    minutes, works = _pair(home, site, day.year)
    at = day.timetuple().tm_yday - 1
    return int(minutes[at]) if works[at] else 0


def overlap_hours(home: Schedule, site: Schedule, year: int) -> float:
    """Hours shared per home working day over the home's calendar year.

    Raises:
        ValueError: unknown zone, or a year outside the tables.
    """
    minutes, works = _pair(home, site, year)
    return float(minutes[works].sum() / 60 / works.sum())


def overlap_minutes_by_day(home: Schedule, site: Schedule, year: int) -> NDArray[np.int32]:
    """(days,) shared minutes for every date of the home's year; 0 where home does not work."""
    minutes, works = _pair(home, site, year)
    return frozen_array(np.where(works, minutes, 0).astype(np.int32))


def _pair(home: Schedule, site: Schedule, year: int) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    clocks = clock_table(year, (home.zone, site.zone))
    here = home_segments(clocks, home)
    row = np.array([clocks.row_of[site.zone]])
    there = without_weekends(
        shift_segments(clocks, site.hours.start, site.hours.length, row),
        working_days(clocks.days, year, site.weekend),
    )
    works = working_days(clocks.days, year, home.weekend)[PAD_DAYS:-PAD_DAYS]
    shared = np.zeros((1, clocks.days), dtype=np.int32)
    days = np.arange(clocks.days) + PAD_DAYS
    for lag in _LAGS:
        at = days + lag
        inside = (at >= 0) & (at < there.start.shape[2])
        for layer in range(here.start.shape[0]):
            lo, hi = here.start[layer, :, days[inside]].T, here.end[layer, :, days[inside]].T
            shared[:, inside] += _shared(lo, hi, there, at[inside])
    return shared[0], works


def _shared(
    lo: NDArray[np.int32], hi: NDArray[np.int32], there: ShiftSegments, days: NDArray[np.intp]
) -> NDArray[np.int32]:
    total = np.zeros((there.start.shape[1], len(days)), dtype=np.int32)
    for start, end in zip(there.start, there.end, strict=True):
        total += np.maximum(np.minimum(hi, end[:, days]) - np.maximum(lo, start[:, days]), 0)
    return total


def home_segments(clocks: ClockTable, home: Schedule) -> ShiftSegments:
    """(layers, 1, days) The home's shifts, weekends not taken out."""
    row = np.array([clocks.row_of[home.zone]])
    return shift_segments(clocks, home.hours.start, home.hours.length, row)


@dataclass(frozen=True, slots=True, eq=False)
class HomeYear:
    """The home's shifts of one year on its working days only.

    Attributes:
        start: (layers, worked days) UTC minutes since 1 January 00:00 UTC.
        end: likewise.
        day: (worked days,) index of the local start day in the padded tables.
        offset_range: smallest and largest UTC offset of the home in the tables, minutes.
        hours: the shift.
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    day: NDArray[np.intp]
    offset_range: tuple[int, int]
    hours: WorkingHours


def home_year(clocks: ClockTable, home: Schedule) -> HomeYear:
    """Prepare a home for comparison with many sites; its zone must be in the table."""
    segments = home_segments(clocks, home)
    works = working_days(clocks.days, clocks.year, home.weekend)
    works[:PAD_DAYS] = works[-PAD_DAYS:] = False
    day = np.flatnonzero(works)
    offsets = clocks.offset[clocks.row_of[home.zone]]
    return HomeYear(
        start=segments.start[:, 0, day],
        end=segments.end[:, 0, day],
        day=day,
        offset_range=(int(offsets.min()), int(offsets.max())),
        hours=home.hours,
    )


def hours_per_home_day(
    home: HomeYear,
    sites: ShiftSegments,
    site_start: NDArray[np.int32],
    site_length: int,
    site_offsets: tuple[NDArray[np.int32], NDArray[np.int32]],
) -> NDArray[np.float64]:
    """Hours shared per home working day for many sites at once.

    Args:
        home: the home's year.
        sites: (layers, rows, days) working time, weekends taken out.
        site_start: (rows,) minute of the day at which the shift starts.
        site_length: minutes.
        site_offsets: smallest and largest UTC offset of each row, (rows,) each.

    Returns:
        (rows,) hours.
    """
    rows, days = sites.start.shape[1:]
    total = np.zeros(rows, dtype=np.int64)
    # Site start minus home start on the same date, in real minutes: lags that cannot meet are skipped.
    wall = site_start - home.hours.start
    nearest = wall - (site_offsets[1] - home.offset_range[0])
    farthest = wall - (site_offsets[0] - home.offset_range[1])
    for lag in _LAGS:
        shift = lag * DAY_MINUTES
        meets = np.flatnonzero((farthest + shift > -site_length) & (nearest + shift < home.hours.length))
        if not len(meets):
            continue
        at = home.day + lag
        inside = slice(int((at < 0).sum()), len(at) - int((at >= days).sum()))
        for start, end in zip(sites.start, sites.end, strict=True):
            lo = start[meets][:, at[inside]]
            hi = end[meets][:, at[inside]]
            for home_start, home_end in zip(home.start, home.end, strict=True):
                first = np.maximum(lo, home_start[inside])
                last = np.minimum(hi, home_end[inside])
                np.subtract(last, first, out=last)
                total[meets] += np.maximum(last, 0, out=last).sum(axis=1)
    return total / 60 / len(home.day)


def overlap_of_hubs(home: Schedule, table: SiteTable) -> NDArray[np.float64]:
    """Hours shared per home working day with every hub of a set over a year.

    Args:
        home: its zone must be among the table's zones.
        table: the hubs' working time (`segments.site_table`).

    Returns:
        (m,) hours.
    """
    clocks = table.clocks
    offsets = clocks.offset[table.clock_row]
    start = np.full(len(table.clock_row), table.hours.start, dtype=np.int32)
    hours = hours_per_home_day(
        home_year(clocks, home),
        table.segments,
        start,
        table.hours.length,
        (offsets.min(axis=1), offsets.max(axis=1)),
    )
    return hours[table.row_of_hub]
