"""Business functions: what is to be done elsewhere, with the default weights that suit it."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from advisor.datapack.problems import Problems

FILE = "functions.toml"


@dataclass(frozen=True, slots=True)
class BusinessFunction:
    """A kind of work that can be delivered from elsewhere.

    Attributes:
        office: ``front`` (meets customers) or ``back``.
        reason: why the weights are as they are, in a sentence or two.
        theme_weights: theme id to default weight; themes left out keep the pack's.
        criterion_weights: criterion id to default weight within its theme.
    """

    id: str
    label: str
    office: Literal["front", "back"]
    reason: str
    theme_weights: Mapping[str, float] = field(default_factory=dict)
    criterion_weights: Mapping[str, float] = field(default_factory=dict)


def read_functions(
    folder: Path, themes: Collection[str], criteria: Collection[str], problems: Problems
) -> dict[str, BusinessFunction]:
    """The functions of a pack by id; empty where the pack has none."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.error(FILE, 0, "", f"The file is not valid TOML: {error}.", "Mend the line it names.")
        return {}
    functions = {}
    for function_id, entry in document.items():
        if not isinstance(entry, dict):
            problems.error(FILE, 0, function_id, "This is not a table.", f"Start it with [{function_id}].")
            continue
        office = entry.get("office", "back")
        if office not in ("front", "back"):
            problems.error(FILE, 0, function_id, f"'{office}' is not an office.", "Use front or back.")
            office = "back"
        functions[function_id] = BusinessFunction(
            function_id,
            str(entry.get("label", function_id)),
            office,
            str(entry.get("reason", "")),
            _weights(entry, "themes", function_id, themes, problems),
            _weights(entry, "criteria", function_id, criteria, problems),
        )
    return functions


def _weights(
    entry: Mapping[str, Any], key: str, function_id: str, known: Collection[str], problems: Problems
) -> dict[str, float]:
    weights = {}
    for name, weight in entry.get(key, {}).items():
        place = f"{function_id}.{key}.{name}"
        if name not in known:
            problems.error(FILE, 0, place, f"'{name}' is not in criteria.csv.", "Correct or remove it.")
        elif isinstance(weight, bool) or not isinstance(weight, int | float) or weight < 0:
            problems.error(FILE, 0, place, f"'{weight}' is not a weight.", "Write a number, 0 or more.")
        else:
            weights[name] = float(weight)
    return weights
