"""The project's own files fit each other: locked versions, and what goes into the wheel."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ROOT / "resources" / "install"


def _locked(name: str) -> dict[str, set[str]]:
    """Package to its locked versions: there are several where newer ones left an old Python behind."""
    found: dict[str, set[str]] = {}
    for line in (LOCKS / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", line):
            found.setdefault(canonicalize_name(match[1]), set()).add(match[2])
    return found


@pytest.mark.parametrize(("lock", "extras"), [("run.lock", ()), ("dev.lock", ("dev", "bench"))])
def test_that_every_dependency_is_locked_within_its_range(lock: str, extras: tuple[str, ...]) -> None:
    project = PROJECT["project"]
    wanted = [*project["dependencies"]]
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    locked = _locked(lock)
    for text in wanted:
        requirement = Requirement(text)
        versions = locked.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement.name} is not in {lock}: run 'make lock'"
        assert all(requirement.specifier.contains(version) for version in versions), text


@pytest.mark.parametrize("lock", ["run.lock", "dev.lock"])
def test_that_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    text = (LOCKS / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert len(entries) > 20
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)
    assert "://" not in text


def test_that_the_wheel_carries_what_the_program_reads_and_no_pictures_of_it() -> None:
    carried = set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"])
    resources = {f"resources/{path.name}" for path in (ROOT / "resources").iterdir()}
    assert resources - carried == {"resources/install", "resources/screenshots"}
