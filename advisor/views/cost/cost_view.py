"""What all cost charts of one location are drawn from."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.costs.detail import CostDetail
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.results import CostResult, Quantiles
from advisor.costs.terms import Prices
from advisor.words.formatting import list_text

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
    """

    name: str
    home_name: str
    result: CostResult
    row: int
    detail: CostDetail
    parameters: CostParameters
    price_year: int

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
            return f"{self.currency}, prices of {self.price_year}"
        return f"{self.currency}, prices of each year"

    def three(self, name: str) -> Three:
        """P10, P50 and P90 of one of the result's figures."""
        quantiles: Quantiles = getattr(self.result, name)
        return (
            float(quantiles.p10[self.row]),
            float(quantiles.p50[self.row]),
            float(quantiles.p90[self.row]),
        )


def years_text(years: int) -> str:
    """``1 year``, ``5 years``."""
    return "1 year" if years == 1 else f"{years} years"


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
            words
            for words, figure in (
                ("pay for this work", inputs.base_wage.likely[at]),
                ("pay premium", inputs.premium.likely[at]),
                ("employer contributions", inputs.contributions_pct[at]),
                ("extra months of pay", inputs.months[at]),
                ("distance", inputs.distance_km[at]),
            )
            if math.isnan(figure)
        ]
        if lacking:
            verb = "is" if len(lacking) == 1 and not lacking[0].endswith("s") else "are"
            return f"The cost is unknown, because the {list_text(lacking)} of {name} {verb} unknown."
    return ""
