from __future__ import annotations

import zoneinfo
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from advisor.places.timezones import (
    change_minutes,
    clock_table,
    load_zone,
    offset_steps,
    territory_of_zone,
    weekend_of_zone,
    zone_names,
)


def test_that_the_clock_comes_from_the_package_and_not_from_the_machine(tmp_path: Path) -> None:
    """A machine whose table says that Berlin keeps Tokyo's time must not matter."""
    lie = tmp_path / "Europe"
    lie.mkdir()
    (lie / "Berlin").write_bytes(files("tzdata").joinpath("zoneinfo", "Asia", "Tokyo").read_bytes())
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[str(tmp_path)])
    try:
        noon = datetime(2031, 7, 1, 12)
        assert zoneinfo.ZoneInfo.no_cache("Europe/Berlin").utcoffset(noon) == timedelta(hours=9)
        load_zone.cache_clear()
        assert load_zone("Europe/Berlin").utcoffset(noon) == timedelta(hours=2)
        assert {step.offset for step in offset_steps("Europe/Berlin", 2031)} == {60, 120}
    finally:
        zoneinfo.reset_tzpath(to=before)


def test_that_the_search_path_of_the_process_stays_as_it_was() -> None:
    before = zoneinfo.TZPATH
    clock_table(2033, ("Europe/Berlin", "Asia/Tokyo"))
    assert before == zoneinfo.TZPATH


def test_that_steps_are_exact_to_the_minute() -> None:
    steps = offset_steps("America/New_York", 2027)
    start = datetime(2027, 1, 1, tzinfo=UTC)
    assert [step.offset for step in steps] == [-300, -240, -300]
    assert start + timedelta(minutes=steps[1].minute) == datetime(2027, 3, 14, 7, tzinfo=UTC)
    assert start + timedelta(minutes=steps[2].minute) == datetime(2027, 11, 7, 6, tzinfo=UTC)


@pytest.mark.parametrize("year", [1973, 2011, 2027, 2099])
def test_that_offsets_equal_zoneinfo_through_the_year(year: int) -> None:
    zones = (
        "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia",
        "Antarctica/Troll", "Europe/Dublin", "America/Santiago", "Pacific/Chatham", "Africa/Cairo",
    )  # fmt: skip
    table = clock_table(year, zones)
    minutes = np.arange(0, table.days * 1440, 1013, dtype=np.int32)
    offsets = table.offsets_at(minutes)
    start = datetime(year, 1, 1, tzinfo=UTC)
    for zone in zones:
        expected = [
            (start + timedelta(minutes=int(m))).astimezone(load_zone(zone)).utcoffset() for m in minutes
        ]
        found = offsets[table.row_of[zone]]
        assert [timedelta(minutes=int(offset)) for offset in found] == expected


def test_that_zones_with_the_same_clock_share_a_row() -> None:
    table = clock_table(2027, ("Europe/Berlin", "Europe/Paris", "Europe/London"))
    assert table.row_of["Europe/Berlin"] == table.row_of["Europe/Paris"] != table.row_of["Europe/London"]


def test_that_tables_cannot_be_changed() -> None:
    table = clock_table(2027, ("Europe/Berlin",))
    with pytest.raises(ValueError, match="read-only"):
        table.offset[0, 0] = 0


def test_that_every_zone_has_whole_minutes() -> None:
    table = clock_table(1973, tuple(sorted(zone_names())))
    assert len(table.row_of) == len(zone_names())
    assert set(np.unique(table.offset % 15)) <= {0, 5, 10}


def test_that_changes_start_with_the_year_and_lie_inside_it() -> None:
    changes = change_minutes(clock_table(2027, ("Europe/Berlin", "Asia/Tokyo")))
    assert changes.tolist() == [0, (31 + 28 + 27) * 1440 + 60, (304 - 1) * 1440 + 60]


def test_that_tables_can_be_built_in_another_thread() -> None:
    with ThreadPoolExecutor(1) as pool:
        there = pool.submit(clock_table, 2044, ("Asia/Manila", "Europe/Rome")).result()
    assert there is clock_table(2044, ("Asia/Manila", "Europe/Rome"))


@pytest.mark.parametrize("name", ["Europe/Atlantis", "", "../secrets", "zone.tab"])
def test_that_an_unknown_zone_is_named(name: str) -> None:
    with pytest.raises(ValueError, match="unknown time zone"):
        clock_table(2027, (name,))


@pytest.mark.parametrize("year", [1972, 2101])
def test_that_a_year_outside_the_tables_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match=r"outside 1973\.\.2100"):
        offset_steps("Europe/Berlin", year)


def test_that_zones_know_their_country_and_weekend() -> None:
    assert territory_of_zone("Africa/Cairo") == "EG"
    assert str(weekend_of_zone("Africa/Cairo")) == "Fri-Sat"
    assert territory_of_zone("UTC") is None
    assert str(weekend_of_zone("UTC")) == "Sat-Sun"


def test_that_a_change_at_midnight_happens_on_the_minute() -> None:
    # Egypt, law 34 of 2023: the last Friday of April begins at one o'clock.
    first = datetime(2027, 1, 1, tzinfo=UTC)
    changes = [first + timedelta(minutes=step.minute) for step in offset_steps("Africa/Cairo", 2027)[1:]]
    assert changes == [datetime(2027, 4, 29, 22, tzinfo=UTC), datetime(2027, 10, 28, 21, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("link", "zone"),
    [("Egypt", "Africa/Cairo"), ("Asia/Tel_Aviv", "Asia/Jerusalem"), ("Asia/Calcutta", "Asia/Kolkata")],
)
def test_that_another_name_of_a_zone_has_its_country_and_weekend(link: str, zone: str) -> None:
    assert territory_of_zone(link) == territory_of_zone(zone) is not None
    assert weekend_of_zone(link) == weekend_of_zone(zone)
