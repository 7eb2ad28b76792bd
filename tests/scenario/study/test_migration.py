"""Files of version 1: a single scenario with its own figures; they open and rank as they did."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from advisor.core.screening import Bound
from advisor.places.engagement import EngagementRule
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.own_data import OwnData, OwnFigure
from advisor.scenario.study.scenario import CostChange, MustHaves, Scenario
from advisor.scenario.study.study import PackVersion

OLD = Path(__file__).parent / "files_of_earlier_versions"
WHOLE = OLD / "version-1-whole.advisor.json"
EXAMPLE = OLD / "version-1.advisor.json"


def test_that_every_entry_of_version_1_comes_through():
    study = read_study(WHOLE)
    assert study.pack == PackVersion("Location Advisor world pack", "2026.11")
    assert study.own == OwnData((OwnFigure("POL", "homicide", 0.5, "police report"),))
    assert study.scenarios == (
        Scenario(
            name="Everything set",
            home="USA",
            function="finance-accounting",
            headcount=120,
            industry="finance",
            working_languages=("en", "es"),
            customer_languages=("fr",),
            home_hours="08:00-16:00",
            site_hours="12:00-20:00",
            wanted_overlap=6.0,
            year=2028,
            hubs={"USA": "Chicago"},
            engagement_rule=EngagementRule(2.0, 5000.0, False),
            service_window="08:00-20:00",
            theme_weights={"cost": 30.0},
            criterion_weights={"overlap": 2.0},
            aggregation=study.scenario.aggregation,
            must_haves=MustHaves(
                frozenset({"nearshore", "offshore"}), (Bound("overlap", ">=", 1.0),), False, "grey"
            ),
            weight_spread=0.5,
            years=7,
            delivery="captive",
            prices="nominal",
            currency="EUR",
            cost_changes=(CostChange("attrition_pct", 10.0, 20.0, 30.0),),
        ),
    )
    assert (study.scenario.aggregation.method, study.scenario.aggregation.floor) == ("geometric", 0.1)


def test_that_a_file_of_version_1_gives_the_ranking_of_its_scenario(default_pack):
    study = read_study(EXAMPLE)
    by_hand = Scenario(
        home="GBR", function="customer-support", must_haves=MustHaves(bounds=(Bound("overlap", ">=", 2.0),))
    )
    assessor = Assessor(default_pack)
    opened = assessor.assess(study.scenario, study.own).evaluation
    expected = assessor.assess(by_hand).evaluation
    assert np.array_equal(opened.scores, expected.scores)
    assert np.array_equal(opened.ranks, expected.ranks)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"headcount": 0}, ": headcount: 0 is below 1"),
        ({"taste": "red"}, ": taste: this entry is not known"),
        ({"overrides": [{"location": "POL", "criterion": "rain", "value": "wet"}]}, "overrides[0].value"),
        (
            {"must_haves": {"bounds": [{"criterion": "overlap", "op": ">=", "limit": 1e300}]}},
            ": must_haves.bounds[0].limit: 1e+300 is above",
        ),
        ({"must_haves": {"bounds": [{"op": ">=", "limit": 1}]}}, ": must_haves.bounds[0].criterion: this"),
        ({"name": "x" * 300}, ": name: the text is longer than"),
    ],
)
def test_that_problems_are_named_by_the_places_of_the_old_file(tmp_path, change, said):
    document = json.loads(EXAMPLE.read_text(encoding="utf-8")) | change
    path = tmp_path / "old.advisor.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(StudyFileError) as caught:
        read_study(path)
    assert said in str(caught.value)
    assert "scenarios[0]" not in str(caught.value)


def test_that_an_unnamed_scenario_of_version_1_gets_a_name(tmp_path):
    document = json.loads(EXAMPLE.read_text(encoding="utf-8")) | {"name": ""}
    path = tmp_path / "old.advisor.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert read_study(path).scenario.name == "Untitled scenario"
