from __future__ import annotations

import numpy as np
import pytest

from advisor.places.engagement import (
    Engagement,
    EngagementRule,
    clock_difference_hours,
    engagement_models,
    engagement_name,
    engagement_reason,
)
from advisor.places.from_home import HomeView, TimeSettings, seen_from
from advisor.places.hubs import Hub, HubSet
from advisor.places.timezones import clock_table

YEARS = (2026, 2027, 2028)


def model(hubs: HubSet, regions: list[str], home: str, site: str, settings: TimeSettings) -> Engagement:
    return seen_from(hubs, regions, home, settings).engagement[hubs.location_ids.index(site)]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("home", "site"),
    [
        ("GBR", "POL"), ("GBR", "MAR"), ("GBR", "EGY"), ("USA", "MEX"), ("USA", "CRI"), ("USA", "BRA"),
        ("DEU", "ROU"), ("JPN", "VNM"),
    ],
)  # fmt: skip
def test_that_accepted_nearshore_pairs_are_nearshore(
    real_hubs: HubSet, real_regions: list[str], home: str, site: str, year: int
) -> None:
    assert model(real_hubs, real_regions, home, site, TimeSettings(year)) is Engagement.NEARSHORE


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("home", "site"),
    [("GBR", "ZAF"), ("GBR", "IND"), ("USA", "PHL"), ("USA", "IND"), ("DEU", "IND")],
)
def test_that_accepted_offshore_pairs_are_offshore(
    real_hubs: HubSet, real_regions: list[str], home: str, site: str, year: int
) -> None:
    assert model(real_hubs, real_regions, home, site, TimeSettings(year)) is Engagement.OFFSHORE


def test_that_a_distance_that_is_the_limit_but_for_rounding_is_near(real_hubs: HubSet) -> None:
    apart, km = np.zeros(len(real_hubs.hubs)), np.full(len(real_hubs.hubs), np.nextafter(6000.0, 9000.0))
    blank = [""] * len(real_hubs.location_ids)
    models = engagement_models(real_hubs, blank, "GBR", apart, km).models
    assert models[real_hubs.location_ids.index("POL")] is Engagement.NEARSHORE


def test_that_home_is_onshore_and_a_place_without_hub_unknown(
    real_hubs: HubSet, real_regions: list[str]
) -> None:
    settings = TimeSettings(2027)
    assert model(real_hubs, real_regions, "GBR", "GBR", settings) is Engagement.ONSHORE
    assert model(real_hubs, real_regions, "GBR", "XXX", settings) is Engagement.UNKNOWN


def test_that_each_threshold_is_a_setting(real_hubs: HubSet, real_regions: list[str]) -> None:
    def with_rule(home: str, site: str, rule: EngagementRule) -> Engagement:
        return model(real_hubs, real_regions, home, site, TimeSettings(2027, rule=rule))

    assert with_rule("GBR", "EGY", EngagementRule(max_clock_hours=1)) is Engagement.OFFSHORE
    assert with_rule("GBR", "EGY", EngagementRule(max_distance_km=3000)) is Engagement.OFFSHORE
    assert with_rule("USA", "BRA", EngagementRule(same_region_is_near=False)) is Engagement.OFFSHORE
    assert with_rule("GBR", "ZAF", EngagementRule(max_distance_km=10_000)) is Engagement.NEARSHORE


def test_that_one_hub_that_qualifies_is_enough(real_hubs: HubSet, real_regions: list[str]) -> None:
    """From San Francisco only the western hubs of Mexico keep a close clock; Brazil has none."""
    view: HomeView = seen_from(real_hubs, real_regions, "USA", TimeSettings(2027), "San Francisco")
    mexico, brazil = (real_hubs.location_ids.index(site) for site in ("MEX", "BRA"))
    assert view.engagement[mexico] is Engagement.NEARSHORE
    assert real_hubs.hubs[view.deciding_hub[mexico]].name == "Tijuana"
    assert view.engagement[brazil] is Engagement.OFFSHORE


def test_that_an_unknown_region_is_never_the_same() -> None:
    hubs = HubSet.of([Hub("A", "a", 0, 0, 1, "UTC"), Hub("B", "b", 0, 170, 1, "UTC")])
    assert seen_from(hubs, ["", ""], "A", TimeSettings(2027)).engagement[1] is Engagement.OFFSHORE


def test_that_the_clock_difference_is_the_largest_of_the_year() -> None:
    table = clock_table(2027, ("Europe/London", "Africa/Cairo", "America/New_York", "Australia/Sydney"))
    hours = clock_difference_hours(table, "Europe/London")
    assert hours[table.row_of["Africa/Cairo"]] == 2
    assert hours[table.row_of["America/New_York"]] == 5
    assert hours[table.row_of["Australia/Sydney"]] == 11


def test_that_the_clock_difference_goes_round_the_dial() -> None:
    table = clock_table(2027, ("Pacific/Apia", "Pacific/Pago_Pago"))
    assert clock_difference_hours(table, "Pacific/Apia")[table.row_of["Pacific/Pago_Pago"]] == 0


@pytest.mark.parametrize(
    ("engagement", "hours", "km", "says"),
    [
        (
            Engagement.NEARSHORE,
            1,
            1446.2,
            "no more than 6\N{NARROW NO-BREAK SPACE}000 km away, with clocks no more than 3 h apart.",
        ),
        (Engagement.OFFSHORE, 5.5, 7000, "nearshore allows clocks 3 h apart."),
        (
            Engagement.OFFSHORE,
            2,
            9000,
            "nearshore allows 6\N{NARROW NO-BREAK SPACE}000 km or the same region.",
        ),
        (Engagement.ONSHORE, 0, 0, "the home country itself"),
        (Engagement.UNKNOWN, np.nan, np.nan, "no hub"),
    ],
)
def test_that_the_reason_names_the_threshold(
    engagement: Engagement, hours: float, km: float, says: str
) -> None:
    assert says in engagement_reason(engagement, hours, km, same_region=False)


def test_that_a_model_that_is_not_known_is_said() -> None:
    assert engagement_name(Engagement.UNKNOWN) == "unknown"
