"""Flags on the command line: in JSON, in the table, and the must-have that goes with them."""

from __future__ import annotations

import json

import pytest

from advisor.cli.main import main

FROM_GERMANY = ("rank", "--home", "DEU", "--function", "customer-support")


def ranked(capfdbinary, *more: str) -> dict:
    assert main([*FROM_GERMANY, "--format", "json", *more]) == 0
    return json.loads(capfdbinary.readouterr().out)


def test_that_do_not_travel_is_excluded_with_reason_and_flags(capfdbinary):
    document = ranked(capfdbinary)
    russia = next(row for row in document["excluded"] if row["id"] == "RUS")
    assert "travel advisory level 4" in russia["reasons"]
    kinds = {flag["kind"]: flag for flag in russia["flags"]}
    assert {"advisory", "sanctions-us", "sanctions-eu"} <= set(kinds)
    assert kinds["sanctions-eu"]["severity"] == "alarm"
    assert kinds["sanctions-eu"]["as_of"] == "2025-02"


def test_that_the_advisory_is_lifted_and_the_flags_stay(capfdbinary):
    document = ranked(capfdbinary, "--must", "advisory<=4")
    russia = next(row for row in document["ranking"] if row["id"] == "RUS")
    assert russia["flags"][0]["kind"] in ("advisory", "sanctions-eu")
    poland = next(row for row in document["ranking"] if row["id"] == "POL")
    assert poland["flags"] == []


def test_that_the_table_says_it_too(capfd):
    assert main([*FROM_GERMANY, "--must", "advisory<=4"]) == 0
    text = capfd.readouterr().out
    line = next(line for line in text.splitlines() if " Russia " in line)
    assert "Do not travel" in line
    assert "is not cleared" in text


@pytest.mark.parametrize("wrong", ["advisory>=3", "advisory<=5", "advisory=3", "advisory<=high"])
def test_that_a_wrong_level_gets_one_message(capfd, wrong):
    assert main([*FROM_GERMANY, "--must", wrong]) != 0
    assert "advisory<=1 to advisory<=4" in capfd.readouterr().err
