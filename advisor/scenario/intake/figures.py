"""Figures as tables of other people hold them: with units, currency signs and footnotes, in any style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.datapack.numbers import NumberStyle, is_unknown, parse_number, style_of
from advisor.scenario.intake.vocabulary import NO_FIGURE, SAME_UNITS, UNITS
from advisor.words.translation import t

_NUMBER = re.compile(
    r"[+\-\N{MINUS SIGN}]?[.,]?\d[\d.,'\N{RIGHT SINGLE QUOTATION MARK}\u00a0\u2009\u202f ]*(?:[eE][+-]?\d+)?"
)
_FOOTNOTE = re.compile(r"(?:\s*(?:\*+|\[[0-9a-z]{1,2}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]|[†‡])+)$")
_SPACES = str.maketrans(
    {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "'": " ", "\N{RIGHT SINGLE QUOTATION MARK}": " "}
)
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN", "US$": "USD"}
_BRACKETS = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<unit>[^()\[\]]{1,40})[)\]]\s*$")
_AFTER = re.compile(r"^(?P<name>.+?)(?:,\s*|\s+(?:in|en)\s+)(?P<unit>[^,]{1,24})$", re.IGNORECASE)
# What may stand before a number: a sign, a currency, a bracket, "ca."; "Figure 5" is no figure.
_BEFORE = re.compile(
    r"^\(?[-\N{MINUS SIGN}+~]?(?:[€$£¥₹%]|US\$|[A-Z]{3}|ca\.?|c\.|approx\.?|aprox\.?|zł)?[-\N{MINUS SIGN}]?$"
)
_MOST_UNIT = 24  # characters beside a number that may be its unit


_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that holds a number.

    Attributes:
        number: as text, to be read in the style of its column.
        unit: what stands beside it; empty for nothing.
    """

    number: str
    unit: str = ""


@lru_cache(maxsize=4_096)
def split_heading(heading: str) -> tuple[str, str]:
    """Name and unit of a heading: ``Speed (Mbit/s)``, ``Wages [EUR]``, ``Rent, USD a month``."""
    text = " ".join(heading.split())
    if found := _BRACKETS.match(text):
        return found["name"].rstrip(" ,"), plain_unit(found["unit"])
    found = _AFTER.match(text)
    if found and UNITS.match(found["unit"].strip()):
        return found["name"], plain_unit(found["unit"])
    if text.endswith(" %"):
        return text[:-2].rstrip(" ,"), "%"
    return text, ""


def plain_unit(unit: str) -> str:
    """A unit as the program writes it."""
    text = " ".join(unit.split()).strip(" .:")
    return SAME_UNITS.get(text.casefold(), text)


def figure_in(cell: str) -> Figure | None:
    """The number in a cell with what stands beside it; None where there is no number, or more than one."""
    text = _FOOTNOTE.sub("", cell.translate(_SPACES)).strip()
    found = _NUMBER.search(text)
    if found is None:
        return None
    before, after = text[: found.start()].strip(), text[found.end() :].strip()
    if (
        not _BEFORE.match(before)
        or _NUMBER.search(before)
        or _NUMBER.search(after)
        or len(before) + len(after) > _MOST_UNIT
    ):
        return None
    negative = before.startswith("(") and after.endswith(")")  # as accountants write it
    if negative:
        before, after = before[1:].strip(), after[:-1].strip()
    unit = " ".join(part for part in (_SIGNS.get(before, before), _SIGNS.get(after, after)) if part)
    number = found.group().strip()
    if before.endswith(("-", "\N{MINUS SIGN}")):
        number, unit = f"-{number}", " ".join((before[:-1].strip(), after)).strip()
    return Figure(f"-{number}" if negative else number, plain_unit(_SIGNS.get(unit, unit)))


def plain_number(cell: str, style: NumberStyle) -> float | None:
    """The number of a cell that holds nothing but digits and a decimal point, None for any other."""
    if style.decimal != "." or style.grouped or not _PLAIN.fullmatch(cell):
        return None
    return float(cell)


def says_unknown(cell: str) -> bool:
    """Whether a cell says that its figure is not known."""
    return not cell or is_unknown(cell) or cell.casefold() in NO_FIGURE


def number_style(cells: Iterable[str], *, from_numbers: bool, separator: str) -> NumberStyle:
    """How the numbers of a column are written, by what they show.

    Args:
        cells: numbers as texts.
        from_numbers: a spreadsheet holds them as numbers, which come with a decimal point.
        separator: of the text file; commas there leave the point to decimals.
    """
    found = style_of(cells)
    if found.decimal:
        return found
    if from_numbers or separator == ",":
        return NumberStyle(".", grouped=found.grouped)
    return found


def read_number(figure: Figure, style: NumberStyle) -> float:
    """The number.

    Raises:
        NumberError: not a finite number, or one that can be read in two ways.
    """
    number = figure.number
    return parse_number(number.replace(" ", "") if " " in number and _is_spaced(number) else number, style)


def _is_spaced(text: str) -> bool:
    """Whether spaces stand between thousands."""
    whole = re.split(r"[.,]", text.lstrip("+-"), maxsplit=1)[0]
    groups = whole.split(" ")
    return len(groups) > 1 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def common_unit(units: Sequence[str]) -> str:
    """The unit that most cells carry, empty where most carry none."""
    return max(set(units), key=units.count) if units else ""


def other_unit_message(unit: str, usual: str) -> tuple[str, str]:
    """What is said of a cell in another unit than its column."""
    message = t("The figure is in {unit}, the column in {usual}.", unit=unit or "-", usual=usual or "-")
    return message, t("Write it in the column's unit.")
