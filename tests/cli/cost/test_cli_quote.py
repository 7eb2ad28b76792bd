"""The command ``quote`` and the options for what the user knows of pay and cost."""

from __future__ import annotations

import json

import pytest

from advisor.cli.main import main

QUOTE = ["quote", "--home", "USA", "--location", "PHL", "--function", "customer-support"]
COST = ["cost", "--home", "GBR", "--location", "PHL", "--function", "customer-support", "--json"]


def answered(capsys, *arguments: str) -> dict:
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def test_that_a_quote_is_judged_for_scripts(capsys) -> None:
    found = answered(capsys, *QUOTE, "--price", "11", "--unit", "hour", "--json")
    assert set(found["should_cost_hour"]) == set(found["implied_margin"]) == {"low", "likely", "high"}
    low, likely, high = (found["should_cost_hour"][end] for end in ("low", "likely", "high"))
    assert low < likely < high
    assert found["position"] == ("below" if low > 11 else "above" if high < 11 else "within")
    assert found["question"].endswith(".")
    cost = answered(capsys, "cost", *QUOTE[1:], "--json")
    assert cost["price_hour_usd"] == pytest.approx(found["should_cost_hour"])


@pytest.mark.parametrize(
    ("price", "position", "asked"),
    [("3", "below", "ask how"), ("90", "above", "split into pay, seat, overhead and margin")],
)
def test_that_the_question_fits_the_position(capsys, price, position, asked) -> None:
    found = answered(capsys, *QUOTE, "--price", price, "--json")
    assert found["position"] == position
    assert asked in found["question"]
    assert main([*QUOTE, "--price", price]) == 0
    assert asked in capsys.readouterr().out


def test_that_a_quote_in_another_currency_and_unit_is_the_same_quote(capsys) -> None:
    hour = answered(capsys, *QUOTE, "--price", "10", "--json")
    rate = answered(capsys, *QUOTE, "--price", "10", "--currency", "EUR", "--json")
    per_usd = rate["should_cost_hour"]["likely"] / rate["should_cost_hour_usd"]["likely"]
    assert rate["price_hour_usd"] == pytest.approx(10 / per_usd)
    assert rate["should_cost_hour_usd"] == pytest.approx(hour["should_cost_hour_usd"])
    month = 10 * hour["productive_hours_year"] / 12
    by_month = answered(capsys, *QUOTE, "--price", str(month), "--unit", "month", "--json")
    assert by_month["price_hour_usd"] == pytest.approx(10, rel=0.01)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([*QUOTE, "--price", "0"], "A price must be above 0"),
        ([*QUOTE, "--price", "9", "--currency", "XXQ"], "XXQ"),
        ([*COST, "--own-wage", "many"], "--own-wage: 'many' is not a number"),
        ([*COST, "--own-cost", "1:2"], "--own-cost: give one number or three"),
        ([*COST, "--own-rate", "PHL"], "must have the form PLACE:RATE=VALUE"),
        ([*COST, "--own-rate", "PHL:magic=3"], "'magic' is no rate of one location"),
    ],
)
def test_that_bad_input_gets_one_message(capsys, arguments, said) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1


def test_that_own_wage_and_own_cost_are_the_baseline(capsys) -> None:
    plain = answered(capsys, *COST)
    assert plain["as_you_are"]["basis"] == "model"
    waged = answered(capsys, *COST, "--own-wage", "24000")
    assert waged["as_you_are"]["basis"] == "own wage"
    assert waged["as_you_are"]["total_usd"] < plain["as_you_are"]["total_usd"]
    assert waged["saving_pct"]["p50"] < plain["saving_pct"]["p50"]
    # What is paid there has nothing to do with what is paid at home.
    assert waged["wage_month_usd"] == plain["wage_month_usd"]
    costed = answered(capsys, *COST, "--own-cost", "40000", "--currency", "GBP")
    per_usd = costed["in_currency"]["per_usd"]
    assert costed["as_you_are"]["basis"] == "own cost"
    assert costed["as_you_are"]["run_rate_year_per_fte_usd"] == pytest.approx(40_000 / per_usd)


def test_that_pay_and_rates_of_any_place_can_be_overruled(capsys) -> None:
    plain = answered(capsys, *COST)
    paid = plain["wage_month_usd"]["likely"]
    # A year's pay, where thirteen months are paid.
    doubled = answered(capsys, *COST, "--own-wage", f"PHL={2 * 13 * paid}")
    assert doubled["wage_month_usd"]["likely"] == pytest.approx(2 * paid)
    assert doubled["price_hour_usd"]["likely"] > 1.4 * plain["price_hour_usd"]["likely"]
    lean = answered(capsys, *COST, "--own-rate", "PHL:attrition_pct=0", "PHL:benefits_pct=0")
    assert lean["price_hour_usd"]["likely"] < plain["price_hour_usd"]["likely"]
