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
code = main(json.loads(sys.argv[1]))
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
raise SystemExit(code)
"""
RANK = ["rank", "--home", "GBR", "--function", "customer-support"]
COMMANDS = (
    ["explain", "IND", "POL", "--home", "GBR", "--function", "customer-support"],
    ["cost", "--home", "GBR", "--function", "customer-support", "--location", "POL"],
    ["overlap", "London", "Bengaluru", "--year", "2027"],
)


def run(cache: Path, arguments: list[str]) -> tuple[str, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, json.dumps(arguments)],
        cwd=ROOT,
        env={**os.environ, "LOCATION_ADVISOR_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, set(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture(scope="module")
def cache(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("cache")
    return folder


@pytest.fixture(scope="module")
def first_ranking(cache) -> tuple[str, set[str]]:
    return run(cache, RANK)


def test_that_a_ranking_loads_no_library_for_tables_windows_or_documents(first_ranking):
    assert not first_ranking[1] & set(NEVER)


def test_that_the_second_ranking_says_the_same_from_kept_data(cache, first_ranking):
    said, loaded = run(cache, RANK)
    assert said == first_ranking[0]
    assert not loaded & {*NEVER, *NOT_WHEN_KEPT}


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_that_other_commands_load_no_library_for_tables_or_windows(cache, first_ranking, arguments):
    assert not run(cache, arguments)[1] & {"PySide6", "pandas", "geopandas", "plotly", "scipy"}


@pytest.mark.parametrize("cache_is", ["", "a file"])
def test_that_a_ranking_needs_no_cache(tmp_path, first_ranking, cache_is):
    if cache_is:
        (tmp_path / "a file").write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "advisor", *RANK],
        cwd=ROOT,
        env={**os.environ, "LOCATION_ADVISOR_CACHE": cache_is and str(tmp_path / cache_is)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == first_ranking[0]
