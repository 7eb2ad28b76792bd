"""The lines of the total cost: what each is called, what it rests on, and how it is computed.

All money is USD. Arrays are (L, S): L places by S scenarios (draws, or the
cases of a sensitivity table); shared rates are (S,) and home's figures (1, S).
Annual lines are computed at today's prices; growth, currency and inflation are
lines of their own (see ``cash_flow``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from advisor.costs.ranges import FloatArray
from advisor.costs.terms import DeliveryModel, EngagementTerms
from advisor.words.translation import mark, marked

WEEKS_A_YEAR = 52.0
MONTHS_A_YEAR = 12.0
WORKING_DAYS = 5.0
USUAL_HEAD_COUNT = 50.0  # prices are those of an engagement of this size
LARGEST_VOLUME_EFFECT = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the total cost.

    Attributes:
        id: for machines.
        name: what people read, as a template.
        group: wage, operations, people, management, one-off, home or drift; for stacked charts.
        parameters: ids of the parameters that it rests on.
        inputs: names of the place's figures that it rests on.
    """

    id: str
    name: str
    group: str
    parameters: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What people read."""
        return marked(self.name)


_PAID = ("base_wage", "premium", "language_premium")
_LOADED = (*_PAID, "months", "contributions_pct", "benefits_pct")
LINES = (
    Line("base_wage", mark("Wage"), "wage", ("provider_pay_pct",), ("base_wage",)),
    Line("premium", mark("Premium for export work"), "wage", (), ("premium",)),
    Line("language_premium", mark("Premium for a foreign language"), "wage", (), ("language_premium",)),
    Line("extra_months", mark("Thirteenth month"), "wage", (), (*_PAID, "months")),
    Line(
        "contributions", mark("Employer contributions"), "wage", (), (*_PAID, "months", "contributions_pct")
    ),
    Line("benefits", mark("Customary benefits"), "wage", (), (*_PAID, "months", "benefits_pct")),
    Line(
        "supervision", mark("Supervisors"), "operations", ("span_of_control", "supervisor_pay_pct"), _LOADED
    ),
    Line("support", mark("Support staff"), "operations", ("support_pct",), _LOADED),
    Line("premises", mark("Seat"), "operations", ("seat_usd",), ("seat_level",)),
    Line("technology", mark("Equipment, software and lines"), "operations", ("technology_usd",)),
    Line("attrition", mark("Replacing leavers"), "people", ("replacement_cost_pct",), ("attrition_pct",)),
    Line("provider_overhead", mark("Provider's overhead"), "management", ("provider_overhead_pct",)),
    Line("provider_margin", mark("Provider's margin"), "management", ("provider_margin_pct", "volume_pct")),
    Line("captive_overhead", mark("Overhead of one's own centre"), "management", ("captive_overhead_pct",)),
    Line(
        "governance",
        mark("Governance and vendor management"),
        "management",
        ("governance_pct", "governance_fixed_fte"),
    ),
    Line(
        "productivity_lag",
        mark("Productivity and cultural lag"),
        "people",
        ("productivity_lag_pct", "productivity_lag_months"),
    ),
    Line(
        "travel",
        mark("Travel"),
        "management",
        ("trips_fixed", "trips_per_10_fte", "short_trip_usd", "long_trip_usd", "long_trip_km"),
        ("distance_km",),
    ),
    Line("selection", mark("Choosing the provider"), "one-off", ("selection_fixed_weeks", "selection_pct")),
    Line(
        "site_setup", mark("Setting up the centre"), "one-off", ("site_setup_fixed_weeks", "site_setup_pct")
    ),
    Line("transition", mark("Transition project"), "one-off", ("transition_fixed_weeks", "transition_pct")),
    Line(
        "double_running",
        mark("Knowledge transfer, double running"),
        "one-off",
        ("double_running_months", "double_running_share_pct"),
    ),
    Line("process_improvement", mark("Process improvement"), "one-off", ("process_improvement_pct",)),
    Line("severance", mark("Severance at home"), "one-off", ("redundancy_share_pct",), ("redundancy_weeks",)),
    Line(
        "work_at_home",
        mark("Work at home until it has moved"),
        "home",
        ("double_running_months", "ramp_months"),
    ),
    Line("wage_growth", mark("Wage growth above prices"), "drift", (), ("real_wage_growth_pct",)),
    Line("currency_drift", mark("Currency drift"), "drift", (), ("currency_drift_pct",)),
    Line("inflation", mark("Inflation"), "drift", ("inflation_pct",)),
)
LINE_IDS = tuple(line.id for line in LINES)
LOADED_LINES = ("base_wage", "premium", "language_premium", "extra_months", "contributions", "benefits")
_ONLY_FOR = {
    "provider_overhead": DeliveryModel.PROVIDER,
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
        wage, premium, language_premium: (L, S) or what broadcasts to it.
        exposed: (L, 1) share of pay that the premiums and provider's pay bear on.
        wage_floor: (L, 1) USD a month.
        attrition_pct, real_wage_growth_pct, currency_drift_pct, benefits_pct: (L, S) or (1, S).
        contributions_pct, months, redundancy_weeks, distance_km, seat_level, weekly_hours, leave_days,
        own_cost, own_price_hour: (L, 1).
    """

    wage: FloatArray
    premium: FloatArray
    language_premium: FloatArray
    exposed: FloatArray
    wage_floor: FloatArray
    attrition_pct: FloatArray
    real_wage_growth_pct: FloatArray
    currency_drift_pct: FloatArray
    benefits_pct: FloatArray
    contributions_pct: FloatArray
    months: FloatArray
    redundancy_weeks: FloatArray
    distance_km: FloatArray
    seat_level: FloatArray
    weekly_hours: FloatArray
    leave_days: FloatArray
    own_cost: FloatArray
    own_price_hour: FloatArray


Rates = Mapping[str, FloatArray]
LineAmounts = dict[str, FloatArray]


def total(lines: LineAmounts) -> FloatArray:
    """Sum of the lines."""
    return reduce(np.add, lines.values())


@dataclass(frozen=True, slots=True, eq=False)
class RunningCost:
    """A year of an operation at today's prices.

    Attributes:
        itemized: makes the amounts a year by line id, of the work, which shrink with it; most questions
            need none.
        fixed: amounts a year by line id that do not depend on how much work there is.
        paid_month: wage paid to one person, premiums included, a month.
        loaded: wages with contributions and benefits.
        gross: wages without them.
        local: the part of the year's cost that moves with local wages and currency.
        world: the part priced in the world market (technology, travel).
        value: what the operation is worth as a contract: price of the
            provider, or running cost of the centre.
        local_value: the part of ``value`` that moves with local wages.
        world_value: the other part.
    """

    itemized: Callable[[], LineAmounts]
    fixed: LineAmounts
    paid_month: FloatArray
    loaded: FloatArray
    gross: FloatArray
    local: FloatArray
    world: FloatArray
    value: FloatArray
    local_value: FloatArray
    world_value: FloatArray

    @property
    def fixed_total(self) -> FloatArray:
        """The fixed part of a year."""
        return total(self.fixed) if self.fixed else np.zeros((1, 1))

    @property
    def year(self) -> FloatArray:
        """A steady year with all of the work."""
        whole: FloatArray = self.local + self.world + self.fixed_total
        return whole


@dataclass(frozen=True, slots=True, eq=False)
class _Operation:
    """Labour, seats and turnover of a place."""

    itemized: Callable[[], LineAmounts]
    paid_month: FloatArray
    loaded: FloatArray
    gross: FloatArray
    local: FloatArray
    technology: FloatArray


def _operation(
    place: PlaceFigures, rates: Rates, head_count: int, pay: FloatArray | float, *, exported: bool
) -> _Operation:
    """The operation, where the exposed part of pay is ``pay`` times the national wage."""
    year = MONTHS_A_YEAR * head_count
    level = place.exposed * pay
    base = place.wage * ((1.0 - place.exposed) + level)
    if exported:
        premium = place.wage * (level * (place.premium - 1.0))
        language, paid = np.zeros((len(base), 1)), base + premium
        if place.language_premium.shape[-1] > 1 or (place.language_premium != 1.0).any():
            language = (place.wage * level) * (place.premium * (place.language_premium - 1.0))
            paid = paid + language
    else:
        premium = language = np.zeros_like(base)
        paid = base
    # The floor holds for what is paid, so the wage is lifted as far as the premiums do not.
    short = np.maximum(place.wage_floor - paid, 0.0)
    paid = paid + short
    gross = paid * (place.months * head_count)
    contributions = gross * (place.contributions_pct / 100.0)
    benefits = gross * (place.benefits_pct / 100.0)
    loaded = gross + contributions + benefits
    supervision = loaded * (rates["supervisor_pay_pct"] / 100.0 / rates["span_of_control"])
    support = (loaded + supervision) * (rates["support_pct"] / 100.0)
    premises = place.seat_level * (rates["seat_usd"] * head_count)
    attrition = gross * (place.attrition_pct * rates["replacement_cost_pct"] * 1e-4)
    technology = np.broadcast_to(rates["technology_usd"] * head_count, loaded.shape)
    local = loaded + supervision + support + premises + attrition

    def itemized() -> LineAmounts:
        return {
            "base_wage": (base + short) * year,
            "premium": premium * year,
            "language_premium": language * year,
            "extra_months": paid * ((place.months - MONTHS_A_YEAR) * head_count),
            "contributions": contributions,
            "benefits": benefits,
            "supervision": supervision,
            "support": support,
            "premises": np.broadcast_to(premises, loaded.shape),
            "technology": technology,
            "attrition": attrition,
        }

    return _Operation(itemized, paid, loaded, gross, local, technology)


def home_year(home: PlaceFigures, rates: Rates, terms: EngagementTerms) -> RunningCost:
    """The work as it is: in-house at home, with no margin, governance or travel.

    Where the user says what a person costs at home, all lines are scaled to it.
    """
    work = _operation(home, rates, terms.head_count, 1.0, exported=False)
    itemized = work.itemized
    local, world, loaded, gross = work.local, work.technology, work.loaded, work.gross
    if not np.isnan(home.own_cost).all():
        scale = home.own_cost * terms.head_count / (local + world)
        local, world, loaded, gross = local * scale, world * scale, loaded * scale, gross * scale

        def itemized() -> LineAmounts:
            return {name: amount * scale for name, amount in work.itemized().items()}

    return RunningCost(
        itemized, {}, work.paid_month, loaded, gross, local, world, local + world, local, world
    )


def away_year(site: PlaceFigures, home: RunningCost, rates: Rates, terms: EngagementTerms) -> RunningCost:
    """The work done at the sites, under the delivery model of the terms, once it runs steadily."""
    people = terms.head_count
    is_provider = terms.delivery is DeliveryModel.PROVIDER
    pay = rates["provider_pay_pct"] / 100.0 if is_provider else 1.0
    work = _operation(site, rates, people, pay, exported=True)
    cost = work.local + work.technology
    fixed = {}
    if is_provider:
        overhead = 1.0 + rates["provider_overhead_pct"] / 100.0
        factor = overhead / (1.0 - rates["provider_margin_pct"] / 100.0) * volume_factor(rates, people)
        if not np.isnan(site.own_price_hour).all():  # a quote is the price, whatever it leaves
            quoted = site.own_price_hour * (productive_hours(site, rates) * people) / cost
            factor = np.where(np.isnan(site.own_price_hour), factor, quoted)
        governance = rates["governance_pct"] / 100.0
        fixed["governance"] = _home_weeks(home, rates, terms, rates["governance_fixed_fte"] * WEEKS_A_YEAR)
    else:
        factor = 1.0 + rates["captive_overhead_pct"] / 100.0
        governance = np.zeros_like(factor)
    local_value, world_value = work.local * factor, work.technology * factor
    value = local_value + world_value
    trip = _trip(site, rates)
    travel = trip * (rates["trips_per_10_fte"] * (people / 10.0))
    fixed["travel"] = trip * rates["trips_fixed"]
    local = local_value * (1.0 + governance)
    world = world_value * (1.0 + governance) + travel

    def itemized() -> LineAmounts:
        lines = work.itemized()
        if is_provider:
            lines["provider_overhead"] = cost * (overhead - 1.0)
            lines["provider_margin"] = cost * (factor - overhead)
            lines["governance"] = value * governance
        else:
            lines["captive_overhead"] = cost * (factor - 1.0)
        return {**lines, "travel": travel}

    return RunningCost(
        itemized,
        fixed,
        work.paid_month,
        work.loaded,
        work.gross,
        local,
        world,
        value,
        local_value,
        world_value,
    )


def volume_factor(rates: Rates, head_count: int) -> FloatArray:
    """What the size of the engagement does to a provider's price: 1 at 50 people, less above."""
    effect = rates["volume_pct"] / 100.0 * np.log10(head_count / USUAL_HEAD_COUNT)
    factor: FloatArray = 1.0 - np.clip(effect, -LARGEST_VOLUME_EFFECT, LARGEST_VOLUME_EFFECT)
    return factor


def productive_hours(place: PlaceFigures, rates: Rates) -> FloatArray:
    """Hours a year in which one full-time employee works, (L, S): without leave, holidays and absence."""
    a_day = place.weekly_hours / WORKING_DAYS
    paid = place.weekly_hours * WEEKS_A_YEAR
    present = paid - a_day * (place.leave_days + rates["public_holidays_days"])
    hours: FloatArray = present * (1.0 - rates["unproductive_pct"] / 100.0)
    return hours


def _trip(site: PlaceFigures, rates: Rates) -> FloatArray:
    """Cost of a trip, which rises with distance up to that of a long trip."""
    far = np.minimum(site.distance_km * (1.0 / rates["long_trip_km"]), 1.0)
    cost: FloatArray = rates["short_trip_usd"] + (rates["long_trip_usd"] - rates["short_trip_usd"]) * far
    return cost


def _home_weeks(home: RunningCost, rates: Rates, terms: EngagementTerms, weeks: FloatArray) -> FloatArray:
    """Weeks of a manager at home, in money: paid as a supervisor is."""
    manager = home.loaded * (rates["supervisor_pay_pct"] / 100.0 / terms.head_count)
    cost: FloatArray = manager * (weeks / WEEKS_A_YEAR)
    return cost


def one_off_lines(
    away: RunningCost, home: RunningCost, place: PlaceFigures, rates: Rates, terms: EngagementTerms
) -> LineAmounts:
    """What moving the work costs once, counted when the decision is taken (month 0).

    Args:
        away: a year at the sites.
        home: a year at home.
        place: home's figures.
        rates: the shared rates.
        terms: of the engagement.
    """
    first = "selection" if terms.delivery is DeliveryModel.PROVIDER else "site_setup"
    lines = {
        name: away.value * (rates[f"{name}_pct"] / 100.0)
        + _home_weeks(home, rates, terms, rates[f"{name}_fixed_weeks"])
        for name in (first, "transition")
    }
    lines["process_improvement"] = away.value * (rates["process_improvement_pct"] / 100.0)
    # The site's people learn for a part of the transition, beside those at home who still do the work.
    learning = rates["double_running_months"] / MONTHS_A_YEAR * rates["double_running_share_pct"] / 100.0
    lines["double_running"] = away.value * learning
    if np.isnan(place.redundancy_weeks).any():
        lines["severance"] = away.value * (rates["severance_fallback_pct"] / 100.0)
    else:
        weeks = place.redundancy_weeks / WEEKS_A_YEAR * rates["redundancy_share_pct"] / 100.0
        lines["severance"] = np.broadcast_to(home.gross * weeks, away.value.shape)
    return lines
