"""Cover: the share of a wanted service window during which somebody works.

The window is in home time: a daily span on some weekdays, or round the clock. Sites keep their own local
shifts and weekends; a site that works several shifts is given as several schedules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.places.segments import shift_segments, without_weekends, working_days
from advisor.places.shifts import (
    NO_WEEKEND,
    SATURDAY_SUNDAY,
    WHOLE_DAY,
    Schedule,
    Weekend,
    WorkingHours,
)
from advisor.places.timezones import PAD_DAYS, clock_table
from advisor.words.translation import t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


_SHORT = re.compile(r"^\s*(\d{1,2})\s*-\s*(\d{1,2})\s*$")


@dataclass(frozen=True, slots=True)
class ServiceWindow:
    """When service is wanted, in home time.

    Attributes:
        hours: daily span; it belongs to the day on which it starts.
        closed: weekdays on which no service is wanted.
    """

    hours: WorkingHours
    closed: Weekend

    @classmethod
    def parse(cls, text: str, home_weekend: Weekend = SATURDAY_SUNDAY) -> ServiceWindow:
        """Read ``24x7``, ``24x5`` (home working days), ``08:00-20:00`` or ``08-20`` (home working days).

        Raises:
            ValueError: with the forms that can be read.
        """
        plain = text.strip().casefold().replace("/", "x").replace("×", "x")
        if plain in ("24x7", "24x5"):
            return cls(WHOLE_DAY, NO_WEEKEND if plain == "24x7" else home_weekend)
        short = _SHORT.match(text)
        try:
            hours = WorkingHours.parse(f"{short[1]}:00-{short[2]}:00" if short else text)
        except ValueError as error:
            raise ValueError(
                t("service window '{window}' is not 24×7, 24×5 or a span: {cause}", window=text, cause=error)
            ) from error
        return cls(hours, home_weekend)

    def at_home(self, zone: str) -> Schedule:
        """The window as if it were a shift at home."""
        return Schedule(zone, self.hours, self.closed)


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of a window is covered in a year.

    Attributes:
        share: 0..1.
        covered_hours: hours of the year in which somebody works.
        window_hours: hours of the year in which service is wanted.
    """

    share: float
    covered_hours: float
    window_hours: float


def cover_by(home_zone: str, window: ServiceWindow, sites: Sequence[Schedule], year: int) -> Cover:
    """Share of the window covered by all sites together; time covered twice counts once.

    Raises:
        ValueError: unknown zone, or a year outside the tables.
    """
    clocks = clock_table(year, (home_zone, *(site.zone for site in sites)))

    def spans_of(schedule: Schedule, inside_year: bool) -> _Spans:
        row = np.array([clocks.row_of[schedule.zone]])
        works = working_days(clocks.days, year, schedule.weekend)
        if inside_year:
            works[:PAD_DAYS] = works[-PAD_DAYS:] = False
        raw = shift_segments(clocks, schedule.hours.start, schedule.hours.length, row)
        segments = without_weekends(raw, works)
        real = segments.end > segments.start
        return _Spans.of(segments.start[real], segments.end[real])

    wanted = spans_of(window.at_home(home_zone), inside_year=True)
    served = _Spans.together([spans_of(site, inside_year=False) for site in sites])
    both, total = served.shared_with(wanted), wanted.length
    return Cover(both / total, both / 60, total / 60)


@dataclass(frozen=True, slots=True, eq=False)
class _Spans:
    """Spans of time that neither touch nor overlap, in order, minutes."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]

    @classmethod
    def of(cls, start: NDArray[np.integer], end: NDArray[np.integer]) -> _Spans:
        """Any spans, those that touch or overlap put together."""
        if not start.size:
            return cls.together(())
        order = np.argsort(start, kind="stable")
        begins, ends = start[order].astype(np.int64), np.maximum.accumulate(end[order].astype(np.int64))
        apart = begins[1:] > ends[:-1]
        return cls(begins[np.append(True, apart)], ends[np.append(apart, True)])

    @classmethod
    def together(cls, many: Sequence[_Spans]) -> _Spans:
        """Time that lies in any of them."""
        if not many:
            return cls(np.zeros(0, np.int64), np.zeros(0, np.int64))
        return cls.of(np.concatenate([one.start for one in many]), np.concatenate([one.end for one in many]))

    @property
    def length(self) -> int:
        """Minutes in all."""
        return int((self.end - self.start).sum())

    def shared_with(self, other: _Spans) -> int:
        """Minutes in both."""
        if not self.start.size:
            return 0
        passed = np.concatenate(([0], np.cumsum(self.end - self.start)))

        def before(moment: NDArray[np.int64]) -> NDArray[np.int64]:
            """Minutes of these spans that are over at a moment."""
            begun = np.searchsorted(self.start, moment, side="right")
            last = np.maximum(begun - 1, 0)
            into = np.minimum(moment, self.end[last]) - self.start[last]
            return np.where(begun > 0, passed[last] + into, 0)

        return int((before(other.end) - before(other.start)).sum())
