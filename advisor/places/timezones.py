"""UTC offsets by year, always from the tzdata package and never from the machine's own tables.

Operating systems ship tables of different age, which changes overlap figures. Every zone is therefore read
from the package's files directly; the process-wide search path of ``zoneinfo`` is not touched.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

import numpy as np

from advisor.places.derived_files import keep_table, read_table
from advisor.places.shifts import SATURDAY_SUNDAY, Weekend, weekend_of_territory
from advisor.words.translation import t

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

FIRST_YEAR, LAST_YEAR = 1973, 2100  # offsets are whole minutes from 1973 on
PAD_DAYS = 4  # days before 1 January and after 31 December that the tables also cover
_SCAN_PAD = PAD_DAYS + 2
_SCAN_STEP = 5  # days; no zone changes its clock and back in less (Ramadan, the shortest, takes four weeks)
_LONGEST_CHAIN = 3  # links of links in the database; more do no harm
_YEARS = 4  # whose steps are remembered: the one at hand and its neighbours
_ALWAYS = np.iinfo(np.int32).max // 4


@cache
def zone_names() -> frozenset[str]:
    """All IANA zone names that the tzdata package holds."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


@cache
def _zone_bytes(name: str) -> bytes:
    if name not in zone_names():
        raise ValueError(
            t("unknown time zone '{zone}'; an IANA name such as Europe/Berlin is needed", zone=name)
        )
    return files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()


@cache
def load_zone(name: str) -> ZoneInfo:
    """The zone from the tzdata package, whatever ``zoneinfo.TZPATH`` says.

    Raises:
        ValueError: the package has no such zone.
    """
    return ZoneInfo.from_file(io.BytesIO(_zone_bytes(name)), key=name)


@cache
def _zone_territories() -> Mapping[str, str]:
    text = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({row[2]: row[0] for row in rows})


def territory_of_zone(name: str) -> str | None:
    """Alpha-2 code of the country that zone.tab lists for a zone or for what it links to; None for UTC."""
    territories = _zone_territories()
    return territories.get(name) or territories.get(_links().get(name, ""))


@cache
def _links() -> Mapping[str, str]:
    """Other names of zones, such as Egypt, Asia/Tel_Aviv and Asia/Calcutta, to the zone that they mean.

    Links of links are followed to their end.
    """
    text = files("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text(encoding="utf-8")
    links = {parts[2]: parts[1] for line in text.splitlines() if (parts := line.split())[:1] == ["L"]}
    for _ in range(_LONGEST_CHAIN):
        links = {name: links.get(target, target) for name, target in links.items()}
    return MappingProxyType(links)


def weekend_of_zone(name: str) -> Weekend:
    """Office weekend of the country that a zone belongs to; Saturday-Sunday where it belongs to none."""
    territory = territory_of_zone(name)
    return SATURDAY_SUNDAY if territory is None else weekend_of_territory(territory)


@dataclass(frozen=True, slots=True)
class OffsetStep:
    """From ``minute`` (UTC, since 1 January 00:00) on, local time is UTC + ``offset`` minutes."""

    minute: int
    offset: int


def check_year(year: int) -> int:
    """The year itself.

    Raises:
        ValueError: no offsets in whole minutes are known for it.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            t("year {year} is outside {first}..{last}", year=year, first=FIRST_YEAR, last=LAST_YEAR)
        )
    return year


@lru_cache(maxsize=8)
def _scan_days(year: int) -> tuple[datetime, ...]:
    first = datetime(year, 1, 1) - timedelta(days=_SCAN_PAD)  # wall clock, on purpose
    days = days_in_year(year) + 2 * _SCAN_PAD
    return tuple(first + timedelta(days=day) for day in range(0, days + _SCAN_STEP, _SCAN_STEP))


@lru_cache(maxsize=8192)
def _steps_of_file(data: bytes, year: int) -> tuple[OffsetStep, ...]:
    zone = ZoneInfo.from_file(io.BytesIO(data))
    start = datetime(year, 1, 1, tzinfo=UTC)

    def offset_at(minute: int) -> timedelta | None:
        return (start + timedelta(minutes=minute)).astimezone(zone).utcoffset()

    days = _scan_days(year)
    offsets = [day.replace(tzinfo=zone).utcoffset() or timedelta() for day in days]
    steps = [OffsetStep(-_ALWAYS, _minutes(offsets[0]))]
    for day, before, after in zip(days, offsets, offsets[1:], strict=False):
        if before == after:
            continue
        midnight = day.replace(tzinfo=UTC) - start
        low = _minutes(midnight - before) - 1  # still the old offset, also where midnight itself is skipped
        high = _minutes(midnight + timedelta(days=_SCAN_STEP) - after)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset_at(middle) == before else (low, middle)
        steps.append(OffsetStep(high, _minutes(after)))
    return tuple(steps)


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)


def offset_steps(zone: str, year: int) -> tuple[OffsetStep, ...]:
    """Offsets of a zone through a year and a few days either side; the first step reaches back for ever."""
    return _steps_of_file(_zone_bytes(zone), check_year(year))


def days_in_year(year: int) -> int:
    """365 or 366."""
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


@dataclass(frozen=True, slots=True, eq=False)
class ClockTable:
    """Offsets of several zones through one year; zones with the same clock share a row.

    Attributes:
        year: the calendar year.
        row_of: row of each zone name.
        since: (rows, regimes) UTC minutes since 1 January 00:00 UTC from which a regime holds; ascending,
            unused regimes start never.
        offset: (rows, regimes) minutes to add to UTC.
    """

    year: int
    row_of: Mapping[str, int]
    since: NDArray[np.int32]
    offset: NDArray[np.int32]

    @property
    def days(self) -> int:
        """Days in the year."""
        return days_in_year(self.year)

    def offsets_at(self, minutes: NDArray[np.int32]) -> NDArray[np.int32]:
        """Offsets (rows, n) in minutes at n UTC minutes of the year."""
        regime = (self.since[:, None, :] <= minutes[None, :, None]).sum(axis=2) - 1
        return np.take_along_axis(self.offset, regime, axis=1)


@lru_cache(maxsize=_YEARS)
def _known_steps(year: int) -> dict[str, tuple[OffsetStep, ...]]:
    """Steps of zones in a year: those that an earlier start has kept, and what is added since."""
    table = cast("dict[str, list[list[int]]]", read_table(f"clocks-{year}", ("tzdata",)))
    return {zone: tuple(OffsetStep(*step) for step in steps) for zone, steps in table.items()}


def _keep_steps(year: int, steps_of: Mapping[str, tuple[OffsetStep, ...]]) -> None:
    table = {
        zone: [[int(step.minute), int(step.offset)] for step in steps] for zone, steps in steps_of.items()
    }
    keep_table(f"clocks-{year}", ("tzdata",), cast("dict[str, object]", table))


@lru_cache(maxsize=64)
def clock_table(year: int, zones: tuple[str, ...]) -> ClockTable:
    """Build (once) the offsets of the zones for a year, with those that an earlier start has kept.

    Safe to call from a background thread: it holds no state but what it remembers, and that only grows.

    Raises:
        ValueError: an unknown zone, or a year outside the tables.
    """
    rows: dict[tuple[OffsetStep, ...], int] = {}
    known = _known_steps(check_year(year))
    steps_of = {
        zone: known[zone] if zone in known else offset_steps(zone, year) for zone in dict.fromkeys(zones)
    }
    if not steps_of.keys() <= known.keys():
        known.update(steps_of)
        _keep_steps(year, dict(known))
    row_of = {zone: rows.setdefault(steps, len(rows)) for zone, steps in steps_of.items()}
    regimes = max((len(steps) for steps in rows), default=1)
    since = np.full((len(rows), regimes), _ALWAYS, dtype=np.int32)
    offset = np.zeros((len(rows), regimes), dtype=np.int32)
    for steps, row in rows.items():
        since[row, : len(steps)] = [step.minute for step in steps]
        offset[row, : len(steps)] = [step.offset for step in steps]
        offset[row, len(steps) :] = steps[-1].offset
    for array in (since, offset):
        array.flags.writeable = False
    return ClockTable(year, MappingProxyType(row_of), since, offset)


def change_minutes(table: ClockTable) -> NDArray[np.int32]:
    """UTC minutes at which some zone of the table changes its clock, led by the start of the year."""
    changes = sorted(set(table.since[np.abs(table.since) < _ALWAYS].tolist()))
    inside = [minute for minute in changes if 0 < minute < table.days * 1440]
    return np.array([0, *inside], dtype=np.int32)
