"""``location-advisor report``, and reports that rank again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from advisor.cli.main import main
from advisor.paths import EXAMPLE_STUDY


def ranking(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> list[tuple[int, str]]:
    capfd.readouterr()
    assert main(["rank", *arguments, "--format", "json"]) == 0
    rows = json.loads(capfd.readouterr().out)["ranking"]
    return [(row["rank"], row["id"]) for row in rows]


@pytest.mark.parametrize("suffix", [".html", ".docx"])
def test_that_a_report_is_written_and_ranks_as_its_study(
    suffix: str, few_places: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out, pack = tmp_path / f"report{suffix}", ["--pack", str(few_places)]
    assert main(["report", str(EXAMPLE_STUDY), *pack, "--out", str(out)]) == 0
    assert str(out) in capfd.readouterr().out
    assert ranking([str(out), *pack], capfd) == ranking([str(EXAMPLE_STUDY), *pack], capfd)


def test_that_options_of_the_scenario_go_into_the_report(
    few_places: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out, pack = tmp_path / "report.html", ["--pack", str(few_places)]
    options = ["--home", "DEU", "--function", "software-development", *pack]
    assert main(["report", *options, "--out", str(out)]) == 0
    assert "from Germany" in out.read_text(encoding="utf-8")
    assert ranking([str(out), *pack], capfd) == ranking(options, capfd)


def test_that_a_suffix_that_is_no_report_is_refused_with_those_that_are(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(EXAMPLE_STUDY), "--out", str(tmp_path / "x.csv")]) == 2
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert all(suffix in said for suffix in (".html", ".pdf", ".docx", ".pptx"))
    assert ".gpkg" not in said
