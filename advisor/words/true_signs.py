"""Numbers joined as people read them: ranges ``0–8``, ``2005–2025``, ``09:00–17:00``, products ``24×7``."""

from __future__ import annotations

import re
from functools import lru_cache

_TIMES_SIGN, _DASH = "\N{MULTIPLICATION SIGN}", "\N{EN DASH}"
_NUMBER = r"\d+(?:[.,]\d+)*"
# Neither part of a date, a number of a law, a code, an address or a longer number.
_RANGE = re.compile(rf"(?<![\w.,:/-])({_NUMBER})-({_NUMBER})(?![\w:/-])")
_PRODUCT = re.compile(r"(?<![\w.,])([1-9]\d*)x(\d+)(?![\w.,])")
_CLOCK = re.compile(r"(?<![\d:-])(\d{1,2}:\d{2})-(\d{1,2}:\d{2})(?![\d:-])")


@lru_cache(4000)
def true_signs(text: str) -> str:
    """A text whose numbers are joined by hyphens and the letter x in data and files, with the true signs.

    A hyphen joins a range where the second number is no less than the first, or is the year after it without
    its century (``2019-20``). Numbers of very different length are a code: ``SOC 43-4051``.
    """
    if "x" in text:
        text = _PRODUCT.sub(rf"\1{_TIMES_SIGN}\2", text)
    if "-" not in text:
        return text
    return _RANGE.sub(_joined, _CLOCK.sub(rf"\1{_DASH}\2", text))


def _joined(found: re.Match[str]) -> str:
    first, last = found.groups()
    return f"{first}{_DASH}{last}" if _is_range(first, last) else found[0]


def _is_range(first: str, last: str) -> bool:
    low, high = (float(end.replace(",", "")) if end.count(".") < 2 else -1.0 for end in (first, last))
    if len(first) == 4 and len(last) == 2:
        return (low + 1) % 100 == high
    is_code = low > 9 and high >= 50 * low
    return 0 <= low <= high and not is_code
