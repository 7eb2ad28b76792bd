"""Data of the clock view: one home date and several places as bars on one axis, and the clock changes.

The axis is real time since midnight at home, in minutes; it is 24 hours long, 23 or 25 on a home date on
which the clocks change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from advisor.places.shifts import NIGHT, NO_WEEKEND, Schedule
from advisor.places.timezones import check_year, load_zone, offset_steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ClockBar:
    """One place on the axis; all spans are (start, end) in minutes since midnight at home.

    Attributes:
        label: the place.
        zone: its IANA zone.
        work: when its shifts are worked.
        overlap: when home works too (for home itself: when any site works too).
        night: 22:00-06:00 on its own clock.
        hours: each full hour on its own clock: (minute on the axis, 0..23).
        first_date: its local date when the axis starts.
        midnights: minutes at which its date changes.
        offset_from_home: minutes its clock is ahead of home's at noon of the home date.
    """

    label: str
    zone: str
    work: tuple[Span, ...]
    overlap: tuple[Span, ...]
    night: tuple[Span, ...]
    hours: tuple[tuple[int, int], ...]
    first_date: date
    midnights: tuple[int, ...]
    offset_from_home: int


@dataclass(frozen=True, slots=True)
class ClockDay:
    """All bars of one home date.

    Attributes:
        day: the home date.
        length: minutes of the axis.
        bars: home first, then the sites in the given order.
    """

    day: date
    length: int
    bars: tuple[ClockBar, ...]


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The clock of a place changes.

    Attributes:
        label: the place.
        moment: the instant, UTC.
        day: the local date on which it happens.
        minutes: by how much the clock jumps, forward is positive.
    """

    label: str
    moment: datetime
    day: date
    minutes: int


def clock_day(home: tuple[str, Schedule], sites: Sequence[tuple[str, Schedule]], day: date) -> ClockDay:
    """Bars for a home date.

    Args:
        home: label and schedule.
        sites: labels and schedules.
        day: the date at home.

    Raises:
        ValueError: unknown zone, or a year outside the tables.
    """
    check_year(day.year)
    start = _instant(home[1].zone, day)
    length = _minutes(_instant(home[1].zone, day + timedelta(days=1)) - start)
    works = [_spans(schedule, start, length) for _, schedule in (home, *sites)]
    elsewhere = _union(span for spans in works[1:] for span in spans)
    noon = start + timedelta(minutes=length // 2)
    ahead = [_minutes(_offset_at(schedule.zone, noon)) for _, schedule in (home, *sites)]
    bars = [
        _bar(
            label,
            schedule,
            (start, length),
            works[at],
            elsewhere if at == 0 else works[0],
            ahead[at] - ahead[0],
        )
        for at, (label, schedule) in enumerate((home, *sites))
    ]
    return ClockDay(day, length, tuple(bars))


def clock_changes(places: Sequence[tuple[str, str]], year: int) -> tuple[ClockChange, ...]:
    """All clock changes of a year in order of time; places are (label, IANA zone).

    Raises:
        ValueError: unknown zone, or a year outside the tables.
    """
    first = datetime(year, 1, 1, tzinfo=UTC)
    found = []
    for label, zone in places:
        steps = offset_steps(zone, year)
        for before, after in pairwise(steps):
            moment = first + timedelta(minutes=after.minute)
            # The date just before the jump: a jump at midnight belongs to the day that ends.
            local = (moment - timedelta(minutes=1)).astimezone(load_zone(zone)).date()
            if local.year == year:
                found.append(ClockChange(label, moment, local, after.offset - before.offset))
    return tuple(sorted(found, key=lambda change: (change.moment, change.label)))


def _instant(zone: str, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=load_zone(zone)).astimezone(UTC)


def _offset_at(zone: str, moment: datetime) -> timedelta:
    return moment.astimezone(load_zone(zone)).utcoffset() or timedelta()


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)


def _spans(schedule: Schedule, start: datetime, length: int) -> tuple[Span, ...]:
    """Working time inside the axis, merged; each piece of the axis has one offset."""
    zone = load_zone(schedule.zone)
    offsets = _offset_pieces(schedule.zone, start, length)
    spans = []
    for begin, end, offset in offsets:
        local = (start + timedelta(minutes=begin)).astimezone(zone).date()
        for shift in range(-2, 4):
            day = local + timedelta(days=shift)
            if day.weekday() in schedule.weekend.days:
                continue
            midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(minutes=offset)
            at = _minutes(midnight - start) + schedule.hours.start
            lo, hi = max(begin, at), min(end, at + schedule.hours.length)
            if lo < hi:
                spans.append((lo, hi))
    return _union(spans)


def _offset_pieces(zone: str, start: datetime, length: int) -> tuple[tuple[int, int, int], ...]:
    """The axis cut where the zone changes its clock: (begin, end, offset in minutes)."""
    year = min(max(start.year, 1973), 2100)
    origin = _minutes(start - datetime(year, 1, 1, tzinfo=UTC))
    steps = offset_steps(zone, year)
    edges = [max(0, step.minute - origin) for step in steps] + [length]
    return tuple(
        (begin, min(end, length), step.offset)
        for begin, end, step in zip(edges, edges[1:], steps, strict=False)
        if begin < min(end, length)
    )


def _union(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for lo, hi in sorted(spans):
        if merged and lo <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(hi, merged[-1][1]))
        else:
            merged.append((lo, hi))
    return tuple(merged)


def _shared(ours: Sequence[Span], theirs: Sequence[Span]) -> tuple[Span, ...]:
    both = ((max(a, c), min(b, d)) for a, b in ours for c, d in theirs)
    return _union((lo, hi) for lo, hi in both if lo < hi)


def _bar(
    label: str,
    schedule: Schedule,
    axis: tuple[datetime, int],
    work: tuple[Span, ...],
    others: tuple[Span, ...],
    ahead: int,
) -> ClockBar:
    start, length = axis
    hours: list[tuple[int, int]] = []
    for begin, end, offset in _offset_pieces(schedule.zone, start, length):
        wall = start + timedelta(minutes=begin + offset)  # the wall clock, written as if it were UTC
        past = wall.hour * 60 + wall.minute
        hours.extend(
            (begin + minute - past, minute // 60 % 24)
            for minute in range(-(-past // 60) * 60, past + end - begin, 60)
        )
    night = _spans(Schedule(schedule.zone, NIGHT, NO_WEEKEND), start, length)
    midnights = tuple(minute for minute, hour in hours if hour == 0 and minute > 0)
    first_date = start.astimezone(load_zone(schedule.zone)).date()
    overlap = _shared(work, others)
    return ClockBar(label, schedule.zone, work, overlap, night, tuple(hours), first_date, midnights, ahead)
