"""Dates as people read them."""

from __future__ import annotations

from datetime import date, datetime

from advisor.words.locale import locale
from advisor.words.translation import t


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


def weekday_text(day: date, *, short: bool = True) -> str:
    """A date with its day of the week: ``Mon 29 Nov 2027``."""
    return t("{weekday} {date}", weekday=day_names(short=short)[day.weekday()], date=date_text(day))


def year_day_text(day: date) -> str:
    """A date within a year that is known: ``29 Nov``."""
    return t("{day} {month}", day=day.day, month=month_names()[day.month - 1])


def moment_text(moment: datetime) -> str:
    """A day and the time of day, as a sentence takes it: ``29 Nov 2027, 16:05``."""
    from babel.dates import format_time

    time = str(format_time(moment, "short", locale=locale()))
    return t("{date}, {time}", date=date_text(moment), time=time)
