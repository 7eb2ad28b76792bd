"""Scenarios on the command line, called as a script calls it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.main import main
from advisor.datapack.schema import DataPack
from advisor.scenario.edits.scenario_edits import with_copy
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import write_study


@pytest.fixture
def study(default_pack: DataPack, tmp_path: Path) -> Path:
    made = with_copy(default_study(default_pack), "Dear")
    made = made.with_active(
        replace(made.scenario, theme_weights={"people": 90.0, "cost": 10.0}, headcount=20)
    )
    path = tmp_path / "two.advisor"
    write_study(made, path)
    return path


def run_json(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capfdbinary.readouterr().out)


def test_that_scenarios_lists_names_and_leaders(
    capfdbinary: pytest.CaptureFixture[bytes], study: Path, default_pack: DataPack
) -> None:
    found = run_json(capfdbinary, "scenarios", str(study))
    assert found["active"] == "Dear"
    assert [one["name"] for one in found["scenarios"]] == ["Untitled scenario", "Dear"]
    evaluation = Assessor(default_pack).assess(default_study(default_pack).scenario).evaluation
    assert found["scenarios"][0]["leader"] == default_pack.location_ids[int(evaluation.order[0])]
    assert main(["scenarios", str(study)]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert "* " in text
    assert "Dear" in text


def test_that_a_comparison_explains_the_whole_difference(
    capfdbinary: pytest.CaptureFixture[bytes], study: Path
) -> None:
    found = run_json(capfdbinary, "compare-scenarios", str(study), "Untitled scenario", "Dear")
    assert found["distance"] > 0
    assert sum(step["share"] for step in found["steps"]) == pytest.approx(1.0)
    assert found["steps"][0]["assumption"] == "theme_weights"
    assert {"assumption": "Headcount", "a": "50", "b": "20"} in found["differences"]
    assert found["steps"][-1]["distance_after"] == 0
    assert main(["compare-scenarios", str(study), "Untitled scenario", "Dear", "--top", "3"]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert "theme_weights" not in text
    assert "of the difference among the first 3 places" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Dear", "Nowhere"), "There is no scenario 'Nowhere' in the study"),
        (("Dear", "Dear", "--top", "0"), "--top is 0"),
    ],
)
def test_that_bad_input_gets_one_line(
    capfd: pytest.CaptureFixture[str], study: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert main(["compare-scenarios", str(study), *arguments]) == 2
    error = capfd.readouterr().err
    assert said in error
    assert error.count("\n") == 1
