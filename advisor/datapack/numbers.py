"""Numbers as spreadsheets of any language write them, and never a guess about a comma or a point.

A comma-separated table has decimal points. A table with semicolons or tabs may have decimal commas: which,
its own numbers must show. ``1,5`` shows a decimal comma, ``1.234.567`` shows points between thousands, and
``1.234`` alone shows nothing: it is a number only where the others have said what the point means.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from advisor.datapack.problems import shown
from advisor.words.translation import t

UNKNOWN_WORDS = frozenset({"..", "...", "…", "n/a", "#n/a", "na", "-", "–", "—"})
LONGEST = 40
SMALLEST = 1e-100  # closer to 0, divisions overflow; what arithmetic leaves of a zero is larger
_SPACES = re.compile(r"^[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?=$|[.,])")
_GROUPS = {
    sign: re.compile(rf"^[+-]?[1-9]\d{{0,2}}(?:{re.escape(sign)}\d{{3}})+$") for sign in (",", ".")
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How the numbers of one table are written.

    Attributes:
        decimal: ``.`` or ``,``; blank where no number of the table shows it.
        grouped: whether the other sign stands between thousands.
    """

    decimal: str = "."
    grouped: bool = False


POINTS = NumberStyle()


class NumberError(ValueError):
    """Text that is no number, or that could be two; ``cure`` says what to write instead."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


def is_unknown(text: str) -> bool:
    """Whether a cell says that its figure is not known."""
    return text.casefold() in UNKNOWN_WORDS


def style_of(cells: Iterable[str]) -> NumberStyle:
    """What the numbers of a table show of its style; the sign that more of them show counts."""
    votes = {",": 0, ".": 0}
    grouped = {",": False, ".": False}
    for cell in cells:
        if len(cell) > LONGEST or not any(sign in cell for sign in ",."):
            continue
        commas, points = cell.count(","), cell.count(".")
        if commas and points:
            decimal, other = (",", ".") if cell.rfind(",") > cell.rfind(".") else (".", ",")
            votes[decimal] += 1
            grouped[other] = True
        elif commas > 1 or points > 1:
            grouped["," if commas else "."] = True
        else:
            sign = "," if commas else "."
            if not _GROUPS[sign].match(cell):
                votes[sign] += 1
    if not any(votes.values()) and any(grouped.values()):
        votes["." if grouped[","] else ","] = 1
    if not any(votes.values()):
        return NumberStyle("")
    decimal = "," if votes[","] > votes["."] else "."
    return NumberStyle(decimal, grouped["." if decimal == "," else ","])


def parse_number(text: str, style: NumberStyle = POINTS) -> float:
    """The number in a cell.

    Raises:
        NumberError: not a finite number, or one that can be read in two ways.
    """
    if len(text) > LONGEST:
        message = t("A number of {count} characters is too long.", count=len(text))
        raise NumberError(message, t("Write at most 15 digits."))
    plain = text.replace("\N{MINUS SIGN}", "-")
    spaced = _SPACES.match(plain)
    if spaced:
        plain = re.sub(r"\s", "", spaced.group()) + plain[spaced.end() :]
    plain = _with_point(text, plain, style)
    try:
        number = float(plain.replace("_", "?"))  # float() would read 1_000
    except ValueError:
        raise NumberError(t("'{text}' is not a number.", text=shown(text)), _plain_cure(style)) from None
    if not math.isfinite(number):
        message = t("'{text}' is not a finite number.", text=shown(text))
        raise NumberError(message, t("Leave unknown cells blank."))
    if 0.0 < abs(number) < SMALLEST:
        message = t("'{text}' is too close to 0.", text=shown(text))
        raise NumberError(message, t("Write 0, or choose a unit in which the figure is larger."))
    return number


def _with_point(text: str, plain: str, style: NumberStyle) -> str:
    """The same number with a decimal point and nothing between thousands."""
    if style == POINTS or not ("," in plain or "." in plain):
        return plain
    decimal = style.decimal
    if not decimal:
        sign = "," if "," in plain else "."
        raise _two_readings(text, plain, sign)
    other = "." if decimal == "," else ","
    whole, _, rest = plain.partition(decimal)
    if other in whole:
        if not _GROUPS[other].match(whole):
            message = t("'{text}' does not have its decimals like the other numbers.", text=shown(text))
            raise NumberError(message, _plain_cure(style))
        if not rest and not style.grouped:
            raise _two_readings(text, plain, other)
        whole = whole.replace(other, "")
    return f"{whole}.{rest}" if rest else whole


def _two_readings(text: str, plain: str, sign: str) -> NumberError:
    without = plain.replace(sign, "")
    message = t(
        "'{text}' can be {one} or {two}.", text=shown(text), one=without, two=plain.replace(sign, ".")
    )
    cure = t("Write {one}, or give it another number of decimals.", one=without)
    return NumberError(message, cure)


def _plain_cure(style: NumberStyle) -> str:
    if style.decimal == ",":
        return t("Write a plain number with a comma for decimals, like the others.")
    return t("Write a plain number with a point for decimals and no thousands separator.")
