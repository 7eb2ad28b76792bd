"""How long a change of home takes; run with ``pytest --benchmark-only``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.places import timezones
from advisor.places.from_home import TimeSettings, prepare_year, seen_from
from advisor.places.hubs import Hub, HubSet
from advisor.places.overlap import overlap_of_hubs
from advisor.places.segments import site_table
from advisor.places.shifts import OFFICE_HOURS, Schedule

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture


@pytest.fixture(scope="module")
def all_zones() -> HubSet:
    """A hub in each of 418 zones, two a location."""
    zones = [zone for zone in sorted(timezones.zone_names()) if "/" in zone and not zone.startswith("Etc/")]
    return HubSet.of(
        Hub(f"L{i // 2}", f"city {i}", (i % 120) - 60.0, (i * 7 % 360) - 180.0, 1000.0 + i, zone)
        for i, zone in enumerate(zones[:418])
    )


def test_that_changing_home_is_measured(benchmark: BenchmarkFixture, all_zones: HubSet) -> None:
    settings = TimeSettings(2027)
    regions = ["Europe"] * len(all_zones.location_ids)
    prepare_year(all_zones, settings)
    benchmark(seen_from, all_zones, regions, "L5", settings)


def test_that_one_home_against_all_is_measured(benchmark: BenchmarkFixture, all_zones: HubSet) -> None:
    clocks = timezones.clock_table(2027, all_zones.zones)
    table = site_table(all_zones, clocks, OFFICE_HOURS)
    benchmark(overlap_of_hubs, Schedule(all_zones.zones[0]), table)


def test_that_building_the_tables_of_a_year_is_measured(
    benchmark: BenchmarkFixture, all_zones: HubSet
) -> None:
    def build() -> None:
        timezones._steps_of_file.cache_clear()
        timezones.clock_table.cache_clear()
        timezones._known_steps.cache_clear()
        timezones.clock_table(2027, all_zones.zones)

    benchmark.pedantic(build, rounds=3)
