"""Business functions: what is to be done elsewhere, who does it, and the default weights that suit it.

A function is one entry of functions.toml and nothing else: its staff mix and kind of work stand there too.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from advisor.costs.contributions import WorkKind
from advisor.costs.functions import OCCUPATIONS, FunctionMix
from advisor.datapack.business_function import BusinessFunction
from advisor.datapack.entries import Entry, is_table, is_text, is_weight, read_entries
from advisor.datapack.problems import Problems, shown
from advisor.datapack.reading import read_toml
from advisor.words.translation import mark, t

FILE = "functions.toml"
_KINDS = tuple(kind.value for kind in WorkKind)
ENTRIES = (
    Entry(
        "label", mark("text"), is_text, mark("What people read; without it the id."), 'label = "Data entry"'
    ),
    Entry(
        "office",
        mark("`front` or `back`"),
        lambda value: value in ("front", "back"),
        mark("Whether it meets customers."),
        'office = "front"',
        "back",
    ),
    Entry(
        "reason", mark("text"), is_text, mark("Why the weights are as they are."), 'reason = "Price decides."'
    ),
    Entry(
        "work",
        mark("one of {names}"),
        lambda value: value in _KINDS,
        mark(
            "The kind of work: it decides the pay premium of work for export, and whether figures of contact "
            "centres (turnover) hold."
        ),
        f'work = "{_KINDS[0]}"',
        WorkKind.BACK_OFFICE.value,
        _KINDS,
    ),
    Entry(
        "staff",
        mark("a table of shares"),
        is_table,
        mark(
            "Who does it: shares of the head count by occupation group ({names}), which add up to 1. "
            "Without it nothing is known of its cost."
        ),
        "staff = { AGENT = 0.7, ISCO4 = 0.3 }",
        {},
        tuple(OCCUPATIONS),
    ),
    Entry(
        "staff_reason", mark("text"), is_text, mark("Why these shares."), 'staff_reason = "Keyboard clerks."'
    ),
    Entry(
        "themes",
        mark("a table of weights"),
        is_table,
        mark("Weights of the themes; those left out keep that of criteria.csv."),
        "themes = { cost = 40, people = 60 }",
        {},
    ),
    Entry(
        "criteria",
        mark("a table of weights"),
        is_table,
        mark("Weights of criteria within their theme; those left out keep that of criteria.csv."),
        "criteria = { rent = 70, wifi = 30 }",
        {},
    ),
)


def read_functions(
    folder: Path, themes: Collection[str], criteria: Collection[str], problems: Problems
) -> dict[str, BusinessFunction]:
    """The functions of a pack by id; empty where the pack has none."""
    functions = {}
    for function_id, stated in read_toml(folder, FILE, problems).items():
        if not isinstance(stated, dict):
            cure = t("Start it with [{id}].", id=shown(function_id))
            problems.error(FILE, 0, shown(function_id), t("This is not a table."), cure)
            continue
        _check_names(stated, function_id, problems)
        entry = read_entries(FILE, stated, ENTRIES, function_id, problems)
        functions[function_id] = BusinessFunction(
            function_id,
            entry["label"] or function_id,
            entry["office"],
            entry["reason"],
            _known(entry["themes"], f"{function_id}.themes", themes, problems),
            _known(entry["criteria"], f"{function_id}.criteria", criteria, problems),
            _mix(entry, function_id, problems),
        )
    return functions


def _check_names(stated: Mapping[str, Any], function_id: str, problems: Problems) -> None:
    known = [entry.name for entry in ENTRIES]
    for name in stated:
        if name not in known:
            message = t("The entry '{name}' is not known and was not read.", name=shown(name))
            cure = t("The entries are {names}.", names=", ".join(known))
            problems.warning(FILE, 0, shown(f"{function_id}.{name}"), message, cure)


def _mix(entry: Mapping[str, Any], function_id: str, problems: Problems) -> FunctionMix | None:
    if not entry["staff"]:
        return None
    place = shown(f"{function_id}.staff")
    cure = t("Correct the shares of the staff.")
    if not all(is_weight(each) for each in entry["staff"].values()):
        problems.error(FILE, 0, place, t("A share of the staff must be a number, 0 or more."), cure)
        return None
    try:
        return FunctionMix(function_id, entry["staff"], WorkKind(entry["work"]), entry["staff_reason"])
    except ValueError as error:
        problems.error(FILE, 0, place, str(error), cure)
        return None


def _known(
    weights: Mapping[str, Any], place: str, known: Collection[str], problems: Problems
) -> dict[str, float]:
    """The weights of what the pack has; anything else is noted."""
    good = {}
    for name, weight in weights.items():
        column = shown(f"{place}.{name}")
        if name not in known:
            message = t("'{name}' is not in criteria.csv.", name=shown(name))
            problems.error(FILE, 0, column, message, t("Correct or remove it."))
        elif not is_weight(weight):
            message = t("{weight} is not a weight.", weight=shown(repr(weight)))
            problems.error(FILE, 0, column, message, t("Write a number, 0 or more."))
        else:
            good[name] = float(weight)
    return good
