"""Studies on the command line: the scenario that is wanted, a word about the data, absurd numbers refused."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import replace

import pytest

from advisor.cli.main import main
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import write_study
from advisor.scenario.study.own_data import OwnData, OwnFigure
from advisor.scenario.study.study import PackVersion


@pytest.fixture
def file(tmp_path, default_pack):
    study = default_study(default_pack)
    far = replace(study.scenario, name="Far away", home="USA")
    own = OwnData((OwnFigure("POL", "homicide", 0.5, "police report"),))
    path = tmp_path / "my.advisor"
    write_study(replace(study, scenarios=(study.scenario, far), own=own), path)
    return path


def ranked(capfdbinary, *arguments):
    assert main(["rank", *map(str, arguments), "--format", "json", "--top", "3"]) == 0
    captured = capfdbinary.readouterr()
    assert captured.err == b""
    return json.loads(captured.out)


def test_that_the_active_scenario_is_ranked_unless_another_is_named(capfdbinary, file):
    assert ranked(capfdbinary, file)["scenario"]["home"] == "GBR"
    assert ranked(capfdbinary, file, "--scenario", "Far away")["scenario"]["home"] == "USA"
    by_options = ranked(capfdbinary, "--home", "USA")
    named = ranked(capfdbinary, file, "--scenario", "Far away")
    assert [one["id"] for one in named["ranking"]] == [one["id"] for one in by_options["ranking"]]


def test_that_own_figures_stand_where_scripts_look_for_them(capfdbinary, file):
    document = ranked(capfdbinary, file, "--must", "overlap>=2")
    assert document["scenario"]["overrides"] == [
        {"location": "POL", "criterion": "homicide", "value": 0.5, "note": "police report"}
    ]
    bound = document["scenario"]["must_haves"]["bounds"][-1]
    assert (bound["criterion"], bound["op"], bound["limit"]) == ("overlap", ">=", 2.0)


def test_that_a_scenario_that_is_not_there_is_named_with_those_that_are(capfd, file):
    assert main(["rank", str(file), "--scenario", "Near"]) == 2
    said = capfd.readouterr().err
    assert "There is no scenario 'Near' in the study: it has 'Untitled scenario', 'Far away'." in said


def test_that_another_version_of_the_data_is_told_on_standard_error(capfd, tmp_path, default_pack):
    path = tmp_path / "old.advisor"
    study = replace(default_study(default_pack), pack=PackVersion(default_pack.name, "1999.1"))
    write_study(study, path)
    assert main(["rank", str(path), "--format", "json"]) == 0
    out, err = capfd.readouterr()
    assert json.loads(out)["ranking"]
    said = f"Made with data of 1999.1, shown with {default_pack.version}: figures may differ."
    assert err == f"location-advisor: old.advisor: {said}\n"


def test_that_the_cost_command_takes_a_named_scenario(capfdbinary, file):
    arguments = ["cost", "--scenario", str(file), "--location", "POL", "--json"]
    assert main(arguments) == 0
    active = json.loads(capfdbinary.readouterr().out)
    assert main([*arguments, "--scenario-name", "Far away"]) == 0
    assert json.loads(capfdbinary.readouterr().out) != active


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--must", "overlap>=1e308"],
            "--must overlap>=1e308: “1e308” cannot be: Working-time overlap lies between",
        ),
        (["--must", "overlap>=25"], "--must overlap>=25: “25” cannot be: Working-time overlap lies between"),
        (["--theme-weight", "cost=1e308", "people=1e308"], "theme_weights.cost: 1e+308 is above 1e+09"),
        (["--weight", "overlap=-1"], "criterion_weights.overlap: -1 is below 0"),
        (["--headcount", "1" + "0" * 400], "--headcount: a number of more than 30 digits is above 100,000"),
        (["--headcount", "100001"], "--headcount: 100,001 is above 100,000"),
    ],
)
def test_that_absurd_numbers_are_refused_with_the_bound(capfd, arguments, said):
    assert main(["rank", *arguments]) == 2
    out, err = capfd.readouterr()
    assert said in err and err.count("\n") == 1 and len(err) < 400
    assert out == ""


@pytest.mark.skipif(os.name == "nt", reason="pipes have no files there")
def test_that_what_is_no_file_is_refused_at_once(capfd, tmp_path):
    os.mkfifo(tmp_path / "pipe.advisor")
    for path in (str(tmp_path / "pipe.advisor"), "/dev/zero", str(tmp_path)):
        assert main(["rank", path]) == 2
        assert "is a folder, pipe or device" in capfd.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="pipes have no files there")
def test_that_a_pipe_gets_the_table_alone(tmp_path, capfdbinary):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert main(["rank", "--format", "csv", "--top", "1", "--out", str(pipe)]) == 0
    reader.join(10)
    capfdbinary.readouterr()
    assert main(["rank", "--format", "csv", "--top", "1"]) == 0
    assert read == [capfdbinary.readouterr().out]
    assert [entry.name for entry in tmp_path.iterdir()] == ["pipe"]
