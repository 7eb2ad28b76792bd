"""What the total-cost model answers: frozen arrays over L places."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from advisor.costs.components import LINE_IDS
from advisor.costs.ranges import FloatArray, frozen
from advisor.costs.terms import EngagementTerms

PROBABILITIES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True, eq=False)
class Quantiles:
    """The 10th, 50th and 90th percentile over the draws, (L,) each; NaN is unknown."""

    p10: FloatArray
    p50: FloatArray
    p90: FloatArray

    @classmethod
    def of(cls, figures: FloatArray) -> Quantiles:
        """Order statistics of (L, S) figures along S; inf is allowed, NaN makes the row unknown."""
        ranks = [round(p * (figures.shape[-1] - 1)) for p in PROBABILITIES]
        unknown = np.isnan(figures.max(axis=-1))
        ordered = _ordered_at(figures, *ranks)
        return cls(*(frozen(np.where(unknown, np.nan, ordered[..., rank])) for rank in ranks))

    @classmethod
    def joined(cls, parts: list[Quantiles]) -> Quantiles:
        """Those of several groups of places, one after another."""
        return cls(
            *(np.concatenate([getattr(part, name) for part in parts]) for name in ("p10", "p50", "p90"))
        )

    def put(self, row: int, other: Quantiles) -> Quantiles:
        """The same with ``row`` taken from the only row of ``other``."""
        arrays = []
        for name in ("p10", "p50", "p90"):
            array = getattr(self, name).copy()
            array[row] = getattr(other, name)[0]
            arrays.append(frozen(array))
        return Quantiles(*arrays)

    def with_middle(self, middle: FloatArray) -> Quantiles:
        """The same with another middle, and ends that hold it."""
        return Quantiles(
            frozen(np.fmin(self.p10, middle)),
            frozen(np.where(np.isnan(self.p50), np.nan, middle)),
            frozen(np.fmax(self.p90, middle)),
        )

    def times(self, factor: float) -> Quantiles:
        """All of them multiplied by a positive number."""
        return Quantiles(*(frozen(end * factor) for end in (self.p10, self.p50, self.p90)))


def _ordered_at(figures: FloatArray, low: int, middle: int, high: int) -> FloatArray:
    """The figures in an order in which those of three ranks stand where sorting would put them.

    Rank by rank, because NumPy has vector instructions for one at a time only: five times as fast as asking
    for all three at once.
    """
    if not low < middle < high:  # hardly any figures
        return np.sort(figures, axis=-1)
    ordered = np.array(figures)
    ordered.partition(middle, axis=-1)
    ordered[..., :middle].partition(low, axis=-1)
    after = middle + 1
    ordered[..., after:].partition(high - after, axis=-1)
    return ordered


@dataclass(frozen=True, slots=True, eq=False)
class RankingCosts:
    """What a ranking uses of the costs of L places; as in ``CostResult``.

    Attributes:
        total_year_per_fte: everything over the horizon, per person and year, USD.
        saving_pct: what is saved against leaving the work as it is, in % of that.
        wage_month: wage as paid, USD a month.
    """

    total_year_per_fte: Quantiles
    saving_pct: Quantiles
    wage_month: Quantiles


@dataclass(frozen=True, slots=True, eq=False)
class CostResult:
    """The cost of an engagement at L places, home among them.

    Money is in ``currency``, in real or nominal terms as ``terms`` say. The row
    of home is the work as it is; only ``price_hour`` and ``wage_month`` tell
    there what a provider (or a centre) at home would charge and pay.

    Attributes:
        location_ids: L ids.
        home_index: the row of home.
        terms: head count, horizon, delivery model, prices.
        currency: ISO 4217 code of the money below.
        loaded_year: pay, contributions and benefits, per person and year, today.
        run_rate: a steady year per person, at today's prices.
        price_hour: price of a provider (running cost of a centre) for a productive hour.
        wage_month: wage as paid, premiums included, gross a month.
        one_off: what moving costs once, for the whole engagement.
        total: everything over the horizon.
        total_year_per_fte: ``total`` per person and year.
        saving_pct: what is saved against leaving the work as it is, in % of that, over the horizon;
            its middle is that of the two middle totals.
        saving: the same in money.
        npv: present value of ``saving``.
        payback_month: whole months; inf is never within the horizon.
        probability_of_saving: share of the draws with ``saving`` above 0, 0..1.
        wage_only_saving_pct: what national wages alone promise.
        lines: (len(LINE_IDS), L) central amounts over the horizon; they add up to the middle of ``total``.
    """

    location_ids: tuple[str, ...]
    home_index: int
    terms: EngagementTerms
    currency: str
    loaded_year: Quantiles
    run_rate: Quantiles
    price_hour: Quantiles
    wage_month: Quantiles
    one_off: Quantiles
    total: Quantiles
    total_year_per_fte: Quantiles
    saving: Quantiles
    saving_pct: Quantiles
    npv: Quantiles
    payback_month: Quantiles
    probability_of_saving: FloatArray
    wage_only_saving_pct: FloatArray
    lines: FloatArray

    def line(self, line_id: str) -> FloatArray:
        """(L,) central amount of one line over the horizon."""
        amounts: FloatArray = self.lines[LINE_IDS.index(line_id)]
        return amounts

    def in_currency(self, code: str, per_usd: float) -> CostResult:
        """The same figures in another currency, given how much of it one US dollar buys."""
        return replace(
            self,
            currency=code,
            **{name: getattr(self, name).times(per_usd) for name in MONEY},
            lines=frozen(self.lines * per_usd),
        )


MONEY = (
    "loaded_year",
    "run_rate",
    "price_hour",
    "wage_month",
    "one_off",
    "total",
    "total_year_per_fte",
    "saving",
    "npv",
)
