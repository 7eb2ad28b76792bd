"""The studies that ship as examples: each opens, fits the shipped pack, and is a sensible start."""

from __future__ import annotations

import pytest

from advisor.core.evaluation import Status
from advisor.paths import EXAMPLES
from advisor.scenario.study.checks import check_study
from advisor.scenario.study.examples import first_example
from advisor.scenario.study.files import read_study
from advisor.words.locale import set_locale

FILES = sorted(EXAMPLES.glob("*.advisor"))


def test_that_there_is_one_for_everybody():
    names = [path.stem for path in FILES]
    assert names == ["analyst", "strategy-team", "uk-customer-support", "workshop"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_that_every_scenario_of_an_example_ranks(path, assessor, default_pack):
    study = read_study(path)
    check_study(default_pack, study)
    for scenario in study.scenarios:
        evaluation = assessor.assess(scenario, study.own).evaluation
        assert (evaluation.status == Status.RANKED).sum() >= 10
        assert scenario.must_haves.limit("overlap", ">=") is None


def test_that_the_first_example_leaves_out_no_usual_destination(assessor):
    scenario = read_study(EXAMPLES / "uk-customer-support.advisor").scenario
    assessment = assessor.assess(scenario)
    for place in ("PHL", "IND", "ZAF", "POL", "EGY", "MAR", "MEX", "COL"):
        row = assessment.pack.location_ids.index(place)
        assert assessment.evaluation.status[row] == Status.RANKED, place


@pytest.mark.parametrize(
    ("code", "name"), [("es", "Atención al cliente, Reino Unido"), ("en", "UK customer support")]
)
def test_that_newcomers_find_the_name_of_their_example_in_their_language(default_pack, code, name):
    set_locale(code)
    study = first_example(default_pack)
    set_locale("en")
    assert (study.active, study.scenario.name) == (name, name)


def test_that_the_workshop_has_five_people_who_have_weighed():
    study = read_study(EXAMPLES / "workshop.advisor")
    assert len(study.stakeholders) == 5
    assert all(one.has_weighed for one in study.stakeholders)
    assert all(sum(one.theme_weights.values()) == 100 for one in study.stakeholders)
