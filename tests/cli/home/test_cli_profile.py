"""The profile of a pair: every fact with source and date, in words and as JSON."""

from __future__ import annotations

import json

import pytest

from advisor.cli.main import main

SECTIONS = {"time", "calendar", "language", "affinity", "law", "distance"}


def profile(capfdbinary, *arguments):
    assert main(["profile", *arguments, "--from", "2027-01-01", "--json"]) == 0
    return json.loads(capfdbinary.readouterr().out)


def fact(document, section, label):
    return next(fact for fact in document["sections"][section] if fact["label"] == label)


def test_that_a_profile_has_all_sections_and_every_known_fact_a_source_and_a_date(capfdbinary):
    document = profile(capfdbinary, "GBR", "POL")
    assert set(document["sections"]) == SECTIONS
    for name, facts in document["sections"].items():
        for found in facts:
            if found["value"] is None:
                continue
            assert found["source"], (name, found)
            editions = [
                document["sources"][part]["edition"]
                for part in found["source"].split(";")
                if part in document["sources"]
            ]
            assert found["year"] or any(editions) or "package" in found["source"], (name, found)


def test_that_london_and_bengaluru_share_the_hand_counted_hours(capfdbinary):
    document = profile(capfdbinary, "London", "Bengaluru")
    assert document["home"] == "GBR"
    assert fact(document, "time", "Overlap per home working day")["value"] == pytest.approx(3.0939, abs=5e-5)
    assert fact(document, "distance", "Site hub")["value"] == "Bengaluru"


def test_that_ten_dates_are_named_on_which_one_side_works(capfdbinary):
    dates = [
        f for f in profile(capfdbinary, "GBR", "IND")["sections"]["calendar"] if f["label"].startswith("Only")
    ]
    assert len(dates) == 10
    assert dates[0]["value"] == "2027-01-01"
    assert dates[0]["note"] == "New Year's Day"


def test_that_cover_is_told_when_a_window_is_asked_for(capfdbinary):
    document = profile(capfdbinary, "GBR", "GBR", "--cover", "08:00-20:00")
    assert fact(document, "time", "Cover of the service window")["value"] == pytest.approx(66.67, abs=0.01)


def test_that_the_text_has_headings_sources_and_says_that_law_is_orientation(capfd):
    assert main(["profile", "DEU", "JPN", "--from", "2027-01-01"]) == 0
    text = capfd.readouterr().out
    for heading in ("Time", "Calendar", "Language", "Law", "Distance"):
        assert f"\n{heading}\n{'-' * len(heading)}\n" in text
    assert "not legal advice" in text
    assert "[Python package tzdata" in text
    assert max(len(line) for line in text.splitlines()) <= 120


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["GBR", "Europe/Berlin"], "needs a country code or a hub"),
        (["GBR", "Waraw"], "Did you mean"),
        (["GBR", "POL", "--year", "1066"], "outside"),
        (["GBR", "POL", "--from", "soon"], "is not a date"),
        (["GBR", "POL", "--cover", "noon"], "is not 24×7"),
        (["GBR", "POL", "--wanted", "0"], "outside 0 to 24"),
        (["GBR"], "required"),
    ],
)
def test_that_bad_input_is_named_in_one_line(capfd, arguments, said):
    assert main(["profile", *arguments]) == 2
    out, err = capfd.readouterr()
    assert said in err
    assert err.count("\n") == 1
    assert not out


@pytest.mark.parametrize(
    ("typed", "name"), [("Germany", "Germany"), ("Singapore", "Singapore"), ("Holland", "Netherlands")]
)
def test_that_places_may_be_named_as_people_name_them(capfd, typed, name):
    assert main(["profile", "UK", typed, "--from", "2027-01-01"]) == 0
    assert name in capfd.readouterr().out.splitlines()[0]


def test_that_the_calendar_names_places_and_languages_and_a_site_is_named_once(capfd):
    assert main(["profile", "DEU", "Singapore", "--from", "2027-01-01"]) == 0
    text = capfd.readouterr().out
    assert text.splitlines()[0] == "Germany (Berlin) and Singapore"
    assert "only Germany works: " in text
    assert "DEU" not in text
    assert "SGP" not in text
    unknown = next(line for line in text.splitlines() if line.startswith("Not known: "))
    assert "German" in unknown
    assert "de," not in unknown


def test_that_a_note_about_the_page_that_was_read_is_not_shown_as_a_note_of_law(capfdbinary):
    ratified = fact(profile(capfdbinary, "DEU", "ROU"), "law", "Convention 108+")
    assert ratified["value"] == "ratified"
    assert not ratified["note"]
