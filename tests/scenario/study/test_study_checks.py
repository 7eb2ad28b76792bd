"""Does a study fit a pack: all that does not is said at once, and a change of data is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.core.screening import Bound
from advisor.scenario.study.checks import check_study, pack_change
from advisor.scenario.study.defaults import default_scenario, default_study
from advisor.scenario.study.own_data import OwnData, OwnFigure
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import MustHaves
from advisor.scenario.study.study import PackVersion


def refusal(pack, study):
    with pytest.raises(ScenarioError) as caught:
        check_study(pack, study)
    return str(caught.value)


def test_that_everything_that_the_pack_lacks_is_said_at_once(default_pack):
    study = default_study(default_pack)
    scenario = replace(
        study.scenario,
        theme_weights={"glamour": 1.0},
        locked_criteria=frozenset({"overlapp"}),
        must_haves=MustHaves(bounds=(Bound("rain", ">=", 1.0),)),
    )
    own = OwnData((OwnFigure("ATL", "overlap", 1.0), OwnFigure("POL", "beauty", 1.0)))
    said = refusal(default_pack, study.with_active(scenario).with_own(own))
    for name in ("theme 'glamour'", "criterion 'overlapp'. Did you mean 'overlap'?", "criterion 'rain'"):
        assert name in said
    assert "There is no location 'ATL'." in said
    assert "There is no criterion 'beauty'." in said


def test_that_the_list_is_bounded(default_pack):
    own = OwnData(tuple(OwnFigure(f"X{n}", "overlap", 1.0) for n in range(50)))
    said = refusal(default_pack, default_study(default_pack).with_own(own))
    assert said.endswith("44 more names do not fit.")
    assert len(said) < 1000


def test_that_of_several_scenarios_the_one_is_named(default_pack):
    study = default_study(default_pack)
    second = replace(default_scenario(default_pack), name="Second", industry="espionage")
    said = refusal(default_pack, replace(study, scenarios=(study.scenario, second)))
    assert said.startswith("Scenario 'Second': There is no industry 'espionage'.")


def test_that_a_change_of_data_is_told_and_no_change_is_not(default_pack):
    study = default_study(default_pack)
    assert pack_change(default_pack, study) == ""
    assert pack_change(default_pack, replace(study, pack=PackVersion())) == ""
    older = replace(study, pack=PackVersion(default_pack.name, "2026.10"))
    now = default_pack.version
    assert pack_change(default_pack, older) == (
        f"Made with data of 2026.10, shown with {now}: figures may differ."
    )
    other = replace(study, pack=PackVersion("Our sites", "7"))
    assert pack_change(default_pack, other) == (
        f"Made with the data pack Our sites 7, shown with {default_pack.name} {now}: figures may differ."
    )
