"""Cost figures as cells, with what they rest on."""

from __future__ import annotations

import numpy as np

from advisor.computed.materials import CostsFromHome
from advisor.core.cells import Cells, make_column
from advisor.core.matrix import CellMethod
from advisor.costs.own_costs import Baseline, baseline_basis, is_own, own_results
from advisor.costs.results import Quantiles
from advisor.costs.terms import DeliveryModel, EngagementTerms
from advisor.words.formatting import number_text
from advisor.words.locale import digits
from advisor.words.translation import t, tn

_LOAD_SOURCES = "wb_db_tax"


def cost_cells(costs: CostsFromHome, figures: Quantiles) -> Cells:
    """A column of one of the result's figures."""
    places = range(len(figures.p50))
    rates = dict.fromkeys(each for rate in costs.parameters.values() for each in rate.source_ids)
    shared = ";".join((_LOAD_SOURCES, *sorted(rates)))
    # One text for all places with the same sources: many homes are remembered.
    sources = {ids: f"{ids};{shared}" if ids else "" for ids in dict.fromkeys(costs.wages.source_ids)}
    return make_column(
        figures.p50,
        low=figures.p10,
        high=figures.p90,
        # Uprating, premium and cost parameters make every figure an estimate, also where pay is observed;
        # one that rests on the user's own pay or price says so.
        methods=np.array(
            [CellMethod.USER if _is_users(costs, row) else CellMethod.ESTIMATED for row in places],
            dtype=np.int8,
        ),
        year=costs.price_year,
        sources=[sources[ids] for ids in costs.wages.source_ids],
        notes=lambda row: (
            t("A wage or the distance is unknown, so the cost is too")
            if np.isnan(figures.p50[row])
            else _total_note(costs.terms, _note(costs, row))
        ),
    )


def _total_note(terms: EngagementTerms, details: str) -> str:
    told = {
        "years": tn("{count} year", "{count} years", terms.years),
        "people": tn("{count} person", "{count} people", terms.head_count),
        "details": details,
    }
    if terms.delivery is DeliveryModel.CAPTIVE:
        return t("Total over {years}, own centre, {people}; {details}", **told)
    return t("Total over {years}, provider, {people}; {details}", **told)


def _is_users(costs: CostsFromHome, row: int) -> bool:
    """Whether pay or price at a place is the user's: then its cost is, too."""
    if row == costs.home:
        return baseline_basis(costs.inputs, row) is not Baseline.MODEL
    return bool(own_results(costs.inputs, row, costs.terms))


def _note(costs: CostsFromHome, row: int) -> str:
    wages, inputs = costs.wages, costs.inputs
    if row == costs.home and is_own(inputs, "own_cost", row):
        cost = number_text(float(inputs.own_cost[row]))
        return t("your own cost of USD {cost} a person and year", cost=cost)
    base, paid = float(inputs.base_wage.likely[row]), float(costs.result.wage_month.p50[row])
    if is_own(inputs, "base_wage", row):
        parts = [t("your own wage of USD {wage} a month", wage=number_text(base))]
    else:
        parts = [
            t("national wage USD {wage} a month ({how})", wage=number_text(base), how=wages.methods[row])
        ]
        if abs(paid / base - 1.0) > 0.005:
            parts.append(t("USD {wage} as paid for this work", wage=number_text(paid)))
    share = digits(float(inputs.contributions_pct[row]))
    if is_own(inputs, "contributions_pct", row):
        parts.append(t("+ {share} % employer contributions (your own)", share=share))
    elif np.isnan(wages.contribution_pct[row]):
        parts.append(
            t("+ {share} % employer contributions (unknown there: median of its peers)", share=share)
        )
    else:
        parts.append(t("+ {share} % employer contributions", share=share))
    months = f"{inputs.months[row]:g}"
    if wages.months_known[row]:
        parts.append(t("x {months} months", months=months))
    else:
        parts.append(t("x {months} months (law on extra months not known)", months=months))
    if row != costs.home and "price_hour" in own_results(inputs, row, costs.terms):
        price = digits(float(inputs.own_price_hour[row]), 2)
        parts.insert(0, t("your own price of USD {price} a productive hour", price=price))
    return ", ".join(parts)
