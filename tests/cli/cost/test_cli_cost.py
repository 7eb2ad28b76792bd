"""Total cost from the command line."""

from __future__ import annotations

import json

import pytest

from advisor.cli.main import main
from advisor.places.workforce import MOST_TO_HIRE_PERCENT

PAIR = ("--home", "USA", "--location", "PHL", "--function", "customer-support")


def cost(capfdbinary, *arguments):
    assert main(["cost", *arguments, "--json"]) == 0
    return json.loads(capfdbinary.readouterr().out)


def test_that_one_location_has_the_promised_shape(capfdbinary):
    document = cost(capfdbinary, *PAIR)
    assert set(document["base_wage_month_usd"]) == {"low", "likely", "high"}
    assert set(document["loaded_year_usd"]) == {"low", "likely", "high"}
    total = document["total_year_per_fte_usd"]
    assert 0 < total["p10"] <= total["p50"] <= total["p90"]
    assert set(document) >= {"wage_only_saving_pct", "saving_pct", "payback_month", "npv_usd", "lines"}
    assert set(document["lines"][0]) >= {"id", "label", "low", "likely", "high", "basis", "source_ids"}


def test_that_every_line_names_a_source_or_says_assumption(capfdbinary, default_pack):
    for line in cost(capfdbinary, *PAIR)["lines"]:
        assert "assumption" in line["basis"] or line["source_ids"], line["id"]
        assert set(line["source_ids"]) <= set(default_pack.sources), line["id"]


def test_that_the_same_seed_gives_the_same_figures(capfdbinary, each_command_afresh):
    assert cost(capfdbinary, *PAIR) == cost(capfdbinary, *PAIR)


def test_that_onshore_against_itself_saves_nothing(capfdbinary):
    pair = ("--home", "GBR", "--location", "GBR", "--function", "sales")
    document = cost(capfdbinary, *pair)
    assert document["saving_pct"] == {"p10": 0.0, "p50": 0.0, "p90": 0.0}
    assert document["probability_of_saving"] == 0.0


def test_that_a_parameter_can_be_set_and_is_marked_as_the_users(capfdbinary):
    plain = cost(capfdbinary, *PAIR)
    own = cost(capfdbinary, *PAIR, "--set", "attrition_pct=0", "governance_pct=10:20:30")
    lines = {line["id"]: line for line in own["lines"]}
    assert "user" in lines["governance"]["basis"]
    assert own["total_usd"]["p50"] > plain["total_usd"]["p50"]


def test_that_euros_come_beside_dollars(capfdbinary):
    document = cost(capfdbinary, *PAIR, "--currency", "EUR")
    rate = document["in_currency"]["per_usd"]
    assert document["in_currency"]["total"]["p50"] == pytest.approx(document["total_usd"]["p50"] * rate)


def test_that_without_a_location_all_are_listed(capfdbinary, default_pack):
    rows = cost(capfdbinary, "--home", "GBR", "--function", "sales")
    assert len(rows) == len(default_pack.locations)
    assert {row["location"] for row in rows} == set(default_pack.location_ids)


def test_that_the_table_and_the_report_are_plain_text(capfd):
    assert main(["cost", *PAIR]) == 0
    report = capfd.readouterr().out
    assert "Probability of any saving" in report
    assert main(["cost", "--home", "GBR", "--function", "sales"]) == 0
    assert "Payback month" in capfd.readouterr().out
    assert main(["cost", "--parameters"]) == 0
    assert "attrition_pct" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--home", "GBR", "--function", "nope", "--location", "POL"], "no business function 'nope'"),
        (["--home", "GBR", "--function", "sales", "--location", "XXX"], "no location 'XXX'"),
        (["--home", "GBR", "--function", "sales", "--headcount", "0"], "--headcount: 0 is below 1"),
        (["--home", "GBR", "--function", "sales", "--years", "11"], "--years: 11 is above 10"),
        (["--home", "GBR", "--function", "sales", "--currency", "XXQ"], "no exchange rate for 'XXQ'"),
        (["--home", "GBR", "--function", "sales", "--set", "attrition_pct=-4"], "must not be negative"),
        (["--home", "GBR", "--function", "sales", "--set", "nothing=4"], "no cost parameter 'nothing'"),
        (["--function", "sales"], "--home is missing"),
    ],
)
def test_that_bad_input_is_named_in_one_line(capfd, arguments, said):
    assert main(["cost", *arguments]) == 2
    out, err = capfd.readouterr()
    assert said in err
    assert err.count("\n") == 1
    assert not out


@pytest.mark.parametrize(
    ("parameter", "line"), [("attrition_pct", "attrition"), ("real_wage_growth_pct", "wage_growth")]
)
def test_that_the_users_rate_counts_also_where_the_place_has_a_figure_of_its_own(
    capfdbinary, parameter, line
):
    documents = [cost(capfdbinary, *PAIR, "--set", f"{parameter}={rate}") for rate in (0, 20, 40)]
    lines = [next(each for each in document["lines"] if each["id"] == line) for document in documents]
    assert lines[0]["likely"] == 0.0
    assert lines[0]["likely"] < lines[1]["likely"] < lines[2]["likely"]
    totals = [document["total_usd"]["p50"] for document in documents]
    assert totals == sorted(totals) and totals[0] < totals[2]
    assert all("user" in each["basis"] for each in lines)


def test_that_a_place_that_cannot_staff_the_work_says_so(capfdbinary):
    many = ("--home", "GBR", "--location", "BWA", "--function", "customer-support", "--headcount", "100000")
    room = cost(capfdbinary, *many)["room_to_hire"]
    assert room["enough"] is False
    assert room["workforce_pct"] > room["most_pct"] == MOST_TO_HIRE_PERCENT  # as flag and must-have
    assert "100 k people asked for" in room["note"]
    assert cost(capfdbinary, *many[:-1], "50")["room_to_hire"]["enough"] is True
    assert main(["cost", *many]) == 0
    assert b"Room to hire" in capfdbinary.readouterr().out


def test_that_head_count_matters(capfdbinary):
    heads = [
        cost(capfdbinary, *PAIR, "--headcount", str(people))["total_year_per_fte_usd"]["p50"]
        for people in (1, 5, 500, 10_000)
    ]
    assert heads == sorted(heads, reverse=True)
    assert heads[0] > 1.3 * heads[1] > 1.3 * heads[2]
