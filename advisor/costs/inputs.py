"""The figures of each place that the total-cost model starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from advisor.costs.ranges import FloatArray, Range, frozen

SourceIds = Mapping[str, tuple[tuple[str, ...], ...]]


_OPTIONAL = {
    "benefits_pct": np.nan,
    "attrition_pct": np.nan,
    "real_wage_growth_pct": np.nan,
    "currency_drift_pct": np.nan,
    "language_premium": 1.0,
}
_ARRAYS = ("contributions_pct", "months", "redundancy_weeks", "distance_km")
_OPTIONAL_ARRAYS = {
    "minimum_wage": 0.0,
    "exposed": 1.0,
    "seat_level": 1.0,
    "weekly_hours": 40.0,
    "leave_days": 0.0,
    "own_cost": np.nan,
    "own_price_hour": np.nan,
}


@dataclass(frozen=True, slots=True, eq=False)
class CostInputs:
    """Figures of L places. NaN is unknown.

    An unknown wage, contribution or distance leaves the place's costs unknown.
    Unknown benefits, attrition, wage growth or currency drift take the general
    range of the parameter of that name, and every place takes it once the user
    has changed that parameter; unknown redundancy weeks at home take the
    parameter ``severance_fallback_pct``.

    Attributes:
        location_ids: L ids.
        base_wage: national wage for the work, USD a month, gross (P10, median, P90).
        premium: factor on it for work done for clients abroad, 1 = none (P10, median, P90).
        contributions_pct: employer's contributions, % of gross pay, (L,).
        months: months of pay a year, 12 or more, (L,).
        redundancy_weeks: statutory notice and severance, weeks of pay, (L,).
        distance_km: from home, (L,).
        benefits_pct: customary benefits beyond contributions, % of gross pay.
        attrition_pct: leavers a year, % of staff.
        real_wage_growth_pct: a year above local consumer prices.
        currency_drift_pct: real appreciation against the home currency, % a year.
        language_premium: factor for work in a language that is foreign there, 1 = none.
        minimum_wage: USD a month that pay never falls below, (L,); unknown is no floor.
        exposed: share of pay, 0 to 1, that the premiums and provider's pay bear on, (L,).
        seat_level: cost of a seat over that of the parameter ``seat_usd``, (L,).
        weekly_hours: of a full-time employee, (L,).
        leave_days: paid leave a year, working days, (L,).
        own_cost: the user's own cost of a person and year, USD, all told; counts at home, (L,).
        own_price_hour: a provider's quote for a productive hour, USD; counts for providers, (L,).
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
    benefits_pct: Range = None  # type: ignore[assignment]
    attrition_pct: Range = None  # type: ignore[assignment]
    real_wage_growth_pct: Range = None  # type: ignore[assignment]
    currency_drift_pct: Range = None  # type: ignore[assignment]
    language_premium: Range = None  # type: ignore[assignment]
    minimum_wage: FloatArray = None  # type: ignore[assignment]
    exposed: FloatArray = None  # type: ignore[assignment]
    seat_level: FloatArray = None  # type: ignore[assignment]
    weekly_hours: FloatArray = None  # type: ignore[assignment]
    leave_days: FloatArray = None  # type: ignore[assignment]
    own_cost: FloatArray = None  # type: ignore[assignment]
    own_price_hour: FloatArray = None  # type: ignore[assignment]
    source_ids: SourceIds = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = len(self.location_ids)
        for name, value in _OPTIONAL.items():
            if getattr(self, name) is None:
                object.__setattr__(self, name, Range.certain(np.full(count, value)))
        for name, value in _OPTIONAL_ARRAYS.items():
            if getattr(self, name) is None:
                object.__setattr__(self, name, np.full(count, value))
        object.__setattr__(self, "minimum_wage", np.nan_to_num(self.minimum_wage, nan=0.0))
        for name in (*_ARRAYS, *_OPTIONAL_ARRAYS):
            array = np.array(getattr(self, name), dtype=np.float64, ndmin=1)
            object.__setattr__(self, name, frozen(array))
        self._check_lengths(count)
        self._check_figures()

    def _check_lengths(self, count: int) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if each.name != "source_ids" and len(value) != count:
                raise ValueError(f"{each.name} has {len(value)} entries for {count} places.")
        for name, values in self.source_ids.items():
            if len(values) != count:
                raise ValueError(f"The source ids of {name} have {len(values)} entries for {count} places.")

    def _check_figures(self) -> None:
        for name in (*_ARRAYS, *_OPTIONAL_ARRAYS):
            if (getattr(self, name) < 0.0).any():
                raise ValueError(f"{name} must not be negative.")
        for name in ("base_wage", "premium", "language_premium"):
            if (getattr(self, name).low <= 0.0).any():
                raise ValueError(f"{name} must be above 0.")
        for name in ("attrition_pct", "benefits_pct"):
            if (getattr(self, name).low < 0.0).any():
                raise ValueError(f"{name} must not be negative.")
        if (self.months < 12.0).any():
            raise ValueError("months must be at least 12 a year.")

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
