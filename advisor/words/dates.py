"""Dates as people read them."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from advisor.words.locale import list_locale, locale
from advisor.words.translation import t

# A day or a month as data have it, and no part of a longer number or an address.
_WRITTEN = re.compile(r"(?<![\w/.-])(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w/-])")


def month_names() -> tuple[str, ...]:
    """Short names of the months, January first."""
    from babel.dates import get_month_names  # slow to load, and many commands name no month

    names = get_month_names("abbreviated", locale=locale())
    return tuple(str(names[month]) for month in range(1, 13))


def day_names(*, short: bool = True) -> tuple[str, ...]:
    """Names of the days of the week, Monday first."""
    from babel.dates import get_day_names

    names = get_day_names("abbreviated" if short else "wide", locale=locale())
    return tuple(str(names[day]) for day in range(7))


def date_text(day: date) -> str:
    """A date: ``29 Nov 2027``."""
    return t("{day} {month} {year}", day=day.day, month=month_names()[day.month - 1], year=day.year)


def with_dates(text: str) -> str:
    """A text of data with its days and months as people read them.

    ``read 2025-08-14`` is ``read 14 Aug 2025``, ``2025-08`` is ``Aug 2025``; a year and what is no date stay.
    """
    return _WRITTEN.sub(_read, text)


def _read(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    if day is None:
        return t("{month} {year}", month=month_names()[int(month) - 1], year=year)
    try:
        return date_text(date(int(year), int(month), int(day)))
    except ValueError:  # the 30th of February
        return found[0]


def weekday_text(day: date, *, short: bool = True) -> str:
    """A date with its day of the week: ``Mon 29 Nov 2027``."""
    return t("{weekday} {date}", weekday=day_names(short=short)[day.weekday()], date=date_text(day))


def year_day_text(day: date) -> str:
    """A date within a year that is known: ``29 Nov``."""
    return t("{day} {month}", day=day.day, month=month_names()[day.month - 1])


def time_text(moment: time | datetime) -> str:
    """A time of day: ``16:05``."""
    from babel.dates import format_time

    return str(format_time(moment, "short", locale=list_locale()))


def moment_text(moment: datetime) -> str:
    """A day and the time of day, as a sentence takes it: ``29 Nov 2027, 16:05``."""
    return t("{date}, {time}", date=date_text(moment), time=time_text(moment))
