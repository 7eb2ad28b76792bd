from __future__ import annotations

import numpy as np
import pytest

from advisor.places.from_home import TimeSettings, prepare_year, seen_from
from advisor.places.hubs import HubSet
from advisor.places.overlap import overlap_hours
from advisor.places.shifts import Schedule, WorkingHours

SETTINGS = TimeSettings(2027)


def test_that_a_country_of_several_zones_shows_its_range(real_hubs: HubSet, real_regions: list[str]) -> None:
    view = seen_from(real_hubs, real_regions, "GBR", SETTINGS)
    usa = real_hubs.location_ids.index("USA")
    assert view.overlap.low[usa] == overlap_hours(
        Schedule("Europe/London"), Schedule("America/Los_Angeles"), 2027
    )
    assert view.overlap.high[usa] == overlap_hours(
        Schedule("Europe/London"), Schedule("America/New_York"), 2027
    )
    assert view.overlap.low[usa] < view.overlap.mean[usa] < view.overlap.high[usa]


def test_that_a_chosen_hub_alone_gives_the_figures(real_hubs: HubSet, real_regions: list[str]) -> None:
    chosen = real_hubs.with_chosen({"USA": "San Francisco"})
    view = seen_from(chosen, real_regions, "GBR", SETTINGS)
    usa = chosen.location_ids.index("USA")
    assert view.overlap.low[usa] == view.overlap.mean[usa] == view.overlap.high[usa]
    assert chosen.hubs[view.nearest_hub[usa]].name == "San Francisco"


def test_that_a_place_without_hub_stays_unknown(real_hubs: HubSet, real_regions: list[str]) -> None:
    view = seen_from(real_hubs, real_regions, "GBR", SETTINGS)
    at = real_hubs.location_ids.index("XXX")
    unknown = [view.overlap.low, view.overlap.mean, view.overlap.high, view.night.mean, view.distance_km]
    assert all(np.isnan(figure[at]) for figure in unknown)
    assert view.nearest_hub[at] == -1


def test_that_unreachable_overlap_is_unknown_night_work(real_hubs: HubSet, real_regions: list[str]) -> None:
    view = seen_from(real_hubs, real_regions, "GBR", TimeSettings(2027, wanted_hours=9))
    assert np.isnan(view.night.mean).all()
    assert np.isnan(view.hub_move).all()


def test_that_home_is_at_no_distance_from_itself(real_hubs: HubSet, real_regions: list[str]) -> None:
    view = seen_from(real_hubs, real_regions, "POL", SETTINGS)
    at = real_hubs.location_ids.index("POL")
    assert view.distance_km[at] == 0
    assert view.overlap.mean[at] == 8


def test_that_weekends_of_both_sides_count(real_hubs: HubSet, real_regions: list[str]) -> None:
    from_egypt = seen_from(real_hubs, real_regions, "EGY", SETTINGS)
    germany = real_hubs.location_ids.index("DEU")
    assert 5.5 < from_egypt.overlap.mean[germany] < 5.8  # four of five days, 7 or 8 hours


def test_that_other_hours_on_either_side_count(real_hubs: HubSet, real_regions: list[str]) -> None:
    late = TimeSettings(2027, WorkingHours.parse("09:00-17:00"), WorkingHours.parse("17:30-01:30"))
    prepare_year(real_hubs, late)
    view = seen_from(real_hubs, real_regions, "USA", late)
    assert view.overlap.mean[real_hubs.location_ids.index("PHL")] == pytest.approx(4.1513, abs=5e-5)


def test_that_unknown_homes_are_refused(real_hubs: HubSet, real_regions: list[str]) -> None:
    with pytest.raises(ValueError, match="unknown location"):
        seen_from(real_hubs, real_regions, "ABC", SETTINGS)
