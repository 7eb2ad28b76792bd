"""wages.csv, premium.csv and labour.csv: what the wage cost of a location is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple, Protocol, TypeVar

import numpy as np

from advisor.costs.contributions import WorkKind
from advisor.costs.functions import OCCUPATIONS
from advisor.costs.ranges import FloatArray, Range
from advisor.costs.wages import WageTable
from advisor.datapack.columns import Choice, Number, Reference, Text, Year
from advisor.datapack.problems import Problems, shown
from advisor.datapack.reading import is_present
from advisor.datapack.tables import Table
from advisor.words.translation import mark, t

CONTRIBUTIONS, MINIMUM, EXTRA_MONTHS = (
    "employer_contributions_pct",
    "minimum_wage_usd_month",
    "statutory_extra_months",
)
HIGHEST_PAY = 1e6  # USD a month
# What a figure of labour.csv may be, by its term; other terms are kept as they are.
TERM_LIMITS: Mapping[str, tuple[float, float]] = {
    CONTRIBUTIONS: (0.0, 200.0),
    MINIMUM: (0.0, HIGHEST_PAY),
    EXTRA_MONTHS: (0.0, 24.0),
    "benefits_pct": (0.0, 200.0),
    "full_time_hours": (1.0, 100.0),
    "annual_leave_days": (0.0, 260.0),
    "redundancy_weeks": (0.0, 520.0),
    "attrition_pct": (0.0, 500.0),
    "wage_inflation_pct": (-90.0, 100_000.0),
    "consumer_inflation_pct": (-90.0, 100_000.0),
    "currency_volatility_pct": (0.0, 100_000.0),
    "gdp_per_capita_usd": (1.0, 1e8),
    "weekly_hours": (1.0, 100.0),
}
_PLACE = Reference(mark("The place."), required=True, filled=True, table="locations.csv")
_SOURCES = Reference(mark("Where it comes from."), table="sources.csv", several=True)
_NOTE = Text(mark("A remark."))
_METHODS = ("observed", "ratio", "regression", "estimated", "imputed", "user")


class WageRow(NamedTuple):
    """One line of wages.csv."""

    line: int
    location_id: Annotated[str, _PLACE]
    occupation: Annotated[
        str,
        Choice(
            mark("The occupation, or an ISCO-08 major group of occupations."),
            required=True,
            filled=True,
            allowed=OCCUPATIONS,
        ),
    ]
    year: Annotated[int, Year(mark("The price year, as in pack.toml."))]
    low: Annotated[float, Number(mark("10th percentile."), above=0, greatest=HIGHEST_PAY)]
    likely: Annotated[
        float,
        Number(
            mark("Gross pay of a month; blank is unknown."),
            required=True,
            above=0,
            greatest=HIGHEST_PAY,
            unit=mark("USD"),
        ),
    ]
    high: Annotated[float, Number(mark("90th percentile."), above=0, greatest=HIGHEST_PAY)]
    method: Annotated[
        str,
        Choice(mark("How it came about."), allowed=("observed", "ratio", "regression"), default="observed"),
    ]
    data_year: Annotated[int, Year(mark("The year of the newest figure behind it."))]
    source_id: Annotated[str, _SOURCES]
    steps: Annotated[str, Text(mark("How it came about, for people."))]
    note: Annotated[str, _NOTE]


class PremiumRow(NamedTuple):
    """One line of premium.csv."""

    line: int
    location_id: Annotated[str, _PLACE]
    work_kind: Annotated[
        str,
        Choice(
            mark("The kind of work."),
            required=True,
            filled=True,
            allowed=tuple(kind.value for kind in WorkKind),
        ),
    ]
    low: Annotated[float, Number(mark("Low end."), least=-3, greatest=3)]
    likely: Annotated[
        float,
        Number(
            mark("Natural logarithm of what work for export pays over the national wage; 0 is none."),
            required=True,
            least=-3,
            greatest=3,
        ),
    ]
    high: Annotated[float, Number(mark("High end."), least=-3, greatest=3)]
    method: Annotated[str, Choice(mark("How it came about."), allowed=_METHODS, default="observed")]
    source_id: Annotated[str, _SOURCES]
    note: Annotated[str, _NOTE]


class LabourRow(NamedTuple):
    """One line of labour.csv."""

    line: int
    location_id: Annotated[str, _PLACE]
    term: Annotated[
        str,
        Text(
            mark("What the figure is: {names}, or another."),
            required=True,
            filled=True,
            names=tuple(TERM_LIMITS),
        ),
    ]
    year: Annotated[int, Year(mark("The year of the figure."))]
    value: Annotated[float, Number(mark("The figure, in the unit that its name says."), required=True)]
    low: Annotated[float, Number(mark("Low end."))]
    high: Annotated[float, Number(mark("High end."))]
    method: Annotated[str, Choice(mark("How it came about."), allowed=_METHODS, default="observed")]
    source_id: Annotated[str, _SOURCES]
    note: Annotated[str, _NOTE]


WAGES = Table(
    "wages.csv",
    WageRow,
    mark("National pay by occupation group, in US dollars of the price year."),
    key=("location_id", "occupation"),
    key_shown="occupation",
)
PREMIUM = Table(
    "premium.csv",
    PremiumRow,
    mark("What work for export pays over the national wage."),
    key=("location_id", "work_kind"),
    key_shown="work_kind",
)
LABOUR = Table(
    "labour.csv",
    LabourRow,
    mark("Terms of employment: contributions, minimum wage, extra months, redundancy, turnover."),
    key=("location_id", "term"),
    key_shown="term",
)


def read_labour_terms(folder: Path, location_ids: Sequence[str], problems: Problems) -> dict[str, Range]:
    """labour.csv: term to low, value and high for every location; empty where the pack has none."""
    known = set(location_ids)
    rows = [row for row in LABOUR.read(folder, problems) if row.location_id in known]
    for row in rows:
        least, greatest = TERM_LIMITS.get(row.term, (-np.inf, np.inf))
        for name, figure in (("value", row.value), ("low", row.low), ("high", row.high)):
            if figure < least or figure > greatest:
                message = t("{number} cannot be {term}.", number=f"{figure:g}", term=shown(row.term))
                cure = t(
                    "It lies between {least} and {greatest}.", least=f"{least:g}", greatest=f"{greatest:g}"
                )
                problems.error(LABOUR.file, row.line, name, message, cure)
    ends = [(row.low, row.value, row.high) for row in rows]
    return _by_key(LABOUR.file, rows, [row.term for row in rows], ends, location_ids, problems)


def read_wages(
    folder: Path,
    location_ids: Sequence[str],
    price_year: int,
    labour: Mapping[str, Range],
    problems: Problems,
) -> WageTable | None:
    """The wage tables of a pack as arrays, None where it has none."""
    if not is_present(folder, WAGES.file):
        return None
    places = {location: i for i, location in enumerate(location_ids)}
    groups = {occupation: i for i, occupation in enumerate(OCCUPATIONS)}
    rows = [row for row in WAGES.read(folder, problems) if row.location_id in places]
    for row in rows:
        if row.year and price_year and row.year != price_year:
            message = t("The price year is {year}, not {other}.", year=row.year, other=price_year)
            cure = t("Bring the figure to the prices of the pack, or correct price_year in pack.toml.")
            problems.warning(WAGES.file, row.line, "year", message, cure)
    rows, ends = _ends(WAGES.file, rows, [(row.low, row.likely, row.high) for row in rows], problems)
    shape = (len(places), len(groups))
    methods, source_ids, steps = (np.full(shape, "", dtype=object) for _ in range(3))
    low, likely, high = (np.full(shape, np.nan) for _ in range(3))
    years = np.zeros(shape, dtype=np.int16)
    at = [places[row.location_id] for row in rows], [groups[row.occupation] for row in rows]
    low[at], likely[at], high[at] = ends
    methods[at], source_ids[at] = [row.method for row in rows], [row.source_id for row in rows]
    steps[at], years[at] = [row.steps for row in rows], [row.data_year for row in rows]
    unknown = Range.unknown(len(places))
    return WageTable(
        tuple(location_ids),
        price_year,
        Range(low, likely, high),
        methods,
        years,
        source_ids,
        steps,
        _premiums(folder, location_ids, problems),
        labour.get(MINIMUM, unknown).likely,
        labour.get(CONTRIBUTIONS, unknown),
        labour.get(EXTRA_MONTHS, unknown),
    )


def _premiums(folder: Path, location_ids: Sequence[str], problems: Problems) -> dict[WorkKind, Range]:
    known = set(location_ids)
    rows = [row for row in PREMIUM.read(folder, problems) if row.location_id in known]
    ends = [(row.low, row.likely, row.high) for row in rows]
    read = _by_key(PREMIUM.file, rows, [row.work_kind for row in rows], ends, location_ids, problems)
    unknown = Range.unknown(len(location_ids))
    return {kind: read.get(kind.value, unknown) for kind in WorkKind}


class _PlaceRow(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def location_id(self) -> str: ...


_R = TypeVar("_R", bound=_PlaceRow)
_Ends = tuple[float, float, float]


def _by_key(
    file: str,
    rows: Sequence[_R],
    keys: Sequence[str],
    ends: Sequence[_Ends],
    location_ids: Sequence[str],
    problems: Problems,
) -> dict[str, Range]:
    """A long table with a key and low, figure and high for each row as arrays by key."""
    places = {location: i for i, location in enumerate(location_ids)}
    key_of = {row.line: key for row, key in zip(rows, keys, strict=True)}
    good, figures = _ends(file, rows, ends, problems)
    found: dict[str, Range] = {}
    for key in dict.fromkeys(keys):
        at = [n for n, row in enumerate(good) if key_of[row.line] == key]
        arrays = np.full((3, len(places)), np.nan)
        arrays[:, [places[good[n].location_id] for n in at]] = figures[:, at]
        found[key] = Range(*arrays)
    return found


def _ends(
    file: str, rows: Sequence[_R], ends: Sequence[_Ends], problems: Problems
) -> tuple[list[_R], FloatArray]:
    """The rows whose figure is known and lies within its interval, with low, figure and high, (3, n).

    Blank ends are the figure itself.
    """
    low, likely, high = np.array(ends, dtype=np.float64).reshape(-1, 3).T
    low, high = np.where(np.isnan(low), likely, low), np.where(np.isnan(high), likely, high)
    good = (low <= likely) & (likely <= high)
    for n in np.flatnonzero((low > likely) | (likely > high)).tolist():
        message = t("The figure {number} lies outside its own interval.", number=f"{likely[n]:g}")
        where = "low" if low[n] > likely[n] else "high"
        problems.error(file, rows[n].line, where, message, t("Correct low, the figure or high."))
    kept = np.flatnonzero(good)
    return [rows[n] for n in kept.tolist()], np.stack([low, likely, high])[:, kept]
