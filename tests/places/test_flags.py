"""Flags of places: what they say, how loud they are, when the lists were read and what these leave out."""

from __future__ import annotations

import pytest

from advisor.places.flags import Severity, advisory_level, place_flags
from advisor.places.law import LegalFact, LegalTable

TABLE = LegalTable(
    [
        LegalFact("RUS", "travel_advisory_us", "4", 2025, "us", "advisory of 2025-05-08, read 2025-08-14"),
        LegalFact("RUS", "sanctions_us", "programme (list-based)", 2023, "ofac", "as of 2023-03; persons"),
        LegalFact(
            "RUS", "sanctions_eu", "economic", 2025, "eu", "as of 2025-02; Regulation 833/2014; https://x"
        ),
        LegalFact("RUS", "fatf_status", "grey", 2026, "fatf"),
        LegalFact("CUB", "us_sanctions", "comprehensive", 2025, "ofac"),
        LegalFact(
            "UKR", "sanctions_us", "comprehensive, occupied regions only", 2025, "o", "as of 2025-07; not all"
        ),
        LegalFact("GTM", "travel_advisory_us", "3", 2025, "us", "advisory of 2025-01-01, read 2025-08-14"),
        LegalFact("POL", "travel_advisory_us", "1", 2025, "us", "advisory of 2025-01-01, read 2025-08-14"),
        LegalFact("PRK", "fatf_status", "black", 2026, "fatf"),
    ]
)


def test_that_war_and_sanctions_are_told_with_date_and_with_what_is_not_covered() -> None:
    flags = {flag.kind: flag for flag in place_flags(TABLE, "RUS")}
    assert set(flags) == {"advisory", "sanctions-us", "sanctions-eu", "fatf"}
    assert flags["advisory"].text == "Do not travel (US advisory, level 4)"
    assert flags["advisory"].as_of == "2025-08-14"
    assert flags["advisory"].as_of_text == "14 Aug 2025"
    assert "14 Aug 2025" in flags["advisory"].detail_text
    assert (flags["sanctions-eu"].severity, flags["sanctions-eu"].as_of) == (Severity.ALARM, "2025-02")
    assert "Regulation 833/2014" in flags["sanctions-eu"].detail
    assert "https" not in flags["sanctions-eu"].detail
    assert "only Russia and Belarus were read" in flags["sanctions-eu"].detail
    assert "Not covered: the United Kingdom" in flags["sanctions-us"].detail
    severities = [flag.severity for flag in place_flags(TABLE, "RUS")]
    assert severities == sorted(severities, reverse=True)


@pytest.mark.parametrize(
    ("place", "text", "severity"),
    [
        ("CUB", "Country-wide US sanctions", Severity.ALARM),
        ("UKR", "US sanctions on occupied regions", Severity.WARNING),
        ("GTM", "Reconsider travel (US advisory, level 3)", Severity.WARNING),
        ("PRK", "On the FATF black list", Severity.ALARM),
    ],
)
def test_that_each_list_has_its_own_words(place: str, text: str, severity: Severity) -> None:
    (flag,) = place_flags(TABLE, place)
    assert (flag.text, flag.severity) == (text, severity)


def test_that_a_calm_place_and_an_unknown_one_have_no_flag() -> None:
    assert place_flags(TABLE, "POL") == place_flags(TABLE, "XYZ") == ()
    assert advisory_level(TABLE, "POL") == 1
    assert advisory_level(TABLE, "XYZ") is None
