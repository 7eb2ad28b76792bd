"""The import contracts of pyproject.toml hold, and the decision loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
HEAVY = ("PySide6", "pandas", "geopandas", "shapely", "plotly", "matplotlib")

RANK = """
import sys
import numpy as np
from advisor.core.criteria import Criterion
from advisor.core.evaluation import evaluate, value_matrix
from advisor.core.matrix import DecisionMatrix
from advisor.core.value_functions import Direction, LinearValue
from advisor.core.weighting import resolve_weights

criteria = (Criterion("c", LinearValue(0, 1, Direction.UP)),)
matrix = DecisionMatrix.of(("a", "b"), criteria, np.array([[0.2], [0.7]]))
assert evaluate(value_matrix(matrix), resolve_weights(criteria)).ranks.tolist() == [2, 1]
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_that_the_import_contracts_hold(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports("pyproject.toml", no_cache=True) == 0, capsys.readouterr().out


def _imported_by(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_that_the_application_layer_imports_no_widgets():
    widgets = {"PySide6.QtWidgets", "PySide6.QtWebEngineWidgets"}
    offenders = {
        str(path.relative_to(ROOT)): found
        for path in sorted((ROOT / "advisor" / "app").rglob("*.py"))
        if (found := _imported_by(path) & widgets)
    }
    assert offenders == {}


def test_that_ranking_loads_no_toolkit_and_no_tables_library():
    loaded = set(_run(RANK).split())
    assert "numpy" in loaded
    assert loaded.isdisjoint(HEAVY)
