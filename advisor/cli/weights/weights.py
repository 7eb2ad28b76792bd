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
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor weights roc cost,people,language=time,regulation
  location-advisor weights ahp comparisons.csv --json

MATRIX.csv: the first line names what is compared, each further line gives one row of
comparisons, with or without its name in front: how many times the row matters as much as
the column, 1/9 to 9. One side of the diagonal is enough:

  ,cost,people,time
  cost,1,3,5
  people,1/3,1,2
  time,,,1
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the two ways in."""
    ways = parser.add_subparsers(dest="way", required=True, metavar="roc | ahp")
    roc = ways.add_parser("roc", help=t("rank-order centroid: from a ranking"))
    roc.add_argument(
        "ids", metavar="ID,ID,...", help=t("most important first; = between those that are level")
    )
    ahp = ways.add_parser("ahp", help=t("analytic hierarchy process: from pairwise comparisons"))
    ahp.add_argument("matrix", type=Path, metavar="MATRIX.csv", help=t("the comparisons"))
    for way in (roc, ahp):
        way.add_argument("--json", action="store_true", help=t("JSON for scripts; weights are shares, sum 1"))


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
        raise CommandError(
            t("'{text}' has a blank id: write ID,ID,... with the most important first.", text=text)
        )
    return groups


def _comparisons(path: Path) -> tuple[FloatArray, list[str]]:
    """The comparisons (n, n), NaN where blank, and n names."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommandError(
            t("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error
    except UnicodeDecodeError:
        raise CommandError(t("{name} is not UTF-8 text. Save it as CSV in UTF-8.", name=path.name)) from None
    try:
        read = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise CommandError(t("{name} is no CSV file: {error}.", name=path.name, error=error)) from error
    lines = [(number, cells) for number, cells in enumerate(read, start=1) if any(map(str.strip, cells))]
    if not lines:
        raise CommandError(t("{name} is empty: name what is compared on its first line.", name=path.name))
    names = [cell.strip() for cell in lines[0][1]]
    rows = lines[1:]
    named = not names[0] or (bool(rows) and all(row and row[0].strip() in names[1:] for _, row in rows))
    names = names[1:] if named else names
    if any(not name for name in names) or len(set(names)) != len(names):
        raise CommandError(
            t("{name}, line 1: give each thing that is compared a name of its own.", name=path.name)
        )
    if len(rows) != len(names):
        raise CommandError(
            t(
                "{file} has {rows} rows of comparisons for the {names} names on its first line.",
                file=path.name,
                rows=len(rows),
                names=len(names),
            )
        )
    table = np.full((len(names), len(names)), np.nan)
    for i, (number, cells) in enumerate(rows):
        if named and cells[0].strip() != names[i]:
            raise CommandError(
                t(
                    "{file}, line {line}: '{found}' stands where '{name}' should: keep rows and "
                    "columns in the same order.",
                    file=path.name,
                    line=number,
                    found=cells[0].strip(),
                    name=names[i],
                )
            )
        given = cells[1:] if named else cells
        if len(given) > len(names):
            raise CommandError(
                t("{name}, line {number}: there are more cells than names.", name=path.name, number=number)
            )
        for j, cell in enumerate(given):
            table[i, j] = _ratio(
                cell.strip(),
                t("{file}, line {line}, '{name}'", file=path.name, line=number, name=names[j]),
            )
        if not np.isnan(table[i, i]) and table[i, i] != 1.0:
            raise CommandError(
                t(
                    "{file}, line {line}: the comparison of '{name}' with itself must be 1.",
                    file=path.name,
                    line=number,
                    name=names[i],
                )
            )
    return table, names


def _ratio(text: str, where: str) -> float:
    if not text:
        return float("nan")
    try:
        ratio = float(Fraction(text.replace(" ", "")))
    except (ValueError, ZeroDivisionError):
        raise CommandError(
            t("{where}: '{text}' is not a number or a fraction like 1/3.", where=where, text=text)
        ) from None
    if ratio <= 0:
        raise CommandError(t("{where}: '{text}' is not above 0.", where=where, text=text))
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
        [(t("Id"), "left"), (t("Weight"), "right")],
        [(name, percent_text(w, 1)) for name, w in weights.items()],
    )
    options = " ".join(f"{name}={100 * weight:.4g}" for name, weight in weights.items())
    hint = t("For rank, after --theme-weight or --weight: {options}", options=options)
    return f"{table}\n{elicited.note}\n{hint}\n"
