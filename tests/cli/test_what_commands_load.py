"""What a command loads: nothing that it does not need, and its data from the cache where they are kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEVER = ("PySide6", "pandas", "geopandas", "plotly", "scipy", "shapely", "openpyxl", "pptx", "docx", "pypdf")
# Slow to load, and nothing that an English ranking needs once its tables are kept.
NOT_WHEN_KEPT = (
    "babel",
    "holidays",
    "pycountry",
    "numpy.ma",
    "rich.table",
    "advisor.datapack.loading",
    "advisor.datapack.columns",
    "advisor.scenario.study.embedding",
    "advisor.costs.detail",
    "advisor.export",
)
CODE = """
import json, sys
from advisor.cli.main import main
for arguments in json.loads(sys.argv[1]):
    if code := main(arguments):
        raise SystemExit(code)
    print(end="\\0")
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
RANK = ["rank", "--home", "GBR", "--function", "customer-support"]
EVERY_FIGURE = ["rank", "--format", "json", "--top", "20"]
COMMANDS = (
    ["explain", "IND", "POL", "--home", "GBR", "--function", "customer-support"],
    ["cost", "--home", "GBR", "--function", "customer-support", "--location", "POL"],
    ["overlap", "London", "Bengaluru", "--year", "2027"],
)


def run(cache: Path | str, *commands: list[str]) -> tuple[list[str], list[set[str]]]:
    """What each of some commands says in one process, and what that has loaded after each of them."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, json.dumps(commands)],
        cwd=ROOT,
        env={**os.environ, "LOCATION_ADVISOR_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\0")[:-1], [set(json.loads(line)) for line in done.stderr.splitlines()]


@pytest.fixture(scope="module")
def cache(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("cache")
    return folder


@pytest.fixture(scope="module")
def first_rankings(cache) -> tuple[list[str], list[set[str]]]:
    return run(cache, RANK, EVERY_FIGURE)


def test_that_a_ranking_loads_no_library_for_tables_windows_or_documents(first_rankings):
    after_rank, after_both = first_rankings[1]
    assert "holidays" in after_rank, "nothing was kept"
    assert not after_both & set(NEVER)


def test_that_the_second_ranking_says_the_same_from_kept_data(cache, first_rankings):
    said, (after_rank, after_both) = run(cache, RANK, EVERY_FIGURE)
    assert said == first_rankings[0]
    assert all(said)
    assert not after_rank & {*NEVER, *NOT_WHEN_KEPT}
    assert not after_both & {*NEVER, "holidays"}


def test_that_other_commands_load_no_library_for_tables_or_windows(cache, first_rankings):
    _said, loaded = run(cache, *COMMANDS)
    assert len(loaded) == len(COMMANDS)
    assert not loaded[-1] & {"PySide6", "pandas", "geopandas", "plotly", "scipy"}


@pytest.mark.parametrize("place", ["a file", ""])
def test_that_a_ranking_needs_no_cache(tmp_path, first_rankings, place):
    """Neither one that cannot be made nor any at all."""
    (tmp_path / "a file").write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "advisor", *RANK],
        cwd=ROOT,
        env={**os.environ, "LOCATION_ADVISOR_CACHE": str(tmp_path / place) if place else ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, first_rankings[0][0], "")
