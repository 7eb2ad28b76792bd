"""Public holidays of one place in one year, from the `holidays` package.

A hub has the holidays of its part of the country (London keeps Easter Monday, Edinburgh does not). What the
package does not reach is unknown and stays so: the dates of another year would be wrong by days wherever
feasts move. For such a year only the usual number of days off is known. A year that the package leaves empty
on purpose, as Ukraine under martial law, is a year without holidays.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from statistics import median
from types import MappingProxyType
from typing import Any, cast

from advisor.places.derived_files import keep_table, package_version, read_table
from advisor.places.shifts import Weekend, alpha2
from advisor.words.translation import language, t

_PACKAGE = "holidays"
WEEKEND = "weekend"  # why nobody works, where it is no holiday
THIN_SHARE = 0.65  # a year with less than this share of the usual number of dates is out of reach
_SETTLED = 2025  # years whose calendars are settled; later ones lack what governments announce yearly
_AGES = (0, 1, 2, 4, 6, 7, 8)  # years before the last settled one: enough to see what is usual
_RECENT = 3


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """Public holidays of one place in one year.

    Attributes:
        iso3: the country.
        year: the year.
        dates: date to English or local name, see ``holiday_names`` for other languages; empty where they are
            not known.
        worked: days of the weekend that are worked in exchange for others.
        is_known: whether the dates are known.
        usual: how many weekdays of a year are usually off, where only that is known; NaN where not even that.
        swaps_open: whether the country works some weekends, and those of this year are not announced yet.
    """

    iso3: str
    year: int
    dates: Mapping[date, str]
    worked: frozenset[date] = frozenset()
    is_known: bool = True
    usual: float = float("nan")
    swaps_open: bool = False

    @property
    def note(self) -> str:
        """What a reader has to know about the dates; blank if they are complete."""
        if self.swaps_open:
            return t(
                "The weekend days that are worked in {country:the} in {year} are not announced yet.",
                country=_name(self.iso3),
                year=self.year,
            )
        if self.is_known:
            return ""
        if math.isnan(self.usual):
            return t(
                "No calendar of public holidays is known for {country:the} in {year}.",
                country=_name(self.iso3),
                year=self.year,
            )
        return t(
            "The dates of public holidays in {country:the} in {year} are not known; their usual number, "
            "{days} weekdays, is counted.",
            country=_name(self.iso3),
            year=self.year,
            days=round(self.usual),
        )


@dataclass(frozen=True, slots=True)
class _Calendar:
    """One year as the package has it; ``in_reach`` is whether it covers the year at all."""

    dates: Mapping[date, str]
    worked: frozenset[date]
    in_reach: bool


_NOTHING: Mapping[date, str] = MappingProxyType({})


def holiday_source() -> str:
    """The source of all dates, with its edition."""
    return t("Python package {name} {version}", name=_PACKAGE, version=package_version(_PACKAGE))


@lru_cache(maxsize=1)
def _supported() -> Mapping[str, tuple[str, ...]]:
    import holidays  # slow to load, and not needed where the years wanted have been kept

    found = holidays.list_supported_countries(include_aliases=False)
    return MappingProxyType({territory: tuple(parts) for territory, parts in found.items()})


def known_parts(iso3: str) -> tuple[str, ...]:
    """Codes of the parts of a country that have holidays of their own."""
    return _supported().get(alpha2(iso3) or "", ())


@lru_cache(maxsize=4096)
def holiday_year(iso3: str, year: int, part: str = "") -> HolidayYear:
    """The holidays of a place in a year, from the user's cache folder where they have been computed before.

    Args:
        iso3: the country, ISO 3166-1 alpha-3; anything else has no calendar.
        year: the year.
        part: ISO 3166-2 code of the part of the country without the country's prefix; empty for what the
            whole country keeps.

    Raises:
        ValueError: the country has no such part.
    """
    kept = _kept(year).get(_key(iso3, part))
    return _computed(iso3, year, part) if kept is None else _unpacked(iso3, year, kept)


def keep_holidays(year: int, places: Iterable[tuple[str, str]]) -> None:
    """Keep the holidays of a year for later starts.

    Args:
        year: the year.
        places: country and part, as ``holiday_year`` takes them.
    """
    before = _kept(year)
    table = {_key(iso3, part): _packed(holiday_year(iso3, year, part)) for iso3, part in places}
    if not table.keys() <= before.keys():
        keep_table(f"{_PACKAGE}-{year}", (_PACKAGE,), {**before, **table})


@lru_cache(maxsize=8)
def _kept(year: int) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", read_table(f"{_PACKAGE}-{year}", (_PACKAGE,)))


def _key(iso3: str, part: str) -> str:
    return f"{iso3}/{part}"


def _packed(found: HolidayYear) -> dict[str, object]:
    return {
        "dates": {day.isoformat(): name for day, name in found.dates.items()},
        "worked": sorted(day.isoformat() for day in found.worked),
        "is_known": found.is_known,
        "usual": None if math.isnan(found.usual) else found.usual,
        "swaps_open": found.swaps_open,
    }


def _unpacked(iso3: str, year: int, kept: Mapping[str, Any]) -> HolidayYear:
    return HolidayYear(
        iso3,
        year,
        MappingProxyType({date.fromisoformat(day): name for day, name in kept["dates"].items()}),
        frozenset(date.fromisoformat(day) for day in kept["worked"]),
        kept["is_known"],
        float("nan") if kept["usual"] is None else kept["usual"],
        kept["swaps_open"],
    )


def _computed(iso3: str, year: int, part: str) -> HolidayYear:
    territory = alpha2(iso3)
    if territory is None or territory not in _supported():
        return HolidayYear(iso3, year, _NOTHING, is_known=False)
    if part and part not in _supported()[territory]:
        raise ValueError(
            t("{country} has no part '{part}' with holidays of its own", country=iso3, part=part)
        )
    last = min(year - 1, _SETTLED)
    settled = [last - age for age in _AGES]
    found = _calendars(territory, part, [*settled, year])
    mine, before = found[year], [found[known] for known in settled]
    if _is_complete(mine, before):
        swaps_open = year > _SETTLED and not mine.worked and all(other.worked for other in before[:_RECENT])
        return HolidayYear(iso3, year, mine.dates, mine.worked, swaps_open=swaps_open)
    return HolidayYear(iso3, year, _NOTHING, is_known=False, usual=_usual_days_off(before))


def _name(iso3: str) -> str:
    """The country's name in the language in force, or its code where it has none."""
    return str(_country_names(language()).get(alpha2(iso3) or "", iso3))


@lru_cache(maxsize=2)
def _country_names(code: str) -> Mapping[str, object]:
    """Names of countries in a language by alpha-2 code, kept because babel is slow to load and large."""
    kept = read_table(f"countries-{code}", ("babel",))
    if not kept:
        from babel.core import Locale

        kept = {territory: str(name) for territory, name in Locale.parse(code).territories.items()}
        keep_table(f"countries-{code}", ("babel",), kept)
    return kept


def _calendars(territory: str, part: str, years: Sequence[int]) -> dict[int, _Calendar]:
    import holidays

    with warnings.catch_warnings():
        # Some calendars warn that they end; a year out of reach is detected here anyway, and said.
        warnings.simplefilter("ignore", UserWarning)
        found = holidays.country_holidays(territory, subdiv=part or None, years=years, language="en_US")
    by_year: dict[int, dict[date, str]] = {year: {} for year in years}
    for day, name in sorted(found.items()):
        if day.year in by_year:
            by_year[day.year][day] = str(name)
    worked = getattr(found, "weekend_workdays", ())
    return {
        year: _Calendar(
            MappingProxyType(dates),
            frozenset(day for day in worked if day.year == year and found.is_working_day(day)),
            found.start_year <= year <= found.end_year,
        )
        for year, dates in by_year.items()
    }


def _is_complete(mine: _Calendar, before: Sequence[_Calendar]) -> bool:
    """Whether a year has about as many dates as usual, or none although the package covers it."""
    if not mine.dates:
        return mine.in_reach
    return len(mine.dates) >= THIN_SHARE * _usual_number([len(other.dates) for other in before])


def _usual_number(counts: Sequence[int]) -> float:
    """Usual number of dates a year, by the latest counts (they come first) that are not thin themselves."""
    oldest, later = counts[-_RECENT:], counts[:-_RECENT]
    full = [count for count in reversed(oldest) if count]
    for count in reversed(later):
        if count and count >= THIN_SHARE * median(full[-_RECENT:] or [0]):
            full.append(count)
    return median(full[-_RECENT:] or [0])


def _usual_days_off(before: Sequence[_Calendar]) -> float:
    full = [
        sum(day.weekday() < 5 for day in calendar.dates) - len(calendar.worked)
        for calendar in before
        if calendar.dates
    ]
    return float(median(full[:_RECENT])) if full else float("nan")


def reason_off(day: date, calendar: HolidayYear, weekend: Weekend) -> str:
    """Why nobody works on a day: ``weekend``, the name of the holiday, or blank where they do work."""
    if day in calendar.worked:
        return ""
    if day.weekday() in weekend.days:
        return WEEKEND
    return calendar.dates.get(day, "")
