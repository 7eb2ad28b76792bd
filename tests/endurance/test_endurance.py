"""Small samples of ``make fuzz`` and ``make kills``, other ones on other days."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KILLS = 6
INPUTS = 300


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(HERE / script), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def seed() -> int:
    return random.SystemRandom().randrange(10_000)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="windows are begun by forking")
def test_that_a_kill_loses_two_seconds_at_most(seed):
    found = run("kills.py", "--count", KILLS, "--seed", seed, "--latest", 2.6)
    assert found.returncode == 0, f"--seed {seed}: {found.stdout}{found.stderr}"
    assert f"{KILLS} kills" in found.stdout
    assert " 0 with faults" in found.stdout


def test_that_mutated_files_are_read_or_refused(seed):
    found = run("fuzz.py", "--count", INPUTS, "--seed", seed, "--processes", 1)
    assert found.returncode == 0, f"--seed {seed}: {found.stdout}{found.stderr}"
    assert f"{INPUTS} inputs" in found.stdout


def test_that_a_run_goes_on_where_it_ended_and_tries_the_same_again(tmp_path):
    state = tmp_path / "state.json"
    first = run("fuzz.py", "--count", 100, "--seed", 3, "--processes", 1, "--state", state)
    both = run("fuzz.py", "--count", 200, "--seed", 3, "--processes", 1, "--state", state)
    again = run("fuzz.py", "--count", 200, "--seed", 3, "--processes", 1)
    assert "100 inputs" in first.stdout
    kinds = [found.stdout.partition(")")[0] for found in (both, again)]
    assert kinds[0] == kinds[1]
