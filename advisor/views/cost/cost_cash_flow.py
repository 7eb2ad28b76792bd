"""The saving so far, month by month, with the month in which the move has paid for itself."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.costs.ranges import FloatArray
from advisor.views.cost.cost_texts import not_paid_back, paid_back, payback_months, years_text
from advisor.views.cost.cost_view import CostView, Three
from advisor.words.tables import tab_separated
from advisor.words.translation import t


@dataclass(frozen=True, slots=True, eq=False)
class CashCourse:
    """The course of the saving.

    Attributes:
        months: (M,) from 0.
        likely, low, high: (M,) saving so far; low and high are P10 and P90.
        payback: month in which the likely course reaches zero; inf is never.
        payback_band: P10, P50 and P90 of that month over the draws.
    """

    months: FloatArray
    likely: FloatArray
    low: FloatArray
    high: FloatArray
    payback: float
    payback_band: Three

    @property
    def lowest(self) -> float:
        """The lowest point of the band, at most 0."""
        return min(0.0, float(self.low.min()), float(self.likely.min()))

    @property
    def highest(self) -> float:
        """The highest point of the band, at least 0."""
        return max(0.0, float(self.high.max()), float(self.likely.max()))


def cash_course(view: CostView) -> CashCourse:
    """The course of a location."""
    flow = view.detail.cash_flow
    return CashCourse(
        flow.months, flow.likely, flow.low, flow.high, flow.payback_month, view.three("payback_month")
    )


def payback_words(course: CashCourse) -> str:
    """The payback band in words: ``month 5 to 14``, or in how many cases it never comes."""
    low, _, high = course.payback_band
    return payback_months(low, high, is_never=math.isinf(low), may_be_never=math.isinf(high))


def cash_sentence(view: CostView) -> str:
    """When the move has paid for itself and what it brings by the end."""
    course, horizon = cash_course(view), years_text(view.years)
    if view.is_home:
        return t("Nothing moves, so nothing is spent or saved.")
    end = float(course.likely[-1])
    if math.isinf(course.payback):
        return not_paid_back(horizon, -end, view.currency)
    saved = (float(course.low[-1]), float(course.high[-1]))
    return paid_back(course.payback, payback_words(course), horizon, saved, view.currency)


def cash_table(view: CostView) -> str:
    """The course by month, and the yearly costs beside staying at home."""
    course, flow = cash_course(view), view.detail.cash_flow
    header = [
        t("Month"),
        t("Saved so far, P10 ({money})", money=view.money),
        t("Saved so far, likely ({money})", money=view.money),
        t("Saved so far, P90 ({money})", money=view.money),
        t("Cost of the year ({money})", money=view.money),
        t("Cost of the year at home ({money})", money=view.money),
    ]
    rows = []
    for at, month in enumerate(course.months):
        year = int(month) // 12 - 1
        yearly = int(month) % 12 == 0 and month > 0
        costs = (float(flow.cost_by_year[year]), float(flow.onshore_by_year[year])) if yearly else ("", "")
        rows.append(
            [float(month), float(course.low[at]), float(course.likely[at]), float(course.high[at]), *costs]
        )
    return tab_separated(header, rows)
