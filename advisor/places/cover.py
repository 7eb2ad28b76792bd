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
                t("service window '{window}' is not 24x7, 24x5 or a span: {cause}", window=text, cause=error)
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
    lead = (PAD_DAYS + 1) * 1440
    span = clocks.days * 1440 + 2 * lead

    def minutes_of(schedule: Schedule, inside_year: bool) -> NDArray[np.bool_]:
        row = np.array([clocks.row_of[schedule.zone]])
        works = working_days(clocks.days, year, schedule.weekend)
        if inside_year:
            works[:PAD_DAYS] = works[-PAD_DAYS:] = False
        raw = shift_segments(clocks, schedule.hours.start, schedule.hours.length, row)
        segments = without_weekends(raw, works)
        real = segments.end > segments.start
        edges = np.zeros(span + 1, dtype=np.int32)
        np.add.at(edges, segments.start[real] + lead, 1)
        np.add.at(edges, segments.end[real] + lead, -1)
        return np.cumsum(edges[:-1]) > 0

    wanted = minutes_of(window.at_home(home_zone), inside_year=True)
    served = np.zeros(span, dtype=np.bool_)
    for site in sites:
        served |= minutes_of(site, inside_year=False)
    both, total = int((wanted & served).sum()), int(wanted.sum())
    return Cover(both / total, both / 60, total / 60)
