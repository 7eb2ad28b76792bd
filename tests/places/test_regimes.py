from __future__ import annotations

import numpy as np
import pytest

from advisor.places.industries import INDUSTRIES, industry
from advisor.places.law import LegalFact, LegalTable, Protection
from advisor.places.regime_texts import DISCLAIMER
from advisor.places.regimes import SCORES, Tier, regimes_from, transfer_regime
from advisor.words.locale import set_locale

_FACTS = """
DEU eu_member yes 2026
DEU gdpr_transfer_status EEA 2026
POL gdpr_transfer_status EEA 2026
NOR eea_member yes 2026
GBR gdpr_transfer_status adequate 2025 adequate until Dec 2031; https://example.org
GBR dp_gdpr_like yes 2025
GBR dp_authority yes 2025
GBR global_cbpr associate 2025
CHE gdpr_transfer_status adequate 2026
BRA gdpr_transfer_status adequate 2026 adequate; https://example.org/mutual-adequacy-decisions
CAN gdpr_transfer_status adequate 2026 commercial organisations, PIPEDA
CAN global_cbpr member 2025
USA gdpr_transfer_status adequate-partial 2025 partial: DPF-certified companies
USA dp_gdpr_like no 2025
USA global_cbpr member 2025
PHL dp_gdpr_like yes 2025
PHL dp_authority yes 2025
PHL dp_law_name Data_Privacy_Act 2025
PHL global_cbpr member 2025
SGP dp_gdpr_like yes 2025
SGP dp_authority yes 2025
SGP global_cbpr member 2025
IND dp_gdpr_like yes 2025
IND dp_authority no 2025
MUS convention108plus ratified 2020
MUS dp_law_status law 2023
FJI dp_law_status law 2023
LBR dp_law_status draft 2023
AFG dp_law_status none 2023
BGD dp_gdpr_like yes 2025 suspect: the records contradict one another
BGD dp_authority no 2025 suspect: the records contradict one another
KEN fatf_status grey 2026
IRN fatf_status black 2026
IRN us_sanctions comprehensive 2025
USA uk_adequacy adequate-partial 2023 certified recipients only; SI 2023/1028
CAN uk_adequacy adequate-partial 2023 recipients under the federal private-sector act
CHE uk_adequacy adequate 2023 Schedule 21
"""


def facts() -> list[LegalFact]:
    rows = (line.split(" ", 4) for line in _FACTS.strip().splitlines())
    return [
        LegalFact(row[0], row[1], row[2].replace("_", " "), int(row[3]), "s", row[4] if len(row) > 4 else "")
        for row in rows
    ]


TABLE = LegalTable(facts())


@pytest.mark.parametrize(
    ("home", "site", "tier", "score", "method"),
    [
        ("DEU", "DEU", Tier.SAME_REGIME, 100, "observed"),
        ("DEU", "POL", Tier.SAME_REGIME, 100, "observed"),
        ("NOR", "POL", Tier.SAME_REGIME, 100, "observed"),
        ("DEU", "GBR", Tier.ADEQUATE, 80, "observed"),
        ("DEU", "USA", Tier.ADEQUATE, 65, "observed"),
        ("DEU", "PHL", Tier.SAFEGUARDS, 50, "observed"),
        ("DEU", "MUS", Tier.SAFEGUARDS, 50, "observed"),
        ("DEU", "IND", Tier.PARTIAL_LAW, 25, "observed"),
        ("DEU", "FJI", Tier.PARTIAL_LAW, 37.5, "estimated"),
        ("DEU", "LBR", Tier.NO_LAW, 0, "observed"),
        ("DEU", "AFG", Tier.NO_LAW, 0, "observed"),
        ("GBR", "DEU", Tier.ADEQUATE, 80, "observed"),
        ("GBR", "USA", Tier.ADEQUATE, 65, "observed"),
        ("GBR", "IND", Tier.PARTIAL_LAW, 25, "observed"),
        ("CHE", "GBR", Tier.ADEQUATE, 80, "estimated"),
        ("BRA", "DEU", Tier.ADEQUATE, 80, "observed"),
        ("USA", "PHL", Tier.ADEQUATE, 70, "estimated"),
        ("SGP", "USA", Tier.ADEQUATE, 70, "estimated"),
        ("USA", "GBR", Tier.SAFEGUARDS, 60, "estimated"),  # an associate is no member
        ("USA", "DEU", Tier.SAFEGUARDS, 60, "estimated"),
        ("USA", "IND", Tier.PARTIAL_LAW, 25, "estimated"),
        ("NGA", "DEU", Tier.SAFEGUARDS, 60, "estimated"),
        ("NGA", "USA", Tier.PARTIAL_LAW, 25, "estimated"),
    ],
)
def test_that_every_kind_of_home_gets_its_tier(
    home: str, site: str, tier: Tier, score: float, method: str
) -> None:
    regime = transfer_regime(TABLE, home, site)
    assert (regime.tier, regime.score, regime.method) == (tier, score, method)
    assert regime.low <= regime.score <= regime.high
    assert regime.reason.endswith(".")


def test_that_nothing_known_stays_unknown() -> None:
    for home in ("DEU", "GBR", "USA", "NGA"):
        regime = transfer_regime(TABLE, home, "PRK")
        assert regime.tier is Tier.UNKNOWN
        assert regime.method == "unknown"
        assert np.isnan([regime.score, regime.low, regime.high]).all()


def test_that_assumptions_are_said() -> None:
    assert "assumption" in transfer_regime(TABLE, "CHE", "CAN").reason
    assert "not in the figures" in transfer_regime(TABLE, "USA", "DEU").reason
    assert "legal advice" in DISCLAIMER


def test_that_contradicting_records_widen_the_interval() -> None:
    regime = transfer_regime(TABLE, "DEU", "BGD")
    assert (regime.low, regime.high, regime.method) == (0, 50, "estimated")
    assert "contradict" in regime.reason


def test_that_the_instrument_carries_its_dated_fact_and_no_address() -> None:
    regime = transfer_regime(TABLE, "DEU", "GBR")
    assert "adequacy decision" in regime.instrument
    assert regime.instrument_fact is not None
    assert regime.instrument_fact.year == 2025
    assert "until Dec 2031" in regime.reason
    assert "://" not in regime.reason


def test_that_law_and_authority_are_named() -> None:
    assert transfer_regime(TABLE, "DEU", "PHL").law == "Data Privacy Act"
    assert transfer_regime(TABLE, "DEU", "PHL").authority is True
    assert transfer_regime(TABLE, "DEU", "IND").authority is False
    assert transfer_regime(TABLE, "DEU", "AFG").authority is None


def test_that_lists_and_sanctions_are_flags_and_not_scores() -> None:
    iran = transfer_regime(TABLE, "DEU", "IRN")
    assert len(iran.flags) == 2
    assert np.isnan(iran.score)
    assert transfer_regime(TABLE, "DEU", "KEN").flags == ("on the FATF grey list (2026)",)


def test_that_all_locations_are_judged_at_once() -> None:
    regimes = regimes_from(TABLE, "DEU", ["POL", "PRK", "PHL"])
    assert regimes.score.tolist()[::2] == [100, 50]
    assert regimes.methods == ("observed", "unknown", "observed")
    assert regimes.details[0].tier is Tier.SAME_REGIME


def test_that_a_better_tier_never_scores_less() -> None:
    assert [SCORES[tier] for tier in Tier if tier] == sorted(SCORES.values(), reverse=True)
    assert all(tier.label for tier in Tier)


def test_that_protection_is_read_from_the_strongest_fact() -> None:
    assert TABLE.protection("DEU") is Protection.COMPREHENSIVE
    assert TABLE.protection("FJI") is Protection.LAW_AUTHORITY_UNKNOWN
    assert TABLE.protection("USA") is Protection.PARTIAL
    assert TABLE.protection("XXX") is Protection.UNKNOWN


def test_that_every_industry_says_why() -> None:
    first = ["general", "finance", "healthcare", "legal", "government", "e-commerce"]
    assert list(INDUSTRIES)[:6] == first
    more = {"manufacturing", "automotive", "telecom", "energy", "retail", "travel", "software"}
    assert set(INDUSTRIES) == {*first, *more}
    for found in INDUSTRIES.values():
        assert found.reason.endswith(".")
        assert all(must.reason.endswith(".") for must in found.musts)
        assert found.theme_multipliers["regulation"] >= 1


def test_that_the_general_industry_changes_no_weight() -> None:
    assert set(industry("general").theme_multipliers.values()) == {1.0}


def test_that_an_unknown_industry_is_answered_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="there are general, finance"):
        industry("mining")


def test_that_a_decision_of_the_eu_is_not_one_of_the_uk() -> None:
    """Brazil is adequate for the EU since January 2026; UK regulations do not name it."""
    assert transfer_regime(TABLE, "DEU", "BRA").tier is Tier.ADEQUATE
    assert transfer_regime(TABLE, "GBR", "BRA").tier is not Tier.ADEQUATE
    swiss = transfer_regime(TABLE, "GBR", "CHE")
    assert (swiss.tier, swiss.method) == (Tier.ADEQUATE, "observed")
    assert "as of 2023" in swiss.reason
    assert "certified recipients only" in transfer_regime(TABLE, "GBR", "USA").reason


def test_that_homes_of_one_kind_share_what_they_see() -> None:
    assert transfer_regime(TABLE, "DEU", "IND") is transfer_regime(TABLE, "POL", "IND")
    assert transfer_regime(TABLE, "DEU", "IND") is not transfer_regime(TABLE, "GBR", "IND")
    assert transfer_regime(TABLE, "IND", "IND").tier is Tier.SAME_REGIME


def test_that_what_is_seen_is_said_in_the_language_in_force() -> None:
    english = transfer_regime(TABLE, "DEU", "IND").reason
    set_locale("es")
    try:
        spanish = transfer_regime(TABLE, "DEU", "IND").reason
    finally:
        set_locale("en")
    assert spanish != english
    assert transfer_regime(TABLE, "DEU", "IND").reason == english
