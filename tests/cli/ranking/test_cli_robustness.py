"""``rank --robustness`` and second opinions on the command line."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from advisor.cli.main import main
from advisor.core.aggregation.methods.topsis import topsis
from advisor.core.robustness import robustness
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario

RANK = ("rank", "--home", "GBR", "--function", "customer-support")


def said(capfdbinary, *arguments):
    assert main(list(arguments)) == 0
    return capfdbinary.readouterr().out


def ranking(capfdbinary, *arguments):
    return json.loads(said(capfdbinary, *arguments, "--format", "json"))


def test_that_certainty_is_that_of_the_engine_for_draws_seed_and_spread(capfdbinary, default_pack):
    document = ranking(
        capfdbinary, *RANK, *("--robustness", "--draws", "400", "--seed", "7", "--spread", "0.5")
    )
    scenario = default_scenario(default_pack)
    assert (scenario.home, scenario.function) == ("GBR", "customer-support")
    evaluation = Assessor(default_pack).assess(scenario).evaluation
    expected = robustness(evaluation, 400, 7, 0.5)
    for entry in document["ranking"]:
        row = evaluation.row(entry["id"])
        assert entry["p_first"] == expected.p_first[row]
        assert entry["p_top3"] == expected.p_top3[row]
        assert (entry["rank_low"], entry["rank_high"]) == (expected.rank_low[row], expected.rank_high[row])
    assert sum(entry["p_first"] for entry in document["ranking"]) == pytest.approx(1.0)
    assert sum(entry["p_top3"] for entry in document["ranking"]) == pytest.approx(3.0)
    drawn = document["method"]["robustness"]
    assert (drawn["draws"], drawn["seed"], drawn["spread"]) == (400, 7, 0.5)
    assert document["scenario"]["weight_spread"] == 0.5


def test_that_the_same_seed_gives_the_same_bytes_and_another_one_does_not(capfdbinary, each_command_afresh):
    command = (*RANK, "--robustness", "--draws", "300", "--format", "csv", "--seed")
    first, again, other = (said(capfdbinary, *command, seed) for seed in ("1", "1", "2"))
    assert first == again != other


def test_that_csv_has_certainty_columns_only_when_asked_for(capfdbinary, tmp_path):
    plain = said(capfdbinary, *RANK, "--format", "csv")
    assert b"p_first" not in plain
    out = tmp_path / "r.csv"
    said(capfdbinary, *RANK, *("--robustness", "--draws", "200", "--format", "csv", "--out", str(out)))
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))
    for row in rows:
        ranked = row["status"] == "ranked"
        assert all((row[name] != "") == ranked for name in ("p_first", "p_top3", "rank_low", "rank_high"))
        if ranked:
            assert int(row["rank_low"]) <= int(row["rank_high"])
    method = json.loads((tmp_path / "r.csv.meta.json").read_text(encoding="utf-8"))["method"]
    assert method["robustness"]["draws"] == 200


def test_that_the_table_gives_percent_without_decimals(capfdbinary):
    text = said(capfdbinary, *RANK, "--robustness", "--draws", "500", "--top", "3").decode("utf-8")
    heading, *lines = [line for line in text.splitlines() if "%" in line or "Top 3" in line]
    assert "First" in heading
    assert "Ranks" in heading
    assert "nine times out of ten" in text
    assert all("." not in part for line in lines[:3] for part in line.split("%")[:-1][1:2])


def test_that_no_spread_and_no_doubt_in_figures_leave_one_rank(capfdbinary, write_pack):
    folder = str(write_pack())
    document = ranking(
        capfdbinary, *("rank", "--pack", folder, "--robustness", "--spread", "0", "--draws", "50")
    )
    assert [(e["p_first"], e["rank_low"], e["rank_high"]) for e in document["ranking"]] == [
        (1.0, 1, 1),
        (0.0, 2, 2),
        (0.0, 3, 3),
    ]


def test_that_topsis_lists_closeness_and_has_no_contributions(capfdbinary, write_pack):
    folder = str(write_pack())
    document = ranking(capfdbinary, "rank", "--pack", folder, "--aggregation", "topsis")
    figures = np.array([[8.0, -40.0], [5.0, -20.0], [2.0, -90.0]])
    expected = dict(zip("abc", 100 * topsis(figures, np.array([0.5, 0.5])), strict=True))
    assert {e["id"]: e["score"] for e in document["ranking"]} == pytest.approx(expected)
    assert all(e["contributions"] is None and e["score_worst"] is None for e in document["ranking"])
    assert document["method"]["aggregation"] == "topsis"
    assert "second_opinion" in document["method"]
    assert document["scenario"]["aggregation"]["method"] == "additive"


def test_that_promethee_flows_sum_to_their_criteria(capfdbinary, write_pack):
    # By hand, usual preference: quality a > b > c gives 1, 0, -1; price b < a < c gives 0, 1, -1.
    folder = str(write_pack())
    document = ranking(
        capfdbinary,
        *("rank", "--pack", folder, "--aggregation", "promethee", "--weight", "quality=3", "price=1"),
    )
    found = {e["id"]: (e["rank"], e["score"], e["contributions"]) for e in document["ranking"]}
    assert found == {
        "a": (1, 75.0, {"quality": 75.0, "price": 0.0}),
        "b": (2, 25.0, {"quality": 0.0, "price": 25.0}),
        "c": (3, -100.0, {"quality": -75.0, "price": -25.0}),
    }


@pytest.mark.parametrize("method", ["topsis", "promethee"])
def test_that_a_second_opinion_excludes_whom_the_headline_excludes(capfdbinary, method):
    headline = ranking(capfdbinary, *RANK)
    other = ranking(capfdbinary, *RANK, "--aggregation", method)
    assert other["excluded"] == headline["excluded"]
    assert {e["id"] for e in other["ranking"]} == {e["id"] for e in headline["ranking"]}
    csv_text = said(capfdbinary, *RANK, "--aggregation", method, "--format", "csv").decode("utf-8")
    for row in csv.DictReader(io.StringIO(csv_text, newline="")):
        assert (row["score"] != "") == (row["status"] == "ranked")
        assert row["score_best"] == ""
    table = said(capfdbinary, *RANK, "--aggregation", method, "--top", "2").decode("utf-8")
    assert "second opinion" in table.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rank", "--draws", "50"], "add --robustness"),
        (["rank", "--seed", "2"], "add --robustness"),
        (["rank", "--robustness", "--draws", "0"], "--draws is 0"),
        (["rank", "--robustness", "--draws", "many"], "--draws"),
        (["rank", "--robustness", "--seed", "-1"], "seed is -1"),
        (["rank", "--robustness", "--spread", "-0.1"], "--spread: -0.1 is below 0"),
        (["rank", "--robustness", "--spread", "nan"], "--spread: nan is not a number"),
        (["rank", "--robustness", "--aggregation", "topsis"], "does not go with topsis"),
        (["headless", "--aggregation", "promethee"], "only 'location-advisor rank' lists"),
    ],
)
def test_that_bad_options_give_exit_code_2_and_one_line(capfd, arguments, message):
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert message in err
    assert err.count("\n") == 1
    assert out == ""
