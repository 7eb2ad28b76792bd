"""Numbers as people type them, read the way the language in force writes them.

What is shown is what is read: the decimal mark is that of the language, thousands may be set apart by spaces,
apostrophes or the language's own mark. What another convention would write is understood where it can mean
one thing only (``1.234,50``, ``4,5``); where it could mean two, the reader is asked, and never guessed for.
"""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal

from advisor.words.locale import THOUSANDS, decimal_mark, digits, group_mark, locale
from advisor.words.translation import t
from advisor.words.units import allowed, folded, is_hours, is_index, is_percent

_LONGEST = 60  # characters
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
_SAME = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_APOSTROPHES, "'"),
        "\N{MINUS SIGN}": "-",
        "\N{HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{ARABIC PERCENT SIGN}": "%",
        "\N{FULLWIDTH PERCENT SIGN}": "%",
        "\N{FULLWIDTH COMMA}": ",",
        "\N{FULLWIDTH FULL STOP}": ".",
        "\N{ARABIC COMMA}": ",",
        # Invisible marks of writing direction that come along when numbers are pasted.
        **dict.fromkeys("\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"),
    }
)
_ARABIC_DECIMAL, _ARABIC_GROUP = "\N{ARABIC DECIMAL SEPARATOR}", "\N{ARABIC THOUSANDS SEPARATOR}"
_HOURS = re.compile(r"(\d+) ?(?:h|:) ?(\d{1,2})? ?(?:m|min)?")
_ENDING = re.compile(r"(.*?) ?(k|m|mn|mio|bn|thousand|million|billion|h|%)")
_FACTORS = {
    **dict.fromkeys(("k", "thousand"), 1e3),
    **dict.fromkeys(("m", "mn", "mio", "million"), 1e6),
    **dict.fromkeys(("bn", "billion"), 1e9),
}
_EXPONENT = re.compile(r"(.*\d)e([+-]?\d{1,3})")
_SPACED = re.compile(r"\d{1,3}([ '])\d{3}(?:\1\d{3})*(?:[.,]\d+)?")
_ONE_MARK = re.compile(r"(\d*)([.,])(\d+)")
_GROUPS = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:\{mark}\d{{3}})+") for mark in ".,"}
_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}")
_MIXED = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:\{mark}\d{{3}})+\{other}\d+") for mark, other in (".,", ",.")}


class NumberError(ValueError):
    """What was typed is no number; the message says so in plain words."""


class _NoNumberError(Exception):
    """Raised while reading, before it is known what to say."""


def parse_figure(text: str, unit: str = "", *, name: str = "", for_source: bool = False) -> float | None:
    """The number in a field, None for an empty one.

    Args:
        text: what was typed.
        unit: unit of the field; hours may be typed as ``3 h 30`` or ``3:30``, a number may carry its unit.
        name: what the number is, for the message about one that the unit rules out.
        for_source: whether an empty field takes the source's figure, for the message about what is no number.

    Raises:
        NumberError: it is no number, it can be read in two ways, or the unit rules it out.
    """
    typed = text.strip()
    if not typed:
        return None
    try:
        value = _read(typed, unit)
    except _NoNumberError:
        raise NumberError(_no_number(typed, unit, for_source=for_source)) from None
    check_figure(value, typed, unit, name)
    return value


def check_figure(value: float, typed: str, unit: str, name: str = "") -> None:
    """Refuse a number that its unit rules out, such as 25 hours a day.

    Args:
        value: the number.
        typed: as it was written.
        unit: of the number.
        name: what the number is, for the message.

    Raises:
        NumberError: with what can be.
    """
    least, most = allowed(unit)
    if not least <= value <= most:
        raise NumberError(_out_of(typed, unit, name, least, most))


def parse_count(text: str, least: int, most: int) -> int | None:
    """A whole number in a field, None for an empty one.

    Raises:
        NumberError: it is no number, not whole, or out of the range.
    """
    value = parse_figure(text)
    if value is None:
        return None
    if value != round(value):
        raise NumberError(t("{typed} is not a whole number.", typed=_quoted(text.strip())))
    if not least <= value <= most:
        raise NumberError(_out_of(text.strip(), "", "", least, most))
    return round(value)


def given_figure(value: float) -> str:
    """A number as a source gives it, six digits of it at most."""
    return typed_figure(float(f"{value:.6g}"))


def typed_figure(value: float, unit: str = "") -> str:
    """A number as it stands in a field to be edited; ``parse_figure`` reads it back exactly."""
    if is_hours(unit) and value >= 0 and abs(value * 60 - round(value * 60)) < 1e-9:
        whole, minutes = divmod(round(value * 60), 60)
        return f"{whole} h {minutes:02d}" if minutes else f"{whole} h"
    short = float(f"{value:.12g}")
    exact = Decimal(f"{value:.12g}" if short == value else repr(float(value)))
    plain = f"{exact:f}"
    if len(plain) > _LONGEST // 2:
        return repr(float(value)).replace(".", decimal_mark())
    before, _, rest = plain.lstrip("-").partition(".")
    rest = rest.rstrip("0")
    grouped = f"{int(before):,}".replace(",", THOUSANDS)
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return sign + grouped + (decimal_mark() + rest if rest else "")


def _read(typed: str, unit: str) -> float:
    if len(typed) > _LONGEST:
        raise NumberError(
            t("That is too long for a number: write at most {count} characters.", count=_LONGEST)
        )
    bare = _plain(typed, unit)
    if is_hours(unit) and (match := _HOURS.fullmatch(bare)) and (match[2] or "h" in bare or ":" in bare):
        return _hours(typed, int(match[1]), int(match[2] or 0))
    factor = 1.0
    if ending := _ENDING.fullmatch(bare):
        bare, word = ending.groups()
        if word in _FACTORS:
            factor = _FACTORS[word] / folded(unit)[1]
        elif (word == "h" and not is_hours(unit)) or (
            word == "%" and unit and not is_percent(unit) and not is_index(unit)
        ):
            raise _NoNumberError
    sign = -1.0 if bare.startswith("-") else 1.0
    bare = bare.removeprefix("-") if sign < 0 else bare.removeprefix("+")
    power = 0
    if exponent := _EXPONENT.fullmatch(bare):
        bare, power = exponent[1], int(exponent[2])
    number = _number(typed, bare.strip())
    try:
        value = sign * float(f"{number}e{power}") * factor
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise _NoNumberError
    return value


def _plain(typed: str, unit: str) -> str:
    """In plain digits and marks, lower case, without the unit that people write beside a number."""
    text = "".join(
        str(unicodedata.digit(character)) if unicodedata.category(character) == "Nd" else character
        for character in typed.translate(_SAME)
    )
    if _ARABIC_DECIMAL in text or _ARABIC_GROUP in text:
        text = text.replace(_ARABIC_GROUP, "").replace(_ARABIC_DECIMAL, decimal_mark())
    text = text.lower().strip()
    word = folded(unit)[0].partition(" ")[0].lower()
    if word.isalpha() and len(word) > 1:
        text = text.removeprefix(word).removesuffix(word).strip()
    return text


def _number(typed: str, bare: str) -> str:
    """A number without sign and scale in the form that ``float`` reads.

    Raises:
        NumberError: it is none, or could be two.
    """
    if bare.isascii() and bare.isdigit():
        return bare
    if _SPACED.fullmatch(bare):
        # After thousands set apart by spaces, either mark begins the decimals.
        return bare.replace(" ", "").replace("'", "").replace(",", ".")
    try:
        if bare and set(bare) <= {*"0123456789", decimal_mark(), group_mark()}:
            from babel.numbers import parse_decimal  # slow to load, and nobody has typed anything yet

            return f"{parse_decimal(bare, locale=locale(), strict=True):f}"
    except ValueError:
        pass  # not as this language writes it
    return _elsewhere(bare) or _one_mark(typed, bare)


def _elsewhere(bare: str) -> str:
    """A number that another convention writes and that can mean one thing only; empty for anything else."""
    for mark, pattern in _MIXED.items():
        if pattern.fullmatch(bare):
            return bare.replace(mark, "").replace(",", ".")
    for mark, pattern in _GROUPS.items():
        if pattern.fullmatch(bare) and bare.count(mark) > 1:
            return bare.replace(mark, "")
    return bare.replace(",", "") if _INDIAN.fullmatch(bare) else ""


def _one_mark(typed: str, bare: str) -> str:
    one = _ONE_MARK.fullmatch(bare)
    if one is None:
        raise _NoNumberError
    whole, mark, rest = one.groups()
    if mark != decimal_mark() and len(rest) == 3 and _GROUPS[mark].fullmatch(bare):
        raise NumberError(
            t(
                "{typed} can be read in two ways. Write {decimal} or {thousands}.",
                typed=_quoted(typed),
                decimal=f"{whole}{decimal_mark()}{rest.rstrip('0') or '0'}",
                thousands=digits(float(whole + rest)),
            )
        )
    return f"{whole or 0}.{rest}"


def _hours(typed: str, hours: int, minutes: int) -> float:
    if minutes >= 60:
        raise NumberError(
            t(
                "{typed} has {minutes} minutes in the hour. Write it as 3 h 30 or {example}.",
                typed=_quoted(typed),
                minutes=minutes,
                example=typed_figure(3.5),
            )
        )
    return hours + minutes / 60


def _no_number(typed: str, unit: str, *, for_source: bool) -> str:
    first, second = ("3 h 30", typed_figure(3.5)) if is_hours(unit) else (typed_figure(4.5), "31 k")
    values = {"typed": _quoted(typed), "first": first, "second": second}
    if for_source:
        return t(
            "{typed} is not a number. Write it as {first} or {second}, "
            "or leave it empty for the source's figure.",
            **values,
        )
    return t("{typed} is not a number. Write it as {first} or {second}, or leave the field empty.", **values)


def _out_of(typed: str, unit: str, name: str, least: float, most: float) -> str:
    values = {
        "typed": _quoted(typed),
        "name": name or t("it"),
        "least": typed_figure(least, unit),
        "most": "" if math.isinf(most) else typed_figure(most, unit),
    }
    if math.isinf(most):
        return t("{typed} cannot be: {name} is never below {least}.", **values)
    return t("{typed} cannot be: {name} lies between {least} and {most}.", **values)


def _quoted(typed: str) -> str:
    shown = typed if len(typed) <= 24 else f"{typed[:23]}\N{HORIZONTAL ELLIPSIS}"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{shown}\N{RIGHT DOUBLE QUOTATION MARK}"
