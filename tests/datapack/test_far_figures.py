"""Figures endlessly far from the goalposts of a curve: the check answers, and what it passes ranks."""

from __future__ import annotations

import pytest

from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.ranking.pack_trial import check_and_rank
from advisor.scenario.study.defaults import default_scenario

CRITERIA = (
    "id,direction,lower,upper,transform,points\n"
    "quality,up,1,10,log,\nprice,down,,,points,0:1 50:0.5 100:0\nroom,up,0,10,,\n"
)
VALUES = "location_id,criterion_id,value\n" + "".join(
    f"{place},{criterion},{value}\n"
    for criterion in ("quality", "price", "room")
    for place, value in (("a", 8), ("b", 5), ("c", 2))
)


@pytest.mark.parametrize("figure", ["1e-320", "1e-300", "-1e-320", "1e300", "0"])
@pytest.mark.parametrize("criterion", ["quality", "price", "room"])
def test_that_figures_endlessly_far_from_the_goalposts_are_answered(write_pack, criterion, figure):
    folder = write_pack(CRITERIA, values=VALUES.replace(f"c,{criterion},2", f"c,{criterion},{figure}"))
    problems = check_and_rank(folder)
    assert all(problem.message and len(problem.message) < 400 for problem in problems)
    if not any(problem.severity == "error" for problem in problems):
        pack = load_pack(folder)
        Assessor(pack).assess(default_scenario(pack))


@pytest.mark.parametrize("goalposts", ["0,1e-320", "-1e-320,1e-320", "0,5e-324"])
def test_that_goalposts_with_hardly_anything_between_are_answered_without_a_warning(write_pack, goalposts):
    criteria = f"id,direction,lower,upper\nquality,up,{goalposts}\nprice,down,0,100\nroom,up,0,10\n"
    for problem in check_and_rank(write_pack(criteria, values=VALUES)):
        assert "\n" not in str(problem)


@pytest.mark.parametrize(
    "curve", ["1e-320,10,log,", "1e-200,1e15,log,", ",,points,0:0 1e-320:1", "1e-320,1e-310,,"]
)
def test_that_a_number_which_is_hardly_more_than_nothing_is_refused_with_its_cure(write_pack, curve):
    criteria = f"id,direction,lower,upper,transform,points\nquality,up,{curve}\nprice,down,0,100,,\n"
    told = [problem for problem in check_and_rank(write_pack(criteria, values=VALUES)) if problem.line == 2]
    assert [problem.severity for problem in told][:1] == ["error"]
    assert "0" in told[0].message
    assert "unit" in told[0].cure


def test_that_what_arithmetic_leaves_of_a_zero_is_a_figure(write_pack):
    folder = write_pack(CRITERIA, values=VALUES.replace("c,room,2", "c,room,5.55e-17"))
    assert not any(problem.severity == "error" for problem in check_and_rank(folder))


def test_that_the_name_of_a_file_is_shortened_in_a_message(write_pack):
    folder = write_pack(pack__toml=f'name = "P"\nprice_year = 2025\ngeometry = "{"g" * 2_000}.geojson"\n')
    (problem,) = check_and_rank(folder)
    assert len(str(problem)) < 500
