"""wages.csv, premium.csv and labour.csv: what the wage cost of a location is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from advisor.core.value_functions import FloatArray
from advisor.costs.contributions import WorkKind
from advisor.costs.functions import OCCUPATIONS
from advisor.costs.ranges import Range
from advisor.costs.wages import WageTable
from advisor.datapack.problems import Problems
from advisor.datapack.tables import Row, read_table

WAGES, PREMIUM, LABOUR = "wages.csv", "premium.csv", "labour.csv"
CONTRIBUTIONS, MINIMUM, EXTRA_MONTHS = (
    "employer_contributions_pct",
    "minimum_wage_usd_month",
    "statutory_extra_months",
)


def read_wages(
    folder: Path, location_ids: Sequence[str], price_year: int, problems: Problems
) -> WageTable | None:
    """The wage tables of a pack as arrays, None where it has none."""
    if not (folder / WAGES).is_file():
        return None
    rows = {location: i for i, location in enumerate(location_ids)}
    shape = (len(location_ids), len(OCCUPATIONS))
    amounts = {name: np.full(shape, np.nan) for name in ("low", "likely", "high")}
    methods, source_ids, steps = (np.full(shape, "", dtype=object) for _ in range(3))
    years = np.zeros(shape, dtype=np.int16)
    for row in read_table(folder, WAGES, ("location_id", "occupation", "likely"), problems):
        at = _place(row, "location_id", rows, problems), _place(row, "occupation", _OCCUPATION, problems)
        if at[0] is None or at[1] is None:
            continue
        low, likely, high = _triple(row, "likely", problems)
        amounts["low"][at], amounts["likely"][at], amounts["high"][at] = low, likely, high
        methods[at] = row.choice("method", ("observed", "ratio", "regression"), problems, "observed")
        source_ids[at], steps[at] = row.text("source_id"), row.text("steps")
        year = row.number("data_year", problems, 0.0)
        years[at] = np.int16(0 if np.isnan(year) else year)
    labour = _read_long(folder, LABOUR, "term", "value", rows, problems)
    return WageTable(
        tuple(location_ids),
        price_year,
        Range(amounts["low"], amounts["likely"], amounts["high"]),
        methods,
        years,
        source_ids,
        steps,
        _premiums(folder, rows, problems),
        labour.get(MINIMUM, _unknown(rows)).likely,
        labour.get(CONTRIBUTIONS, _unknown(rows)),
        labour.get(EXTRA_MONTHS, _unknown(rows)),
    )


def read_labour_terms(folder: Path, location_ids: Sequence[str], problems: Problems) -> dict[str, Range]:
    """labour.csv: term to low, value and high for every location."""
    rows = {location: i for i, location in enumerate(location_ids)}
    return _read_long(folder, LABOUR, "term", "value", rows, problems)


_OCCUPATION = {occupation: i for i, occupation in enumerate(OCCUPATIONS)}


def _premiums(folder: Path, rows: Mapping[str, int], problems: Problems) -> dict[WorkKind, Range]:
    read = _read_long(folder, PREMIUM, "work_kind", "likely", rows, problems)
    return {kind: read.get(kind.value, _unknown(rows)) for kind in WorkKind}


def _unknown(rows: Mapping[str, int]) -> Range:
    return Range.certain(np.full(len(rows), np.nan))


def _read_long(
    folder: Path, file: str, key: str, value: str, rows: Mapping[str, int], problems: Problems
) -> dict[str, Range]:
    """A long table of (location, key, low, value, high) as arrays by key."""
    if not (folder / file).is_file():
        return {}
    found: dict[str, tuple[FloatArray, FloatArray, FloatArray]] = {}
    for row in read_table(folder, file, ("location_id", key, value), problems):
        at = _place(row, "location_id", rows, problems)
        if at is None:
            continue
        blank: list[NDArray[np.float64]] = [np.full(len(rows), np.nan) for _ in range(3)]
        arrays = found.setdefault(row.text(key), (blank[0], blank[1], blank[2]))
        for array, number in zip(arrays, _triple(row, value, problems), strict=True):
            array[at] = number
    return {name: Range(*arrays) for name, arrays in found.items()}


def _triple(row: Row, likely: str, problems: Problems) -> tuple[float, float, float]:
    """Low, likely and high; blank ends are the likely value itself."""
    value = row.number(likely, problems)
    low, high = row.number("low", problems, value), row.number("high", problems, value)
    if not low <= value <= high and not np.isnan(value):
        message = f"The figure {value:g} lies outside its own interval."
        problems.error(row.file, row.line, likely, message, "Correct low, the figure or high.")
    return low, value, high


def _place(row: Row, column: str, known: Mapping[str, int], problems: Problems) -> int | None:
    at = known.get(row.text(column))
    if at is None:
        message = f"'{row.text(column)}' is not known."
        cure = "Use an id from locations.csv." if column == "location_id" else f"Use {', '.join(known)}."
        problems.error(row.file, row.line, column, message, cure)
    return at
