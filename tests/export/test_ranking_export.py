"""Exports: RFC 4180, no formulas, metadata that lets someone else repeat the ranking."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisor.datapack.loading import load_pack
from advisor.export.ranking_csv import COST_COLUMNS, number_cell, ranking_csv, ranking_files, safe_text
from advisor.export.ranking_json import ranking_document
from advisor.export.writing import write_beside
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData, OwnWage
from advisor.scenario.study.scenario import Scenario
from tests.export.subjects import assessor_of


@pytest.fixture(scope="module")
def british(default_pack):
    return assessor_of(default_pack).assess(Scenario(home="GBR", function="customer-support"))


def rows_of(data: bytes):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_that_every_location_has_one_row_and_excluded_ones_are_marked(british):
    rows = rows_of(ranking_csv(british))
    assert len(rows) == len({row["id"] for row in rows}) == len(british.pack.locations)
    excluded = [row for row in rows if row["status"] == "excluded"]
    assert excluded
    assert all(row["rank"] == "" and row["reasons"] for row in excluded)


def test_that_lines_end_as_rfc_4180_wants(british):
    data = ranking_csv(british)
    assert data.count(b"\r\n") == data.count(b"\n") == len(british.pack.locations) + 1


def test_that_theme_contributions_add_up_to_the_score(british):
    for row in rows_of(ranking_csv(british)):
        parts = [float(value) for name, value in row.items() if name.startswith("contribution_")]
        assert sum(parts) == pytest.approx(float(row["score"]), abs=1e-6)


def test_that_unknown_figures_are_blank_and_their_method_says_so(british):
    rows = rows_of(ranking_csv(british))
    blank = [row for row in rows if row["science_graduates"] == ""]
    assert blank
    assert {row["science_graduates_method"] for row in blank} == {"imputed"}


def test_that_top_keeps_the_first_ranked_rows_only(british):
    rows = rows_of(ranking_csv(british, top=5))
    assert rows[0]["rank"] == "1"
    assert len(rows) == 5


def test_that_a_name_like_a_formula_is_disarmed(write_pack):
    folder = write_pack(locations='id,name\na,"=HYPERLINK(""x"")"\nb,+1\nc,@SUM\n')
    pack = load_pack(folder)
    rows = rows_of(ranking_csv(Assessor(pack).assess(default_scenario(pack))))
    assert {row["name"] for row in rows} == {'\'=HYPERLINK("x")', "'+1", "'@SUM"}


@given(st.text(max_size=20))
@example("\n=")
def test_that_no_text_cell_starts_like_a_formula(text):
    assert not safe_text(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_that_numbers_read_back_as_they_were(number):
    assert float(number_cell(number)) == pytest.approx(number, rel=1e-9, abs=1e-300)
    assert "," not in number_cell(number)


def test_that_the_metadata_names_scenario_weights_method_pack_and_sources(british, tmp_path):
    path = tmp_path / "ranked.csv"
    write_beside(path, ranking_files(british))
    document = json.loads((tmp_path / "ranked.csv.meta.json").read_text("utf-8"))
    assert document["scenario"]["home"] == "GBR"
    assert sum(document["weights"]["criteria"].values()) == pytest.approx(1, abs=1e-6)
    assert document["method"]["aggregation"] == "additive"
    assert document["pack"]["version"] == british.pack.version
    assert document["application"]["version"]
    assert all(source["licence"] and source["publisher"] for source in document["sources"])
    named = {part for cell in british.cells.sources.flat for part in cell.split(";") if part}
    assert [source["id"] for source in document["sources"]] == sorted(named & british.sources.keys())


def test_that_the_json_ranking_adds_up_and_keeps_unknown_as_null(british):
    document = ranking_document(british)
    first = document["ranking"][0]
    assert first["rank"] == 1
    assert sum(first["contributions"].values()) == pytest.approx(first["score"], abs=1e-9)
    everyone = document["ranking"]
    assert any(entry["values"]["science_graduates"] is None for entry in everyone)
    assert len(everyone) + len(document["excluded"]) == len(british.pack.locations)
    json.dumps(document, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "disarmed"),
    [
        ("=1", "'=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("Alpha;=1", "Alpha;'=1"),
        ("Alpha; -1", "Alpha; '-1"),
        ("a\t+1", "a\t'+1"),
        ("  @x", "  '@x"),
        ("a - b; c = d", "a - b; c = d"),
    ],
)
def test_that_signs_are_disarmed_wherever_a_program_may_begin_a_cell(text, disarmed):
    assert safe_text(text) == disarmed


def test_that_costs_stand_at_the_end_of_each_row_and_follow_the_users_own_wage(default_pack) -> None:
    scenario = Scenario(home="GBR", function="customer-support")
    own = OwnData(wages=(OwnWage("POL", 9_000.0, "USD", "month", function="customer-support"),))
    assessor = assessor_of(default_pack)
    plain, changed = (
        {row["id"]: row for row in rows_of(ranking_csv(assessor.assess(scenario, known)))}
        for known in (NOTHING_OWN, own)
    )
    assert tuple(plain["POL"])[-len(COST_COLUMNS) :] == COST_COLUMNS
    assert float(changed["POL"]["wage_month_usd_likely"]) == pytest.approx(9_000.0)
    for column, sign in (("price_hour_usd_likely", 1), ("saving_pct_likely", -1)):
        assert sign * (float(changed["POL"][column]) - float(plain["POL"][column])) > 0
    assert changed["POL"]["cost_per_fte_method"] == "user"
    assert changed["IND"]["wage_month_usd_likely"] == plain["IND"]["wage_month_usd_likely"]
