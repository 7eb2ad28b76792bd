"""Working days of a year, place by place, and those that two places share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from advisor.places.arrays import frozen_array
from advisor.places.holiday_names import holiday_name
from advisor.places.holiday_years import WEEKEND, HolidayYear, holiday_year, keep_holidays, reason_off
from advisor.places.timezones import days_in_year

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from advisor.places.shifts import Weekend


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a calendar holds: a location, the part of the country that its hub lies in, and its weekend.

    Attributes:
        location_id: the location; a country is named by its ISO 3166-1 alpha-3 code.
        part: ISO 3166-2 code of the part of the country without prefix, empty for the whole country.
        weekend: weekdays off.
        country: the country whose holidays it keeps, empty where the location is one itself.
    """

    location_id: str
    part: str
    weekend: Weekend
    country: str = ""

    def holidays(self, year: int) -> HolidayYear:
        """Its public holidays of a year."""
        return holiday_year(self.country or self.location_id, year, self.part)

    def holiday_on(self, day: date) -> str:
        """What the public holiday of a date is called in the language in force, empty on other days."""
        name = self.holidays(day.year).dates.get(day, "")
        return holiday_name(name, self.country or self.location_id, self.part, day)


@dataclass(frozen=True, slots=True, eq=False)
class WorkCalendars:
    """On which dates of a year each place works.

    Attributes:
        year: the year.
        location_ids: n locations.
        works: (n, days) weekdays, without holidays where their dates are known.
        kept: (n,) the part of those days that is worked: 1 where the dates of holidays are known, less where
            only their usual number is, NaN where nothing is.
        calendars: n, the holidays that they were made from.
    """

    year: int
    location_ids: tuple[str, ...]
    works: NDArray[np.bool_]
    kept: NDArray[np.float64]
    calendars: tuple[HolidayYear, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """The n remarks on calendars that are not complete, blank where there is nothing to say."""
        return tuple(calendar.note for calendar in self.calendars)

    def shared_with(self, home: str) -> SharedDays:
        """Working days that every location shares with home; unknown where either calendar is unknown.

        Where only the usual number of holidays is known, they are taken to fall evenly on its weekdays.

        Raises:
            ValueError: home is not among the locations.
        """
        if home not in self.location_ids:
            raise ValueError(f"unknown location {home!r}")
        at = self.location_ids.index(home)
        both = (self.works & self.works[at]).sum(axis=1)
        days = both * self.kept * self.kept[at]
        days[at] = both[at] * self.kept[at]
        home_days = float(days[at])
        percent = days / home_days * 100 if home_days else np.full(len(days), np.nan)
        estimated = (self.kept < 1) | (self.kept[at] < 1)
        return SharedDays(home_days, frozen_array(days), frozen_array(percent), frozen_array(estimated))


@dataclass(frozen=True, slots=True, eq=False)
class SharedDays:
    """Shared working days of a year.

    Attributes:
        home_days: working days at home, NaN if its calendar is unknown.
        days: (n,) shared with each location, NaN where unknown.
        percent: (n,) of the home's working days.
        estimated: (n,) whether a usual number of holidays stands in for dates.
    """

    home_days: float
    days: NDArray[np.float64]
    percent: NDArray[np.float64]
    estimated: NDArray[np.bool_]


@lru_cache(maxsize=8)
def work_calendars(places: tuple[Workplace, ...], year: int) -> WorkCalendars:
    """Build (once) the working days of all places.

    About a second where the holidays of the year have not been kept by an earlier start, so best in the
    background.
    """
    count = days_in_year(year)
    weekday = (date(year, 1, 1).weekday() + np.arange(count)) % 7
    works = np.array([np.array(place.weekend.works)[weekday] for place in places], dtype=np.bool_)
    works = works.reshape(len(places), count)
    calendars = [place.holidays(year) for place in places]
    keep_holidays(year, ((place.location_id, place.part) for place in places))
    kept = np.ones(len(places))
    for row, calendar in enumerate(calendars):
        works[row, [day.timetuple().tm_yday - 1 for day in calendar.dates]] = False
        works[row, [day.timetuple().tm_yday - 1 for day in calendar.worked]] = True
        if not calendar.is_known:
            kept[row] = 1.0 - calendar.usual / works[row].sum()
    return WorkCalendars(
        year,
        tuple(place.location_id for place in places),
        frozen_array(works),
        frozen_array(kept),
        tuple(calendars),
    )


@dataclass(frozen=True, slots=True)
class OneSidedDay:
    """A date on which only one side works.

    Attributes:
        day: the date, the same on both calendars.
        works: ``home`` or ``site``.
        reason: the other side's holiday, or ``weekend``.
    """

    day: date
    works: str
    reason: str


def one_sided_days(
    home: Workplace, site: Workplace, start: date, count: int = 10, *, holidays_only: bool = False
) -> tuple[OneSidedDay, ...]:
    """The next dates from ``start`` on which only one side works, at most two years ahead.

    Args:
        home: where the client works.
        site: where the work would be delivered.
        start: first date looked at.
        count: how many dates.
        holidays_only: leave out dates that only differ by the weekend.

    Returns:
        Dates in order, up to the first year in which the dates of a calendar are not known.
    """
    found: list[OneSidedDay] = []
    day = start
    while len(found) < count and (day - start).days < 731:
        here, there = home.holidays(day.year), site.holidays(day.year)
        if not (here.is_known and there.is_known):
            break
        off_home, off_site = reason_off(day, here, home.weekend), reason_off(day, there, site.weekend)
        reason = off_home or off_site
        if bool(off_home) != bool(off_site) and not (holidays_only and reason == WEEKEND):
            found.append(OneSidedDay(day, "site" if off_home else "home", reason))
        day += timedelta(days=1)
    return tuple(found)
