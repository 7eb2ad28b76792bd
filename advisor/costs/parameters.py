"""The rates of the total-cost model: each with low / likely / high, its basis and its sources."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from advisor.words.translation import t

Basis = Literal["source", "assumption", "user"]
AppliesTo = Literal["both", "captive", "provider"]
Values = tuple[float, float, float]

_PERCENT = (0.0, math.inf)
_SHARE = (0.0, 100.0)
_PART = (0.0, 95.0)  # a part of the whole that it is added to: it must leave something
_DRIFT = (-50.0, 50.0)

# What the model asks for, in the order of its lines, with the least and greatest value allowed.
LIMITS: Mapping[str, tuple[float, float]] = {
    "provider_pay_pct": (1.0, 500.0),
    "benefits_pct": _PERCENT,
    "span_of_control": (1.0, 1000.0),
    "supervisor_pay_pct": (0.0, 1000.0),
    "support_pct": _PERCENT,
    "seat_usd": _PERCENT,
    "technology_usd": _PERCENT,
    "attrition_pct": _PERCENT,
    "replacement_cost_pct": _PERCENT,
    "provider_overhead_pct": _PERCENT,
    "provider_margin_pct": _PART,
    "volume_pct": (0.0, 50.0),
    "captive_overhead_pct": _PERCENT,
    "public_holidays_days": (0.0, 60.0),
    "unproductive_pct": _PART,
    "governance_pct": _PERCENT,
    "governance_fixed_fte": (0.0, 100.0),
    "productivity_lag_pct": _PERCENT,
    "productivity_lag_months": (0.0, 120.0),
    "trips_fixed": _PERCENT,
    "trips_per_10_fte": _PERCENT,
    "short_trip_usd": _PERCENT,
    "long_trip_usd": _PERCENT,
    "long_trip_km": (1.0, math.inf),
    "selection_fixed_weeks": _PERCENT,
    "selection_pct": _PERCENT,
    "site_setup_fixed_weeks": _PERCENT,
    "site_setup_pct": _PERCENT,
    "transition_fixed_weeks": _PERCENT,
    "transition_pct": _PERCENT,
    "double_running_months": (0.0, 120.0),
    "double_running_share_pct": _SHARE,
    "ramp_months": (0.0, 120.0),
    "process_improvement_pct": _PERCENT,
    "redundancy_share_pct": _SHARE,
    "severance_fallback_pct": _PERCENT,
    "automation_pct": _SHARE,
    "real_wage_growth_pct": _DRIFT,
    "currency_drift_pct": _DRIFT,
    "inflation_pct": _DRIFT,
    "discount_rate_pct": (0.0, 100.0),
}


# Rates that a pack may give apart for work that is not done by voice, and what they stand in place of.
OTHER_WORK: Mapping[str, str] = {"attrition_other_pct": "attrition_pct"}


class ParameterError(ValueError):
    """A parameter that the model cannot use; the message names it and the cure."""


@dataclass(frozen=True, slots=True)
class CostParameter:
    """One rate of the model.

    Attributes:
        id: one of ``LIMITS``.
        label: what people read.
        low, likely, high: the range, in ``unit``.
        unit: "%", "months", "USD", ...
        base: what a percentage is taken of, in words.
        applies: the delivery models that it matters to.
        basis: a published source, an assumption, or the user's own figure.
        source_ids: ids of the sources, empty for an assumption.
        note: where the figures stand and how conflicting ones were resolved.
        published: the published ranges behind it, as sentences.
    """

    id: str
    label: str
    low: float
    likely: float
    high: float
    unit: str = "%"
    base: str = ""
    applies: AppliesTo = "both"
    basis: Basis = "assumption"
    source_ids: tuple[str, ...] = ()
    note: str = ""
    published: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.id not in LIMITS:
            raise ParameterError(unknown_message(self.id))
        least, greatest = LIMITS[self.id]
        for name, value in (("low", self.low), ("likely", self.likely), ("high", self.high)):
            if not math.isfinite(value):
                raise ParameterError(t("{parameter}: {end} must be a number.", parameter=self.id, end=name))
            if value < least:
                told = {"parameter": self.id, "end": name, "value": f"{value:g}"}
                if least == 0.0:
                    raise ParameterError(
                        t("{parameter}: {end} must not be negative (it is {value}).", **told)
                    )
                raise ParameterError(
                    t(
                        "{parameter}: {end} must be at least {least} (it is {value}).",
                        least=f"{least:g}",
                        **told,
                    )
                )
            if value > greatest:
                raise ParameterError(
                    t(
                        "{parameter}: {end} must be at most {most} (it is {value}).",
                        parameter=self.id,
                        end=name,
                        most=f"{greatest:g}",
                        value=f"{value:g}",
                    )
                )
        if not self.low <= self.likely <= self.high:
            raise ParameterError(
                t(
                    "{parameter}: low, likely and high must rise (they are {low}, {likely}, {high}).",
                    parameter=self.id,
                    low=f"{self.low:g}",
                    likely=f"{self.likely:g}",
                    high=f"{self.high:g}",
                )
            )

    @property
    def values(self) -> Values:
        """Low, likely, high."""
        return (self.low, self.likely, self.high)

    @property
    def by_user(self) -> bool:
        """Whether the user gave the values in place of the pack's."""
        return self.basis == "user"


@dataclass(frozen=True, slots=True)
class CostParameters(Mapping[str, CostParameter]):
    """All rates of the model, complete and valid, and what they were before the user changed them.

    Attributes:
        items_by_id: every id of ``LIMITS`` with its parameter.
        originals: the parameters as the pack has them.
        other_work: what stands in place of some ids where the work is not done by voice.

    Raises:
        ParameterError: an id is missing.
    """

    items_by_id: Mapping[str, CostParameter]
    originals: Mapping[str, CostParameter] = field(default_factory=dict)
    other_work: Mapping[str, CostParameter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        missing = [key for key in LIMITS if key not in self.items_by_id]
        if missing:
            raise ParameterError(t("The cost parameters lack {names}.", names=", ".join(missing)))
        if not self.originals:
            object.__setattr__(self, "originals", dict(self.items_by_id))

    def __getitem__(self, key: str) -> CostParameter:
        if key not in self.items_by_id:
            raise ParameterError(unknown_message(key))
        return self.items_by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(LIMITS)

    def __len__(self) -> int:
        return len(LIMITS)

    def __contains__(self, key: object) -> bool:
        return key in self.items_by_id

    @property
    def changed(self) -> tuple[str, ...]:
        """Ids whose values differ from the pack's."""
        return tuple(key for key in self if self[key].values != self.originals[key].values)

    def with_values(self, values: Mapping[str, float | Values]) -> CostParameters:
        """The same with some values changed; one number means low = likely = high.

        Raises:
            ParameterError: an unknown id, or values out of order or out of bounds.
        """
        items = dict(self.items_by_id)
        for key, value in values.items():
            low, likely, high = value if isinstance(value, tuple) else (value, value, value)
            if (low, likely, high) == self.originals.get(key, self[key]).values:
                items[key] = self.originals[key]
            else:
                items[key] = replace(
                    self[key], low=low, likely=likely, high=high, basis="user", source_ids=()
                )
        return replace(self, items_by_id=items)

    def for_other_work(self) -> CostParameters:
        """The pack's parameters for work that is not done by voice."""
        originals = {**self.originals, **self.other_work}
        return replace(self, items_by_id=dict(originals), originals=originals)

    def reset(self, *keys: str) -> CostParameters:
        """The same with the pack's values for ``keys``, or for all where none are named."""
        return self.with_values({key: self.originals[self[key].id].values for key in keys or tuple(self)})


def unknown_message(key: str) -> str:
    """What to say of a parameter id that does not exist."""
    return t("There is no cost parameter '{name}'. Known: {known}.", name=key, known=", ".join(LIMITS))


def parse_assignment(text: str) -> tuple[str, float | Values]:
    """The id and value of ``PARAMETER=VALUE``, where VALUE is a number or ``low:likely:high``.

    Raises:
        ParameterError: not of that form, or an unknown parameter.
    """
    key, equals, value = (part.strip() for part in text.partition("="))
    if not equals:
        raise ParameterError(
            t("'{text}' must have the form PARAMETER=VALUE or PARAMETER=LOW:LIKELY:HIGH.", text=text)
        )
    if key not in LIMITS:
        raise ParameterError(unknown_message(key))
    try:
        numbers = [float(part) for part in value.split(":")]
    except ValueError:
        raise ParameterError(
            t("{parameter}: '{value}' is not a number or LOW:LIKELY:HIGH.", parameter=key, value=value)
        ) from None
    if len(numbers) == 1:
        return key, numbers[0]
    if len(numbers) != 3:
        raise ParameterError(t("{parameter}: give one number or three, as LOW:LIKELY:HIGH.", parameter=key))
    return key, (numbers[0], numbers[1], numbers[2])
