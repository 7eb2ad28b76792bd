"""The lines of the total cost: what each is called, what it rests on, and how it is computed.

All money is USD. Arrays are (L, S): L places by S scenarios (draws, or the
cases of a sensitivity table); shared rates are (S,) and home's figures (1, S).
Annual lines are computed at today's prices; growth, currency and inflation are
lines of their own (see ``cash_flow``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from advisor.costs.ranges import FloatArray
from advisor.costs.terms import DeliveryModel, EngagementTerms

WEEKS_A_YEAR = 52.0
MONTHS_A_YEAR = 12.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the total cost.

    Attributes:
        id, label: for machines and for people.
        group: wage, operations, people, management, one-off or drift; for stacked charts.
        parameters: ids of the parameters that it rests on.
        inputs: names of the place's figures that it rests on.
    """

    id: str
    label: str
    group: str
    parameters: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()


_PAY = ("base_wage", "premium", "months")
LINES = (
    Line("base_wage", "National wage", "wage", (), ("base_wage",)),
    Line("premium", "Premium for export work", "wage", (), ("base_wage", "premium")),
    Line("extra_months", "Thirteenth month", "wage", (), _PAY),
    Line("contributions", "Employer contributions", "wage", (), (*_PAY, "contributions_pct")),
    Line("supervision", "Supervision and support staff", "operations", ("supervision_pct",)),
    Line("premises", "Premises and services", "operations", ("premises_pct",)),
    Line("technology", "Equipment, software and lines", "operations", ("technology_pct",)),
    Line("provider_margin", "Provider's margin", "management", ("provider_margin_pct",)),
    Line("captive_overhead", "Overhead of one's own centre", "management", ("captive_overhead_pct",)),
    Line("attrition", "Replacing leavers", "people", ("replacement_cost_pct",), ("attrition_pct",)),
    Line("governance", "Governance and vendor management", "management", ("governance_pct",)),
    Line(
        "productivity_lag",
        "Productivity and cultural lag",
        "people",
        ("productivity_lag_pct", "productivity_lag_months"),
    ),
    Line(
        "travel",
        "Travel",
        "management",
        ("trips_per_10_fte", "short_trip_usd", "long_trip_usd", "long_trip_km"),
        ("distance_km",),
    ),
    Line("selection", "Choosing the provider", "one-off", ("selection_pct",)),
    Line("site_setup", "Setting up the centre", "one-off", ("site_setup_pct",)),
    Line("transition", "Transition project", "one-off", ("transition_pct",)),
    Line(
        "double_running",
        "Knowledge transfer, double running",
        "one-off",
        ("double_running_months", "double_running_share_pct"),
    ),
    Line("process_improvement", "Process improvement and ramp-up", "one-off", ("process_improvement_pct",)),
    Line("severance", "Severance at home", "one-off", ("redundancy_share_pct",), ("redundancy_weeks",)),
    Line("wage_growth", "Wage growth above prices", "drift", (), ("real_wage_growth_pct",)),
    Line("currency_drift", "Currency drift", "drift", (), ("currency_drift_pct",)),
    Line("inflation", "Inflation", "drift", ("inflation_pct",)),
)
LINE_IDS = tuple(line.id for line in LINES)
ONE_OFF_IDS = tuple(line.id for line in LINES if line.group == "one-off")
_ONLY_FOR = {
    "provider_margin": DeliveryModel.PROVIDER,
    "governance": DeliveryModel.PROVIDER,
    "selection": DeliveryModel.PROVIDER,
    "captive_overhead": DeliveryModel.CAPTIVE,
    "site_setup": DeliveryModel.CAPTIVE,
}


def applies(line: Line, delivery: DeliveryModel) -> bool:
    """Whether a line exists under a delivery model."""
    return _ONLY_FOR.get(line.id, delivery) == delivery


@dataclass(frozen=True, slots=True, eq=False)
class PlaceFigures:
    """What is particular to the places, in S scenarios; see ``CostInputs`` for the units.

    Attributes:
        wage, premium: (L, S).
        attrition_pct, real_wage_growth_pct, currency_drift_pct: (L, S) or (1, S).
        contributions_pct, months, redundancy_weeks, distance_km: (L, 1).
    """

    wage: FloatArray
    premium: FloatArray
    attrition_pct: FloatArray
    real_wage_growth_pct: FloatArray
    currency_drift_pct: FloatArray
    contributions_pct: FloatArray
    months: FloatArray
    redundancy_weeks: FloatArray
    distance_km: FloatArray


Rates = Mapping[str, FloatArray]
LineAmounts = dict[str, FloatArray]


@dataclass(frozen=True, slots=True, eq=False)
class RunningCost:
    """A year of an operation at today's prices.

    Attributes:
        lines: amounts a year by line id.
        loaded: wages with contributions.
        gross: wages without contributions.
        local: the part of the year's cost that moves with local wages and currency.
        world: the part priced in the world market (technology, travel).
        value: what the operation is worth as a contract: price of the
            provider, or running cost of the centre.
        local_value: the part of ``value`` that moves with local wages.
        world_value: the other part.
    """

    lines: LineAmounts
    loaded: FloatArray
    gross: FloatArray
    local: FloatArray
    world: FloatArray
    value: FloatArray
    local_value: FloatArray
    world_value: FloatArray


def _operation(
    place: PlaceFigures, rates: Rates, head_count: int
) -> tuple[LineAmounts, FloatArray, FloatArray]:
    """Labour and premises of a place: the lines, loaded wages and gross wages."""
    base = place.wage * (MONTHS_A_YEAR * head_count)
    twelve = base * place.premium
    gross = twelve * (place.months / MONTHS_A_YEAR)
    contributions = gross * (place.contributions_pct / 100.0)
    loaded = gross + contributions
    supervision = loaded * (rates["supervision_pct"] / 100.0)
    premises = (loaded + supervision) * (rates["premises_pct"] / 100.0)
    lines = {
        "base_wage": base,
        "premium": twelve - base,
        "extra_months": gross - twelve,
        "contributions": contributions,
        "supervision": supervision,
        "premises": premises,
    }
    return lines, loaded, gross


def _replacing_leavers(place: PlaceFigures, gross: FloatArray, rates: Rates) -> FloatArray:
    return gross * (place.attrition_pct * rates["replacement_cost_pct"] * 1e-4)


def onshore_year(home: PlaceFigures, rates: Rates, terms: EngagementTerms) -> RunningCost:
    """The work as it is done at home today: no margin, no governance, no travel."""
    lines, loaded, gross = _operation(home, rates, terms.head_count)
    local = loaded + lines["supervision"] + lines["premises"]
    share = rates["technology_pct"] / 100.0
    lines["technology"] = technology = local * (share / (1.0 - share))
    lines["attrition"] = attrition = _replacing_leavers(home, gross, rates)
    value = local + technology
    return RunningCost(lines, loaded, gross, local + attrition, technology, value, local, technology)


def away_year(site: PlaceFigures, onshore: RunningCost, rates: Rates, terms: EngagementTerms) -> RunningCost:
    """The work done at the sites, under the delivery model of the terms, once it runs steadily."""
    lines, loaded, gross = _operation(site, rates, terms.head_count)
    operation = loaded + lines["supervision"] + lines["premises"]
    technology = onshore.lines["technology"]  # equipment, software and lines have world prices
    if terms.delivery is DeliveryModel.PROVIDER:
        part = rates["provider_margin_pct"] / 100.0
        addition, name = part / (1.0 - part), "provider_margin"
        governance = rates["governance_pct"] / 100.0
    else:
        addition, name = rates["captive_overhead_pct"] / 100.0, "captive_overhead"
        governance = np.zeros_like(addition)
    local_value = operation * (1.0 + addition)
    world_value = technology * (1.0 + addition)
    value = local_value + world_value
    attrition = _replacing_leavers(site, gross, rates)
    travel = _travel(site, rates, terms.head_count)
    lines |= {
        "technology": np.broadcast_to(technology, operation.shape),
        name: (operation + technology) * addition,
        "attrition": attrition,
        "governance": value * governance,
        "travel": np.broadcast_to(travel, operation.shape),
    }
    local = local_value * (1.0 + governance) + attrition
    world = world_value * (1.0 + governance) + travel
    return RunningCost(lines, loaded, gross, local, world, value, local_value, world_value)


def _travel(site: PlaceFigures, rates: Rates, head_count: int) -> FloatArray:
    """Trips a year times the cost of a trip, which rises with distance up to that of a long trip."""
    trips = rates["trips_per_10_fte"] * (head_count / 10.0)
    far = np.minimum(site.distance_km * (1.0 / rates["long_trip_km"]), 1.0)
    short, extra = rates["short_trip_usd"] * trips, (rates["long_trip_usd"] - rates["short_trip_usd"]) * trips
    return short + extra * far


def one_off_lines(
    away: RunningCost, onshore: RunningCost, home: PlaceFigures, rates: Rates, terms: EngagementTerms
) -> LineAmounts:
    """What moving the work costs once, counted when the decision is taken (month 0)."""
    first = "selection" if terms.delivery is DeliveryModel.PROVIDER else "site_setup"
    shares = {name: rates[f"{name}_pct"] / 100.0 for name in (first, "transition", "process_improvement")}
    lines = {name: away.value * share for name, share in shares.items()}
    overlap = rates["double_running_months"] / MONTHS_A_YEAR * rates["double_running_share_pct"] / 100.0
    lines["double_running"] = np.broadcast_to(onshore.loaded * overlap, away.value.shape)
    if np.isnan(home.redundancy_weeks).any():
        lines["severance"] = away.value * (rates["severance_fallback_pct"] / 100.0)
    else:
        weeks = home.redundancy_weeks / WEEKS_A_YEAR * rates["redundancy_share_pct"] / 100.0
        lines["severance"] = np.broadcast_to(onshore.gross * weeks, away.value.shape)
    return lines
