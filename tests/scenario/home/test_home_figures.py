"""Figures of a home: hubs, thresholds and languages count; what does not change is not computed again."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread

import numpy as np
import pytest

from advisor.computed.columns import working_language
from advisor.places import calendars
from advisor.scenario.home import home_figures
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.problems import ScenarioError


@pytest.fixture
def scenario(default_pack):
    return default_scenario(default_pack)


def test_that_a_change_of_function_or_weight_computes_no_places_again(assessor, scenario, monkeypatch):
    figures = assessor.assess(scenario).home_figures
    monkeypatch.setattr(home_figures, "seen_from", None)
    monkeypatch.setattr(working_language, "language_cells", None)
    changed = replace(scenario, function="software-development", theme_weights={"cost": 3.0}, headcount=9)
    assert assessor.assess(changed).home_figures is figures


def test_that_a_change_of_language_computes_no_clocks_again(assessor, scenario, monkeypatch):
    view = assessor.assess(scenario).home_figures.view
    monkeypatch.setattr(home_figures, "seen_from", None)
    spanish = assessor.assess(replace(scenario, working_languages=("es",))).home_figures
    assert spanish.view is view


@pytest.mark.parametrize(
    "change",
    [
        {"home": "USA"},
        {"home_hours": "08:00-16:00"},
        {"site_hours": "12:00-20:00"},
        {"wanted_overlap": 6.0},
        {"year": 2028},
        {"hubs": {"USA": "Chicago"}},
        {"working_languages": ("es",)},
        {"customer_languages": ("fr",)},
    ],
)
def test_that_everything_that_counts_makes_other_figures(assessor, scenario, change):
    before = assessor.assess(scenario).choices
    assert assessor.assess(replace(scenario, **change)).choices != before


def test_that_a_chosen_hub_changes_the_overlap_and_only_there(assessor, scenario, default_pack):
    before = assessor.assess(scenario).cells
    after = assessor.assess(replace(scenario, hubs={"USA": "San Francisco"})).cells
    row = default_pack.location_ids.index("USA")
    column = [criterion.id for criterion in default_pack.criteria].index("overlap")
    at = row, column
    assert after.values[at] == after.low[at] == after.high[at] < before.values[at]
    others = np.arange(len(default_pack.locations)) != row
    assert np.array_equal(after.values[others, column], before.values[others, column], equal_nan=True)


def test_that_thresholds_decide_what_is_nearshore(assessor, scenario, default_pack):
    poland = default_pack.location_ids.index("POL")
    assert assessor.assess(scenario).engagement(poland) == "nearshore"
    strict = replace(scenario.engagement_rule, max_clock_hours=0.5)
    assert assessor.assess(replace(scenario, engagement_rule=strict)).engagement(poland) == "offshore"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"hubs": {"USA": "Chicagoo"}}, "Did you mean 'Chicago'"),
        ({"hubs": {"ATLANTIS": "Poseidonis"}}, "no location 'ATLANTIS'"),
        ({"service_window": "always"}, "is not 24×7"),
        ({"year": 1200}, "year: 1200 is below 1980"),
    ],
)
def test_that_what_cannot_be_used_is_named(assessor, scenario, change, said):
    with pytest.raises(ScenarioError, match=said):
        assessor.assess(replace(scenario, **change))


def test_that_thresholds_out_of_range_are_refused(assessor, scenario):
    with pytest.raises(ScenarioError, match="max_clock_hours: 13 is above 12"):
        rule = replace(scenario.engagement_rule, max_clock_hours=13.0)
        assessor.assess(replace(scenario, engagement_rule=rule))


def test_that_two_threads_build_a_year_once(default_pack, scenario):
    fresh = Assessor(default_pack)
    before = calendars.work_calendars.cache_info().misses
    threads = [Thread(target=fresh.prepare, args=(replace(scenario, year=2031),)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert calendars.work_calendars.cache_info().misses == before + 1
