"""values.csv: the figures in long form, one a line."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from advisor.core.criteria import Criterion
from advisor.core.matrix import CellMethod
from advisor.datapack.problems import Problems
from advisor.datapack.schema import Cells, Location
from advisor.datapack.tables import Row, read_table

FILE = "values.csv"
REQUIRED = ("location_id", "criterion_id", "value")
METHODS = {
    "observed": CellMethod.OBSERVED,
    "estimated": CellMethod.ESTIMATED,
    "imputed": CellMethod.IMPUTED,
    "user": CellMethod.USER,
}


@dataclass(slots=True)
class _Filling:
    """The arrays while they are being filled, and where each cell came from."""

    rows: dict[str, int]
    columns: dict[str, int]
    cells: Cells
    lines: dict[tuple[int, int], int] = field(default_factory=dict)


def read_values(
    folder: Path,
    locations: Sequence[Location],
    criteria: Sequence[Criterion],
    source_ids: Collection[str] | None,
    problems: Problems,
) -> Cells:
    """The figures of a pack as arrays; where a figure is given for several years, the latest.

    ``source_ids`` is what ``source_id`` may name; None where the pack has no sources.csv.
    """
    blank = Cells.empty(len(locations), len(criteria))
    names = ("values", "low", "high", "methods", "years", "sources", "notes")
    filling = _Filling(
        {location.id: i for i, location in enumerate(locations)},
        {criterion.id: j for j, criterion in enumerate(criteria)},
        Cells(*(getattr(blank, name).copy() for name in names)),
    )
    for name in names:
        getattr(filling.cells, name).setflags(write=True)
    for row in read_table(folder, FILE, REQUIRED, problems):
        _take(row, filling, criteria, source_ids, problems)
    return Cells(*(getattr(filling.cells, name) for name in names))


def _take(
    row: Row,
    filling: _Filling,
    criteria: Sequence[Criterion],
    source_ids: Collection[str] | None,
    problems: Problems,
) -> None:
    i = filling.rows.get(row.text("location_id"))
    j = filling.columns.get(row.text("criterion_id"))
    if problems.refers_to_nothing("locations.csv", row.text("location_id")):
        message = f"There is no location '{row.text('location_id')}'."
        problems.error(FILE, row.line, "location_id", message, "Use an id from locations.csv.")
    if problems.refers_to_nothing("criteria.csv", row.text("criterion_id")):
        message = f"There is no criterion '{row.text('criterion_id')}'."
        problems.error(FILE, row.line, "criterion_id", message, "Use an id from criteria.csv.")
    value, low, high, year = (row.number(name, problems) for name in ("value", "low", "high", "year"))
    if i is None or j is None or math.isnan(value):
        return
    if criteria[j].computed:
        message = f"'{criteria[j].id}' is computed, so this figure is not used."
        problems.warning(FILE, row.line, "value", message, "Remove it, or blank 'computed' in criteria.csv.")
        return
    if low > value or high < value:
        message = f"The value {value:g} lies outside its own interval."
        problems.error(
            FILE, row.line, "low" if low > value else "high", message, "Correct low, value or high."
        )
    if not math.isnan(year) and (year != int(year) or not 1900 <= year <= 2100):
        problems.error(FILE, row.line, "year", f"'{year:g}' is not a year.", "Write it as 2024.")
        return
    for source_id in filter(None, row.text("source_id").split(";")):
        if source_ids is not None and source_id not in source_ids:
            message = f"There is no source '{source_id}'."
            problems.error(
                FILE, row.line, "source_id", message, "Use an id from sources.csv or add it there."
            )
    whole_year = 0 if math.isnan(year) else int(year)
    cells = filling.cells
    if (i, j) in filling.lines:
        if cells.years[i, j] == whole_year:
            message = f"The same figure is already on line {filling.lines[i, j]}."
            problems.error(FILE, row.line, "value", message, "Keep one of the two lines.")
            return
        if cells.years[i, j] > whole_year:
            return
    filling.lines[i, j] = row.line
    cells.values[i, j] = value
    cells.low[i, j], cells.high[i, j] = low, high
    cells.years[i, j] = np.int16(whole_year)
    cells.methods[i, j] = METHODS[row.choice("method", tuple(METHODS), problems, "observed")]
    cells.sources[i, j], cells.notes[i, j] = row.text("source_id"), row.text("note")
