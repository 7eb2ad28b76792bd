"""Votes from tables: what is understood, and what is refused with row and cure before anything is taken."""

from __future__ import annotations

import openpyxl
import pytest

from advisor.scenario.people.vote_tables import read_votes
from advisor.scenario.people.votes import Vote


@pytest.fixture
def read(tmp_path, pack, study):
    def read_text(*texts: str, suffix: str = ".csv"):
        paths = []
        for at, text in enumerate(texts):
            path = tmp_path / f"votes{at or ''}{suffix}"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        return read_votes(paths, pack, study.scenario)

    return read_text


def problems(table):
    return [str(problem) for problem in table.problems]


def test_that_weights_on_any_scale_become_percent(read):
    table = read("name,importance,cost,talent\nAnn,2,3,1\nBob,,20 %,80 %\n")
    assert table.votes == (
        Vote("Ann", 2.0, {"cost": 75.0, "talent": 25.0}),
        Vote("Bob", None, {"cost": 20.0, "talent": 80.0}),
    )
    assert not table.problems


def test_that_columns_are_found_by_label_and_in_any_order(read):
    assert read("Talent;Cost;Who\n1,5;0,5;Ann\n").votes == (
        Vote("Ann", None, {"cost": 25.0, "talent": 75.0}),
    )


def test_that_a_row_with_a_name_only_is_somebody_who_has_not_weighed(read):
    assert read("name,cost,talent\nAnn,,\n").votes == (Vote("Ann"),)


def test_that_a_theme_without_a_column_keeps_the_functions_share(read):
    table = read("name,cost\nAnn,7\n")
    assert table.votes == (Vote("Ann", None, {"cost": 50.0, "talent": 50.0}),)
    assert "no column for Talent: the share of the business function stands" in table.remarks[0]


def test_that_several_ballots_are_read_together(read):
    table = read("name,cost,talent\nAnn,1,1\n", "name,cost,talent\nBob,1,3\n")
    assert [vote.name for vote in table.votes] == ["Ann", "Bob"]


def test_that_a_spreadsheet_is_read_like_a_table(tmp_path, pack, study):
    book = openpyxl.Workbook()
    for row in (["Name", "Cost", "Talent"], ["Ann", 30, 70], [None, None, None], ["Bob", 0.5, 0.5]):
        book.active.append(row)
    book.save(tmp_path / "votes.xlsx")
    table = read_votes([tmp_path / "votes.xlsx"], pack, study.scenario)
    assert [vote.theme_weights["cost"] for vote in table.votes] == [30.0, 50.0]


def test_that_all_problems_are_named_with_row_and_cure_and_nothing_is_taken(read):
    table = read("name,importance,cost,talent\nAnn,1,1,1\n,1,1,1\nAnn,x,-1,\nBob,1,0,0\n")
    assert table.votes == ()
    assert problems(table) == [
        "votes.csv, line 3, column name: Nobody is named. Write a name, or take the row out.",
        "votes.csv, line 4, column name: 'Ann' stands in votes.csv, line 2 already. "
        "Keep one of the two, or add a surname.",
        "votes.csv, line 4, column importance: 'x' is not a number. "
        "Write a plain number with a point for decimals and no thousands separator.",
        "votes.csv, line 4, column cost: '-1' is below 0. Write 0 or more.",
        "votes.csv, line 4, column talent: The weight is missing. "
        "Write 0 where it does not matter, or leave the whole row blank.",
        "votes.csv, line 5: Every weight is 0. Give at least one theme some weight.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,costs,talent\nAnn,1,1\n", "column costs: This column is not known. Did you mean 'cost'?"),
        ("name,xyz,talent\nAnn,1,1\n", "or call it one of name, importance, cost, talent"),
        ("name,cost,Cost\nAnn,1,1\n", "Two columns mean the same"),
        ("cost,talent\n1,1\n", "There is no column 'name'"),
        ("name,importance\nAnn,1\n", "There is no column of a theme"),
        ("name,cost,talent\n", "There are no votes in it. Write one row for each person."),
        ("", "There is no column 'name'"),
        ("name,cost,talent\n" + "A" * 300 + ",1,1\n", "longer than 200 letters"),
        ("name,cost,talent\nAnn,1e10,1\n", "is above"),
    ],
)
def test_that_a_table_that_cannot_serve_says_why(read, text, said):
    table = read(text)
    assert not table.votes
    assert any(said in problem for problem in problems(table)), problems(table)


def test_that_a_missing_file_and_one_that_is_no_spreadsheet_are_problems(tmp_path, pack, study):
    (tmp_path / "odd.xlsx").write_bytes(b"PK nothing")
    table = read_votes([tmp_path / "none.csv", tmp_path / "odd.xlsx"], pack, study.scenario)
    assert "There is no file" in problems(table)[0]
    assert "no spreadsheet" in problems(table)[1]


def test_that_a_misspelt_column_is_taken_for_a_theme_rather_than_for_another_word_of_a_heading(read):
    assert problems(read("name,cots,talent\nAnn,1,2\n")) == [
        "votes.csv, line 1, column cots: This column is not known. Did you mean 'cost'?"
    ]
