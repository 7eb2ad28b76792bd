"""Overlap from the command line: the hand-checked pairs, and places named in three ways."""

from __future__ import annotations

import json

import pytest

from advisor.cli.main import main


def overlap(capfdbinary, *arguments):
    assert main(["overlap", *arguments, "--json"]) == 0
    return json.loads(capfdbinary.readouterr().out)


# Counted by hand for 2027: 09-17 on both sides, Monday to Friday (Sunday to Thursday in Egypt).
@pytest.mark.parametrize(
    ("home", "site", "hours"),
    [
        ("America/New_York", "America/Bogota", 7.3487),
        ("London", "Bengaluru", 3.0939),
        ("Europe/London", "Asia/Kathmandu", 2.8439),
        ("America/New_York", "PHL", 0.0),
        ("America/Los_Angeles", "Australia/Sydney", 1.4713),
        ("Europe/Berlin", "EGY", 5.6552),
        ("Chicago", "Mexico City", 7.3487),
    ],
)
def test_that_the_hand_checked_pairs_come_out(capfdbinary, home, site, hours):
    document = overlap(capfdbinary, home, site, "--year", "2027")
    assert document["hours_per_home_day"] == pytest.approx(hours, abs=5e-5)


def test_that_manila_shares_four_hours_with_new_york_from_half_past_five(capfdbinary):
    hours = ("--site-hours", "17:30-01:30")
    document = overlap(capfdbinary, "America/New_York", "Asia/Manila", "--year", "2027", *hours)
    assert document["hours_per_home_day"] >= 4.0


def test_that_one_date_gives_whole_minutes_and_a_weekend_none(capfdbinary):
    assert overlap(capfdbinary, "London", "IND", "--on", "2027-01-05")["minutes"] == 150
    assert overlap(capfdbinary, "London", "IND", "--on", "2027-07-06")["minutes"] == 210
    assert overlap(capfdbinary, "London", "IND", "--on", "2027-01-09")["minutes"] == 0


def test_that_a_country_with_several_zones_gives_a_range(capfdbinary):
    document = overlap(capfdbinary, "POL", "USA", "--year", "2027")
    assert document["lowest_hub"] < document["hours_per_home_day"] < document["highest_hub"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Londn", "IND", "--year", "2027"], "Did you mean 'London'"),
        (["London", "IND", "--on", "2027-02-30"], "is not a date"),
        (["London", "IND", "--year", "1066"], "outside"),
        (["London", "IND", "--year", "2027", "--hours", "9-5"], "not of the form"),
        (["London", "IND"], "required"),
    ],
)
def test_that_bad_input_is_named_in_one_line(capfd, arguments, said):
    assert main(["overlap", *arguments]) == 2
    out, err = capfd.readouterr()
    assert said in err
    assert err.count("\n") == 1
    assert not out
