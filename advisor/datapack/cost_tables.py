"""tco.csv, fx.csv and the rest of labour.csv: what the total-cost model needs beyond wages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.costs.currency import CurrencyError, ExchangeRates, read_exchange_rates
from advisor.costs.parameters import CostParameters, ParameterError, read_parameters
from advisor.costs.ranges import Range
from advisor.datapack.problems import Problems
from advisor.datapack.wage_tables import read_labour_terms

PARAMETERS, RATES = "tco.csv", "fx.csv"


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


def read_cost_tables(
    folder: Path, location_ids: Sequence[str], price_year: int, problems: Problems
) -> CostTables | None:
    """The cost tables of a pack, None where it has no tco.csv."""
    if not (folder / PARAMETERS).is_file():
        return None
    rates = ExchangeRates({})
    try:
        with (folder / PARAMETERS).open(encoding="utf-8", newline="") as lines:
            parameters = read_parameters(lines)
    except (ParameterError, UnicodeDecodeError) as error:
        problems.error(PARAMETERS, 0, "", str(error), "Correct the row that it names.")
        return None
    if (folder / RATES).is_file():
        try:
            with (folder / RATES).open(encoding="utf-8", newline="") as lines:
                rates = read_exchange_rates(lines, price_year)
        except (CurrencyError, UnicodeDecodeError) as error:
            problems.error(RATES, 0, "", str(error), "Correct the row that it names.")
    return CostTables(parameters, rates, read_labour_terms(folder, location_ids, problems))
