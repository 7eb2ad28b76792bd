"""What matters most: each figure alone at its low and at its high end, all others likely."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.costs.parameters import CostParameters
from advisor.views.cost.cost_view import CostView
from advisor.words.formatting import number_text, range_text
from advisor.words.tables import tab_separated

_PLACE_UNITS = {
    "base_wage": "USD a month",
    "premium": "\N{MULTIPLICATION SIGN}",
    "language_premium": "\N{MULTIPLICATION SIGN}",
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
            return f"{self.unit} {number}"
        if self.unit.startswith("%"):
            return f"{number} %"
        return f"USD {number}" if self.unit.startswith("USD") else f"{number} {self.unit.partition(' ')[0]}"


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
        return "No figure moves the saving."
    first = bars[0]
    ends = sorted((first.at_low, first.at_high))
    spread = range_text(*ends).replace("\N{EN DASH}", " to ")
    sentence = f"{first.label.replace(', ', ' ')} matters most: saving {spread}"
    turning = [bar for bar in bars if (min(bar.at_low, bar.at_high) <= 0 < max(bar.at_low, bar.at_high))]
    if not turning:
        turned = "a loss" if view.saving > 0 else "a saving"
        return f"{sentence}. None alone turns it into {turned}."
    if len(turning) == 1:
        return f"{sentence}. It alone decides whether there is a saving."
    return f"{sentence}. {len(turning)} figures can each decide alone whether there is a saving."


def tornado_table(view: CostView) -> str:
    """Every figure as a table, with present values too."""
    money = view.money
    header = ["Figure", "Unit", "Low", "High", f"Saving at low ({money})", f"Saving at high ({money})"]
    header += [f"Present value at low ({money})", f"Present value at high ({money})"]
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
    return f"at {bar.end_text(value)}: saving {number_text(saving)}"


def _unit(factor: str, parameters: CostParameters) -> str:
    name = factor.rpartition(".")[2]
    return _PLACE_UNITS[name] if name in _PLACE_UNITS else parameters[name].unit
