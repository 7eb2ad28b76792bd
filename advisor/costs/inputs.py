"""The figures of each place that the total-cost model starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from advisor.costs.ranges import FloatArray, Range, frozen

SourceIds = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class CostInputs:
    """Figures of L places. NaN is unknown.

    An unknown wage, contribution or distance leaves the place's costs unknown.
    An unknown attrition, wage growth or currency drift takes the general range
    of the parameter of that name, and every place takes it once the user has
    changed that parameter; unknown redundancy weeks at home take the
    parameter ``severance_fallback_pct``.

    Attributes:
        location_ids: L ids.
        base_wage: national wage for the work, USD a month, gross (P10, median, P90).
        premium: factor on it for export work, 1 = none (P10, median, P90).
        contributions_pct: employer's contributions, % of gross pay, (L,).
        months: months of pay a year, 12 or more, (L,).
        redundancy_weeks: statutory notice and severance, weeks of pay, (L,).
        distance_km: from home, (L,).
        attrition_pct: leavers a year, % of staff.
        real_wage_growth_pct: a year above local consumer prices.
        currency_drift_pct: real appreciation against the home currency, % a year.
        minimum_wage: USD a month that pay never falls below, (L,); unknown is no floor.
        source_ids: for a field's name, L tuples of source ids.

    Raises:
        ValueError: lengths that differ, or a wage, premium or rate that cannot be.
    """

    location_ids: tuple[str, ...]
    base_wage: Range
    premium: Range
    contributions_pct: FloatArray
    months: FloatArray
    redundancy_weeks: FloatArray
    distance_km: FloatArray
    attrition_pct: Range | None = None
    real_wage_growth_pct: Range | None = None
    currency_drift_pct: Range | None = None
    minimum_wage: FloatArray | None = None
    source_ids: SourceIds = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = len(self.location_ids)
        for name in ("contributions_pct", "months", "redundancy_weeks", "distance_km"):
            array = np.array(getattr(self, name), dtype=np.float64, ndmin=1)
            if (array < 0.0).any():
                raise ValueError(f"{name} must not be negative.")
            object.__setattr__(self, name, frozen(array))
        floor = np.zeros(count) if self.minimum_wage is None else np.nan_to_num(self.minimum_wage, nan=0.0)
        object.__setattr__(self, "minimum_wage", frozen(np.maximum(floor, 0.0)))
        for name in ("attrition_pct", "real_wage_growth_pct", "currency_drift_pct"):
            if getattr(self, name) is None:
                object.__setattr__(self, name, Range.unknown(count))
        for each in fields(self):
            value = getattr(self, each.name)
            if each.name != "source_ids" and len(value) != count:
                raise ValueError(f"{each.name} has {len(value)} entries for {count} places.")
        for name, values in self.source_ids.items():
            if len(values) != count:
                raise ValueError(f"The source ids of {name} have {len(values)} entries for {count} places.")
        for name in ("base_wage", "premium"):
            if (getattr(self, name).low <= 0.0).any():
                raise ValueError(f"{name} must be above 0.")
        if self.attrition.low.size and (self.attrition.low < 0.0).any():
            raise ValueError("attrition_pct must not be negative.")
        if (self.months < 12.0).any():
            raise ValueError("months must be at least 12 a year.")

    @property
    def wage_floor(self) -> FloatArray:
        """(L,) ``minimum_wage``, 0 where there is none."""
        assert self.minimum_wage is not None
        return self.minimum_wage

    @property
    def attrition(self) -> Range:
        """``attrition_pct``, unknown where none was given."""
        assert self.attrition_pct is not None
        return self.attrition_pct

    @property
    def wage_growth(self) -> Range:
        """``real_wage_growth_pct``, unknown where none was given."""
        assert self.real_wage_growth_pct is not None
        return self.real_wage_growth_pct

    @property
    def currency_drift(self) -> Range:
        """``currency_drift_pct``, unknown where none was given."""
        assert self.currency_drift_pct is not None
        return self.currency_drift_pct

    def __len__(self) -> int:
        return len(self.location_ids)

    def index(self, location_id: str) -> int:
        """The row of a place.

        Raises:
            ValueError: no such place.
        """
        if location_id not in self.location_ids:
            raise ValueError(f"There is no location '{location_id}'.")
        return self.location_ids.index(location_id)

    def take(self, rows: slice | NDArray[np.intp]) -> CostInputs:
        """The same for some of the places."""
        kept = np.arange(len(self))[rows]
        return replace(
            self,
            location_ids=tuple(self.location_ids[row] for row in kept),
            source_ids={name: tuple(values[row] for row in kept) for name, values in self.source_ids.items()},
            **{
                each.name: getattr(self, each.name)[rows]
                for each in fields(self)
                if each.name not in ("location_ids", "source_ids")
            },
        )


def real_growth_pct(nominal_pct: ArrayLike, inflation_pct: ArrayLike) -> FloatArray:
    """Growth above prices from nominal growth and inflation of the same year, all in %."""
    nominal, inflation = np.asarray(nominal_pct, dtype=float), np.asarray(inflation_pct, dtype=float)
    growth: FloatArray = ((1.0 + nominal / 100.0) / (1.0 + inflation / 100.0) - 1.0) * 100.0
    return growth
