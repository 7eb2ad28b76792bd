"""The key figures of a location's cost, each with its range and what it means."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.views.cost.cost_texts import (
    money_tip,
    payback_tip,
    saving_tip,
    tip_text,
    total_tip,
    wages_alone_tip,
)
from advisor.views.cost.cost_view import CostView
from advisor.views.cost.months import month_number, month_span
from advisor.words.formatting import (
    UNKNOWN,
    chance_text,
    in_sentence,
    number_text,
    percent_range,
    percent_text,
    range_text,
)
from advisor.words.translation import t, tn


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


def key_figures(view: CostView) -> tuple[KeyFigure, ...]:
    """The figures in order; unknown ones are an en dash."""
    chance = float(view.result.probability_of_saving[view.row])
    wages = float(view.result.wage_only_saving_pct[view.row])
    left_out = view.detail.left_out
    currency = view.currency
    return (
        _saving(view),
        KeyFigure(
            "wage_only",
            t("Wages alone"),
            percent_text(wages / 100),
            tn("{count} cost left out", "{count} costs left out", len(left_out)) if left_out else "",
            wages_alone_tip([in_sentence(line) for line in left_out]),
        ),
        KeyFigure("probability", t("Chance of saving"), chance_text(chance), "", tip_text("probability")),
        _payback(view),
        _money(view, "npv", t("Worth today, {currency}", currency=currency)),
        _money(view, "total", t("Total, {currency}", currency=currency)),
        _money(view, "run_rate", t("A person in a steady year, {currency}", currency=currency)),
        _money(view, "price_hour", t("An hour, {currency}", currency=currency)),
        _money(view, "wage_month", t("Wage a month, {currency}", currency=currency)),
        _money(view, "one_off", t("Moving, {currency}", currency=currency)),
    )


def key_figures_text(figures: Sequence[KeyFigure]) -> str:
    """All figures in words."""
    told = [
        t("{caption}: {figure} {middle}", caption=each.caption, figure=each.text, middle=each.middle).strip()
        for each in figures
    ]
    return t("Key figures: {figures}", figures="; ".join(told))


def _money(view: CostView, name: str, caption: str) -> KeyFigure:
    low, middle, high = view.three(name)
    tip = money_tip(name, view.money)
    if name == "total":
        each = view.three("total_year_per_fte")
        tip = total_tip(view.money, (each[0], each[2]))
    below = t("yours") if name in view.own else _median(number_text(middle))
    return KeyFigure(name, caption, range_text(low, high), below, tip)


def _saving(view: CostView) -> KeyFigure:
    low, middle, high = view.three("saving_pct")
    amounts = view.three("saving")
    tip = saving_tip(view.money, (amounts[0], amounts[2]))
    return KeyFigure(
        "saving", t("Saving"), percent_range(low / 100, high / 100), _median(percent_text(middle / 100)), tip
    )


def _payback(view: CostView) -> KeyFigure:
    if view.is_home:
        tip = t("Nothing moves, so there is nothing to pay back.")
        return KeyFigure("payback", t("Payback month"), UNKNOWN, "", tip)
    low, middle, high = view.three("payback_month")
    tip = payback_tip(math.isinf(high))
    return KeyFigure("payback", t("Payback month"), month_span(low, high), _median(month_number(middle)), tip)


def _median(text: str) -> str:
    return "" if text == UNKNOWN else t("median {figure}", figure=text)
