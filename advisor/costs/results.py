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
        last = figures.shape[-1] - 1
        ranks = [round(p * last) for p in PROBABILITIES]
        ordered = np.sort(figures, axis=-1)
        unknown = np.isnan(ordered[..., -1])  # NaN sorts last
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

    def times(self, factor: float) -> Quantiles:
        """All of them multiplied by a positive number."""
        return Quantiles(*(frozen(end * factor) for end in (self.p10, self.p50, self.p90)))


@dataclass(frozen=True, slots=True, eq=False)
class CostResult:
    """The cost of an engagement at L places, home among them.

    Money is in ``currency``, in real or nominal terms as ``terms`` say.

    Attributes:
        location_ids: L ids.
        home_index: the row of home; there the work stays as it is (onshore).
        terms: head count, horizon, delivery model, prices.
        currency: ISO 4217 code of the money below.
        loaded_year: wage, premium, extra months and contributions, per person and year, today.
        run_rate: a steady year per person, at today's prices.
        one_off: what moving costs once, for the whole engagement.
        total: everything over the horizon.
        total_year_per_fte: ``total`` per person and year.
        saving: what staying onshore would cost over the horizon, less ``total``.
        saving_pct: ``saving`` in % of onshore.
        npv: present value of ``saving``.
        payback_month: whole months; inf is never within the horizon.
        probability_of_saving: share of the draws with ``saving`` above 0, 0..1.
        wage_only_saving_pct: what national wages alone promise (see ``wage_only``).
        likely_lines: (len(LINE_IDS), L) amounts over the horizon, all figures likely.
        likely_loaded_year: ``loaded_year`` with all figures likely.
    """

    location_ids: tuple[str, ...]
    home_index: int
    terms: EngagementTerms
    currency: str
    loaded_year: Quantiles
    run_rate: Quantiles
    one_off: Quantiles
    total: Quantiles
    total_year_per_fte: Quantiles
    saving: Quantiles
    saving_pct: Quantiles
    npv: Quantiles
    payback_month: Quantiles
    probability_of_saving: FloatArray
    wage_only_saving_pct: FloatArray
    likely_lines: FloatArray
    likely_loaded_year: FloatArray

    @property
    def likely_total(self) -> FloatArray:
        """(L,) sum of the likely lines."""
        total: FloatArray = self.likely_lines.sum(axis=0)
        return total

    def likely_line(self, line_id: str) -> FloatArray:
        """(L,) likely amount of one line over the horizon."""
        amounts: FloatArray = self.likely_lines[LINE_IDS.index(line_id)]
        return amounts

    def in_currency(self, code: str, per_usd: float) -> CostResult:
        """The same figures in another currency, given how much of it one US dollar buys."""
        return replace(
            self,
            currency=code,
            **{name: getattr(self, name).times(per_usd) for name in _MONEY_QUANTILES},
            likely_lines=frozen(self.likely_lines * per_usd),
            likely_loaded_year=frozen(self.likely_loaded_year * per_usd),
        )


_MONEY_QUANTILES = ("loaded_year", "run_rate", "one_off", "total", "total_year_per_fte", "saving", "npv")
