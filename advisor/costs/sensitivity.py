"""What matters most: one figure at a time at its low and high end, all others at their median."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.costs.cash_flow import Flows, cost_so_far
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.total_cost import Case
from advisor.costs.uncertainty import FACTORS, PLACE_RATES
from advisor.words.translation import mark, marked, t

_PLACE_LABELS = {
    "base_wage": mark("National wage"),
    "premium": mark("Premium for export work"),
    "language_premium": mark("Premium for a foreign language"),
    "benefits_pct": mark("Customary benefits"),
    "attrition_pct": mark("Attrition"),
    "real_wage_growth_pct": mark("Wage growth above prices"),
    "currency_drift_pct": mark("Currency drift"),
}


@dataclass(frozen=True, slots=True)
class Swing:
    """What happens if one figure alone is at its low or high end and all others are at their median.

    Attributes:
        factor, label: the figure.
        low, high: its ends.
        npv_at_low, npv_at_high: present value of the saving at them.
        saving_at_low, saving_at_high: saving over the horizon, undiscounted, at them.
    """

    factor: str
    label: str
    low: float
    high: float
    npv_at_low: float
    npv_at_high: float
    saving_at_low: float
    saving_at_high: float

    @property
    def width(self) -> float:
        """How far it moves the present value."""
        return abs(self.npv_at_high - self.npv_at_low)


def tornado(
    parameters: CostParameters,
    pair: CostInputs,
    single: Case,
    flows: Flows,
    middle: tuple[float, float],
) -> tuple[Swing, ...]:
    """The effect of each figure alone, the widest first; figures without effect are left out.

    Args:
        parameters: the rates.
        pair: figures of home (row 0) and of the place (row 1).
        single: a case under ``OneAtATime`` scenarios.
        flows: the place's flows in that case.
        middle: present value and saving that all other figures name, from which the swings go out:
            the medians of the draws, which lie a percent or two off the case with all figures at theirs.
    """
    npv = single.present_saving(flows)[0]
    saving = (cost_so_far(single.as_is)[-1] - cost_so_far(flows)[-1])[0]
    npv, saving = npv + (middle[0] - npv[0]), saving + (middle[1] - saving[0])
    swings = []
    for number, factor in enumerate(FACTORS):
        low, high = 1 + 2 * number, 2 + 2 * number
        ends = _ends(factor, parameters, pair)
        figures = (npv[low], npv[high], saving[low], saving[high])
        swings.append(Swing(factor, _label(factor, parameters), *ends, *map(float, figures)))
    with_effect = [swing for swing in swings if swing.width > 0.0]
    return tuple(sorted(with_effect, key=lambda swing: (-swing.width, swing.factor)))


def _label(factor: str, parameters: CostParameters) -> str:
    who, dot, name = factor.partition(".")
    if not dot:
        return parameters[factor].label
    figure = marked(_PLACE_LABELS[name])
    return (
        t("{figure}, at home", figure=figure) if who == "home" else t("{figure}, at the site", figure=figure)
    )


def _ends(factor: str, parameters: CostParameters, pair: CostInputs) -> tuple[float, float]:
    who, dot, name = factor.partition(".")
    if not dot:
        return parameters[factor].low, parameters[factor].high
    ranges, row = getattr(pair, name), 0 if who == "home" else 1
    if name in PLACE_RATES and (np.isnan(ranges.likely[row]) or parameters[name].by_user):
        return parameters[name].low, parameters[name].high
    return float(ranges.low[row]), float(ranges.high[row])
