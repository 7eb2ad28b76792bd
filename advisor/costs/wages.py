"""Pay for one business function over all locations at once: what the total cost starts from.

How intervals combine: the base wages of one place come from the same surveys
and move together, so their low (high) ends are added up as they are. All
intervals are 80 % (P10 to P90).
"""

from __future__ import annotations

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
        wages: low, likely, high of shape (m, k), columns as ``OCCUPATIONS``; USD a month gross.
        methods: (m, k) texts: observed, ratio, regression, or empty where unknown.
        data_years: (m, k) year of the newest figure behind each wage, 0 where none.
        source_ids: (m, k) source ids joined with ";".
        steps: (m, k) how each wage came about.
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

    def __post_init__(self) -> None:
        for part in (self.methods, self.data_years, self.source_ids, self.steps, self.minimum_wage):
            part.setflags(write=False)


@dataclass(frozen=True, slots=True, eq=False)
class FunctionWages:
    """Pay of one full-time employee in one function, over m locations.

    Attributes:
        base_month: mean of the occupations' wages, USD a month gross.
        premium: factor on the exposed part of it for work done for clients abroad, 1 or more.
        exposed: (m,) share of the pay, 0 to 1, of people other than developers: the premium and
            what providers pay bear on it, because pay of developers is measured with both.
        contribution_pct: (m,) employer contributions, percent of the wage; NaN where unknown.
        months: (m,) months paid a year; 12 where ``months_known`` is false.
        months_known: (m,) whether the law on extra months is known.
        methods: the weakest method among the occupations: observed, ratio, regression, or empty.
        data_years: oldest year among the occupations' figures, 0 where none.
        source_ids: source ids of all occupations joined with ";".
        steps: how each occupation's wage came about.
    """

    base_month: Range
    premium: Range
    exposed: FloatArray
    contribution_pct: FloatArray
    months: FloatArray
    months_known: NDArray[np.bool_]
    methods: tuple[str, ...]
    data_years: NDArray[np.int16]
    source_ids: tuple[str, ...]
    steps: tuple[str, ...]

    def take(self, rows: NDArray[np.intp]) -> FunctionWages:
        """The same for some of the locations, each as often as its row is named."""

        def texts(of: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(of[row] for row in rows)

        return FunctionWages(
            self.base_month[rows],
            self.premium[rows],
            self.exposed[rows],
            self.contribution_pct[rows],
            self.months[rows],
            self.months_known[rows],
            texts(self.methods),
            self.data_years[rows],
            texts(self.source_ids),
            texts(self.steps),
        )


def function_wages(table: WageTable, mix: FunctionMix) -> FunctionWages:
    """Pay in every location for the function of ``mix``.

    A location is unknown (NaN) when the wage of any occupation with a share in
    the mix is unknown.

    Args:
        table: what wages are made of, m locations.
        mix: occupation shares and kind of work.

    Returns:
        Arrays over the m locations, in their order.
    """
    shares = np.array([mix.shares.get(occupation, 0.0) for occupation in OCCUPATIONS])
    used = shares > 0
    ends = (table.wages.low, table.wages.likely, table.wages.high)
    base = Range(*(end[:, used] @ shares[used] for end in ends))
    at = OCCUPATIONS.index(DEVELOPERS)
    developers = table.wages.likely[:, at] * shares[at] if used[at] else np.zeros(len(table.locations))
    log_premium = table.premiums[mix.work].filled(0.0, 0.0, 0.0)
    if len(log_premium) != len(base):
        log_premium = Range.certain(np.zeros(len(base)))
    premium = Range(np.exp(log_premium.low), np.exp(log_premium.likely), np.exp(log_premium.high))
    months_known = ~np.isnan(table.extra_months.likely)
    rows = [_provenance(table, row, shares) for row in range(len(table.locations))]
    return FunctionWages(
        base_month=base,
        premium=premium,
        exposed=np.clip(1.0 - np.nan_to_num(developers / base.likely, nan=0.0), 0.0, 1.0),
        contribution_pct=table.contributions.likely,
        months=MONTHS + np.where(months_known, table.extra_months.likely, 0.0),
        months_known=months_known,
        methods=tuple(row[0] for row in rows),
        data_years=np.array([row[1] for row in rows], dtype=np.int16),
        source_ids=tuple(row[2] for row in rows),
        steps=tuple(row[3] for row in rows),
    )


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
