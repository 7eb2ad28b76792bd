"""What all cost charts of one location are drawn from."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.costs.detail import CostDetail
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.results import CostResult, Quantiles
from advisor.costs.terms import Prices
from advisor.views.cost.cost_texts import money_words, unknown_cost

Three = tuple[float, float, float]


@dataclass(frozen=True)
class CostView:
    """The costs of one location beside home, in the currency of ``result``.

    Attributes:
        name, home_name: what the location and home are called.
        row: of the location in ``result``.
        detail: of the location, in the same currency.
        parameters: the rates in force.
        price_year: the year whose prices real amounts are in.
        own: names of the location's figures that are the user's, as in ``result``.
    """

    name: str
    home_name: str
    result: CostResult
    row: int
    detail: CostDetail
    parameters: CostParameters
    price_year: int
    own: frozenset[str] = frozenset()

    @property
    def is_home(self) -> bool:
        """Whether the location is home itself."""
        return self.row == self.result.home_index

    @property
    def saving(self) -> float:
        """Saving over the horizon, the middle one: where the waterfall ends."""
        return self.detail.waterfall[-1].amount

    @property
    def currency(self) -> str:
        """ISO 4217 code of all money."""
        return self.result.currency

    @property
    def years(self) -> int:
        """Horizon."""
        return self.result.terms.years

    @property
    def money(self) -> str:
        """What the money is: ``USD, prices of 2025``."""
        if self.result.terms.prices is Prices.REAL:
            return money_words(self.currency, self.price_year)
        return money_words(self.currency, None)

    def three(self, name: str) -> Three:
        """P10, P50 and P90 of one of the result's figures."""
        quantiles: Quantiles = getattr(self.result, name)
        return (
            float(quantiles.p10[self.row]),
            float(quantiles.p50[self.row]),
            float(quantiles.p90[self.row]),
        )


def unknown_reason(inputs: CostInputs, row: int, home_row: int, names: tuple[str, str]) -> str:
    """Why the costs of a place are unknown, a sentence; empty if they are known.

    Args:
        inputs: figures that the model starts from.
        row: of the place.
        home_row: of home.
        names: of the place and of home.
    """
    for at, name in ((home_row, names[1]), (row, names[0])):
        lacking = [
            key
            for key, figure in (
                ("base_wage", inputs.base_wage.likely[at]),
                ("premium", inputs.premium.likely[at]),
                ("contributions_pct", inputs.contributions_pct[at]),
                ("months", inputs.months[at]),
                ("distance_km", inputs.distance_km[at]),
            )
            if math.isnan(figure)
        ]
        if lacking:
            return unknown_cost(lacking, name)
    return ""
