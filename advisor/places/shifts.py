"""Working hours and weekends: what a shift is, on which weekdays it starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from advisor.places.derived_files import keep_table, read_table
from advisor.words.translation import t

DAY_MINUTES = 1440
_HOURS = re.compile(r"^\s*(\d{1,2}):(\d{2})\s*(?:-|–|\bto\b)\s*(\d{1,2}):(\d{2})\s*$")
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True, order=True)
class WorkingHours:
    """A daily shift in local wall-clock time; it belongs to the day on which it starts.

    Attributes:
        start: minute of the local day at which the shift starts, 0..1439.
        length: minutes from start to end on the wall clock, 1..1440; a shift may pass midnight.
    """

    start: int
    length: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < DAY_MINUTES:
            raise ValueError(f"a shift starts at minute 0..1439 of the day, not {self.start}")
        if not 1 <= self.length <= DAY_MINUTES:
            raise ValueError(f"a shift lasts 1..1440 minutes, not {self.length}")

    @classmethod
    def parse(cls, text: str) -> WorkingHours:
        """Read ``09:00-17:00``; ``22:00-06:00`` passes midnight, ``00:00-24:00`` is the whole day.

        Raises:
            ValueError: with a sentence that names the text and the cure.
        """
        match = _HOURS.match(text)
        if match is None:
            raise ValueError(t("working hours '{hours}' are not of the form 09:00–17:00", hours=text))
        first, first_minute, last, last_minute = (int(part) for part in match.groups())
        if first_minute > 59 or last_minute > 59:
            raise ValueError(t("working hours '{hours}': minutes go from 00 to 59", hours=text))
        start, end = first * 60 + first_minute, last * 60 + last_minute
        if start >= DAY_MINUTES or end > DAY_MINUTES:
            raise ValueError(
                t(
                    "working hours '{hours}': times go from 00:00 to 24:00, and a start is before 24:00",
                    hours=text,
                )
            )
        if start == end:
            raise ValueError(
                t("working hours '{hours}' are empty; write 00:00–24:00 for the whole day", hours=text)
            )
        return cls(start, end - start if end > start else end + DAY_MINUTES - start)

    @property
    def end(self) -> int:
        """Minute at which the shift ends, counted from the start day's midnight; above 1440 past midnight."""
        return self.start + self.length

    def moved(self, minutes: int) -> WorkingHours:
        """The same shift that many minutes later (earlier when negative), its start kept within one day."""
        return WorkingHours((self.start + minutes) % DAY_MINUTES, self.length)

    def shared_on_the_clock(self, other: WorkingHours) -> int:
        """Minutes that two daily shifts of the same wall clock share in a day."""
        return sum(
            max(0, min(self.end, other.end + day) - max(self.start, other.start + day))
            for day in (-DAY_MINUTES, 0, DAY_MINUTES)
        )

    def __str__(self) -> str:
        end = self.end if self.end <= DAY_MINUTES else self.end - DAY_MINUTES
        return f"{clock_text(self.start)}-{clock_text(end)}"


def clock_text(minute: int) -> str:
    """``570`` as ``09:30``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


OFFICE_HOURS = WorkingHours(9 * 60, 8 * 60)
NIGHT = WorkingHours(22 * 60, 8 * 60)
WHOLE_DAY = WorkingHours(0, DAY_MINUTES)


@dataclass(frozen=True, slots=True, order=True)
class Weekend:
    """The weekdays on which no shift starts (Monday is 0), in ascending order."""

    days: tuple[int, ...]

    def __post_init__(self) -> None:
        if any(not 0 <= day <= 6 for day in self.days) or list(self.days) != sorted(set(self.days)):
            raise ValueError(f"weekend days are different numbers 0..6 in order, not {self.days}")
        if len(self.days) == 7:
            raise ValueError("a weekend of seven days leaves no working day")

    @property
    def works(self) -> tuple[bool, ...]:
        """For Monday to Sunday: does a shift start on that day?"""
        return tuple(day not in self.days for day in range(7))

    def __str__(self) -> str:
        return "-".join(_DAY_NAMES[day] for day in self.days) or "none"


SATURDAY_SUNDAY = Weekend((5, 6))
NO_WEEKEND = Weekend(())


@dataclass(frozen=True, slots=True)
class Schedule:
    """When people work at one place: IANA time zone, daily shift, weekend."""

    zone: str
    hours: WorkingHours = OFFICE_HOURS
    weekend: Weekend = SATURDAY_SUNDAY


@cache
def alpha2(iso3: str) -> str | None:
    """ISO 3166-1 alpha-2 code of an alpha-3 code from CLDR's territory aliases; None where there is none."""
    if iso3 == "XKX":  # the World Bank's code for Kosovo; CLDR knows it as XKK
        return "XK"
    return _territories().get(iso3) if len(iso3) == 3 else None


@cache
def _territories() -> Mapping[str, str]:
    """Alpha-2 codes by alpha-3 code."""
    kept = read_table("territories", ("babel",))
    if not kept:
        from babel.core import get_global  # slow to load

        aliases = get_global("territory_aliases").items()
        kept = {code: found[0] for code, found in aliases if len(code) == 3 and len(found) == 1}
        keep_table("territories", ("babel",), kept)
    return {code: str(found) for code, found in kept.items()}


# Weekends other than Saturday and Sunday: as the `holidays` package states them, else CLDR's week data. They
# stand here because asking means loading calendar and locale of every country; tests hold them against
# both. Where a source names a single day of rest (Iran: Friday, India and Uganda: Sunday) the day before is
# added, because offices that serve clients abroad keep a five-day week.
_FRIDAY_SATURDAY = Weekend((4, 5))
_WEEKENDS = dict.fromkeys(
    (
        "AF",
        "BD",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "IL",
        "IQ",
        "JO",
        "KW",
        "LY",
        "MR",
        "MV",
        "OM",
        "QA",
        "SA",
        "SD",
        "SY",
        "YE",
    ),
    _FRIDAY_SATURDAY,
) | {"BN": Weekend((4, 6)), "IR": Weekend((3, 4))}


def weekend_of_territory(territory: str) -> Weekend:
    """Office weekend of an alpha-2 territory; Saturday and Sunday where nothing else is stated."""
    return _WEEKENDS.get(territory, SATURDAY_SUNDAY)


def weekend_of(iso3: str) -> Weekend:
    """Office weekend of a country (alpha-3); Saturday-Sunday for an id that is no country."""
    territory = alpha2(iso3)
    return SATURDAY_SUNDAY if territory is None else weekend_of_territory(territory)
