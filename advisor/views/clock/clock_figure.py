"""What the clock view shows, as plain data: home and sites on one axis of home time, on any date of a year.

A `ClockYear` holds what a whole year needs (shared minutes of every date, clock changes, cover); asking it
for a date is then a matter of a millisecond, so that a slider can move through the year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from advisor.places.calendars import Workplace
from advisor.places.clock import ClockBar, clock_changes, clock_day
from advisor.places.cover import ServiceWindow, cover_by
from advisor.places.overlap import overlap_minutes_by_day
from advisor.places.shift_finder import night_hours
from advisor.places.shifts import Schedule, WorkingHours
from advisor.places.timezones import days_in_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from advisor.scenario.home.home_figures import HomeFigures
    from advisor.scenario.ranking.assessment import Assessment

MOST_SITES = 6


@dataclass(frozen=True, slots=True)
class ShiftOffer:
    """The smallest move of a site's shift that reaches the wanted overlap.

    Attributes:
        move: minutes later, negative earlier; 0 if the shift reaches it as it is.
        hours: the moved shift.
        night: its hours between 22:00 and 06:00 local.
    """

    move: int
    hours: WorkingHours
    night: float


@dataclass(frozen=True, slots=True)
class ClockPlace:
    """One bar's place and what holds for it all year.

    Attributes:
        id: location id.
        name: location name.
        hub: the hub whose clock is shown.
        hubs: names of all its hubs.
        schedule: when it works.
        workplace: whose public holidays it keeps.
        spread: overlap hours per home working day over its hubs: low, mean, high; NaN unknown.
        night: hours of its shift between 22:00 and 06:00.
        cover: percent of the service window that it covers.
        offer: the shift that reaches the wanted overlap; None for home, or where none does.
    """

    id: str
    name: str
    hub: str
    hubs: tuple[str, ...]
    schedule: Schedule
    workplace: Workplace
    spread: tuple[float, float, float]
    night: float
    cover: float
    offer: ShiftOffer | None


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One place on one date.

    Attributes:
        place: the place.
        bar: its spans on the axis of home time.
        minutes: shared with home on that date; for home itself 0.
        holiday: public holiday of that date there, empty on other days.
    """

    place: ClockPlace
    bar: ClockBar
    minutes: int
    holiday: str


@dataclass(frozen=True, slots=True)
class ClockFigure:
    """All bars of one date.

    Attributes:
        day: the home date.
        length: minutes of the axis, 1440 but on the days of a clock change at home.
        rows: home first.
    """

    day: date
    length: int
    rows: tuple[ClockRow, ...]


@dataclass(frozen=True, slots=True)
class ClockStep:
    """A date on which clocks of shown places change.

    Attributes:
        day: the local date.
        names: the places, home first.
        minutes: by how much, forward is positive.
    """

    day: date
    names: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True, eq=False)
class ClockYear:
    """Home and sites through a year.

    Attributes:
        year: the calendar year.
        places: home first, then the sites.
        steps: clock changes of the shown places in order of time.
        window: the service window, in home time.
        together: percent of the window that all places cover together.
        wanted: overlap hours wanted.
    """

    year: int
    places: tuple[ClockPlace, ...]
    steps: tuple[ClockStep, ...]
    window: ServiceWindow
    together: float
    wanted: float
    _minutes: tuple[NDArray[np.int32], ...]

    @property
    def days(self) -> int:
        """Days of the year."""
        return days_in_year(self.year)

    def on(self, day: date) -> ClockFigure:
        """The bars of a home date of the year."""
        home, *sites = self.places
        drawn = clock_day((home.name, home.schedule), [(s.name, s.schedule) for s in sites], day)
        index = (day - date(self.year, 1, 1)).days
        rows = tuple(
            ClockRow(place, bar, int(minutes[index]), place.workplace.holiday_on(day))
            for place, bar, minutes in zip(self.places, drawn.bars, self._minutes, strict=True)
        )
        return ClockFigure(day, drawn.length, rows)


def clock_year(assessment: Assessment, sites: Sequence[str]) -> ClockYear | None:
    """Home and up to six sites through the scenario's year; None for a pack without places.

    Args:
        assessment: scenario and figures of home.
        sites: location ids; home, places without hub and all beyond the sixth are left out.
    """
    figures = assessment.home_figures
    if figures is None:
        return None
    scenario, settings = assessment.scenario, figures.settings
    ids = assessment.pack.location_ids
    known = [site for site in dict.fromkeys(sites) if site != scenario.home and _has_hub(figures, ids, site)]
    home_at = ids.index(scenario.home)
    home_hub = figures.hubs.hubs[figures.view.home_hub]
    window = service_window(assessment)
    here = Schedule(home_hub.zone, settings.home_hours, figures.hubs.weekends[home_at])
    places = [
        _place(assessment, figures, site, here, window) for site in (scenario.home, *known[:MOST_SITES])
    ]
    zero = np.zeros(days_in_year(settings.year), dtype=np.int32)
    minutes = (zero, *(overlap_minutes_by_day(here, p.schedule, settings.year) for p in places[1:]))
    everyone = tuple(place.schedule for place in places)
    return ClockYear(
        settings.year,
        tuple(places),
        _steps(places, settings.year),
        window,
        _cover(here.zone, window, everyone, settings.year),
        settings.wanted_hours,
        minutes,
    )


def service_window(assessment: Assessment) -> ServiceWindow:
    """The scenario's service window; the hours at home where none is set."""
    scenario, figures = assessment.scenario, assessment.home_figures
    if figures is None:
        raise ValueError("a pack without places has no service window")
    weekend = figures.hubs.weekends[assessment.pack.location_ids.index(scenario.home)]
    return ServiceWindow.parse(scenario.service_window or scenario.home_hours, weekend)


def _has_hub(figures: HomeFigures, ids: Sequence[str], site: str) -> bool:
    return site in ids and int(figures.hubs.first[ids.index(site)]) >= 0


def _place(
    assessment: Assessment, figures: HomeFigures, site: str, here: Schedule, window: ServiceWindow
) -> ClockPlace:
    at = assessment.pack.location_ids.index(site)
    is_home = site == assessment.scenario.home
    hubs, settings, view = figures.hubs, figures.settings, figures.view
    hub = view.home_hub if is_home else int(hubs.first[at])
    there = here if is_home else Schedule(hubs.hubs[hub].zone, settings.site_hours, hubs.weekends[at])
    move = float(view.hub_move[hub])
    offer = None
    if not is_home and not np.isnan(move):
        offer = ShiftOffer(int(move), settings.site_hours.moved(int(move)), float(view.hub_night[hub]))
    every = figures.places.hubs
    names = tuple(h.name for h, owner in zip(every.hubs, every.location_of, strict=True) if owner == at)
    spread = tuple(float(part[at]) for part in (view.overlap.low, view.overlap.mean, view.overlap.high))
    return ClockPlace(
        site,
        assessment.pack.locations[at].name,
        hubs.hubs[hub].name,
        names,
        there,
        Workplace(site, hubs.hubs[hub].part, hubs.weekends[at], hubs.countries.get(site, "")),
        (spread[0], spread[1], spread[2]),
        night_hours(there.hours),
        _cover(here.zone, window, (there,), settings.year),
        offer,
    )


@lru_cache(maxsize=256)
def _cover(home_zone: str, window: ServiceWindow, sites: tuple[Schedule, ...], year: int) -> float:
    return 100 * cover_by(home_zone, window, sites, year).share


def _steps(places: Iterable[ClockPlace], year: int) -> tuple[ClockStep, ...]:
    found: dict[tuple[date, int], list[str]] = {}
    named = list(places)
    changes = clock_changes([(place.name, place.schedule.zone) for place in named], year)
    for change in changes:
        found.setdefault((change.day, change.minutes), []).append(change.label)
    order = [place.name for place in named]
    return tuple(
        ClockStep(day, tuple(sorted(names, key=order.index)), minutes)
        for (day, minutes), names in sorted(found.items())
    )
