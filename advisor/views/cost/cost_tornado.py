"""What matters most: each figure alone at its low and at its high end, all others likely."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.costs.parameters import CostParameters
from advisor.views.cost.cost_texts import matters_most
from advisor.views.cost.cost_view import CostView
from advisor.words.data_words import data_text
from advisor.words.formatting import number_text
from advisor.words.tables import tab_separated
from advisor.words.translation import mark, marked, t

_PLACE_UNITS = {
    "base_wage": mark("USD a month"),
    "premium": "\N{MULTIPLICATION SIGN}",
    "language_premium": "\N{MULTIPLICATION SIGN}",
}
# What is counted, where it is one of them.
_OF_ONE = {
    "days": mark("day"),
    "weeks": mark("week"),
    "months": mark("month"),
    "trips": mark("trip"),
    "people": mark("person"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure and what it does to the saving.

    Attributes:
        factor, label: the figure.
        low, high: its ends, in ``unit``.
        at_low, at_high: saving over the horizon if it is there.
    """

    factor: str
    label: str
    unit: str
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far it moves the saving."""
        return abs(self.at_high - self.at_low)

    def end_text(self, value: float) -> str:
        """One end of the figure as it stands beside the bar."""
        number = number_text(value)
        if self.unit == _PLACE_UNITS["premium"]:
            return t("{sign} {number}", sign=self.unit, number=number)
        if self.unit.startswith("%"):
            return t("{number} %", number=number)
        if self.unit.startswith("USD"):
            return t("{currency} {amount}", currency="USD", amount=number)
        counted = self.unit.partition(" ")[0]
        is_one = number == number_text(1.0)
        unit = marked(_OF_ONE[counted]) if is_one and counted in _OF_ONE else data_text(counted)
        return t("{number} {unit}", number=number, unit=unit)


def tornado_bars(view: CostView) -> tuple[Bar, ...]:
    """The figures that move the saving, the widest first."""
    bars = [
        Bar(
            swing.factor,
            swing.label,
            _unit(swing.factor, view.parameters),
            swing.low,
            swing.high,
            swing.saving_at_low,
            swing.saving_at_high,
        )
        for swing in view.detail.tornado
    ]
    return tuple(sorted((bar for bar in bars if bar.width > 0.0), key=lambda bar: (-bar.width, bar.factor)))


def tornado_sentence(view: CostView) -> str:
    """The figure that matters most, and whether any one alone decides if there is a saving."""
    bars = tornado_bars(view)
    if not bars:
        return t("No figure moves the saving.")
    first = bars[0]
    low, high = sorted((first.at_low, first.at_high))
    turning = [bar for bar in bars if (min(bar.at_low, bar.at_high) <= 0 < max(bar.at_low, bar.at_high))]
    return matters_most(first.label, (low, high), len(turning), view.currency, saves=view.saving > 0)


def tornado_table(view: CostView) -> str:
    """Every figure as a table, with present values too."""
    money = view.money
    header = [
        t("Figure"),
        t("Unit"),
        t("Low"),
        t("High"),
        t("Saving at low ({money})", money=money),
        t("Saving at high ({money})", money=money),
        t("Present value at low ({money})", money=money),
        t("Present value at high ({money})", money=money),
    ]
    return tab_separated(
        header,
        (
            [
                swing.label,
                _unit(swing.factor, view.parameters),
                swing.low,
                swing.high,
                swing.saving_at_low,
                swing.saving_at_high,
                swing.npv_at_low,
                swing.npv_at_high,
            ]
            for swing in view.detail.tornado
        ),
    )


def end_words(bar: Bar, at_low: bool) -> str:
    """One end in words: ``at 11 %: saving 8.2 m``."""
    value, saving = (bar.low, bar.at_low) if at_low else (bar.high, bar.at_high)
    return t("at {figure}: saving {amount}", figure=bar.end_text(value), amount=number_text(saving))


def _unit(factor: str, parameters: CostParameters) -> str:
    name = factor.rpartition(".")[2]
    return marked(_PLACE_UNITS[name]) if name in _PLACE_UNITS else parameters[name].unit
