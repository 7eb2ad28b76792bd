"""What a pack knows of costs, apart from the reader of its tables, which a kept pack does not need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.costs.currency import ExchangeRates
from advisor.costs.parameters import CostParameters
from advisor.costs.ranges import Range


@dataclass(frozen=True, slots=True, eq=False)
class CostTables:
    """What total costs are made of beyond wages.

    Attributes:
        parameters: the rates of the total-cost model.
        exchange_rates: what one US dollar buys.
        labour: term of labour.csv to its figures, one for each location.
    """

    parameters: CostParameters
    exchange_rates: ExchangeRates
    labour: Mapping[str, Range]
