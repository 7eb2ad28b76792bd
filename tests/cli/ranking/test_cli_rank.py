"""The command line, called as a script calls it."""

from __future__ import annotations

import json

import pytest

from advisor import __version__
from advisor.cli.main import COMMANDS, main
from advisor.export.ranking_csv import ranking_csv
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study


def run_json(capfdbinary, *arguments):
    assert main(list(arguments)) == 0
    return json.loads(capfdbinary.readouterr().out)


def test_that_rank_gives_the_same_csv_bytes_as_the_export(capfdbinary, default_pack, tmp_path):
    assert main(["rank", str(EXAMPLE_STUDY), "--format", "csv"]) == 0
    expected = ranking_csv(Assessor(default_pack).assess(read_study(EXAMPLE_STUDY).scenario))
    assert capfdbinary.readouterr().out == expected
    out = tmp_path / "r.csv"
    assert main(["rank", str(EXAMPLE_STUDY), "--format", "csv", "--out", str(out)]) == 0
    assert out.read_bytes() == expected
    assert (tmp_path / "r.csv.meta.json").exists()


def test_that_rank_json_has_the_promised_shape(capfdbinary):
    document = run_json(
        capfdbinary, "rank", "--home", "USA", "--function", "sales", "--format", "json", "--top", "3"
    )
    assert set(document) >= {"pack", "scenario", "ranking", "excluded"}
    assert len(document["ranking"]) == 3
    assert set(document["ranking"][0]) >= {
        "rank",
        "id",
        "name",
        "engagement",
        "score",
        "coverage",
        "contributions",
        "values",
    }
    assert set(document["excluded"][0]) >= {"id", "name", "reasons"}
    assert document["scenario"]["home"] == "USA"


def test_that_a_generic_pack_ranks_with_weights_and_must_haves(capfdbinary, write_pack):
    folder = str(write_pack())
    document = run_json(
        capfdbinary,
        *("rank", "--pack", folder, "--weight", "quality=3", "price=1", "--must", "price<=80"),
        *("--format", "json"),
    )
    assert [(entry["id"], round(entry["score"], 6)) for entry in document["ranking"]] == [
        ("a", 75.0),
        ("b", 57.5),
    ]
    assert document["excluded"] == [
        {
            "id": "c",
            "name": "Gamma",
            "status": "excluded",
            "reasons": ["price 90, at most 80 wanted"],
            "flags": [],
        }
    ]


def test_that_the_geometric_floor_can_be_set(capfdbinary, write_pack):
    criteria = "id,direction,lower,upper,theme\nquality,up,0,10,q\nprice,down,0,100,p\n"
    values = "location_id,criterion_id,value\na,quality,10\na,price,100\n"
    folder = str(write_pack(criteria=criteria, values=values, locations="id,name\na,A\n"))
    for floor, score in (("0.04", 20.0), ("0", 0.0)):
        document = run_json(
            capfdbinary,
            *("rank", "--pack", folder, "--aggregation", "geometric", "--floor", floor, "--format", "json"),
        )
        assert document["ranking"][0]["score"] == pytest.approx(score)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rank", "--home", "XXX"], "no location 'XXX'"),
        (
            ["rank", "--home", "Korea"],
            "'Korea' could mean several places: write 'PRK' (North Korea) or 'KOR' (South Korea)",
        ),
        (["rank", "--home", "Germny"], "Did you mean 'Germany'"),
        (["rank", "--function", "custmer-support"], "Did you mean 'customer-support'"),
        (["rank", "--weight", "cost"], "not of the form ID=VALUE"),
        (["rank", "--weight", "overlap=much"], "is not a number"),
        (["rank", "--theme-weight", "nothing=1"], "no theme 'nothing'"),
        (["rank", "--headcount", "0"], "--headcount: 0 is below 1"),
        (["rank", "--must", "overlap"], "is not understood"),
        (["rank", "--must", "speed>=3"], "no criterion 'speed'"),
        (["rank", "--must", "engagement=moon"], "no engagement model 'moon'"),
        (["rank", "--aggregation", "median"], "no aggregation 'median'"),
        (["rank", "--floor", "7"], "floor is 7"),
        (["rank", "--top", "0"], "--top is 0"),
        (["rank", "missing.advisor"], "There is no file"),
        (["rank", "--pack", "nowhere"], "no such folder"),
        (["rank", "--frmat", "csv"], "--frmat"),
        (["pack", "check", "nowhere"], "no folder nowhere"),
        (["pack"], "required"),
        (["dance"], "no command or file 'dance'"),
    ],
)
def test_that_bad_input_gives_exit_code_2_and_one_line(capfd, arguments, said):
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert said in err
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert out == ""


def test_that_nothing_can_be_written_to_a_missing_folder(capfd, tmp_path):
    assert main(["rank", "--format", "csv", "--out", str(tmp_path / "no" / "r.csv")]) == 2
    assert "cannot be written" in capfd.readouterr().err


def test_that_pack_check_lists_everything_and_fails(capfdbinary, write_pack):
    folder = write_pack(values="location_id,criterion_id,value\nx,quality,3\na,nonsense,3\n")
    assert main(["pack", "check", str(folder), "--json"]) == 2
    document = json.loads(capfdbinary.readouterr().out)
    assert document["ok"] is False
    assert [(p["file"], p["line"], p["column"]) for p in document["problems"]] == [
        ("values.csv", 2, "location_id"),
        ("values.csv", 3, "criterion_id"),
    ]
    assert all(p["cure"] for p in document["problems"])


def test_that_lists_name_what_can_be_named(capfdbinary):
    assert len(run_json(capfdbinary, "functions", "--json")) == 14
    assert len(run_json(capfdbinary, "criteria", "--json")) == 34
    assert "POL" in {entry["id"] for entry in run_json(capfdbinary, "locations", "--json")}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_that_every_command_has_help(capfd, command):
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert "usage: location-advisor" in capfd.readouterr().out


def test_that_the_version_is_told(capfd):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert __version__ in capfd.readouterr().out


def test_that_a_must_have_may_name_an_id_with_spaces(capfdbinary, write_pack):
    folder = write_pack(
        criteria="id,direction,lower,upper\ncost per unit,down,0,10\n",
        values="location_id,criterion_id,value\na,cost per unit,4\nb,cost per unit,6\n",
    )
    arguments = ("rank", "--pack", str(folder), "--format", "json", "--must", "cost per unit <= 5")
    assert [row["id"] for row in run_json(capfdbinary, *arguments)["ranking"]] == ["a"]


@pytest.mark.parametrize("option", [("--must", "overlap>=nan"), ("--theme-weight", "cost=inf")])
def test_that_a_limit_or_a_weight_must_be_a_finite_number(capfdbinary, option):
    assert main(["rank", *option]) == 2
    captured = capfdbinary.readouterr()
    assert b"not a number" in captured.err and captured.err.count(b"\n") == 1


def test_that_a_pack_without_places_takes_no_home(capfdbinary, write_pack):
    assert main(["rank", "--pack", str(write_pack()), "--home", "GBR"]) == 2
    captured = capfdbinary.readouterr()
    assert b"no places" in captured.err and captured.err.count(b"\n") == 1


def test_that_a_scenario_file_nested_too_deeply_gets_one_line(capfdbinary, tmp_path):
    path = tmp_path / "deep.advisor"
    path.write_text("[" * 100_000, encoding="utf-8")
    assert main(["rank", str(path)]) == 2
    captured = capfdbinary.readouterr()
    assert b"nested too deeply" in captured.err and captured.err.count(b"\n") == 1


def test_that_one_location_is_counted_as_one(capfdbinary, write_pack):
    folder = write_pack(
        locations="id,name\na,Alpha\n",
        values="location_id,criterion_id,value\na,quality,8\na,price,40\n",
    )
    assert main(["rank", "--pack", str(folder), "--top", "1"]) == 0
    assert b"1 location is ranked." in capfdbinary.readouterr().out


def test_that_a_gate_about_places_is_refused_where_the_pack_knows_none(capfd, write_pack):
    assert main(["rank", "--pack", str(write_pack()), "--must", "engagement=nearshore"]) == 2
    assert "knows no places" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("typed", "home"), [("UK", "GBR"), ("gb", "GBR"), ("Deutschland", "DEU"), ("Kraków", "POL")]
)
def test_that_home_may_be_named_as_people_name_it(capfd, typed, home):
    assert main(["rank", "--home", typed, "--top", "1", "--format", "json"]) == 0
    by_name = capfd.readouterr().out
    assert main(["rank", "--home", home, "--top", "1", "--format", "json"]) == 0
    assert by_name == capfd.readouterr().out
