"""What is read in one go stays on one line: a figure and its unit, a currency and its amount, hours."""

from __future__ import annotations

import re

_NO_BREAK = "\N{NO-BREAK SPACE}"
_TOGETHER = re.compile(
    r"(?<=\d) (?=(?:%|k|m|M|bn|h|km)(?!\w))"  # 16 %, 6.1-8.4 m, 4 h
    r"|(?<=\dh) (?=\d\d(?!\d))|(?<=\d h) (?=\d\d(?!\d))"  # 6 h 36
    r"|(?<=\b[A-Z]{3}) (?=\d)"  # USD 70
    r"|(?<=[<>]) (?=\d)"  # < 1 %
)


def unbroken(text: str) -> str:
    """The text with spaces at which a line must not end made such."""
    return _TOGETHER.sub(_NO_BREAK, text)


def broken(text: str) -> str:
    """The same text with its spaces as they were."""
    return text.replace(_NO_BREAK, " ")
