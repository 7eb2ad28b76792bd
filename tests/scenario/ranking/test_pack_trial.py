"""What passes the check of a pack, ranks; what would not rank is named with file, line, column and cure."""

from __future__ import annotations

import shutil

import pytest

from advisor.datapack.loading import check_pack
from advisor.scenario.ranking.pack_trial import check_and_rank, trial_problems
from tests.few_places import read_table, write_table


@pytest.fixture
def altered(few_places, tmp_path):
    """Copies the pack of few places with one cell changed; the cell of the first line."""

    def alter(file, column, value):
        folder = shutil.copytree(few_places, tmp_path / "pack")
        header, rows = read_table(folder / file)
        rows[0][header.index(column)] = value
        write_table(folder / file, header, rows)
        return folder

    return alter


def test_that_a_pack_of_few_places_has_nothing_wrong(few_places):
    assert check_and_rank(few_places) == []


@pytest.mark.parametrize(
    ("file", "column", "value", "said"),
    [
        ("hubs.csv", "lat", "north", "'north' is not a number"),
        ("hubs.csv", "lat", "", "blank"),
        ("hubs.csv", "lat", "1000", "-90 to 90"),
        ("hubs.csv", "tz", "Mars/Phobos", "no time zone 'Mars/Phobos'"),
        ("hubs.csv", "location_id", "XXX", "no 'XXX' in locations.csv"),
        ("legal.csv", "year", "c. 2018", "'c. 2018' is not a year"),
        ("legal.csv", "source_id", "hearsay", "no 'hearsay' in sources.csv"),
        ("wages.csv", "low", "999999", "outside its own interval"),
        ("wages.csv", "likely", "0", "above 0"),
        ("wages.csv", "occupation", "ISCO9", "not a known occupation"),
        ("criteria.csv", "weight", "nan", "not a finite number"),
        ("criteria.csv", "weight", "9" * 5000, "5000 characters"),
        ("languages.csv", "share", "140", "0 to 100"),
        ("labour.csv", "value", "-500", "-500 cannot be consumer_inflation_pct"),
        ("premium.csv", "likely", "70", "-3 to 3"),
        ("ties.csv", "contiguous", "maybe", "neither yes nor no"),
        ("fx.csv", "currency", "euro", "not a currency"),
        ("fx.csv", "per_usd", "0", "above 0"),
        ("tco.csv", "unit", "months", "cannot be in months"),
        ("tco.csv", "parameter", "magic_pct", "no rate 'magic_pct'"),
        ("locations.csv", "tz", "Mars/Phobos", "no time zone"),
    ],
)
def test_that_one_wrong_cell_is_named_with_its_place(altered, file, column, value, said):
    problem = next(p for p in check_pack(altered(file, column, value)) if p.severity == "error")
    assert (problem.file, problem.line, problem.column) == (file, 2, column)
    assert said in problem.message
    assert problem.cure
    assert len(str(problem)) < 300


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "x = " + "[" * 100_000, "price_year = " + "9" * 5000, "a = b"]
)
def test_that_a_header_that_cannot_be_read_is_one_clear_problem(write_pack, text):
    (problem,) = check_pack(write_pack(pack__toml=text))
    assert (problem.file, problem.severity) == ("pack.toml", "error")
    assert len(str(problem)) < 300


def test_that_the_pack_that_ships_ranks_for_every_function_from_several_homes(default_pack):
    assert trial_problems(default_pack) == []


def test_that_a_part_of_a_country_that_has_no_calendar_does_not_pass(altered):
    problems = check_and_rank(altered("hubs.csv", "part", "NOWHERE"))
    assert any("NOWHERE" in problem.message or "cannot be ranked" in problem.message for problem in problems)


def test_that_weights_of_a_function_that_leave_nothing_do_not_pass(write_pack):
    folder = write_pack(functions__toml='[a]\ncriteria = { quality = 0, price = 0 }\n[b]\nlabel = "B"\n')
    (problem,) = check_and_rank(folder)
    assert (problem.file, problem.column, problem.severity) == ("functions.toml", "a", "error")
