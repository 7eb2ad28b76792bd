from __future__ import annotations

import numpy as np
import pytest

from advisor.places.hubs import Hub, HubSet
from advisor.places.shifts import Weekend

CAIRO = Hub("EGY", "Cairo", 30.0626, 31.2497, 9_606_916, "Africa/Cairo")
NEW_YORK = Hub("USA", "New York City", 40.7143, -74.006, 8_804_190, "America/New_York")
CHICAGO = Hub("USA", "Chicago", 41.85, -87.65, 2_664_452, "America/Chicago")
NOWHERE = Hub("USA", "Nowhere", 41.0, -90.0, None, "America/Chicago")
HUBS = HubSet.of([CHICAGO, CAIRO, NEW_YORK, NOWHERE], ["EGY", "XXX", "USA"])


def test_that_the_most_populous_hub_is_the_main_one() -> None:
    assert HUBS.hubs[HUBS.hub_index("USA")] is NEW_YORK
    assert HUBS.first.tolist() == [0, -1, 1]


def test_that_hubs_of_other_locations_are_left_out() -> None:
    assert {hub.location_id for hub in HubSet.of([CAIRO, CHICAGO], ["USA"]).hubs} == {"USA"}


def test_that_weekends_come_from_the_country_unless_given() -> None:
    assert [str(w) for w in HUBS.weekends] == ["Fri-Sat", "Sat-Sun", "Sat-Sun"]
    given = HubSet.of([CAIRO], weekends={"EGY": Weekend((6,))})
    assert str(given.weekends[0]) == "Sun"


def test_that_a_hub_is_found_by_name_whatever_its_case() -> None:
    assert HUBS.hubs[HUBS.hub_index("USA", "chicago")] is CHICAGO


@pytest.mark.parametrize(
    ("location", "name", "says"),
    [
        ("ABC", None, "unknown location 'ABC'"),
        ("XXX", None, "XXX has no hub"),
        ("USA", "Boston", "it has New York City, Chicago, Nowhere"),
    ],
)
def test_that_a_wrong_name_is_answered_with_what_there_is(location: str, name: str | None, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        HUBS.hub_index(location, name)


def test_that_the_spread_weighs_by_population_and_keeps_unknown_unknown() -> None:
    spread = HUBS.by_location(np.array([5.0, 1.0, 2.0, np.nan]))
    weight = 8_804_190 / (8_804_190 + 2_664_452)
    assert spread.low.tolist()[2] == 1.0
    assert spread.high.tolist()[2] == 2.0
    assert spread.mean[2] == pytest.approx(weight * 1 + (1 - weight) * 2)
    assert spread.mean[0] == 5.0
    assert np.isnan([spread.low[1], spread.mean[1], spread.high[1]]).all()


def test_that_an_unknown_population_counts_like_the_smallest() -> None:
    assert HUBS.share[HUBS.location_of == 2].sum() == pytest.approx(1)
    assert HUBS.share[3] == HUBS.share[2]


def test_that_a_hub_can_be_chosen_for_a_location() -> None:
    chosen = HUBS.with_chosen({"USA": "Chicago"})
    assert [hub.name for hub in chosen.hubs] == ["Cairo", "Chicago"]
    assert chosen.weekends == HUBS.weekends
    assert chosen.share.tolist() == [1.0, 1.0]
