"""values.csv: the figures in long form, one a line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np

from advisor.core.cells import Cells
from advisor.core.criteria import Criterion
from advisor.core.matrix import CellMethod
from advisor.core.value_functions import LogValue
from advisor.datapack.columns import Choice, Number, Reference, Text, Year
from advisor.datapack.location import Location
from advisor.datapack.problems import Problems
from advisor.datapack.tables import Table
from advisor.words.translation import mark, t

METHODS = {
    "observed": CellMethod.OBSERVED,
    "estimated": CellMethod.ESTIMATED,
    "imputed": CellMethod.IMPUTED,
    "user": CellMethod.USER,
}
# So many times the distance of the goalposts beyond one of them, a figure is likely in another unit; where
# many figures lie far out, less is enough. (Inflation in Venezuela is a true figure at 98 times.)
_ABSURD, _FAR = 1000.0, 20.0
METHOD_HELP = mark("How the figure came about.")


class ValueRow(NamedTuple):
    """One line of values.csv."""

    line: int
    location_id: Annotated[
        str, Reference(mark("The place."), required=True, filled=True, table="locations.csv")
    ]
    criterion_id: Annotated[
        str, Reference(mark("The criterion."), required=True, filled=True, table="criteria.csv")
    ]
    year: Annotated[int, Year(mark("The year of the figure; of several the latest counts."))]
    value: Annotated[float, Number(mark("The figure; blank is unknown."), required=True)]
    low: Annotated[float, Number(mark("Low end of its interval."))]
    high: Annotated[float, Number(mark("High end of its interval."))]
    method: Annotated[str, Choice(METHOD_HELP, allowed=tuple(METHODS), default="observed")]
    source_id: Annotated[str, Reference(mark("Where it comes from."), table="sources.csv", several=True)]
    note: Annotated[str, Text(mark("A remark, shown beside the figure."))]


VALUES = Table(
    "values.csv",
    ValueRow,
    mark("The figures, one a line. Leave unknown figures out, or blank."),
    key=("location_id", "criterion_id", "year"),
    key_shown="value",
    needed=True,
)


def read_values(
    folder: Path, locations: Sequence[Location], criteria: Sequence[Criterion], problems: Problems
) -> Cells:
    """The figures of a pack as arrays; where a figure is given for several years, the latest."""
    rows = {location.id: i for i, location in enumerate(locations)}
    columns = {criterion.id: j for j, criterion in enumerate(criteria)}
    shape = (len(rows), len(columns))
    values, low, high = (np.full(shape, np.nan) for _ in range(3))
    methods, years = np.zeros(shape, np.int8), np.zeros(shape, np.int16)
    sources, notes = (np.full(shape, "", dtype=object) for _ in range(2))
    start = len(problems.found)
    for row in VALUES.read(folder, problems):
        i, j = rows.get(row.location_id), columns.get(row.criterion_id)
        if i is None or j is None or math.isnan(row.value):
            continue
        if criteria[j].computed:
            _note_computed(row, problems)
            continue
        if row.low > row.value or row.high < row.value:
            _note_interval(row, problems)
            continue
        if not math.isnan(values[i, j]) and years[i, j] > row.year:
            continue
        values[i, j], low[i, j], high[i, j] = row.value, row.low, row.high
        years[i, j], methods[i, j] = row.year, METHODS[row.method]
        sources[i, j], notes[i, j] = row.source_id, row.note
    for j, criterion in enumerate(criteria):
        if not criterion.computed:
            _check_goalposts(criterion, locations, values[:, j], problems)
    problems.sort_from(start)
    return Cells(values, low, high, methods, years, sources, notes)


def _note_computed(row: ValueRow, problems: Problems) -> None:
    message = t("'{id}' is computed, so this figure is not used.", id=row.criterion_id)
    cure = t("Remove it, or blank 'computed' in criteria.csv.")
    problems.warning(VALUES.file, row.line, "value", message, cure)


def _note_interval(row: ValueRow, problems: Problems) -> None:
    message = t("The value {value} lies outside its own interval.", value=f"{row.value:g}")
    where = "low" if row.low > row.value else "high"
    problems.error(VALUES.file, row.line, where, message, t("Correct low, value or high."))


def _check_goalposts(
    criterion: Criterion, locations: Sequence[Location], figures: np.ndarray, problems: Problems
) -> None:
    """Warn of figures that cannot be in the unit of the goalposts, and of goalposts that none reaches."""
    lower, upper = sorted((criterion.value_function.worst, criterion.value_function.best))
    line = problems.line_of("criteria.csv", criterion.id)
    known = figures[~np.isnan(figures)]
    with np.errstate(over="ignore", divide="ignore"):  # endlessly far is far
        if isinstance(criterion.value_function, LogValue):
            beyond = np.maximum(known / upper, lower / np.where(known > 0, known, lower))
        else:
            beyond = np.maximum(known - upper, lower - known) / (upper - lower)
    if np.any(beyond > _ABSURD) or np.count_nonzero(beyond > _FAR) > known.size / 4:
        value = known[int(np.argmax(beyond))]
        location = locations[int(np.flatnonzero(figures == value)[0])].id
        message = t(
            "{value} for '{location}' lies far beyond the goalposts of '{criterion}', {lower} to {upper}.",
            value=f"{value:g}", location=location, criterion=criterion.id,
            lower=f"{lower:g}", upper=f"{upper:g}",
        )  # fmt: skip
        cure = t("Check that the figures are in the unit of the criterion.")
        problems.warning(VALUES.file, 0, "value", message, cure)
    if known.size > 1 and (np.all(known <= lower) or np.all(known >= upper)):
        message = t(
            "All figures of '{criterion}' lie beyond one of its goalposts, so all places score the same.",
            criterion=criterion.id,
        )
        cure = t("Choose goalposts between which figures lie.")
        problems.warning("criteria.csv", line, "lower", message, cure)
