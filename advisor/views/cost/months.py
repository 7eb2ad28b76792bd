"""Months in which a move pays for itself, as text."""

from __future__ import annotations

import math

from advisor.words.formatting import UNKNOWN
from advisor.words.locale import digits
from advisor.words.translation import t


def month_number(month: float) -> str:
    """A payback month in a column of them: ``8``, ``never``."""
    if math.isnan(month):
        return UNKNOWN
    return t("never") if math.isinf(month) else digits(month)


def month_span(low: float, high: float) -> str:
    """A range of payback months in a column of them: ``5–14``, ``30–never``."""
    if math.isnan(low) or math.isnan(high):
        return UNKNOWN
    first, last = month_number(low), month_number(high)
    return (
        first if math.isinf(low) or first == last else t("{first}\N{EN DASH}{last}", first=first, last=last)
    )


def month_range(low: float, high: float) -> str:
    """A range of payback months within a sentence: ``month 5–14``, ``month 30–never``, ``never``."""
    span = month_span(low, high)
    return span if math.isnan(low) or math.isnan(high) or math.isinf(low) else t("month {month}", month=span)
