"""The kinds of type in a scene, and how long a text is without a window."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from advisor.views.look.theme import BASE_PIXELS, SMALL_PIXELS, Look
from advisor.views.scene.fitting import in_lines

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


class Style(StrEnum):
    """A kind of type; its size follows the look."""

    PLAIN = "plain"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small strong"
    LARGE = "large"
    HUGE = "huge"
    HEADLINE = "headline"
    TITLE = "title"


WEIGHTS = {
    Style.PLAIN: 400,
    Style.STRONG: 600,
    Style.SMALL: 400,
    Style.SMALL_STRONG: 600,
    Style.LARGE: 700,
    Style.HUGE: 700,
    Style.HEADLINE: 700,
    Style.TITLE: 700,
}
# Of the size of plain type.
_LARGER = {Style.LARGE: 16 / 13, Style.HUGE: 20 / 13, Style.HEADLINE: 28 / 13, Style.TITLE: 36 / 13}


def pixels(style: Style, look: Look) -> int:
    """Size of a kind of type in a look."""
    if style in (Style.SMALL, Style.SMALL_STRONG):
        return look.small
    return round(look.base * _LARGER.get(style, 1.0))


class Measurer(Protocol):
    """How much room a text takes, in the units of the scene."""

    def width(self, text: str, style: Style) -> float:
        """Width of one line."""

    def height(self, style: Style) -> float:
        """Height of a line."""


# Widths in thousandths of the size of type, of a common sans serif: what a layout needs is that no text is
# taken for shorter than it is, not its width to the pixel.
_NARROW, _SLIM, _WIDE, _CAPITAL, _OTHER = 330, 440, 930, 720, 600
_CLASSES = (
    (frozenset("iljI.,:;'|!()[] \N{MIDDLE DOT}\N{NO-BREAK SPACE}"), _NARROW),
    (frozenset('frt-/"\N{EN DASH}'), _SLIM),
    (frozenset("mwMW%@\N{HORIZONTAL ELLIPSIS}"), _WIDE),
    (frozenset("ABCDEFGHKLNOPQRSTUVXYZ&"), _CAPITAL),
)
_WIDTHS = {letter: width for letters, width in _CLASSES for letter in letters}
_BOLD = 1.08
_LINE = 1.22


class PlainMeasurer:
    """Measures without fonts, generously: for pictures that are made without a window.

    Args:
        base, small: sizes of type.
    """

    def __init__(self, base: int = BASE_PIXELS, small: int = SMALL_PIXELS) -> None:
        self._base, self._small = base, small

    def _size(self, style: Style) -> float:
        if style in (Style.SMALL, Style.SMALL_STRONG):
            return self._small
        return round(self._base * _LARGER.get(style, 1.0))

    def width(self, text: str, style: Style) -> float:
        """Width of one line."""
        width = sum(_WIDTHS.get(letter, _OTHER) for letter in text) * self._size(style) / 1000
        return width * _BOLD if WEIGHTS[style] > 400 else width

    def height(self, style: Style) -> float:
        """Height of a line."""
        return _LINE * self._size(style)


def fitted(measure: Measurer, text: str, style: Style, width: float) -> str:
    """A text, shortened with an ellipsis where it is too wide; empty where nothing fits."""
    if measure.width(text, style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(text[:middle].rstrip() + ELLIPSIS, style) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS if low else ""


def wrapped(measure: Measurer, text: str, style: Style, width: float, most: int) -> tuple[str, ...]:
    """A text in lines, no figure apart from its unit; the last line is shortened if it must be."""
    lines = in_lines(text, lambda some: measure.width(some, style), width)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return (*lines[:-1], fitted(measure, lines[-1], style, width))


def narrowest(measure: Measurer, text: str, style: Style, most: int) -> tuple[str, ...]:
    """A text in so many lines at most, one at least, that are as short as they can be; nothing is cut."""
    words = text.split(" ")
    longest = max(measure.width(word, style) for word in words)
    runs = (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    for width in sorted({max(longest, measure.width(run, style)) for run in runs}):
        lines = in_lines(text, lambda some: measure.width(some, style), width)
        if len(lines) <= most:
            return tuple(lines)
    return (text,)
