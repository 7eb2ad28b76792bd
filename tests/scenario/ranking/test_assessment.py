"""Scenario + pack -> assessment, on the pack that ships and on a generic one."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.own_data import OwnData, OwnFigure
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import MustHaves, Scenario

PEOPLE_ASK_FOR = (
    "IND PHL MYS IDN VNM THA CHN LKA BGD PAK NPL KHM MEX COL CRI GTM HND SLV DOM JAM PAN PER CHL ARG BRA URY "
    "TTO GUY BLZ POL ROU BGR HUN CZE SVK SVN HRV SRB MKD BIH ALB MNE XKX UKR MDA EST LVA LTU PRT ESP IRL GRC "
    "TUR CYP MLT EGY MAR TUN DZA ZAF KEN GHA NGA RWA ETH UGA MDG MUS SEN CIV BWA NAM JOR LBN ARE SAU QAT OMN "
    "ISR GEO ARM AZE KAZ UZB FJI JPN KOR TWN HKG SGP AUS NZL USA GBR CAN DEU FRA NLD SWE NOR DNK FIN CHE AUT "
    "BEL ITA LUX"
).split()


@pytest.fixture(scope="module")
def british(assessor):
    return assessor.assess(Scenario(home="GBR", function="customer-support"))


def test_that_none_of_the_107_countries_that_people_ask_for_is_missing(default_pack):
    assert len(PEOPLE_ASK_FOR) == 107
    assert set(PEOPLE_ASK_FOR) <= set(default_pack.location_ids)


def test_that_at_least_150_locations_are_ranked_and_taiwan_among_them(british):
    evaluation = british.evaluation
    assert (evaluation.status == Status.RANKED).sum() >= 150
    assert evaluation.status[evaluation.row("TWN")] == Status.RANKED


def test_that_every_function_ranks_150_locations_from_several_homes(assessor, default_pack):
    for home in ("GBR", "USA", "DEU", "JPN", "BRA"):
        for function in default_pack.functions:
            evaluation = assessor.assess(Scenario(home=home, function=function)).evaluation
            assert (evaluation.status == Status.RANKED).sum() >= 150, (home, function)


def test_that_every_computed_criterion_is_known_for_most_locations(british):
    cells = british.cells
    for j, criterion in enumerate(british.pack.criteria):
        if criterion.computed:
            assert np.mean(~np.isnan(cells.values[:, j])) > 0.85, criterion.id


def test_that_every_known_figure_names_sources_that_are_listed(british):
    cells = british.cells
    known = cells.methods >= CellMethod.ESTIMATED
    for text in set(cells.sources[known]):
        parts = text.split(";")
        assert parts
        assert all(part in british.sources for part in parts), text


def test_that_changing_home_changes_the_home_dependent_columns_only(assessor, default_pack):
    one = assessor.assess(Scenario(home="GBR", function="data-entry")).cells.values
    two = assessor.assess(Scenario(home="DEU", function="data-entry")).cells.values
    for j, criterion in enumerate(default_pack.criteria):
        own = ("working_language", "workforce", "room_to_hire")  # computed, but not from the home
        same = np.array_equal(one[:, j], two[:, j], equal_nan=True)
        assert same == (not criterion.computed or criterion.id in own), criterion.id


def test_that_the_home_is_onshore_and_the_models_are_as_people_use_the_words(assessor):
    british = assessor.assess(Scenario(home="GBR", function="data-entry"))
    american = assessor.assess(Scenario(home="USA", function="data-entry"))

    def model(assessment, location):
        return assessment.engagement(assessment.evaluation.row(location))

    assert model(british, "GBR") == "onshore"
    assert [model(british, x) for x in ("POL", "MAR", "ZAF", "IND")] == [
        "nearshore",
        "nearshore",
        "offshore",
        "offshore",
    ]
    assert [model(american, x) for x in ("MEX", "CRI", "PHL")] == ["nearshore", "nearshore", "offshore"]


def test_that_a_must_have_excludes_with_a_reason_and_never_changes_other_scores(assessor, british):
    scenario = Scenario(
        home="GBR",
        function="customer-support",
        must_haves=MustHaves(engagement=frozenset({"nearshore"}), bounds=(Bound("overlap", ">=", 5.0),)),
    )
    strict = assessor.assess(scenario)
    evaluation = strict.evaluation
    india = evaluation.row("IND")
    assert evaluation.status[india] == Status.EXCLUDED
    assert strict.reasons(india) == (
        "offshore is not allowed",
        "Working-time overlap 3 h 06, at least 5 h wanted",
    )
    assert np.array_equal(evaluation.scores, british.evaluation.scores)


def test_that_sanctions_and_the_fatf_black_list_exclude_by_default(british):
    evaluation = british.evaluation
    for location in ("PRK", "IRN", "CUB"):
        assert evaluation.status[evaluation.row(location)] == Status.EXCLUDED
    row = evaluation.row("PRK")
    assert "under comprehensive US sanctions" in british.reasons(row)


def test_that_an_unknown_figure_does_not_exclude(assessor):
    scenario = Scenario(
        home="GBR",
        function="data-entry",
        must_haves=MustHaves(bounds=(Bound("science_graduates", ">=", 5.0),), fatf="none"),
    )
    assessment = assessor.assess(scenario)
    j = [c.id for c in assessment.pack.criteria].index("science_graduates")
    unknown = np.flatnonzero(np.isnan(assessment.cells.values[:, j]))
    assert len(unknown)
    screening = assessment.evaluation.screening
    assert all(Bound("science_graduates", ">=", 5.0) in screening.unchecked(int(row)) for row in unknown)
    assert not any(Bound("science_graduates", ">=", 5.0) in screening.failed(int(row)) for row in unknown)


def test_that_the_users_own_figure_replaces_the_packs_and_is_marked(assessor, british):
    own = OwnData((OwnFigure("POL", "homicide", 0.0, "police report"),))
    changed = assessor.assess(british.scenario, own)
    row = changed.evaluation.row("POL")
    j = [c.id for c in changed.pack.criteria].index("homicide")
    assert changed.cells.values[row, j] == 0.0
    assert changed.cells.methods[row, j] == CellMethod.USER
    assert changed.cells.notes[row, j] == "police report"
    assert changed.evaluation.scores[row] > british.evaluation.scores[row]


def test_that_the_functions_weights_apply_until_the_user_sets_their_own(assessor):
    base = assessor.assess(Scenario(home="GBR", function="data-entry")).evaluation.weights
    assert base.theme_weights[base.themes.index("cost")] == pytest.approx(0.5)
    own = assessor.assess(
        Scenario(home="GBR", function="data-entry", theme_weights={"cost": 0})
    ).evaluation.weights
    assert own.theme_weights[own.themes.index("cost")] == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"home": ""}, "No home country is chosen"),
        ({"home": "gbr"}, "Did you mean 'GBR'"),
        ({"function": "slaes"}, "Did you mean 'sales'"),
        ({"theme_weights": {"costs": 1}}, "no theme 'costs'"),
        ({"home_hours": "9 to 5"}, "9 to 5"),
        ({"working_languages": ("xx",)}, "no language 'xx'"),
    ],
)
def test_that_a_scenario_that_does_not_fit_says_what_is_wrong(assessor, change, said):
    scenario = Scenario(**{"home": "GBR", "function": "sales"} | change)
    with pytest.raises(ScenarioError, match=said) as caught:
        assessor.assess(scenario)
    assert "\n" not in str(caught.value)


def test_that_a_generic_pack_ranks_without_home_function_or_map(write_pack):
    pack = load_pack(write_pack())
    assessment = Assessor(pack).assess(default_scenario(pack))
    # quality/10 and 1 - price/100, equal weights
    assert assessment.evaluation.scores == pytest.approx([70.0, 65.0, 15.0])
    assert assessment.evaluation.ranks.tolist() == [1, 2, 3]
    assert assessment.engagement(0) == ""
