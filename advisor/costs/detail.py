"""One place in full: its lines, its cash flow, the way from wage gap to saving, and what matters most."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from advisor.costs.cash_flow import Flows, cost_so_far, payback_months, saved_at, saved_so_far
from advisor.costs.components import LINE_IDS, LINES, Line, LineAmounts, applies
from advisor.costs.inputs import CostInputs
from advisor.costs.own_costs import USER, is_own
from advisor.costs.parameters import CostParameters
from advisor.costs.ranges import FloatArray, frozen
from advisor.costs.results import Quantiles
from advisor.costs.sensitivity import Swing, tornado
from advisor.costs.terms import EngagementTerms
from advisor.costs.total_cost import Case, TotalCostModel, line_amounts, to_total
from advisor.costs.uncertainty import (
    DEFAULT_DRAWS,
    DEFAULT_SEED,
    PLACE_RATES,
    Central,
    Draws,
    OneAtATime,
)
from advisor.words.translation import t


@dataclass(frozen=True, slots=True)
class LineFigures:
    """One line over the horizon.

    Attributes:
        line: what it is.
        low, high: 10th and 90th percentile over the draws, widened to hold ``likely``.
        likely: the central amount; these add up to the median total.
        at_home: the central amount of the same line if the work stays as it is.
        basis: "source", "assumption", "user", or several of them joined by " + ".
        source_ids: ids of the sources behind it.
    """

    line: Line
    low: float
    likely: float
    high: float
    at_home: float
    basis: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way from the wage gap to the true saving: what it adds to or takes from it."""

    id: str
    label: str
    amount: float


@dataclass(frozen=True, slots=True, eq=False)
class CashFlow:
    """Money over time.

    Attributes:
        months: (M,) 0 to the end of the horizon.
        likely, low, high: (M,) saving against as-you-are so far: the 50th, 10th and 90th percentile
            over the draws.
        cost_by_year, onshore_by_year: (Y,) median cost of each year, without one-off cost.
        payback_month: 50th percentile; inf is never.
    """

    months: FloatArray
    likely: FloatArray
    low: FloatArray
    high: FloatArray
    cost_by_year: FloatArray
    onshore_by_year: FloatArray
    payback_month: float


@dataclass(frozen=True, slots=True, eq=False)
class CostDetail:
    """Everything about one place; money in USD over the horizon.

    Attributes:
        location_id: the place.
        lines: those that the delivery model has.
        waterfall: the wage gap, one step a line, and the saving last.
        tornado: the widest swing first; figures without effect are left out.
        cash_flow: money over time.
        left_out: labels of the lines that a comparison of national wages leaves out.
    """

    location_id: str
    lines: tuple[LineFigures, ...]
    waterfall: tuple[Step, ...]
    tornado: tuple[Swing, ...]
    cash_flow: CashFlow
    left_out: tuple[str, ...]

    @property
    def total(self) -> float:
        """Sum of the lines: the median total."""
        return sum(each.likely for each in self.lines)

    def in_currency(self, per_usd: float) -> CostDetail:
        """The same in another currency, given how much of it one US dollar buys."""
        flow = self.cash_flow
        return replace(
            self,
            lines=tuple(
                replace(
                    each,
                    low=each.low * per_usd,
                    likely=each.likely * per_usd,
                    high=each.high * per_usd,
                    at_home=each.at_home * per_usd,
                )
                for each in self.lines
            ),
            waterfall=tuple(replace(each, amount=each.amount * per_usd) for each in self.waterfall),
            tornado=tuple(
                replace(
                    each,
                    npv_at_low=each.npv_at_low * per_usd,
                    npv_at_high=each.npv_at_high * per_usd,
                    saving_at_low=each.saving_at_low * per_usd,
                    saving_at_high=each.saving_at_high * per_usd,
                )
                for each in self.tornado
            ),
            cash_flow=replace(
                flow,
                likely=frozen(flow.likely * per_usd),
                low=frozen(flow.low * per_usd),
                high=frozen(flow.high * per_usd),
                cost_by_year=frozen(flow.cost_by_year * per_usd),
                onshore_by_year=frozen(flow.onshore_by_year * per_usd),
            ),
        )


def explain(
    model: TotalCostModel,
    inputs: CostInputs,
    home_index: int,
    location_index: int,
    terms: EngagementTerms,
    *,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
) -> CostDetail:
    """The full account of one place; the draws are those of ``TotalCostModel.evaluate``."""
    pair = inputs.take(np.array([home_index, location_index]))
    away = location_index != home_index

    def flows(case: Case) -> Flows:
        return case.sites(pair.take(slice(1, 2))) if away else case.as_is

    middle, drawn, single = (
        Case.of(model, pair, 0, terms, scenarios)
        for scenarios in (Central(), Draws(draws, seed), OneAtATime())
    )
    drawn_flows = flows(drawn)
    costs, home_costs = cost_so_far(drawn_flows), cost_so_far(drawn.as_is)
    amounts = to_total(line_amounts(flows(middle)), Quantiles.of(costs[-1]).p50)[:, 0]
    at_home = to_total(line_amounts(middle.as_is), Quantiles.of(home_costs[-1]).p50)[:, 0]
    drawn_lines = drawn_flows.lines()
    lines = tuple(
        _line_figures(line, drawn_lines, amounts, at_home, _basis(line, model.parameters, pair))
        for line in LINES
        if applies(line, terms.delivery)
    )
    saving = float(at_home.sum() - amounts.sum())
    npv = float(Quantiles.of(drawn.present_saving(drawn_flows)).p50[0])
    return CostDetail(
        location_id=inputs.location_ids[location_index],
        lines=lines,
        waterfall=_waterfall(lines),
        tornado=tornado(model.parameters, pair, single, flows(single), (npv, saving)),
        cash_flow=_cash_flow(drawn, drawn_flows, costs, home_costs, saving),
        left_out=tuple(each.line.label for each in lines[1:] if each.likely or each.at_home),
    )


def _line_figures(
    line: Line,
    drawn: LineAmounts,
    amounts: FloatArray,
    at_home: FloatArray,
    rests_on: tuple[str, tuple[str, ...]],
) -> LineFigures:
    at = LINE_IDS.index(line.id)
    likely = low = high = float(amounts[at])
    if line.id in drawn:
        spread = Quantiles.of(drawn[line.id])
        low, high = min(likely, float(spread.p10[0])), max(likely, float(spread.p90[0]))
    return LineFigures(line, low, likely, high, float(at_home[at]), *rests_on)


_GENERAL = {
    "attrition_pct": "attrition_pct",
    "real_wage_growth_pct": "real_wage_growth_pct",
    "currency_drift_pct": "currency_drift_pct",
    "redundancy_weeks": "severance_fallback_pct",
}


def _basis(line: Line, parameters: CostParameters, pair: CostInputs) -> tuple[str, tuple[str, ...]]:
    """What a line rests on: the place's own figures, or the general rate where it has none."""
    used = [parameters[key] for key in line.parameters]
    kinds: list[str] = []
    ids: list[str] = []
    for name in line.inputs:
        row = 0 if name == "redundancy_weeks" else 1  # severance follows the law at home
        value = getattr(pair, name)
        figure = value.likely[row] if hasattr(value, "likely") else value[row]
        general = parameters[_GENERAL[name]] if name in _GENERAL else None
        if general and (np.isnan(figure) or (general.by_user and name in PLACE_RATES)):
            used.append(general)
        else:
            kinds.append("user" if is_own(pair, name, row) else "source")
            ids.extend(each for each in pair.source_ids.get(name, ((), ()))[row] if each != USER)
    kinds.extend(each.basis for each in used)
    ids.extend(each for parameter in used for each in parameter.source_ids)
    ordered = [kind for kind in ("source", "assumption", "user") if kind in kinds]
    return " + ".join(ordered), tuple(dict.fromkeys(ids))


def _waterfall(lines: tuple[LineFigures, ...]) -> tuple[Step, ...]:
    gaps = [each.at_home - each.likely for each in lines]
    first = Step("wage_gap", t("Gap in wages"), gaps[0])
    steps = [Step(each.line.id, each.line.label, gap) for each, gap in zip(lines[1:], gaps[1:], strict=True)]
    return (first, *steps, Step("saving", t("Saving"), sum(gaps)))


def _cash_flow(
    drawn: Case, flows: Flows, costs: list[FloatArray], home_costs: list[FloatArray], saving: float
) -> CashFlow:
    """The course; its middle ends at ``saving``, the one that all figures name."""
    saved = saved_so_far(costs, home_costs)
    months = np.arange(12 * (len(saved) - 1) + 1, dtype=np.float64)
    stays = flows is drawn.as_is
    band = Quantiles.of(
        np.array(
            [saved[0][0] if stays else saved_at(saved, drawn.schedule, month / 12.0)[0] for month in months]
        )
    )
    if stays:
        band = Quantiles.of(np.zeros((len(months), 1)))
    # The median of a difference is not that of the medians: the last percent grows as the work moves.
    moved = np.array([float(np.median(drawn.schedule.moved(month / 12.0))) for month in months])
    gap = 0.0 if stays else saving - band.p50[-1]
    band = band.with_middle(band.p50 + gap * (moved / moved[-1] if moved[-1] > 0.0 else months / months[-1]))
    payback = 0.0 if stays else float(Quantiles.of(payback_months(saved, drawn.schedule)).p50[0])
    return CashFlow(
        months=frozen(months),
        likely=band.p50,
        low=band.p10,
        high=band.p90,
        cost_by_year=frozen(np.array([Quantiles.of(year).p50[0] for year in flows.years])),
        onshore_by_year=frozen(np.array([Quantiles.of(year).p50[0] for year in drawn.as_is.years])),
        payback_month=payback,
    )
