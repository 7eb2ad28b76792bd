"""Public holidays and shared working days, from the `holidays` package.

Only holidays of the whole country count; regional ones are not known here. Some calendars end or thin out
(they hold few or no dates for later years): such a year borrows the dates of the last full one, by day and
month, and says so. A country without calendar is unknown, never "no holidays".
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from statistics import median
from types import MappingProxyType
from typing import TYPE_CHECKING

import holidays
import numpy as np
from holidays.version import __version__ as _holidays_version

from advisor.places.arrays import frozen_array
from advisor.places.shifts import alpha2
from advisor.places.timezones import days_in_year

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from advisor.places.shifts import Weekend

SOURCE = f"Python package holidays {_holidays_version}"
THIN_SHARE = 0.65  # a year with less than this share of the usual number of dates is thin
_REFERENCE_END = 2025  # years whose calendars are settled; later ones lack what governments announce yearly
_REFERENCE_AGES = (8, 7, 6, 4, 2, 0)  # years before the last settled one: enough to see what is usual
_RECENT = 3
_LOOK_BACK = 25


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """Public holidays of one country in one year.

    Attributes:
        iso3: the country.
        year: the year asked for.
        source_year: the year whose dates are used; an earlier one if the calendar is thin, None if unknown.
        dates: date (of ``year``) to English or local name.
    """

    iso3: str
    year: int
    source_year: int | None
    dates: Mapping[date, str]

    @property
    def known(self) -> bool:
        """Is there a calendar at all?"""
        return self.source_year is not None

    @property
    def note(self) -> str:
        """What a reader has to know about the dates; blank if they are the year's own."""
        if self.source_year is None:
            return f"No calendar of public holidays is known for {self.iso3} in {self.year}."
        if self.source_year != self.year:
            return (
                f"The calendar of {self.iso3} is incomplete for {self.year}; "
                f"the dates of {self.source_year} are used instead."
            )
        return ""


@lru_cache(maxsize=1)
def _supported() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries(include_aliases=False))


def _dates(territory: str, years: Sequence[int]) -> dict[int, dict[date, str]]:
    with warnings.catch_warnings():
        # Some calendars warn that they end; a thin year is detected here anyway, and said.
        warnings.simplefilter("ignore", UserWarning)
        found = holidays.country_holidays(territory, years=years, language="en_US")
    by_year: dict[int, dict[date, str]] = {year: {} for year in years}
    for day, name in sorted(found.items()):
        if day.year in by_year:
            by_year[day.year][day] = str(name)
    return by_year


@lru_cache(maxsize=4096)
def holiday_year(iso3: str, year: int) -> HolidayYear:
    """The holidays of a country (alpha-3) in a year, with the fallback for thin years."""
    territory = alpha2(iso3)
    if territory is None or territory not in _supported():
        return HolidayYear(iso3, year, None, MappingProxyType({}))
    last = min(year - 1, _REFERENCE_END)
    reference = [last - age for age in _REFERENCE_AGES]
    calendar = _dates(territory, [*reference, year])
    enough = THIN_SHARE * _usual_number([len(calendar[known]) for known in reference])
    source_year = year if calendar[year] and len(calendar[year]) >= enough else None
    if source_year is None:
        source_year = _last_full(territory, year, enough)
    if source_year is None:
        return HolidayYear(iso3, year, None, MappingProxyType({}))
    dates = (
        calendar[source_year] if source_year in calendar else _dates(territory, [source_year])[source_year]
    )
    moved = {_same_day(day, year): name for day, name in dates.items()}
    return HolidayYear(iso3, year, source_year, MappingProxyType(moved))


def _usual_number(counts: Sequence[int]) -> float:
    """Usual number of dates a year, going by the latest ones that are not thin themselves."""
    full = [count for count in counts[:_RECENT] if count]
    for count in counts[_RECENT:]:
        if count and count >= THIN_SHARE * median(full[-_RECENT:] or [0]):
            full.append(count)
    return median(full[-_RECENT:] or [0])


def _last_full(territory: str, year: int, enough: float) -> int | None:
    calendar = _dates(territory, range(min(year - 1, _REFERENCE_END) - _LOOK_BACK, year))
    full = [known for known, days in calendar.items() if days and len(days) >= enough]
    return max(full, default=None)


def _same_day(day: date, year: int) -> date:
    if day.month == 2 and day.day == 29 and days_in_year(year) == 365:
        return date(year, 2, 28)
    return day.replace(year=year)


@dataclass(frozen=True, slots=True, eq=False)
class WorkCalendars:
    """On which dates of a year each location works.

    Attributes:
        year: the year.
        location_ids: n locations.
        works: (n, days) neither weekend nor public holiday; False throughout where unknown.
        known: (n,) is the calendar known?
        notes: n remarks on thin or missing calendars, blank where there is nothing to say.
    """

    year: int
    location_ids: tuple[str, ...]
    works: NDArray[np.bool_]
    known: NDArray[np.bool_]
    notes: tuple[str, ...]

    def shared_with(self, home: str) -> SharedDays:
        """Working days that every location shares with home; unknown where either calendar is unknown.

        Raises:
            ValueError: home is not among the locations.
        """
        if home not in self.location_ids:
            raise ValueError(f"unknown location {home!r}")
        at = self.location_ids.index(home)
        n = len(self.location_ids)
        known = self.known & bool(self.known[at])
        days = np.full(n, np.nan)
        days[known] = (self.works[known] & self.works[at]).sum(axis=1)
        home_days = int(self.works[at].sum())
        return SharedDays(home_days, frozen_array(days), frozen_array(days / max(home_days, 1) * 100))


@dataclass(frozen=True, slots=True, eq=False)
class SharedDays:
    """Shared working days of a year.

    Attributes:
        home_days: working days at home, 0 if its calendar is unknown.
        days: (n,) shared with each location, NaN where unknown.
        percent: (n,) of the home's working days.
    """

    home_days: int
    days: NDArray[np.float64]
    percent: NDArray[np.float64]


@lru_cache(maxsize=8)
def work_calendars(location_ids: tuple[str, ...], weekends: tuple[Weekend, ...], year: int) -> WorkCalendars:
    """Build (once) the working days of all locations; about a second, so best in the background."""
    count = days_in_year(year)
    weekday = (date(year, 1, 1).weekday() + np.arange(count)) % 7
    works = np.array([np.array(weekend.works)[weekday] for weekend in weekends], dtype=np.bool_)
    works = works.reshape(len(location_ids), count)
    years = [holiday_year(location, year) for location in location_ids]
    for row, calendar in zip(works, years, strict=True):
        row[[day.timetuple().tm_yday - 1 for day in calendar.dates]] = False
        if not calendar.known:
            row[:] = False
    return WorkCalendars(
        year,
        location_ids,
        frozen_array(works),
        frozen_array(np.array([calendar.known for calendar in years], dtype=np.bool_)),
        tuple(calendar.note for calendar in years),
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
    home: tuple[str, Weekend],
    site: tuple[str, Weekend],
    start: date,
    count: int = 10,
    *,
    holidays_only: bool = False,
) -> tuple[OneSidedDay, ...]:
    """The next dates from ``start`` on which only one side works, at most two years ahead.

    Args:
        home: alpha-3 code and weekend.
        site: alpha-3 code and weekend.
        start: first date looked at.
        count: how many dates.
        holidays_only: leave out dates that only differ by the weekend.

    Returns:
        Dates in order; none where a calendar is unknown.
    """
    found: list[OneSidedDay] = []
    day = start
    while len(found) < count and (day - start).days < 731:
        calendars = holiday_year(home[0], day.year), holiday_year(site[0], day.year)
        if not all(calendar.known for calendar in calendars):
            return ()
        off_home = _reason_off(day, calendars[0], home[1])
        off_site = _reason_off(day, calendars[1], site[1])
        reason = off_home or off_site
        if bool(off_home) != bool(off_site) and not (holidays_only and reason == "weekend"):
            found.append(OneSidedDay(day, "site" if off_home else "home", reason))
        day += timedelta(days=1)
    return tuple(found)


def _reason_off(day: date, calendar: HolidayYear, weekend: Weekend) -> str:
    if day.weekday() in weekend.days:
        return "weekend"
    return calendar.dates.get(day, "")
