"""Loaded wage cost of one full-time employee, for one business function over all locations at once.

The steps (and what each adds): mean of the occupation groups' base wages;
tradable-services premium, as a factor of its own; never below the statutory
minimum wage; employer contributions; months paid a year.

How intervals combine: the base wages of one place come from the same surveys
and move together, so their low (high) ends are added up as they are. The
premium and the contributions are independent of them and of each other: their
distances from the likely value, on the logarithm, are combined in quadrature,
downwards and upwards apart. All intervals are 80 % (P10 to P90).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.costs.contributions import WorkKind
from advisor.costs.functions import DEVELOPERS, OCCUPATIONS, FunctionMix
from advisor.costs.ranges import FloatArray, Range

MONTHS = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class WageTable:
    """Everything that the wage cost of m locations is made of, in USD of one price year.

    Attributes:
        locations: m ids.
        price_year: year whose dollars the money is in.
        wages: low, likely, high of shape (m, 5), columns as ``OCCUPATIONS``; USD a month gross.
        methods: (m, 5) texts: observed, ratio, regression, or empty where unknown.
        data_years: (m, 5) year of the newest figure behind each wage, 0 where none.
        source_ids: (m, 5) source ids joined with ";".
        steps: (m, 5) how each wage came about.
        premiums: kind of work to log premium over the national average, m each.
        minimum_wage: (m,) USD a month, NaN where there is none or it is unknown.
        contributions: employer contributions in percent of the gross wage, m each.
        extra_months: statutory months paid beyond twelve; NaN where unknown.
    """

    locations: tuple[str, ...]
    price_year: int
    wages: Range
    methods: NDArray[np.object_]
    data_years: NDArray[np.int16]
    source_ids: NDArray[np.object_]
    steps: NDArray[np.object_]
    premiums: dict[WorkKind, Range]
    minimum_wage: FloatArray
    contributions: Range
    extra_months: Range


@dataclass(frozen=True, slots=True, eq=False)
class LoadedWages:
    """Wage cost of one full-time employee in one function, over m locations.

    Attributes:
        base_month: mean of the occupation groups' wages, USD a month gross.
        premium_factor: likely factor that the tradable-services premium puts on it, 1 or more.
        wage_month: wage paid, premium and minimum wage included, USD a month gross.
        at_minimum: (m,) whether the likely wage was lifted to the minimum wage.
        contribution_pct: employer contributions, percent of the wage; 0 where unknown.
        contributions_known: (m,).
        months: likely months paid a year; 12 where ``months_known`` is false.
        months_known: (m,) whether the law on extra months is known.
        year_cost: loaded cost of a year, USD.
        methods: the weakest method among the occupation groups: observed, ratio, regression, or empty.
        data_years: oldest year among the groups' figures, 0 where none.
        source_ids: source ids of all groups joined with ";".
        steps: how each group's wage came about.
    """

    base_month: Range
    premium_factor: Range
    wage_month: Range
    at_minimum: NDArray[np.bool_]
    contribution_pct: Range
    contributions_known: NDArray[np.bool_]
    months: Range
    months_known: NDArray[np.bool_]
    year_cost: Range
    methods: tuple[str, ...]
    data_years: NDArray[np.int16]
    source_ids: tuple[str, ...]
    steps: tuple[str, ...]


def _weighted(columns: FloatArray, shares: FloatArray) -> FloatArray:
    used = shares > 0
    mean: FloatArray = columns[:, used] @ shares[used]
    return mean


def _combine(likely: FloatArray, parts: Sequence[Range]) -> Range:
    """``likely`` with the log distances of independent factors combined in quadrature."""
    down = np.sqrt(sum(np.log(part.low / part.likely) ** 2 for part in parts))
    up = np.sqrt(sum(np.log(part.high / part.likely) ** 2 for part in parts))
    return Range(likely * np.exp(-down), likely, likely * np.exp(up))


def _known_or(estimate: Range, otherwise: float) -> tuple[Range, NDArray[np.bool_]]:
    known = ~np.isnan(estimate.likely)

    def fill(values: FloatArray) -> FloatArray:
        return np.where(np.isnan(values), np.where(known, estimate.likely, otherwise), values)

    return Range(fill(estimate.low), fill(estimate.likely), fill(estimate.high)), known


def loaded_wages(table: WageTable, mix: FunctionMix) -> LoadedWages:
    """Loaded wage cost in every location for the function of ``mix``.

    A location is unknown (NaN) when the wage of any occupation group with a
    share in the mix is unknown. Unknown contributions count as none and are
    reported as unknown; so do unknown extra months.

    Args:
        table: what wages are made of, m locations.
        mix: occupation shares and kind of work.

    Returns:
        Arrays over the m locations, in their order.
    """
    shares = np.array([mix.shares.get(occupation, 0.0) for occupation in OCCUPATIONS])
    base = Range(
        *(_weighted(part, shares) for part in (table.wages.low, table.wages.likely, table.wages.high))
    )
    factor = _premium_factor(table, mix, shares, base)
    paid = _combine(base.likely * factor.likely, (base, factor))
    floor = np.where(np.isnan(table.minimum_wage), 0.0, table.minimum_wage)
    wage = Range(*(np.maximum(part, floor) for part in (paid.low, paid.likely, paid.high)))
    contributions, contributions_known = _known_or(table.contributions, 0.0)
    load = Range(
        *(1.0 + part / 100.0 for part in (contributions.low, contributions.likely, contributions.high))
    )
    extra, months_known = _known_or(table.extra_months, 0.0)
    months = Range(MONTHS + extra.low, MONTHS + extra.likely, MONTHS + extra.high)
    year = _combine(wage.likely * load.likely * months.likely, (wage, load, months))
    rows = [_provenance(table, row, shares) for row in range(len(table.locations))]
    return LoadedWages(
        base,
        factor,
        wage,
        paid.likely < floor,
        contributions,
        contributions_known,
        months,
        months_known,
        year,
        tuple(row[0] for row in rows),
        np.array([row[1] for row in rows], dtype=np.int16),
        tuple(row[2] for row in rows),
        tuple(row[3] for row in rows),
    )


def _premium_factor(table: WageTable, mix: FunctionMix, shares: FloatArray, base: Range) -> Range:
    """Factor on the whole base wage; developers' pay already holds the premium and gets none."""
    premium, _ = _known_or(table.premiums[mix.work], 0.0)
    developers = shares[OCCUPATIONS.index(DEVELOPERS)]
    if developers == 0:
        return Range(np.exp(premium.low), np.exp(premium.likely), np.exp(premium.high))
    pay = table.wages.likely[:, OCCUPATIONS.index(DEVELOPERS)] * developers
    rest = base.likely - pay

    def factor(log_premium: FloatArray) -> FloatArray:
        whole: FloatArray = (pay + rest * np.exp(log_premium)) / base.likely
        return whole

    return Range(factor(premium.low), factor(premium.likely), factor(premium.high))


_WEAKEST = ("observed", "ratio", "regression")


def _provenance(table: WageTable, row: int, shares: FloatArray) -> tuple[str, int, str, str]:
    used = [column for column in range(len(OCCUPATIONS)) if shares[column] > 0]
    methods = [str(table.methods[row, column]) for column in used]
    if "" in methods:
        return "", 0, "", ""
    years = [int(table.data_years[row, column]) for column in used]
    ids = dict.fromkeys(i for column in used for i in str(table.source_ids[row, column]).split(";") if i)
    steps = "; ".join(f"{OCCUPATIONS[column]}: {table.steps[row, column]}" for column in used)
    return max(methods, key=_WEAKEST.index), min(years), ";".join(ids), steps
