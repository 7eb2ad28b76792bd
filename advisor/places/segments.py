"""When shifts really happen: the UTC minutes in which a zone's wall clock shows working time.

An instant is working time when the local clock shows a time inside the shift and the shift's local start
day is a working day. Within one offset regime that is one interval a day; across a clock change a shift
gets shorter or longer, and only a shift that starts or ends inside a repeated hour falls apart in two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from advisor.places.arrays import frozen_array
from advisor.places.shifts import DAY_MINUTES, NIGHT, NO_WEEKEND
from advisor.places.timezones import PAD_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from advisor.places.hubs import HubSet
    from advisor.places.shifts import Schedule, Weekend, WorkingHours
    from advisor.places.timezones import ClockTable


@dataclass(frozen=True, slots=True, eq=False)
class ShiftSegments:
    """Working time of several schedules on every local start day of a year and ``PAD_DAYS`` either side.

    Attributes:
        start: (layers, rows, days) UTC minutes since 1 January 00:00 UTC; day ``PAD_DAYS`` is 1 January.
        end: likewise; a day without work has end <= start. Layers never overlap each other.
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]


def shift_segments(
    clocks: ClockTable,
    start: int | NDArray[np.int32],
    length: int,
    rows: NDArray[np.intp] | None = None,
) -> ShiftSegments:
    """Working time for every local start day, weekends not yet taken out.

    Args:
        clocks: offsets of the year.
        start: minute of the day, one for all rows or one a row (rows,).
        length: minutes.
        rows: clock rows wanted, by default each once.
    """
    since = clocks.since if rows is None else clocks.since[rows]
    offset = clocks.offset if rows is None else clocks.offset[rows]
    until = np.full_like(since, np.iinfo(np.int32).max // 4)
    until[:, :-1] = since[:, 1:]
    midnight = np.arange(-PAD_DAYS, clocks.days + PAD_DAYS, dtype=np.int32) * DAY_MINUTES
    begin = np.asarray(start, dtype=np.int32)
    wall = midnight[None, :] + (begin[:, None] if begin.ndim else begin)
    # One regime after another: (regimes, rows, days).
    lo = np.stack([np.maximum(wall - offset[:, r, None], since[:, r, None]) for r in range(since.shape[1])])
    hi = np.stack(
        [np.minimum(wall + length - offset[:, r, None], until[:, r, None]) for r in range(since.shape[1])]
    )
    some = hi > lo
    first = np.where(some, lo, np.iinfo(np.int32).max // 2).min(axis=0)
    last = np.where(some, hi, np.iinfo(np.int32).min // 2).max(axis=0)
    worked = np.where(some, hi - lo, 0).sum(axis=0)
    if np.array_equal(np.maximum(last - first, 0), worked):
        return ShiftSegments(first[None], last[None])
    return ShiftSegments(lo, np.where(some, hi, lo))


def working_days(year_days: int, year: int, weekend: Weekend) -> NDArray[np.bool_]:
    """(days,) Does a shift start on that date? For the year and ``PAD_DAYS`` either side."""
    weekday = (date(year, 1, 1).weekday() + np.arange(-PAD_DAYS, year_days + PAD_DAYS)) % 7
    return np.array(weekend.works)[weekday]


def without_weekends(segments: ShiftSegments, works: NDArray[np.bool_]) -> ShiftSegments:
    """The segments with empty ones on days that are not worked; ``works`` is (rows, days) or (days,)."""
    return ShiftSegments(segments.start, np.where(works, segments.end, segments.start))


@dataclass(frozen=True, slots=True, eq=False)
class SiteTable:
    """The working time of all hubs of a set through a year, each different clock and weekend once.

    Attributes:
        clocks: the offsets it was built from.
        hours: the shift worked at the sites.
        row_of_hub: (m,) row of each hub.
        clock_row: (rows,) row of ``clocks`` of each row here.
        works: (rows, days) is the day worked there?
        segments: working time by row.
    """

    clocks: ClockTable
    hours: WorkingHours
    row_of_hub: NDArray[np.intp]
    clock_row: NDArray[np.intp]
    works: NDArray[np.bool_]
    segments: ShiftSegments


@lru_cache(maxsize=16)
def site_table(hubs: HubSet, clocks: ClockTable, hours: WorkingHours) -> SiteTable:
    """Build (once for a hub set, a year and hours) the working time of all hubs."""
    places = ((hub.zone, hubs.weekends[at]) for hub, at in zip(hubs.hubs, hubs.location_of, strict=True))
    return _table(clocks, hours, places)


@lru_cache(maxsize=16)
def night_table(hubs: HubSet, clocks: ClockTable) -> SiteTable:
    """Build (once for a hub set and a year) the nights at all hubs, 22:00-06:00 of every day."""
    return _table(clocks, NIGHT, ((hub.zone, NO_WEEKEND) for hub in hubs.hubs))


def schedule_table(clocks: ClockTable, site: Schedule) -> SiteTable:
    """The working time of a single site as a table of one row."""
    return _table(clocks, site.hours, [(site.zone, site.weekend)])


def _table(clocks: ClockTable, hours: WorkingHours, places: Iterable[tuple[str, Weekend]]) -> SiteTable:
    pairs: dict[tuple[int, Weekend], int] = {}
    row_of_hub = [pairs.setdefault((clocks.row_of[zone], weekend), len(pairs)) for zone, weekend in places]
    clock_row = np.array([row for row, _ in pairs], dtype=np.intp)
    works = np.array(
        [working_days(clocks.days, clocks.year, weekend) for _, weekend in pairs], dtype=np.bool_
    )
    works = works.reshape(len(pairs), clocks.days + 2 * PAD_DAYS)
    raw = shift_segments(clocks, hours.start, hours.length)
    segments = without_weekends(ShiftSegments(raw.start[:, clock_row], raw.end[:, clock_row]), works)
    for array in (segments.start, segments.end, works):
        array.flags.writeable = False
    return SiteTable(
        clocks,
        hours,
        frozen_array(np.array(row_of_hub, dtype=np.intp)),
        frozen_array(clock_row),
        works,
        segments,
    )
