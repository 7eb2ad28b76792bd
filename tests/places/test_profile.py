from __future__ import annotations

import json
from datetime import date

import pytest

from advisor.places.affinity import Tie, TieTable
from advisor.places.cover import ServiceWindow
from advisor.places.from_home import TimeSettings
from advisor.places.hubs import HubSet
from advisor.places.knowledge import Knowledge, ProfileRequest
from advisor.places.languages import LanguageFact, LanguageTable
from advisor.places.law import LegalFact, LegalTable
from advisor.places.profile import SiteProfile, site_profile

SETTINGS = TimeSettings(2027)


@pytest.fixture(scope="module")
def knowledge(real_hubs: HubSet, real_regions: list[str]) -> Knowledge:
    return Knowledge(
        hubs=real_hubs,
        regions=tuple(real_regions),
        languages=LanguageTable(
            [LanguageFact("PHL", "en", "official", 64, 67.25, 2025, "observed", "ef_epi", "EF EPI 569")],
            real_hubs.location_ids,
        ),
        laws=LegalTable(
            [
                LegalFact("PHL", "dp_law_name", "Data Privacy Act of 2012", 2025, "dp_coding"),
                LegalFact("PHL", "dp_gdpr_like", "yes", 2025, "dp_coding"),
                LegalFact("PHL", "dp_authority", "yes", 2025, "dp_coding"),
                LegalFact("PHL", "global_cbpr", "member", 2025, "legal_updates"),
                LegalFact("USA", "global_cbpr", "member", 2025, "legal_updates"),
            ]
        ),
        ties=TieTable([Tie("PHL", "USA", common_official_language=True, colonial_tie=True)], {}, ()),
        hub_source="geonames",
        tie_source="cepii",
    )


def profile(knowledge: Knowledge, home: str, site: str, window: str | None = None) -> SiteProfile:
    wanted = ServiceWindow.parse(window) if window else None
    return site_profile(knowledge, ProfileRequest(home, site, SETTINGS, date(2027, 1, 1), window=wanted))


def value(found: SiteProfile, label: str) -> object:
    return next(fact.value for fact in found.facts if fact.label == label)


def test_that_new_york_and_manila_are_described(knowledge: Knowledge) -> None:
    found = profile(knowledge, "USA", "PHL", "24x7")
    assert value(found, "Engagement model") == "offshore"
    assert value(found, "Overlap per home working day") == 0
    assert value(found, "Shift that reaches 4 h") == "17:30-01:30"
    assert value(found, "Night hours of that shift") == 3.5
    assert value(found, "English at work") == 74.6
    assert value(found, "German at work") is None
    assert value(found, "Data-protection law") == "Data Privacy Act of 2012"
    assert value(found, "Supervisory authority") is True
    assert value(found, "Affinity with home") == 50
    assert value(found, "Cover of the service window") == pytest.approx(23.8, abs=0.1)
    assert sum(fact.label.endswith("works") for fact in found.facts) == 10


def test_that_every_known_fact_names_its_source(knowledge: Knowledge) -> None:
    found = profile(knowledge, "USA", "PHL")
    unsourced = [f.label for f in found.facts if f.value is not None and not f.source]
    assert unsourced == ["FATF list", "United States sanctions"]  # absence from a list


def test_that_a_profile_is_plain_json(knowledge: Knowledge) -> None:
    found = json.loads(json.dumps(profile(knowledge, "GBR", "POL").as_dict(), allow_nan=False))
    assert list(found["sections"]) == ["distance", "time", "calendar", "language", "affinity", "law"]
    assert found["sections"]["law"][1]["value"] is None


def test_that_home_can_be_compared_with_itself(knowledge: Knowledge) -> None:
    found = profile(knowledge, "POL", "POL")
    assert value(found, "Engagement model") == "onshore"
    assert value(found, "Share of home working days") == 100
    assert value(found, "Data-transfer tier") == "same legal regime"


def test_that_an_unreachable_overlap_is_said(knowledge: Knowledge) -> None:
    request = ProfileRequest("USA", "PHL", TimeSettings(2027, wanted_hours=9), date(2027, 1, 1))
    found = site_profile(knowledge, request)
    assert value(found, "Shift that reaches 9 h") is None


def test_that_hubs_can_be_chosen_on_both_sides(knowledge: Knowledge) -> None:
    request = ProfileRequest("USA", "MEX", SETTINGS, date(2027, 1, 1), "San Francisco", "Tijuana")
    found = site_profile(knowledge, request)
    assert value(found, "Home hub") == "San Francisco"
    assert value(found, "Overlap per home working day") == 8


def test_that_an_unknown_site_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="unknown location"):
        profile(knowledge, "USA", "ABC")
    with pytest.raises(ValueError, match="has no hub"):
        profile(knowledge, "USA", "XXX")
