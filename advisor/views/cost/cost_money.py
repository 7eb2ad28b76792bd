"""Amounts, ranges and tables of the cost charts as text. The currency stands in the heading."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from advisor.words.formatting import UNKNOWN, number_text

NEVER = "never"
_DASH = "\N{EN DASH}"
_MINUS = "\N{MINUS SIGN}"


def money_text(amount: float) -> str:
    """An amount: ``31 k``, ``1.2 m``; unknown is an en dash."""
    return number_text(amount)


def axis_text(amount: float) -> str:
    """An amount on an axis: round numbers need no decimals."""
    return number_text(amount).replace(".0 ", " ")


def money_range(low: float, high: float) -> str:
    """A range in one unit: ``31–44 k``, ``−1.2 to 3.4 m``; one number where both ends look the same."""
    if math.isnan(low) or math.isnan(high):
        return UNKNOWN
    size = max(abs(low), abs(high))
    factor, unit = (1e6, " m") if size >= 999_500 else (1e3, " k") if size >= 995 else (1.0, "")
    decimals = 1 if size / factor < 19.95 and factor > 1.0 else 0
    if factor == 1e3 and size >= 9_950:
        decimals = 0
    return _span(low / factor, high / factor, decimals) + unit


def percent_text(percent: float) -> str:
    """A percentage without decimals."""
    if math.isnan(percent):
        return UNKNOWN
    return f"{_number(percent, 0)} %"


def percent_range(low: float, high: float) -> str:
    """A range of percentages: ``37–62 %``, ``−5 to 12 %``."""
    if math.isnan(low) or math.isnan(high):
        return UNKNOWN
    return f"{_span(low, high, 0)} %"


def chance_text(part: float) -> str:
    """A probability; only what is certain in all draws is called 0 or 100 %."""
    if math.isnan(part):
        return UNKNOWN
    if 0.0 < part < 0.005:
        return "< 1 %"
    if 0.995 <= part < 1.0:
        return "> 99 %"
    return f"{100 * part:.0f} %"


def month_text(month: float) -> str:
    """A payback month: ``month 8``, ``never``."""
    if math.isnan(month):
        return UNKNOWN
    return NEVER if math.isinf(month) else f"month {month:.0f}"


def month_range(low: float, high: float) -> str:
    """A range of payback months: ``month 5–14``, ``month 30–never``."""
    if math.isnan(low) or math.isnan(high):
        return UNKNOWN
    if math.isinf(low) or low == high:
        return month_text(low)
    return f"month {low:.0f}{_DASH}{NEVER if math.isinf(high) else f'{high:.0f}'}"


def tsv(header: Sequence[str], rows: Iterable[Sequence[str | float]]) -> str:
    """A table to paste into a spreadsheet: tabs between cells, full numbers, unknown empty."""
    lines = [header, *([_cell(value) for value in row] for row in rows)]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return value.replace("\t", " ").replace("\n", " ")
    if math.isnan(value):
        return ""
    return NEVER if math.isinf(value) else f"{value:.12g}"


def _number(value: float, decimals: int) -> str:
    text = f"{abs(value):.{decimals}f}"
    if float(text) == 0.0:
        return "0"
    return _MINUS + text if value < 0 else text


def _span(low: float, high: float, decimals: int) -> str:
    ends = _number(low, decimals), _number(high, decimals)
    if ends[0] == ends[1]:
        return ends[0]
    return (" to " if min(low, high) < 0 else _DASH).join(ends)
