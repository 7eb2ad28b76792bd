"""Benchmark: memory of the main process at rest, and after a long session of sliders and homes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.benchmark(group="memory of the main process, MB")
def test_bench_memory(benchmark, capsys):
    def session() -> dict[str, float]:
        done = subprocess.run(
            [sys.executable, "-m", "tests.endurance.memory", "--json"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout.splitlines()[-1]))

    found = benchmark.pedantic(session, rounds=1)
    benchmark.extra_info.update(found)
    with capsys.disabled():
        print("", *(f"{what}: {figure:.0f}" for what, figure in found.items()), sep="\n  ")
