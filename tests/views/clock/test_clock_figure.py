"""The clock view's data: what is shared on a date, clock changes, hubs, shift, cover."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.clock.clock_figure import MOST_SITES, clock_year
from advisor.views.clock.clock_texts import away_text, cover_sentence, day_sentence, step_text, year_sentence


@pytest.fixture(scope="module")
def scenario(default_pack):
    return default_scenario(default_pack)


def clocks(assessor, scenario, *sites):
    return clock_year(assessor.assess(scenario), sites)


def test_that_shared_minutes_follow_the_clock_change(assessor, scenario):
    year = clocks(assessor, scenario, "IND")
    assert year.on(date(2027, 1, 5)).rows[1].minutes == 150
    assert year.on(date(2027, 7, 6)).rows[1].minutes == 210
    assert year.on(date(2027, 1, 9)).rows[1].minutes == 0


def test_that_overlap_on_the_axis_is_what_is_written_beside_it(assessor, scenario):
    year = clocks(assessor, scenario, "IND", "POL", "USA")
    for day in (date(2027, 1, 5), date(2027, 3, 15), date(2027, 7, 6), date(2027, 11, 2)):
        for row in year.on(day).rows[1:]:
            assert sum(end - start for start, end in row.bar.overlap) == row.minutes


def test_that_the_steps_of_both_hemispheres_are_named_in_order(assessor, scenario):
    steps = [step_text(step) for step in clocks(assessor, scenario, "USA", "NZL", "POL").steps]
    assert steps == [
        "14 Mar: United States 1 h forward",
        "28 Mar: United Kingdom, Poland 1 h forward",
        "4 Apr: New Zealand 1 h back",
        "26 Sep: New Zealand 1 h forward",
        "31 Oct: United Kingdom, Poland 1 h back",
        "7 Nov: United States 1 h back",
    ]


def test_that_home_repeated_unknown_and_seventh_sites_are_left_out(assessor, scenario):
    sites = ("GBR", "POL", "POL", "XXX", "IND", "USA", "PHL", "EGY", "NZL", "JPN")
    shown = [place.id for place in clocks(assessor, scenario, *sites).places]
    assert shown == ["GBR", "POL", "IND", "USA", "PHL", "EGY", "NZL"]
    assert len(shown) == 1 + MOST_SITES


def test_that_a_chosen_hub_takes_the_place_of_the_range(assessor, scenario):
    every = clocks(assessor, scenario, "USA").places[1]
    assert every.spread[0] < every.spread[1] < every.spread[2]
    chicago = clocks(assessor, replace(scenario, hubs={"USA": "Chicago"}), "USA").places[1]
    assert chicago.hub == "Chicago"
    assert chicago.hubs == every.hubs
    assert chicago.spread[0] == chicago.spread[1] == chicago.spread[2]


def test_that_the_home_hub_can_be_chosen(assessor, scenario):
    at_home = replace(scenario, home="USA")
    east, west = (
        clocks(assessor, replace(at_home, hubs={"USA": hub}), "IND").places
        for hub in ("New York City", "San Francisco")
    )
    assert (east[0].hub, west[0].hub) == ("New York City", "San Francisco")
    assert east[0].schedule.zone != west[0].schedule.zone


def test_that_the_smallest_shift_is_offered_with_its_night_hours(assessor, scenario):
    manila = clocks(assessor, replace(scenario, home="USA", hubs={"USA": "New York City"}), "PHL").places[1]
    assert str(manila.offer.hours) == "17:30-01:30"
    assert manila.offer.night == 3.5
    said = year_sentence(manila, 2027, 4.0)
    assert "17:30–01:30" in said
    assert "(8 h 30 later) reaches 4 h with 3 h 30 of night work." in said


def test_that_a_shift_out_of_reach_is_said(assessor, scenario):
    place = clocks(assessor, replace(scenario, wanted_overlap=9.0), "POL").places[1]
    assert place.offer is None
    assert "No move of the shift" in year_sentence(place, 2027, 9.0)


def test_that_cover_counts_the_window_wanted(assessor, scenario):
    alone = clocks(assessor, scenario)
    assert alone.together == pytest.approx(100 * 261 * 8 / (365 * 24), abs=0.01)
    assert cover_sentence(alone) == "Home covers 24 % of 24×7."
    at_hours = clocks(assessor, replace(scenario, service_window=""), "NZL")
    assert at_hours.together == pytest.approx(100)
    assert at_hours.places[1].cover == pytest.approx(0)


def test_that_weekend_and_holiday_are_said(assessor, scenario):
    year = clocks(assessor, scenario, "POL")
    assert day_sentence(year.on(date(2027, 1, 9))) == "Saturday 9 Jan 2027: no shift at home"
    figure = year.on(date(2027, 11, 11))
    assert figure.rows[1].holiday == "National Independence Day"


def test_that_clock_differences_are_written_with_their_sign():
    assert away_text(330) == "+5 h 30"
    assert away_text(-300) == "\N{MINUS SIGN}5 h"
    assert away_text(0) == "same time"


def test_that_a_pack_without_places_has_no_clock(write_pack):
    from advisor.datapack.loading import load_pack

    pack = load_pack(write_pack())
    assert clock_year(Assessor(pack).assess(default_scenario(pack)), ["a"]) is None
