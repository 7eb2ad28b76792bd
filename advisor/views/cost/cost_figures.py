"""The key figures of a location's cost, each with its range and what it means."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.views.cost.cost_view import CostView
from advisor.views.cost.months import month_number, month_span
from advisor.words.formatting import UNKNOWN, number_text, percent_range, percent_text, range_text, share_text
from advisor.words.translation import t


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure of the strip.

    Attributes:
        id: for tests and tables.
        caption: what it is.
        text: the figure, a range from P10 to P90 where it has one.
        middle: its P50, or what else stands below it.
        tip: what it means, a sentence or two.
    """

    id: str
    caption: str
    text: str
    middle: str
    tip: str


_TIPS = {
    "run_rate": "What one person (FTE) costs in a steady year at today's prices, without one-off cost.",
    "one_off": "What the move costs once: transition, double running, severance and the like.",
    "price_hour": "What a productive hour costs at a provider or in your own centre: compare it with quotes.",
    "wage_month": "Gross wage as it is paid for this work, premiums included.",
    "total": "The whole cost over the horizon, one-off cost included.",
    "saving": "In % of leaving the work as it is, over the horizon; the ranking uses it.",
    "probability": "In how many of the draws the work costs less than at home.",
    "payback": "The month in which the saving has made good for the one-off cost.",
    "npv": "Net present value: what the saving is worth today, at the discount rate.",
    "wage_only": "What a comparison of national wages alone promises.",
}
_RANGE = "In eight cases of ten it lies in this range; below it the median, which half of the cases exceed."


def key_figures(view: CostView) -> tuple[KeyFigure, ...]:
    """The figures in order; unknown ones are an en dash."""
    chance = float(view.result.probability_of_saving[view.row])
    wages = float(view.result.wage_only_saving_pct[view.row])
    left_out = f"{len(view.detail.left_out)} costs left out" if view.detail.left_out else ""
    currency = view.currency
    return (
        _saving(view),
        KeyFigure(
            "wage_only",
            "Wages alone",
            percent_text(wages / 100),
            left_out,
            f"{_TIPS['wage_only']} It leaves out: {', '.join(view.detail.left_out).lower()}.",
        ),
        KeyFigure("probability", "Chance of saving", share_text(chance), "", _TIPS["probability"]),
        _payback(view),
        _money(view, "npv", t("Worth today, {currency}", currency=currency)),
        _money(view, "total", t("Total, {currency}", currency=currency)),
        _money(view, "run_rate", t("A person a year, {currency}", currency=currency)),
        _money(view, "price_hour", t("An hour, {currency}", currency=currency)),
        _money(view, "wage_month", t("Wage a month, {currency}", currency=currency)),
        _money(view, "one_off", t("Moving, {currency}", currency=currency)),
    )


def _money(view: CostView, name: str, caption: str) -> KeyFigure:
    low, middle, high = view.three(name)
    tip = f"{_TIPS[name]} {_RANGE} {view.money}."
    if name == "total":
        each = view.three("total_year_per_fte")
        tip += f" A person and year of it: {range_text(each[0], each[2])}."
    return KeyFigure(name, caption, range_text(low, high), _median(number_text(middle)), tip)


def _saving(view: CostView) -> KeyFigure:
    low, middle, high = view.three("saving_pct")
    amounts = view.three("saving")
    tip = f"{_TIPS['saving']} {_RANGE} In {view.money}: {range_text(amounts[0], amounts[2])}."
    return KeyFigure(
        "saving", "Saving", percent_range(low / 100, high / 100), _median(percent_text(middle / 100)), tip
    )


def _payback(view: CostView) -> KeyFigure:
    if view.is_home:
        return KeyFigure(
            "payback", "Payback month", UNKNOWN, "", "Nothing moves, so there is nothing to pay back."
        )
    low, middle, high = view.three("payback_month")
    never = " Never: not within the horizon." if math.isinf(high) else ""
    tip = f"{_TIPS['payback']} {_RANGE}{never}"
    return KeyFigure("payback", "Payback month", month_span(low, high), _median(month_number(middle)), tip)


def _median(text: str) -> str:
    return "" if text == UNKNOWN else t("median {figure}", figure=text)
