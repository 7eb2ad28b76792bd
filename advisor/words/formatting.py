"""Figures as people read them: ranges before false precision, unknown as a dash, never 0."""

from __future__ import annotations

import math

UNKNOWN = "\N{EN DASH}"
_MINUS = "\N{MINUS SIGN}"


def figure_text(value: float, unit: str = "", *, with_unit: bool = True) -> str:
    """A figure with its unit: hours as ``3 h 15``, thousands as ``31 k``, percent without decimals.

    Unknown (NaN) is an en dash.
    """
    if math.isnan(value):
        return UNKNOWN
    if unit.startswith("h"):
        return hours_text(value)
    text = number_text(value)
    # A unit that only names the scale ("0-100", "index 0-1") says nothing behind a figure.
    if not with_unit or not unit or unit[0].isdigit() or unit.startswith("index"):
        return text
    return f"{text} %" if unit.startswith("%") else f"{text} {unit}"


def percent_text(share: float) -> str:
    """A share in 0..1 as ``62 %``; unknown is a dash."""
    return UNKNOWN if math.isnan(share) else f"{100 * share:.0f} %"


def number_text(value: float) -> str:
    """A number with about three meaningful digits, large ones in thousands or millions."""
    if math.isnan(value):
        return UNKNOWN
    size = abs(value)
    if size >= 999_500:
        text = f"{size / 1e6:.0f} m" if size >= 9.95e6 else f"{size / 1e6:.1f} m"
    elif size >= 9_950:
        text = f"{size / 1e3:.0f} k"
    elif size >= 995:
        text = f"{size / 1e3:.1f} k"
    elif size >= 99.5:
        text = f"{size:.0f}"
    elif size >= 9.95:
        text = f"{size:.1f}".removesuffix(".0")
    elif size > 0:
        text = f"{size:.2f}".rstrip("0").rstrip(".")
    else:
        text = "0"
    return _MINUS + text if value < 0 and text != "0" else text


def hours_text(hours: float) -> str:
    """Hours and minutes: ``3 h 15``, ``8 h``, ``0 h``."""
    if math.isnan(hours):
        return UNKNOWN
    minutes = round(abs(hours) * 60)
    sign = _MINUS if hours < 0 and minutes else ""
    whole, rest = divmod(minutes, 60)
    return f"{sign}{whole} h {rest:02d}" if rest else f"{sign}{whole} h"


def share_text(share: float) -> str:
    """A probability, 0..1, in percent: ``34 %``, ``<1 %``, ``>99 %``; never certain by rounding."""
    if math.isnan(share):
        return UNKNOWN
    if 0.0 < share < 0.005:
        return "<1 %"
    if 0.995 <= share < 1.0:
        return ">99 %"
    return f"{100 * share:.0f} %"


def range_text(low: float, high: float) -> str:
    """A range in thousands or millions, ``31–44 k``; one number where both ends look the same."""
    if math.isnan(low) or math.isnan(high):
        return UNKNOWN
    unit, scale, digits = ("m", 1e6, 1) if max(abs(low), abs(high)) >= 999_500 else ("k", 1e3, 0)
    first, last = (_plain(bound / scale, digits) for bound in (low, high))
    if first == last:
        return f"{first} {unit}"
    # A dash between signs would read as another minus.
    joint = " to " if low < 0 else "\N{EN DASH}"
    return f"{first}{joint}{last} {unit}"


def _plain(value: float, digits: int) -> str:
    text = f"{abs(value):.{digits}f}"
    return _MINUS + text if value < 0 and float(text) else text


def in_sentence(label: str) -> str:
    """A label as it stands inside a sentence: in lower case, unless it begins with an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
