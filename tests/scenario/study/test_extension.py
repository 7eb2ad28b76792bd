"""Criteria and sites of the user's own beside the pack's."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.core.matrix import CellMethod
from advisor.datapack.schema import DataPack
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.files import read_study, write_study
from advisor.scenario.study.own_data import OwnCriterion, OwnData, OwnFigure, OwnSite, OwnSource
from advisor.scenario.study.problems import ScenarioError

WIFI = OwnCriterion("wifi", "Wifi", "up", 0, 100, "Mbit/s", theme="resilience", weight=50, source="t")
LODZ = OwnSite("lodz", "Lodz plant", 51.77, 19.46, "POL", "t")
LEEDS = OwnSite("leeds", "Leeds", 53.8, -1.55, "GBR", "t")


@pytest.fixture(scope="module")
def own(default_pack: DataPack) -> OwnData:
    """Wifi is best in the last location by id, and half as good in the first."""
    ids = sorted(default_pack.location_ids)
    figures = tuple(
        OwnFigure(key, "wifi", 50 + 50 * at / (len(ids) - 1), year=2024, source="t")
        for at, key in enumerate(ids)
    )
    return OwnData(figures=figures, criteria=(WIFI,), sources=(OwnSource("t", "Our survey"),))


def test_a_pack_to_which_nothing_is_added_is_the_pack_itself(default_pack):
    assert extended_pack(default_pack, OwnData()) is default_pack
    assert extended_pack(default_pack, OwnData(figures=(OwnFigure("POL", "homicide", 1.0),))) is default_pack


def test_equal_additions_give_one_pack(default_pack, own):
    again = replace(own, figures=own.figures[:3])
    assert extended_pack(default_pack, own) is extended_pack(default_pack, again)


def test_the_ranking_follows_a_criterion_of_the_users_own(assessor, default_pack, own):
    scenario = default_study(default_pack).scenario
    at_worst = replace(
        own, figures=tuple(replace(f, value=0.0) if f.location == "ZAF" else f for f in own.figures)
    )
    row = default_pack.location_ids.index("ZAF")
    better = assessor.assess(scenario, own).evaluation
    worse = assessor.assess(scenario, at_worst).evaluation
    assert worse.scores[row] < better.scores[row]
    assert worse.ranks[row] > better.ranks[row]


def test_a_figure_of_the_users_own_says_so_with_year_and_source(assessor, default_pack, own):
    found = assessor.assess(default_study(default_pack).scenario, own)
    column = [criterion.id for criterion in found.evaluation.criteria].index("wifi")
    row = default_pack.location_ids.index("POL")
    assert found.cells.methods[row, column] == CellMethod.USER
    assert (found.cells.years[row, column], found.cells.sources[row, column]) == (2024, "t")
    assert found.sources["t"].dataset == "Our survey"


def test_a_site_has_its_countrys_figures_and_says_so_but_its_own_distance_and_clock(
    assessor, default_pack, own
):
    scenario = default_study(default_pack).scenario
    found = assessor.assess(scenario, replace(own, sites=(LODZ, LEEDS)))
    ids, columns = found.pack.location_ids, [criterion.id for criterion in found.evaluation.criteria]
    site, country = ids.index("lodz"), ids.index("POL")
    for name in ("homicide", "workforce", "data_transfer", "working_language", "wifi"):
        column = columns.index(name)
        assert found.cells.values[site, column] == found.cells.values[country, column]
        assert "Poland" in str(found.cells.notes[site, column])
    distance = columns.index("distance")
    assert found.cells.values[site, distance] == pytest.approx(1348, abs=2)
    assert found.cells.values[site, distance] != found.cells.values[country, distance]
    assert "Poland" not in str(found.cells.notes[site, distance])
    cost = columns.index("cost_per_fte")
    assert found.cells.values[site, cost] == pytest.approx(found.cells.values[country, cost], rel=0.01)


def test_a_site_at_home_is_onshore_and_under_the_law_of_home(assessor, default_pack, own):
    scenario = default_study(default_pack).scenario
    found = assessor.assess(scenario, replace(own, sites=(LEEDS,)))
    row = found.pack.location_ids.index("leeds")
    columns = [criterion.id for criterion in found.evaluation.criteria]
    assert found.engagement(row) == "onshore"
    assert found.cells.values[row, columns.index("data_transfer")] == 100
    assert found.cells.values[row, columns.index("affinity")] == 100
    assert not math.isnan(found.cells.values[row, columns.index("saving")])


def test_sites_change_nothing_of_the_countries(assessor, default_pack, own):
    scenario = default_study(default_pack).scenario
    sites = tuple(replace(LODZ, id=f"s{at}", name=f"S{at}", lat=50.0 + at / 100) for at in range(40))
    without = assessor.assess(scenario, own).evaluation
    having = assessor.assess(scenario, replace(own, sites=sites)).evaluation
    count = len(default_pack.location_ids)
    assert having.scores[:count] == pytest.approx(without.scores, nan_ok=True)


def test_what_a_site_has_of_its_own_counts(assessor, default_pack, own):
    scenario = default_study(default_pack).scenario
    figures = (*own.figures, OwnFigure("lodz", "homicide", 9.0))
    found = assessor.assess(scenario, replace(own, sites=(LODZ,), figures=figures))
    column = [criterion.id for criterion in found.evaluation.criteria].index("homicide")
    assert found.cells.values[found.pack.location_ids.index("lodz"), column] == 9.0


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (OwnData(criteria=(replace(WIFI, id="homicide"),)), "has already"),
        (OwnData(sites=(replace(LODZ, id="POL"),)), "has already"),
        (OwnData(sites=(replace(LODZ, country="XXX"),)), "does not have"),
        (OwnData(sites=(replace(LODZ, country=""),)), "does not have"),
        (OwnData(figures=(OwnFigure("POL", "wifi", 1.0),)), "no criterion 'wifi'"),
    ],
)
def test_what_does_not_fit_the_pack_is_refused_with_the_reason(assessor, default_pack, own, said):
    with pytest.raises(ScenarioError, match=said):
        assessor.assess(default_study(default_pack).scenario, own)


@pytest.mark.parametrize(
    "wrong",
    [
        {"lower": 5.0, "upper": 5.0},
        {"lower": 0.0, "transform": "log"},
        {"lower": 1e-320, "transform": "log"},
        {"id": ""},
        {"direction": "left"},
    ],
)
def test_a_criterion_that_cannot_be_is_refused(wrong):
    with pytest.raises(ScenarioError):
        replace(WIFI, **wrong)


def test_an_id_stands_only_once():
    with pytest.raises(ScenarioError, match="stands twice"):
        OwnData(criteria=(WIFI, replace(WIFI, label="Again")))


def test_a_study_file_keeps_all_of_it(tmp_path: Path, default_pack, own):
    study = default_study(default_pack).with_own(replace(own, sites=(LODZ, LEEDS)))
    path = tmp_path / "own.advisor"
    write_study(study, path)
    assert read_study(path) == study
