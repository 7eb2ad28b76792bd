"""tco.csv and fx.csv: the rates of the total-cost model, and what a dollar buys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple, cast

from advisor.costs.currency import ExchangeRate, ExchangeRates, nearest_rates
from advisor.costs.parameters import (
    LIMITS,
    OTHER_WORK,
    AppliesTo,
    Basis,
    CostParameter,
    CostParameters,
    ParameterError,
)
from advisor.costs.ranges import Range
from advisor.datapack.columns import Checked, Choice, Number, Reference, Text, Year
from advisor.datapack.cost_facts import CostTables
from advisor.datapack.problems import Problems, shown
from advisor.datapack.reading import is_present
from advisor.datapack.tables import Table
from advisor.words.data_words import data_text
from advisor.words.translation import mark, t

_UNITS = {"_pct": "%", "_months": "months", "_usd": "USD", "_km": "km"}


def _currency(code: str) -> str:
    if len(code) != 3 or not code.isascii() or not code.isalpha():
        message = t("'{text}' is not a currency.", text=shown(code))
        raise ValueError(message, t("Write an ISO 4217 code such as EUR."))
    return code.upper()


class RateRow(NamedTuple):
    """One line of fx.csv."""

    line: int
    currency: Annotated[
        str,
        Checked(
            mark("The currency."),
            required=True,
            filled=True,
            check=_currency,
            described=mark("ISO 4217 code"),
        ),
    ]
    year: Annotated[int, Year(mark("The year whose mean it is."), required=True, filled=True)]
    per_usd: Annotated[
        float,
        Number(
            mark("What one US dollar buys."),
            required=True,
            filled=True,
            above=0,
            unit=mark("units of the currency"),
        ),
    ]
    source_id: Annotated[str, Reference(mark("Where it comes from."), table="sources.csv", several=True)]


class ParameterRow(NamedTuple):
    """One line of tco.csv."""

    line: int
    parameter: Annotated[
        str,
        Text(
            mark("A rate of the cost model: {names}."),
            required=True,
            filled=True,
            names=(*LIMITS, *OTHER_WORK),
        ),
    ]
    low: Annotated[float, Number(mark("Low end of what has been published."), required=True, filled=True)]
    likely: Annotated[float, Number(mark("The figure that is used."), required=True, filled=True)]
    high: Annotated[float, Number(mark("High end of what has been published."), required=True, filled=True)]
    unit: Annotated[str, Text(mark("Unit: `%`, `% a year`, `months`, `USD`, `km`; blank is `%`."))]
    base: Annotated[str, Text(mark("What a percentage is taken of."))]
    basis: Annotated[
        str,
        Choice(
            mark("`published` lines are the ranges behind a rate, which are only shown."),
            required=True,
            filled=True,
            allowed=("source", "assumption", "published"),
        ),
    ]
    source: Annotated[str, Reference(mark("Where it comes from."), table="sources.csv", several=True)]
    year: Annotated[str, Text(mark("The year of the publication."))]
    note: Annotated[str, Text(mark("Where the figures stand, and how conflicting ones were resolved."))]
    label: Annotated[str, Text(mark("What people read; blank is the parameter."))]
    applies: Annotated[
        str,
        Choice(
            mark("Which form of delivery it matters to."),
            allowed=("both", "captive", "provider"),
            default="both",
        ),
    ]


RATES = Table(
    "fx.csv",
    RateRow,
    mark("Exchange rates, for costs in other currencies. The year nearest to the price year counts."),
    key=("currency", "year"),
    key_shown="year",
)
PARAMETERS = Table(
    "tco.csv",
    ParameterRow,
    mark("The rates of the total-cost model. All rates must be there once, with their range."),
)


def read_cost_tables(
    folder: Path, price_year: int, labour: Mapping[str, Range], problems: Problems
) -> CostTables | None:
    """The cost tables of a pack, None where it has no tco.csv."""
    if not is_present(folder, PARAMETERS.file):
        return None
    parameters = read_parameters(folder, problems)
    rates = read_rates(folder, price_year, problems)
    return None if parameters is None else CostTables(parameters, rates, labour)


def read_rates(folder: Path, price_year: int, problems: Problems) -> ExchangeRates:
    """The exchange rates of a pack, of each currency that of the year nearest to ``price_year``."""
    rates = (
        ExchangeRate(row.currency, row.year, row.per_usd, row.source_id)
        for row in RATES.read(folder, problems)
    )
    return nearest_rates(rates, price_year)


def read_parameters(folder: Path, problems: Problems) -> CostParameters | None:
    """The rates of the cost model, None where they cannot be used."""
    before = len(problems.errors)
    rows = PARAMETERS.read(folder, problems)
    published: dict[str, list[str]] = {}
    for row in rows:
        if row.basis == "published":
            published.setdefault(row.parameter, []).append(_sentence(row))
    found: dict[str, CostParameter] = {}
    lines: dict[str, int] = {}
    for row in rows:
        if row.basis == "published":
            continue
        if row.parameter in lines:
            message = t(
                "'{id}' is already on line {line}.", id=shown(row.parameter), line=lines[row.parameter]
            )
            problems.error(PARAMETERS.file, row.line, "parameter", message, t("Keep one of the two lines."))
            continue
        lines[row.parameter] = row.line
        parameter = _parameter(row, published.get(row.parameter, []), problems)
        if parameter is not None:
            found[row.parameter] = parameter
    if len(problems.errors) > before:
        return None
    other_work = {OTHER_WORK[key]: found.pop(key) for key in OTHER_WORK if key in found}
    try:
        return CostParameters(found, other_work=other_work)
    except ParameterError as error:
        problems.error(PARAMETERS.file, 0, "parameter", str(error), t("Add a line for each of them."))
        return None


def _parameter(row: ParameterRow, published: Sequence[str], problems: Problems) -> CostParameter | None:
    if row.parameter not in {*LIMITS, *OTHER_WORK}:
        message = t("There is no rate '{id}' in the cost model.", id=shown(row.parameter))
        problems.error(PARAMETERS.file, row.line, "parameter", message, t("Correct or remove it."))
        return None
    unit = next((unit for ending, unit in _UNITS.items() if row.parameter.endswith(ending)), "")
    if unit and row.unit and not row.unit.startswith(unit):
        message = t("'{id}' cannot be in {unit}.", id=row.parameter, unit=shown(row.unit))
        problems.error(PARAMETERS.file, row.line, "unit", message, t("Give it in {unit}.", unit=unit))
        return None
    try:
        return CostParameter(
            id=OTHER_WORK.get(row.parameter, row.parameter),
            label=row.label or row.parameter,
            low=row.low,
            likely=row.likely,
            high=row.high,
            unit=row.unit or "%",
            base=row.base,
            applies=cast("AppliesTo", row.applies),
            basis=cast("Basis", row.basis),
            source_ids=tuple(part.strip() for part in row.source.split(";") if part.strip()),
            note=row.note,
            published=tuple(published),
        )
    except ParameterError as error:
        problems.error(PARAMETERS.file, row.line, "likely", str(error), t("Correct the figures."))
        return None


def _sentence(row: ParameterRow) -> str:
    """A published range as a sentence."""
    low, high = f"{row.low:.10g}", f"{row.high:.10g}"
    return t(
        "{figures} {unit} of {base} ({source}): {note}",
        figures=low if low == high else t("{low} to {high}", low=low, high=high),
        unit=data_text(row.unit),
        base=data_text(row.base),
        source=f"{row.source}, {row.year}" if row.year else row.source,
        note=data_text(row.note),
    )
