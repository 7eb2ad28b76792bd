"""Where a provider's quote stands against what its work should cost, and which margin it implies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from advisor.costs.components import MONTHS_A_YEAR, productive_hours
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.ranges import FloatArray
from advisor.costs.results import Quantiles
from advisor.costs.terms import DeliveryModel, EngagementTerms
from advisor.costs.total_cost import Case, TotalCostModel
from advisor.costs.uncertainty import DEFAULT_DRAWS, DEFAULT_SEED, Draws


class Unit(StrEnum):
    """What a quoted price is for."""

    HOUR = "hour"
    MONTH = "month"


class Position(StrEnum):
    """Where a price stands against the range from the 10th to the 90th percentile of what it should be."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """A quote beside what the work should cost at a provider.

    Attributes:
        price_hour: the quote, USD for a productive hour.
        should_cost_hour: what a provider should charge: P10, P50, P90, USD.
        cost_hour: what the work costs the provider itself, overhead included: P10, P50, P90, USD.
        margin_pct: margin that the quote leaves, % of it: low, middle, high; below 0 is a loss.
        position: of the quote against ``should_cost_hour``.
        hours_year: productive hours of a person and year, middle.
    """

    price_hour: float
    should_cost_hour: tuple[float, float, float]
    cost_hour: tuple[float, float, float]
    margin_pct: tuple[float, float, float]
    position: Position
    hours_year: float

    @property
    def is_below_cost(self) -> bool:
        """Whether the quote does not even cover what wages and a seat cost there, in nine cases of ten."""
        return self.price_hour < self.cost_hour[0]


def check_quote(
    parameters: CostParameters,
    inputs: CostInputs,
    home: int,
    row: int,
    terms: EngagementTerms,
    price: float,
    unit: Unit,
    *,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
) -> QuoteCheck | None:
    """Judge a quote.

    Args:
        parameters: rates in force.
        inputs: figures of all places.
        home: row of home.
        row: of the place of the offer.
        terms: of the engagement; the offer is a provider's whatever they say.
        price: USD for one person.
        unit: for an hour in which that person works, or for a month.
        draws: number of seeded draws.
        seed: the same seed gives the same figures.

    Returns:
        The judgement, None where the cost there is unknown.

    Raises:
        ValueError: a price of 0 or less.
    """
    if not (np.isfinite(price) and price > 0.0):
        raise ValueError(f"A price must be above 0 (it is {price:g}).")
    terms = EngagementTerms(terms.head_count, terms.years, DeliveryModel.PROVIDER, terms.prices)
    pair = inputs.take(np.array([home, row]))
    # A price that is in force already says nothing about what the work should cost.
    pair = replace(pair, own_price_hour=np.full(2, np.nan))
    case = Case.of(TotalCostModel(parameters), pair, 0, terms, Draws(draws, seed))
    flows = case.sites(pair.take(slice(1, 2)))
    hours = productive_hours(flows.course.place, case.rates)
    should = flows.running.value / (hours * terms.head_count)
    own = should - flows.running.itemized()["provider_margin"] / (hours * terms.head_count)
    if np.isnan(should).any():
        return None
    price_hour = price * (np.ones_like(hours) if unit is Unit.HOUR else MONTHS_A_YEAR / hours)
    middle_price = float(np.median(price_hour))
    low, middle, high = _three(should)
    position = (
        Position.BELOW if middle_price < low else Position.ABOVE if middle_price > high else Position.WITHIN
    )
    return QuoteCheck(
        price_hour=middle_price,
        should_cost_hour=(low, middle, high),
        cost_hour=_three(own),
        margin_pct=_three(100.0 * (1.0 - own / price_hour)),
        position=position,
        hours_year=float(np.median(hours)),
    )


def _three(figures: FloatArray) -> tuple[float, float, float]:
    found = Quantiles.of(figures)
    return float(found.p10[0]), float(found.p50[0]), float(found.p90[0])
