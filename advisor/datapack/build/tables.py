"""Reading source tables and writing pack tables, the same bytes on every machine."""

from __future__ import annotations

import csv
import math
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


def read_source(folder: Path, name: str) -> pd.DataFrame:
    """One table of ``data/sources``; text columns keep blanks as empty strings, ``value`` is numeric.

    Raises:
        FileNotFoundError: no such table.
    """
    numeric = {"value", "year", "population_percent", "n", "collaborations"}
    frame = pd.read_csv(
        folder / f"{name}.csv", dtype=str, keep_default_na=False, na_filter=False, encoding="utf-8"
    )
    if "fact" in frame.columns:  # a table of texts
        return frame
    for column in numeric & set(frame.columns):
        frame[column] = pd.to_numeric(frame[column].replace("", None))
    return frame


def number(value: float | int | None, digits: int = 6) -> str:
    """Plain decimal text with ``digits`` significant digits; blank for unknown (None or NaN)."""
    if value is None or math.isnan(value):
        return ""
    if math.isinf(value):
        raise ValueError("An infinite figure cannot go into the pack.")
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> int:
    """Write rows sorted by all columns (RFC 4180 quoting, LF, UTF-8); returns how many.

    Raises:
        KeyError: a row lacks a column.
    """
    texts = [[_text(row[column]) for column in columns] for row in rows]
    texts.sort()
    return write_in_order(path, columns, texts)


def write_in_order(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Write rows in the order given."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    return len(rows)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return number(cell)
    return str(cell)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as dictionaries keyed by column name."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]
