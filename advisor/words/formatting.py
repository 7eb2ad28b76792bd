"""Figures as people read them: ranges before false precision, unknown as a dash, never 0."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Literal

from advisor.words.conjunctions import conjunction
from advisor.words.locale import MINUS, THOUSANDS, decimal_mark, digits, is_english, list_locale
from advisor.words.translation import language, t
from advisor.words.units import folded, is_hours, is_index, is_percent, unit_text

UNKNOWN = "\N{EN DASH}"
_DASH = "\N{EN DASH}"
_CURRENCY = re.compile(r"([A-Z]{3})\b(.*)")
_IN_THOUSANDS = re.compile(r"km\b")  # units that hold a thousand of something themselves
_LEAST_SCALED = 9_950.0  # on an axis, where smaller numbers stand in full
_LEAST_SHOWN = 0.005  # below it a number of two decimals would be 0, which it is not
_MOST_DECIMALS = 6
_BOTH = re.compile(r" (?:and|or|[yeou]) ")  # within what is one thing: "Security and compliance"
_SMALL_NOUNS = frozenset({"en", "es", "fr", "it", "pt"})
_OPENING = ("“", "«")  # quotation marks
# From which size on a number is written in thousands, millions and billions.
_STEPS = ((999.5e6, 1e9), (999_500.0, 1e6), (995.0, 1e3))


def figure_text(value: float, unit: str = "", *, with_unit: bool = True, decimals: int | None = None) -> str:
    """A figure with its unit: hours as ``3 h 15``, thousands (but of km) as ``31 k``; percent with a sign.

    A unit with a scale is folded into the figure: 44,858 ``USD million`` are ``USD 45 bn``; without the unit
    the scale is folded all the same, see ``advisor.words.units.unit_text``. Unknown (NaN) is an en dash.
    Decimals that are asked for stand behind what is neither hours nor thousands.
    """
    if math.isnan(value):
        return UNKNOWN
    if is_hours(unit):
        return hours_text(value)
    rest, scale = folded(unit)
    text = _whole_text(value, decimals) if _IN_THOUSANDS.match(unit) else number_text(value * scale, decimals)
    if 0.0 < value * scale < _LEAST_SHOWN:
        text = t("< {number}", number=digits(2 * _LEAST_SHOWN, 2))
    # A unit that only names the scale ("0-100", "index 0-1") says nothing behind a figure.
    if not with_unit or not unit or is_index(unit):
        return text
    if is_percent(unit):
        return t("{number} %", number=text)
    money = _CURRENCY.match(rest)
    shown = unit_text(unit)
    if money and shown.startswith(money[1]):
        return f"{money_text(value * scale, currency=money[1])}{shown.removeprefix(money[1])}"
    return f"{text} {shown}"


def _whole_text(value: float, decimals: int | None) -> str:
    """As ``number_text``, but large ones in full: thousands of what counts thousands would be said twice."""
    size = abs(value)
    if size < _STEPS[-1][0]:
        return number_text(value, decimals)
    step = 10.0 ** (math.floor(math.log10(size)) - 2)
    return digits(round(value / step) * step)


def number_text(value: float, decimals: int | None = None) -> str:
    """A number with about three meaningful digits, large ones in thousands, millions or billions.

    Those below a thousand take the decimals that are asked for.
    """
    if math.isnan(value):
        return UNKNOWN
    size = abs(value)
    scale = _scale(size)
    if scale > 1.0:
        return _scaled_text(digits(value / scale, 0 if size >= 9.95 * scale else 1), scale)
    if decimals is not None:
        return digits(value, decimals)
    return _trimmed(digits(value, _decimals(size)))


def axis_texts(values: Sequence[float]) -> list[str]:
    """Labels of an axis: every one is the number it stands at, all with the decimals that this takes.

    They share their scale too: ``0``, ``12.5 k``, ``25.0 k``.
    """
    size = max((abs(value) for value in values), default=0.0)
    scale = _scale(size) if size >= _LEAST_SCALED else 1.0
    shown = [value / scale for value in values]
    decimals = next((count for count in range(_MOST_DECIMALS) if _are_exact(shown, count)), _MOST_DECIMALS)
    return [_scaled_text(digits(value, decimals), scale) if value else digits(0.0) for value in shown]


def decimal_text(value: float, decimals: int = 1) -> str:
    """A number with a fixed count of decimals, as scores have one."""
    return UNKNOWN if math.isnan(value) else digits(value, decimals)


def plain_number(value: float) -> str:
    """A number for another program's table: whole from a thousand on, else four meaningful digits.

    It has the decimal mark of the language and nothing between thousands, as spreadsheets read it; unknown
    is empty.
    """
    if math.isnan(value):
        return ""
    decimals = max(0, 3 - math.floor(math.log10(abs(value)))) if value else 0
    sign = "-" if value < 0 else ""
    return sign + _trimmed(digits(abs(value), decimals)).replace(THOUSANDS, "")


def range_text(low: float, high: float) -> str:
    """A range in one unit: ``31–44 k``, ``−1.2 to 3.4 m``; one number where both ends look the same."""
    if math.isnan(low) or math.isnan(high):
        return UNKNOWN
    size = max(abs(low), abs(high))
    scale = _scale(size)
    if scale == 1.0:
        unlike = _is_lost(low, size)
        first, last = (number_text(low), number_text(high)) if unlike else _alike(low, high)
        return _span(first, last, is_signed=low < 0)
    few = size < 9.95 * scale if scale == 1e3 else size < 19.95 * scale
    ends = (digits(bound / scale, 1 if few else 0) for bound in (low, high))
    return _scaled_text(_span(*ends, is_signed=low < 0), scale)


def _decimals(size: float) -> int:
    """Decimals of about three meaningful digits."""
    if size >= 99.5:
        return 0
    return 1 if size >= 9.95 else 2


def _is_lost(low: float, size: float) -> bool:
    """Whether an end would become 0 with the decimals of the larger one."""
    return low != 0.0 and round(low, _decimals(size)) == 0.0


def _alike(low: float, high: float) -> tuple[str, str]:
    """Two ends with the same decimals, as few as say the same: ``7.5`` and ``11.4``, ``5`` and ``12``."""
    most = _decimals(max(abs(low), abs(high)))
    shown = (round(low, most), round(high, most))
    decimals = next(count for count in range(most + 1) if _are_exact(shown, count))
    return digits(low, decimals if low else 0), digits(high, decimals if high else 0)


def money_text(low: float, high: float | None = None, currency: str = "") -> str:
    """An amount or a range of amounts: ``USD 31 k``, ``USD 31–44 k``; without the currency in a column."""
    text = number_text(low) if high is None else range_text(low, high)
    return (
        text if not currency or text == UNKNOWN else t("{currency} {amount}", currency=currency, amount=text)
    )


def percent_text(share: float, decimals: int = 0) -> str:
    """A share, 1 for the whole, as ``62 %``; unknown is a dash."""
    return UNKNOWN if math.isnan(share) else t("{number} %", number=digits(100 * share, decimals))


def percent_range(low: float, high: float) -> str:
    """A range of shares: ``37–62 %``, ``−5 to 12 %``."""
    if math.isnan(low) or math.isnan(high):
        return UNKNOWN
    return t("{number} %", number=_span(digits(100 * low), digits(100 * high), is_signed=low < 0))


def share_text(share: float) -> str:
    """A probability, 0..1, in percent: ``34 %``, ``< 1 %``, ``> 99 %``; never certain by rounding."""
    if 0.0 < share <= 0.005:
        return t("< {number} %", number=digits(1))
    if 0.995 <= share < 1.0:
        return t("> {number} %", number=digits(99))
    return percent_text(share)


def chance_text(share: float) -> str:
    """A probability that draws were counted for: as many as there may be make nothing certain."""
    if share == 0.0:
        return t("< {number} %", number=digits(1))
    return t("> {number} %", number=digits(99)) if share == 1.0 else share_text(share)


def hours_text(hours: float) -> str:
    """Hours and minutes: ``3 h 15``, ``8 h``, ``0 h``."""
    if math.isnan(hours):
        return UNKNOWN
    minutes = round(abs(hours) * 60)
    whole, rest = divmod(minutes, 60)
    shown = (MINUS if hours < 0 and minutes else "") + digits(whole)
    return (
        t("{hours} h {minutes}", hours=shown, minutes=f"{rest:02d}") if rest else t("{hours} h", hours=shown)
    )


def list_text(words: Sequence[str]) -> str:
    """Words as a list: ``a``, ``a and b``, ``a, b and c``.

    Where a word has an "and" itself, a comma parts the last one: ``b and c, and d`` are two things.
    """
    return _listed(words, "standard", "and")


def either_text(words: Sequence[str]) -> str:
    """Words of which one is meant: ``a``, ``a or b``, ``a, b or c``."""
    return _listed(words, "or", "or")


def _listed(words: Sequence[str], style: Literal["standard", "or"], english: str) -> str:
    if is_english():  # without babel, see ``advisor.words.locale``
        return _joined(", ".join(words[:-1]), english, words) if len(words) > 1 else "".join(words)
    from babel.lists import format_list

    text = str(format_list(list(words), style=style, locale=list_locale()))
    if list_locale().language == "es" and len(words) > 1:
        word = "y" if style == "standard" else "o"
        before = text.removesuffix(f" {word} {words[-1]}")
        return _joined(before, conjunction(word, words[-1]), words) if before != text else text
    return text


def _joined(before: str, word: str, words: Sequence[str]) -> str:
    """A list with its last word, after a comma where a word of it could be read as two."""
    stop = "," if any(_BOTH.search(each) for each in words) else ""
    return f"{before}{stop} {word} {words[-1]}"


def in_sentence(label: str) -> str:
    """A label as it stands inside a sentence: in lower case, unless it begins with an abbreviation.

    A language that is not known to write its nouns small has it as it is.
    """
    if language() not in _SMALL_NOUNS or label[1:2].isupper():
        return label
    return label[:1].lower() + label[1:]


def quoted(label: str) -> str:
    """A label within a sentence, told from the words around it."""
    return t("“{name}”", name=in_sentence(label))


def capital(text: str) -> str:
    """A text as it begins a line or a sentence, in quotation marks or not."""
    at = 1 if text[:1] in _OPENING else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _are_exact(values: Sequence[float], decimals: int) -> bool:
    near = 1e-9 * max(1.0, max((abs(value) for value in values), default=0.0))
    return all(abs(round(value, decimals) - value) <= near for value in values)


def _scale(size: float) -> float:
    return next((scale for least, scale in _STEPS if size >= least), 1.0)


def _scaled_text(number: str, scale: float) -> str:
    if scale == 1e3:
        return t("{number} k", number=number)
    if scale == 1e6:
        return t("{number} m", number=number)
    return t("{number} bn", number=number) if scale == 1e9 else number


def _trimmed(text: str) -> str:
    """Without decimals that say nothing."""
    mark = decimal_mark()
    return text.rstrip("0").rstrip(mark) if mark in text else text


def _span(first: str, last: str, *, is_signed: bool) -> str:
    if first == last:
        return first
    # A dash between signs would read as another minus.
    return t("{low} to {high}", low=first, high=last) if is_signed else f"{first}{_DASH}{last}"
