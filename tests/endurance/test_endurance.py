"""Samples of ``make fuzz`` and ``make kills``: always the same, so that what fails fails again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 6
INPUTS, SEED = 20_000, 100


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", f"tests.endurance.{script}", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def tried(*arguments: object) -> subprocess.CompletedProcess[str]:
    return run("fuzz", "--quick", "--processes", 1, *arguments)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="windows are begun by forking")
def test_that_a_kill_loses_two_seconds_at_most():
    found = run("kills", "--count", KILLS, "--seed", 5, "--latest", 2.6)
    assert found.returncode == 0, f"{found.stdout}{found.stderr}"
    assert f"{KILLS} kills" in found.stdout
    assert " 0 with faults" in found.stdout


def test_that_mutated_files_are_read_or_refused():
    found = tried("--count", INPUTS, "--seed", SEED)
    assert found.returncode == 0, f"--quick --seed {SEED}: {found.stdout}{found.stderr}"
    assert found.stdout.startswith(f"{INPUTS:,} inputs")


def test_that_a_run_goes_on_where_it_ended_and_tries_the_same_again(tmp_path):
    state = tmp_path / "state.json"
    assert tried("--count", 100, "--seed", 3, "--state", state).returncode == 0
    before = json.loads(state.read_text())
    state.write_text(json.dumps({**before, "done": [1]}))
    found = tried("--count", 200, "--seed", 3, "--state", state)
    after = json.loads(state.read_text())
    assert found.stdout.startswith("200 inputs")
    assert (before["done"], after["done"]) == ([0], [0, 1])
    assert after["counts"] == {kind: 2 * count for kind, count in before["counts"].items()}
