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


def test_that_the_shift_that_reaches_four_hours_is_found_with_its_night_hours(capfdbinary):
    document = overlap(capfdbinary, "America/New_York", "Asia/Manila", "--year", "2027", "--reach", "4")
    reach = document["reach"]
    assert (reach["hours"], reach["minutes_moved"], reach["night_hours"]) == ("17:30-01:30", 510, 3.5)
    assert reach["hours_per_home_day"] >= 4


def test_that_an_overlap_out_of_reach_is_said_and_not_invented(capfdbinary):
    reach = overlap(capfdbinary, "GBR", "IND", "--year", "2027", "--reach", "9")["reach"]
    assert reach["reached"] is False
    assert reach["hours"] is reach["minutes_moved"] is None


def test_that_cover_of_a_window_is_a_share_of_home_time(capfdbinary):
    # Five days of eight hours out of seven days of twenty-four.
    cover = overlap(capfdbinary, "London", "London", "--year", "2027", "--cover", "24x7")["cover"]
    assert cover["percent"] == pytest.approx(100 * 261 * 8 / (365 * 24), abs=0.01)
    # Nine to five inside eight to twenty, on the same working days.
    cover = overlap(capfdbinary, "London", "London", "--year", "2027", "--cover", "08:00-20:00")["cover"]
    assert cover["percent"] == pytest.approx(100 * 8 / 12)
    assert cover["closed"] == "Sat-Sun"


def test_that_cover_and_reach_of_a_country_are_given_by_hub_and_leave_the_other_fields(capfdbinary):
    plain = overlap(capfdbinary, "GBR", "USA", "--on", "2027-03-15")
    more = overlap(capfdbinary, "GBR", "USA", "--on", "2027-03-15", "--reach", "4", "--cover", "24x5")
    assert {key: more[key] for key in plain} == plain
    names = [hub["name"] for hub in more["site"]["hubs"]]
    assert [hub["name"] for hub in more["cover"]["by_hub"]] == names
    assert [hub["name"] for hub in more["reach"]["by_hub"]] == names
    assert more["cover"]["year"] == 2027


def test_that_cover_and_reach_are_said_in_sentences(capfd):
    arguments = ["GBR", "PHL", "--year", "2027", "--reach", "4", "--cover", "08-20"]
    assert main(["overlap", *arguments]) == 0
    said = capfd.readouterr().out
    assert "Philippines covers 13 % of 08:00–20:00 home time, closed Sat-Sun, in 2027." in said
    assert "4 h are reached in Quezon City with 12:30–20:30, 3 h 30 later, none of it at night." in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Londn", "IND", "--year", "2027"], "Did you mean 'London'"),
        (["London", "IND", "--on", "2027-02-30"], "is not a date"),
        (["London", "IND", "--year", "1066"], "outside"),
        (["London", "IND", "--year", "2027", "--hours", "9-5"], "not of the form"),
        (["London", "IND"], "required"),
        (["London", "IND", "--year", "2027", "--reach", "25"], "outside 0 to 24"),
        (["London", "IND", "--year", "2027", "--reach", "nan"], "outside 0 to 24"),
        (["London", "IND", "--year", "2027", "--cover", "all day"], "Service window 'all day' is not 24×7"),
    ],
)
def test_that_bad_input_is_named_in_one_line(capfd, arguments, said):
    assert main(["overlap", *arguments]) == 2
    out, err = capfd.readouterr()
    assert said in err
    assert err.count("\n") == 1
    assert not out


def test_that_zones_need_no_hubs_and_countries_do(capfd, write_pack):
    pack = str(write_pack())
    assert main(["overlap", "Europe/London", "Asia/Kolkata", "--year", "2027", "--pack", pack]) == 0
    assert "3 h 06" in capfd.readouterr().out
    assert main(["overlap", "GBR", "IND", "--year", "2027", "--pack", pack]) == 2
    assert "has no hubs" in capfd.readouterr().err
