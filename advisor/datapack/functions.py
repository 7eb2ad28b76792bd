"""Business functions: what is to be done elsewhere, who does it, and the default weights that suit it.

A function is one entry of functions.toml and nothing else: its staff mix and kind of work stand there too.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from advisor.costs.contributions import WorkKind
from advisor.costs.functions import FunctionMix
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
        mix: who does the work; None where the pack does not say, and then nothing is known of its cost.
    """

    id: str
    label: str
    office: Literal["front", "back"]
    reason: str
    theme_weights: Mapping[str, float] = field(default_factory=dict)
    criterion_weights: Mapping[str, float] = field(default_factory=dict)
    mix: FunctionMix | None = None


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
            _mix(entry, function_id, problems),
        )
    return functions


def _mix(entry: Mapping[str, Any], function_id: str, problems: Problems) -> FunctionMix | None:
    if "staff" not in entry:
        return None
    place = f"{function_id}.staff"
    shares = entry["staff"]
    if not isinstance(shares, dict) or not all(_is_number(share) for share in shares.values()):
        cure = "Write it as staff = { ISCO4 = 0.5, ISCO5 = 0.5 }."
        problems.error(FILE, 0, place, "These are not shares of the staff.", cure)
        return None
    work = entry.get("work", WorkKind.BACK_OFFICE.value)
    if work not in [kind.value for kind in WorkKind]:
        cure = f"Use one of: {', '.join(kind.value for kind in WorkKind)}."
        problems.error(FILE, 0, f"{function_id}.work", f"'{work}' is not a kind of work.", cure)
        return None
    try:
        return FunctionMix(function_id, shares, WorkKind(work), str(entry.get("staff_reason", "")))
    except ValueError as error:
        problems.error(FILE, 0, place, str(error), "Correct the shares of the staff.")
        return None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _weights(
    entry: Mapping[str, Any], key: str, function_id: str, known: Collection[str], problems: Problems
) -> dict[str, float]:
    weights = {}
    stated = entry.get(key, {})
    if not isinstance(stated, dict):
        place = f"{function_id}.{key}"
        problems.error(FILE, 0, place, "These are not weights.", f"Write it as {key} = {{ id = 20 }}.")
        return {}
    for name, weight in stated.items():
        place = f"{function_id}.{key}.{name}"
        if name not in known:
            problems.error(FILE, 0, place, f"'{name}' is not in criteria.csv.", "Correct or remove it.")
        elif not _is_number(weight) or weight < 0:
            problems.error(FILE, 0, place, f"'{weight}' is not a weight.", "Write a number, 0 or more.")
        else:
            weights[name] = float(weight)
    return weights
