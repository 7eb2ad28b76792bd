"""``location-advisor weights``: weights from a ranking or from pairwise comparisons."""

from __future__ import annotations

import argparse
import csv
import io
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from advisor.cli.errors import CommandError
from advisor.cli.printing import emit, json_text, table_text
from advisor.core.ahp import PairwiseResult, pairwise_comparisons
from advisor.core.elicitation import Elicited, rank_order_centroid
from advisor.core.value_functions import FloatArray
from advisor.words.formatting import percent_text

EXAMPLES = """examples:
  location-advisor weights roc cost,people,language=time,regulation
  location-advisor weights ahp comparisons.csv --json

MATRIX.csv: the first line names what is compared, each further line gives one row of
comparisons, with or without its name in front: how many times the row matters as much as
the column, 1/9 to 9. One side of the diagonal is enough:

  ,cost,people,time
  cost,1,3,5
  people,1/3,1,2
  time,,,1
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the two ways in."""
    ways = parser.add_subparsers(dest="way", required=True, metavar="roc | ahp")
    roc = ways.add_parser("roc", help="rank-order centroid: from a ranking")
    roc.add_argument("ids", metavar="ID,ID,...", help="most important first; = between those that are level")
    ahp = ways.add_parser("ahp", help="analytic hierarchy process: from pairwise comparisons")
    ahp.add_argument("matrix", type=Path, metavar="MATRIX.csv", help="the comparisons")
    for way in (roc, ahp):
        way.add_argument("--json", action="store_true", help="JSON for scripts; weights are shares, sum 1")


def run(options: argparse.Namespace) -> int:
    """Compute and print.

    Raises:
        CommandError: bad input.
    """
    try:
        if options.way == "roc":
            elicited, extra, remark = rank_order_centroid(_order(options.ids)), {}, ""
        else:
            result = pairwise_comparisons(*_comparisons(options.matrix))
            elicited, extra = result.elicited(), _consistency(result)
            remark = result.worst.sentence + "\n" if result.worst and not result.consistent else ""
    except ValueError as error:
        raise CommandError(str(error)) from error
    if options.json:
        document = {"method": options.way, "weights": dict(elicited.weights), **extra, "note": elicited.note}
        emit(json_text(document))
    else:
        emit(_text(elicited) + remark)
    return 0


def _order(text: str) -> list[tuple[str, ...]]:
    groups = [tuple(part.strip() for part in group.split("=")) for group in text.split(",")]
    if any(not part for group in groups for part in group):
        raise CommandError(f"'{text}' has a blank id: write ID,ID,... with the most important first.")
    return groups


def _comparisons(path: Path) -> tuple[FloatArray, list[str]]:
    """The comparisons (n, n), NaN where blank, and n names."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError:
        raise CommandError(f"{path.name} is not UTF-8 text. Save it as CSV in UTF-8.") from None
    try:
        read = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise CommandError(f"{path.name} is no CSV file: {error}.") from error
    lines = [(number, cells) for number, cells in enumerate(read, start=1) if any(map(str.strip, cells))]
    if not lines:
        raise CommandError(f"{path.name} is empty: name what is compared on its first line.")
    names = [cell.strip() for cell in lines[0][1]]
    rows = lines[1:]
    named = not names[0] or (bool(rows) and all(row and row[0].strip() in names[1:] for _, row in rows))
    names = names[1:] if named else names
    if any(not name for name in names) or len(set(names)) != len(names):
        raise CommandError(f"{path.name}, line 1: give each thing that is compared a name of its own.")
    if len(rows) != len(names):
        raise CommandError(
            f"{path.name} has {len(rows)} rows of comparisons for the {len(names)} names on its first line."
        )
    table = np.full((len(names), len(names)), np.nan)
    for i, (number, cells) in enumerate(rows):
        if named and cells[0].strip() != names[i]:
            raise CommandError(
                f"{path.name}, line {number}: '{cells[0].strip()}' stands where '{names[i]}' should: "
                "keep rows and columns in the same order."
            )
        given = cells[1:] if named else cells
        if len(given) > len(names):
            raise CommandError(f"{path.name}, line {number}: there are more cells than names.")
        for j, cell in enumerate(given):
            table[i, j] = _ratio(cell.strip(), f"{path.name}, line {number}, '{names[j]}'")
        if not np.isnan(table[i, i]) and table[i, i] != 1.0:
            raise CommandError(f"{path.name}, line {number}: '{names[i]}' matters 1 times as much as itself.")
    return table, names


def _ratio(text: str, where: str) -> float:
    if not text:
        return float("nan")
    try:
        ratio = float(Fraction(text.replace(" ", "")))
    except (ValueError, ZeroDivisionError):
        raise CommandError(f"{where}: '{text}' is not a number or a fraction like 1/3.") from None
    if ratio <= 0:
        raise CommandError(f"{where}: '{text}' is not above 0.")
    return ratio


def _consistency(result: PairwiseResult) -> dict[str, Any]:
    return {
        "consistency_ratio": result.consistency_ratio,
        "consistent": result.consistent,
        "consistency_index": result.consistency_index,
        "random_index": result.random_index,
        "largest_eigenvalue": result.largest_eigenvalue,
        "most_inconsistent": result.worst and {**asdict(result.worst), "sentence": result.worst.sentence},
    }


def _text(elicited: Elicited) -> str:
    weights = elicited.weights
    table = table_text(
        [("Id", "left"), ("Weight", "right")], [(name, percent_text(w, 1)) for name, w in weights.items()]
    )
    options = " ".join(f"{name}={100 * weight:.4g}" for name, weight in weights.items())
    return f"{table}\n{elicited.note}\nFor rank, after --theme-weight or --weight: {options}\n"
