"""Numbers as people type them: 4.5, 4,5, 31 000, 31k, 3 h 30, 3:30."""

from __future__ import annotations

import math
import re

_SPACES = str.maketrans(
    "", "", " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'\N{RIGHT SINGLE QUOTATION MARK}"
)
_HOURS = re.compile(r"(\d+)(?:h|:)(\d{1,2})?(?:m|min)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_FACTORS = {"k": 1e3, "m": 1e6}


class NumberError(ValueError):
    """What was typed is no number; the message says so in plain words."""


def parse_figure(text: str, unit: str = "") -> float | None:
    """The number in a field, None for an empty one.

    Args:
        text: what was typed.
        unit: unit of the field; hours may be typed as ``3 h 30`` or ``3:30``.

    Raises:
        NumberError: it is no number.
    """
    typed = text.strip()
    if not typed:
        return None
    bare = typed.translate(_SPACES).replace("\N{MINUS SIGN}", "-").lower().removesuffix("%")
    if unit.startswith("h") and (match := _HOURS.fullmatch(bare)):
        minutes = int(match[2] or 0)
        if minutes >= 60:
            raise NumberError(
                f"\N{LEFT DOUBLE QUOTATION MARK}{typed}\N{RIGHT DOUBLE QUOTATION MARK} has "
                f"{minutes} minutes in the hour. Write it as 3 h 30 or 3.5."
            )
        return int(match[1]) + minutes / 60
    factor = _FACTORS.get(bare[-1:], 1.0)
    digits = bare[:-1] if factor != 1.0 else bare
    digits = digits.replace(",", "") if _GROUPED.fullmatch(digits) else digits.replace(",", ".")
    try:
        value = float(digits) * factor
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise NumberError(
            f"\N{LEFT DOUBLE QUOTATION MARK}{typed}\N{RIGHT DOUBLE QUOTATION MARK} is not a number. "
            "Write it as 4.5 or 31 k, or leave the field empty for no limit."
        )
    return value


def typed_figure(value: float, unit: str = "") -> str:
    """A number as it stands in a field to be edited; ``parse_figure`` reads it back exactly."""
    if unit.startswith("h") and value >= 0 and abs(value * 60 - round(value * 60)) < 1e-9:
        whole, minutes = divmod(round(value * 60), 60)
        return f"{whole} h {minutes:02d}" if minutes else f"{whole} h"
    text = f"{value:,.12g}" if float(f"{value:.12g}") == value else repr(value)
    return text.replace(",", "\N{NARROW NO-BREAK SPACE}")
