"""How numbers, dates and lists are written: set once, with the language, for everything shown and read.

The decimal mark is the language's own. Thousands are set apart by a narrow no-break space in every language,
because a point or a comma there means the opposite to half of all readers.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from advisor.words.translation import ENGLISH, languages, set_language

if TYPE_CHECKING:
    from babel import Locale

THOUSANDS = "\N{NARROW NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
# English as it is written where it is nobody's dialect: "a, b and c".
_WRITTEN = {ENGLISH: "en_GB"}
_REMEMBERED = 4_000  # numbers
# English, in which most commands speak, is written without babel, whose tables take longer to load than a
# ranking to compute. ``tests/words/test_formatting.py`` holds both spellings together.
_LARGEST_PLAIN = 1e15  # beyond, sixteen digits do not tell a number


class _InForce:
    tag = ENGLISH


_following: list[Callable[[], None]] = []


def follow_language(change: Callable[[], None]) -> Callable[[], None]:
    """Have a function called whenever another language is put in force; for what modules remember of one."""
    _following.append(change)
    return change


def locale_tag() -> str:
    """The locale in force, as ``en``, ``de`` or ``pt_BR``."""
    return _InForce.tag


def set_locale(tag: str) -> None:
    """Write and read everything as one language does, from now on.

    Args:
        tag: language with or without territory, ``de`` or ``de_AT`` or ``de-AT``.

    Raises:
        babel.UnknownLocaleError: there is no such locale.
    """
    if tag == ENGLISH:
        _InForce.tag = ENGLISH
        set_language(ENGLISH)
    else:
        locale = _parsed(tag.replace("-", "_"))
        _InForce.tag = str(locale)
        set_language(locale.language)
    for remembered in (decimal_mark, group_mark, digits):
        remembered.cache_clear()
    for change in _following:
        change()


def chosen_locale(*wishes: str | None) -> str:
    """The locale of the first wish whose language can be put in force, else English.

    A territory says how numbers are written (``es_MX`` has a decimal point) and is kept where it is known;
    English is written one way only.

    Args:
        wishes: languages or locales (``es``, ``es_MX``, ``es-MX.UTF-8``), the strongest first; empty is none.
    """
    known = languages()
    for wish in wishes:
        tag = (wish or "").strip().partition(".")[0].partition("@")[0].replace("-", "_")
        code = tag.partition("_")[0].lower()
        if code == ENGLISH:
            return ENGLISH
        if code in known:
            return _known_tag(tag, code)
    return ENGLISH


def _known_tag(tag: str, code: str) -> str:
    from babel import UnknownLocaleError

    try:
        return str(_parsed(tag))
    except (UnknownLocaleError, ValueError):
        return code


def locale() -> Locale:
    """The locale in force, for numbers and dates."""
    return _parsed(_InForce.tag)


def list_locale() -> Locale:
    """The locale in force, for lists of words and times of day: English as it is nobody's dialect."""
    return _parsed(_WRITTEN.get(_InForce.tag, _InForce.tag))


@cache
def decimal_mark() -> str:
    """What stands before the decimals: ``.`` or ``,``."""
    if is_english():
        return "."
    from babel.numbers import get_decimal_symbol

    return str(get_decimal_symbol(locale()))


@cache
def group_mark() -> str:
    """What the language itself sets between thousands; read, but not written."""
    if is_english():
        return ","
    from babel.numbers import get_group_symbol

    return str(get_group_symbol(locale()))


@lru_cache(_REMEMBERED)
def digits(value: float, decimals: int = 0) -> str:
    """A number with a fixed count of decimals, a minus sign that is one, and thousands set apart.

    Args:
        value: infinite ones are the sign for it, unknown ones (NaN) a dash.
        decimals: digits after the decimal mark.
    """
    if not math.isfinite(value):
        return "\N{EN DASH}" if math.isnan(value) else "\N{INFINITY}"
    plain = is_english() and abs(value) < _LARGEST_PLAIN
    text = _plain_digits(abs(value), decimals) if plain else _babel_digits(abs(value), decimals)
    if abs(value) >= 1000:
        whole, mark, rest = text.rpartition(decimal_mark()) if decimals else (text, "", "")
        text = whole.replace(group_mark(), THOUSANDS) + mark + rest
    is_zero = not any(character in "123456789" for character in text)
    return MINUS + text if value < 0 and not is_zero else text


def is_english() -> bool:
    """Whether numbers and lists are written as in English of no country."""
    return _InForce.tag == ENGLISH


def _plain_digits(size: float, decimals: int) -> str:
    # Through the shortest decimals that tell the number, as babel does: 2.675 is 2.68.
    exact = Decimal(repr(float(size)))
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN):,f}"


def _babel_digits(size: float, decimals: int) -> str:
    from babel.numbers import format_decimal

    groups = str(locale().decimal_formats[None].pattern).partition(".")[0]
    pattern = f"{groups}.{'0' * decimals}" if decimals else groups
    return str(format_decimal(size, format=pattern, locale=locale()))


@cache
def _parsed(tag: str) -> Locale:
    from babel import Locale

    return Locale.parse(tag)
