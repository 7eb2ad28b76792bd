"""A business function is one entry of functions.toml, and every fault in it is named."""

from __future__ import annotations

import shutil

import pytest

from advisor.costs.contributions import WorkKind
from advisor.datapack.loading import check_pack, load_pack
from advisor.paths import DEFAULT_PACK
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import Scenario


def test_that_customer_support_is_done_by_agents(default_pack):
    mix = default_pack.functions["customer-support"].mix
    assert dict(mix.shares) == {"AGENT": 1.0}
    assert mix.work is WorkKind.VOICE


def test_that_every_function_that_ships_says_who_does_the_work_and_why(default_pack):
    assert all(each.mix is not None and each.mix.reason for each in default_pack.functions.values())


def test_that_a_new_function_is_one_new_entry(tmp_path):
    folder = shutil.copytree(DEFAULT_PACK, tmp_path / "pack")
    with (folder / "functions.toml").open("a", encoding="utf-8") as file:
        file.write('[translation]\nlabel = "Translation"\nwork = "professional"\nstaff = { ISCO2 = 1 }\n')
    assessment = Assessor(load_pack(folder)).assess(Scenario(home="GBR", function="translation"))
    costs = assessment.cells.values[:, [c.computed for c in assessment.pack.criteria].index("cost_per_fte")]
    assert (costs > 0).sum() > 150


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("staff = { ISCO4 = 0.5 }", "a.staff", "add up"),
        ("staff = { ISCO9 = 1 }", "a.staff", "Unknown"),
        ("staff = { ISCO4 = 2, AGENT = -1 }", "a.staff", "0 or more"),
        ("staff = { ISCO4 = nan }", "a.staff", "must be a number"),
        ("staff = 1", "a.staff", "a table of shares"),
        ('staff = { ISCO4 = 1 }\nwork = "play"', "a.work", "one of voice"),
        ("criteria = 3", "a.criteria", "a table of weights"),
        ("criteria = { quality = nan }", "a.criteria.quality", "not a weight"),
        ("criteria = { beauty = 1 }", "a.criteria.beauty", "not in criteria.csv"),
        ('office = "corner"', "a.office", "front or back"),
    ],
)
def test_that_a_fault_in_an_entry_is_named(write_pack, line, column, said):
    (problem,) = check_pack(write_pack(functions__toml=f"[a]\n{line}\n"))
    assert (problem.file, problem.column) == ("functions.toml", column)
    assert said in problem.message
