"""Cost parameters and small sets of places that the tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import LIMITS, CostParameters
from advisor.costs.ranges import Range
from advisor.datapack.cost_tables import read_parameters
from advisor.datapack.problems import Problems

PACK = Path(__file__).parents[2] / "data" / "pack"
MakePlaces = Callable[..., CostInputs]


@pytest.fixture(scope="session")
def parameters() -> CostParameters:
    """The rates of the default pack."""
    parameters = read_parameters(PACK, Problems())
    assert parameters is not None
    return parameters


NEUTRAL = {"long_trip_km": 9000.0, "span_of_control": 10.0, "provider_pay_pct": 100.0}


@pytest.fixture(scope="session")
def no_rates(parameters: CostParameters) -> CostParameters:
    """Every rate at nothing: no addition to the wage, no move, no growth, no discounting."""
    return parameters.with_values({key: NEUTRAL.get(key, 0.0) for key in LIMITS})


@pytest.fixture(scope="session")
def make_places() -> MakePlaces:
    """Makes places from their wages; the first is home. Everything can be replaced by keyword."""

    def make(wages: list[float], spread: float = 0.3, **others: object) -> CostInputs:
        wage = np.array(wages, dtype=float)
        count = len(wages)
        figures: dict[str, object] = {
            "location_ids": tuple(f"P{row}" for row in range(count)),
            "base_wage": Range(wage / (1 + spread), wage, wage * (1 + spread)),
            "premium": Range.certain(np.ones(count)),
            "contributions_pct": np.full(count, 10.0),
            "months": np.full(count, 12.0),
            "redundancy_weeks": np.full(count, 13.0),
            "distance_km": np.where(np.arange(count) == 0, 0.0, 4500.0),
        }
        return CostInputs(**{**figures, **others})  # type: ignore[arg-type]

    return make
