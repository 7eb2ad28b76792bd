"""Samples of ``make fuzz`` and ``make kills``: always the same, so that what fails fails again.

Windows are edited ten times a second here, which leaves time for others; ``make kills`` edits as fast as
it can.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 6
INPUTS, SEED = 20_000, 100


def begun(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.endurance.{script}", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def tried(*arguments: object) -> subprocess.CompletedProcess[str]:
    process = begun("fuzz", "--quick", "--processes", 1, *arguments)
    said, complaints = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, said, complaints)


@pytest.fixture(scope="module", autouse=True)
def kills() -> Iterator[subprocess.Popen[str] | None]:
    """Goes on beside the other tests of this file: most of it is waiting for the moment to kill."""
    if not hasattr(os, "fork"):
        yield None
        return
    with begun("kills", "--count", KILLS, "--seed", 5, "--latest", 2.6, "--every", 100) as process:
        yield process
        if process.poll() is None:  # nobody asked for it: it goes with the windows that it has begun
            os.killpg(process.pid, signal.SIGKILL)


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


def test_that_a_kill_loses_two_seconds_at_most(kills):
    if kills is None:
        pytest.skip("windows are begun by forking")
    said, complaints = kills.communicate()
    assert kills.returncode == 0, f"{said}{complaints}"
    assert f"{KILLS} kills" in said
    assert " 0 with faults" in said
