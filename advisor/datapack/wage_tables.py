"""wages.csv, premium.csv and labour.csv: what the wage cost of a location is made of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from advisor.costs.contributions import WorkKind
from advisor.costs.functions import OCCUPATIONS
from advisor.costs.ranges import Range
from advisor.costs.wages import WageTable
from advisor.datapack.columns import Choice, Number, Reference, Text, Year, column
from advisor.datapack.problems import Problems, shown
from advisor.datapack.reading import is_present
from advisor.datapack.tables import Row, Table
from advisor.words.translation import t

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
    "redundancy_weeks": (0.0, 520.0),
    "attrition_pct": (0.0, 500.0),
    "wage_inflation_pct": (-90.0, 100_000.0),
    "consumer_inflation_pct": (-90.0, 100_000.0),
}
_PLACE = Reference("The place.", required=True, filled=True, table="locations.csv")
_SOURCES = Reference("Where it comes from.", table="sources.csv", several=True)
_NOTE = Text("A remark.")
_METHODS = ("observed", "ratio", "regression", "estimated", "imputed", "user")


@dataclass(frozen=True, slots=True)
class WageRow(Row):
    """One line of wages.csv."""

    location_id: str = column(_PLACE)
    occupation: str = column(
        Choice("The occupation group: ISCO-08 major groups, or developers.",
               required=True, filled=True, allowed=OCCUPATIONS)
    )  # fmt: skip
    year: int = column(Year("The price year, as in pack.toml."))
    low: float = column(Number("10th percentile.", above=0, greatest=HIGHEST_PAY))
    likely: float = column(
        Number(
            "Gross pay of a month; blank is unknown.",
            required=True,
            above=0,
            greatest=HIGHEST_PAY,
            unit="USD",
        )
    )
    high: float = column(Number("90th percentile.", above=0, greatest=HIGHEST_PAY))
    method: str = column(
        Choice("How it came about.", allowed=("observed", "ratio", "regression"), default="observed")
    )
    data_year: int = column(Year("The year of the newest figure behind it."))
    source_id: str = column(_SOURCES)
    steps: str = column(Text("How it came about, for people."))
    note: str = column(_NOTE)


@dataclass(frozen=True, slots=True)
class PremiumRow(Row):
    """One line of premium.csv."""

    location_id: str = column(_PLACE)
    work_kind: str = column(
        Choice(
            "The kind of work.", required=True, filled=True, allowed=tuple(kind.value for kind in WorkKind)
        )
    )
    low: float = column(Number("Low end.", least=-3, greatest=3))
    likely: float = column(
        Number("Natural logarithm of what work for export pays over the national wage; 0 is none.",
               required=True, least=-3, greatest=3)
    )  # fmt: skip
    high: float = column(Number("High end.", least=-3, greatest=3))
    method: str = column(Choice("How it came about.", allowed=_METHODS, default="observed"))
    source_id: str = column(_SOURCES)
    note: str = column(_NOTE)


@dataclass(frozen=True, slots=True)
class LabourRow(Row):
    """One line of labour.csv."""

    location_id: str = column(_PLACE)
    term: str = column(
        Text("What the figure is: " + ", ".join(f"`{term}`" for term in TERM_LIMITS) + ", or another.",
             required=True, filled=True)
    )  # fmt: skip
    year: int = column(Year("The year of the figure."))
    value: float = column(Number("The figure, in the unit that its name says.", required=True))
    low: float = column(Number("Low end."))
    high: float = column(Number("High end."))
    method: str = column(Choice("How it came about.", allowed=_METHODS, default="observed"))
    source_id: str = column(_SOURCES)
    note: str = column(_NOTE)


WAGES = Table(
    "wages.csv",
    WageRow,
    "National pay by occupation group, in US dollars of the price year.",
    key=("location_id", "occupation"),
    key_shown="occupation",
)
PREMIUM = Table(
    "premium.csv",
    PremiumRow,
    "What work for export pays over the national wage.",
    key=("location_id", "work_kind"),
    key_shown="work_kind",
)
LABOUR = Table(
    "labour.csv",
    LabourRow,
    "Terms of employment: contributions, minimum wage, extra months, redundancy, turnover.",
    key=("location_id", "term"),
    key_shown="term",
)


def read_labour_terms(folder: Path, location_ids: Sequence[str], problems: Problems) -> dict[str, Range]:
    """labour.csv: term to low, value and high for every location; empty where the pack has none."""
    rows = LABOUR.read(folder, problems)
    for row in rows:
        least, greatest = TERM_LIMITS.get(row.term, (-np.inf, np.inf))
        for name, figure in (("value", row.value), ("low", row.low), ("high", row.high)):
            if figure < least or figure > greatest:
                message = t("{number} cannot be {term}.", number=f"{figure:g}", term=shown(row.term))
                cure = t(
                    "It lies between {least} and {greatest}.", least=f"{least:g}", greatest=f"{greatest:g}"
                )
                problems.error(LABOUR.file, row.line, name, message, cure)
    return _by_key(
        LABOUR.file,
        ((row.line, row.location_id, row.term, row.low, row.value, row.high) for row in rows),
        location_ids,
        problems,
    )


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
    shape = (len(places), len(groups))
    low, likely, high = (np.full(shape, np.nan) for _ in range(3))
    methods, source_ids, steps = (np.full(shape, "", dtype=object) for _ in range(3))
    years = np.zeros(shape, dtype=np.int16)
    for row in WAGES.read(folder, problems):
        ends = _ends(WAGES.file, row.line, (row.low, row.likely, row.high), problems)
        if ends is None or row.location_id not in places:
            continue
        at = places[row.location_id], groups[row.occupation]
        low[at], likely[at], high[at] = ends
        methods[at], source_ids[at], steps[at] = row.method, row.source_id, row.steps
        years[at] = row.data_year
        if row.year and price_year and row.year != price_year:
            message = t(
                "The price year is {year}, that of the pack {other}.", year=row.year, other=price_year
            )
            cure = t("Bring the figure to the prices of the pack, or correct price_year in pack.toml.")
            problems.warning(WAGES.file, row.line, "year", message, cure)
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
    read = _by_key(
        PREMIUM.file,
        (
            (row.line, row.location_id, row.work_kind, row.low, row.likely, row.high)
            for row in PREMIUM.read(folder, problems)
        ),
        location_ids,
        problems,
    )
    unknown = Range.unknown(len(location_ids))
    return {kind: read.get(kind.value, unknown) for kind in WorkKind}


def _by_key(
    file: str,
    rows: Iterable[tuple[int, str, str, float, float, float]],
    location_ids: Sequence[str],
    problems: Problems,
) -> dict[str, Range]:
    """A long table of line, place, key, low, figure and high as arrays by key."""
    places = {location: i for i, location in enumerate(location_ids)}
    found: dict[str, np.ndarray] = {}
    for line, place, key, *numbers in rows:
        ends = _ends(file, line, (numbers[0], numbers[1], numbers[2]), problems)
        if ends is None or place not in places:
            continue
        if key not in found:
            found[key] = np.full((3, len(places)), np.nan)
        found[key][:, places[place]] = ends
    return {key: Range(*arrays) for key, arrays in found.items()}


def _ends(
    file: str, line: int, ends: tuple[float, float, float], problems: Problems
) -> tuple[float, float, float] | None:
    """Low, likely and high, where blank ends are the likely value itself; None where they cannot be used."""
    low, likely, high = ends
    if math.isnan(likely):
        return None
    low, high = (likely if math.isnan(low) else low), (likely if math.isnan(high) else high)
    if not low <= likely <= high:
        message = t("The figure {number} lies outside its own interval.", number=f"{likely:g}")
        where = "low" if low > likely else "high"
        problems.error(file, line, where, message, t("Correct low, the figure or high."))
        return None
    return low, likely, high
