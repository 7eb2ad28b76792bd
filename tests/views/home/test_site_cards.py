"""The cards about home and a site: every fact with its source, unknown never as zero."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from advisor.places.regime_texts import DISCLAIMER
from advisor.scenario.study.defaults import default_scenario
from advisor.views.home.site_cards import site_cards

TODAY = date(2027, 1, 1)


@pytest.fixture(scope="module")
def scenario(default_pack):
    return default_scenario(default_pack)


def cards(assessor, scenario, site):
    return {card.id: card for card in site_cards(assessor.assess(scenario), site, TODAY)}


def test_that_law_gives_tier_reason_instrument_law_authority_flags_and_says_it_is_orientation(
    assessor, scenario
):
    law = cards(assessor, replace(scenario, home="DEU"), "JPN")["law"]
    assert law.headline == "Recognised as adequate (80 of 100)"
    assert law.sentence.startswith("The European Commission has found the location adequate")
    labels = [row.label for row in law.rows]
    for label in ("Instrument", "Data-protection law", "Supervisory authority", "FATF list"):
        assert label in labels
    assert law.footer == DISCLAIMER
    assert all(row.source for row in law.rows)


def test_that_listed_places_are_flagged_with_the_year_of_the_list(assessor, scenario):
    rows = {row.label: row for row in cards(assessor, scenario, "IRN")["law"].rows}
    assert rows["FATF list"].value == "black"
    assert rows["FATF list"].source.endswith("2026")
    assert rows["United States sanctions"].value == "comprehensive"


def test_that_ten_dates_name_who_works_and_why(assessor, scenario):
    calendar = cards(assessor, scenario, "IND")["calendar"]
    assert len(calendar.rows) == 10
    assert calendar.rows[0].value == "only India works: New Year's Day"
    assert calendar.headline == "241 of 253 days shared"


def test_that_an_incomplete_calendar_says_so(assessor, scenario):
    assert "in 2027 are not known" in cards(assessor, scenario, "LKA")["calendar"].footer


def test_that_chosen_languages_come_first_and_unknown_ones_are_not_zero(assessor, scenario):
    chosen = replace(scenario, working_languages=("ja", "en"))
    language = cards(assessor, chosen, "POL")["language"]
    assert [row.label for row in language.rows[:2]] == ["Japanese", "English"]
    assert (language.rows[0].value, language.rows[0].note) == ("\N{EN DASH}", "not known")
    assert language.rows[1].value == "75 at work, 82 with customers"
    assert "67 to 83" in language.rows[1].note
    assert "Not known, which is not zero: " in language.footer


def test_that_closeness_gives_engagement_reason_and_affinity(assessor, scenario):
    ties = cards(assessor, scenario, "IND")["ties"]
    assert ties.headline == "Offshore"
    assert "nearshore allows 3 h" in ties.sentence
    affinity = ties.rows[0]
    assert affinity.value == "75 of 100"
    assert "same legal origin (English law)" in affinity.note


@pytest.mark.parametrize("site", ["ZAF", "IND", "DEU", "JPN", "RUS", "USA", "MEX", "CHN"])
def test_that_a_card_says_every_fact_once(assessor, scenario, site):
    found = cards(assessor, scenario, site)
    law, ties = found["law"], found["ties"]
    said = [law.headline.lower(), law.sentence.lower(), *(row.value.lower() for row in law.rows)]
    for words in ("comprehensive law", "safeguards", "standard contractual clauses"):
        assert sum(words in text for text in said) <= 1, words
    facts = [ties.sentence, *(row.value for row in ties.rows)]
    distances = re.findall(r"[\d\u202f]+ km", " ".join(facts))
    assert len(distances) == len(set(distances))


def test_that_the_hub_that_decides_is_named_where_it_is_not_the_one_of_the_rows(assessor, scenario):
    ties = cards(assessor, scenario, "IND")["ties"]
    assert ties.sentence.startswith("Delhi is 6\u202f710 km away")
    assert "Distance to the nearest hub" not in {row.label for row in ties.rows}


def test_that_thresholds_of_the_scenario_count(assessor, scenario):
    wide = replace(scenario.engagement_rule, max_clock_hours=6.0, max_distance_km=8000.0)
    assert cards(assessor, replace(scenario, engagement_rule=wide), "IND")["ties"].headline == "Nearshore"


def test_that_home_itself_has_cards_too(assessor, scenario):
    found = cards(assessor, scenario, "GBR")
    assert found["law"].headline == "Same legal regime (100 of 100)"
    assert found["calendar"].headline == "253 of 253 days shared"


def test_that_the_law_card_names_sanctions_and_advisory_with_their_year(assessor, scenario):
    rows = {row.label: row for row in cards(assessor, scenario, "RUS")["law"].rows}
    assert rows["United States sanctions"].value == "programme (list-based)"
    assert rows["European Union sanctions"].value.startswith("economic")
    assert "2025" in rows["European Union sanctions"].source
    assert rows["Level of the US travel advisory, out of 4"].value == "4"
    calm = {row.label: row.value for row in cards(assessor, scenario, "POL")["law"].rows}
    assert calm["United States sanctions"] == "not on the list that was read"
    assert "European Union sanctions" not in calm
