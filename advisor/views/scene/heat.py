"""Colours of shares in a heat map."""

from __future__ import annotations

from functools import lru_cache

from advisor.views.look.theme import DARK_TEXT, LIGHT_TEXT, Look

_EVENNESS = 0.65  # of 1: lifts small shares, which are most, without making them look large
_FAINT, _FULL = 0.25, 0.06  # how much of its colour the smallest share has, and from which share on all of it
_MIDDLE = 0.179  # relative luminance on which both have the same contrast

_Rgb = tuple[int, int, int]


def heat_colour(share: float, look: Look) -> str:
    """The colour of a share, 0..1: the map's scale, small shares lifted and faded into the background."""
    return _heat(min(1.0, max(0.0, share)), tuple(look.map.ramp), look.panel)


@lru_cache(maxsize=4_096)  # a heat map asks for the same few again with every painting
def _heat(share: float, names: tuple[str, ...], background: str) -> str:
    ramp = [_rgb(name) for name in names]
    place = share**_EVENNESS * (len(ramp) - 1)
    index = min(int(place), len(ramp) - 2)
    full = _mixed(ramp[index], ramp[index + 1], place - index)
    return _name(_mixed(_rgb(background), full, min(1.0, _FAINT + (1.0 - _FAINT) * share / _FULL)))


def text_on(colour: str) -> str:
    """Dark or light text, whichever has more contrast on a colour (WCAG 2 relative luminance)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _rgb(colour))
    )
    return DARK_TEXT if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _MIDDLE else LIGHT_TEXT


def _rgb(colour: str) -> _Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _name(colour: _Rgb) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)


def _mixed(first: _Rgb, second: _Rgb, part: float) -> _Rgb:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue
