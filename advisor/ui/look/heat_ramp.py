"""Colours of shares in a heat map."""

from __future__ import annotations

from PySide6.QtGui import QColor

from advisor.views.look.theme import DARK_TEXT, LIGHT_TEXT, Look

_EVENNESS = 0.65  # of 1: lifts small shares, which are most, without making them look large
_FAINT, _FULL = 0.25, 0.06  # how much of its colour the smallest share has, and from which share on all of it
_MIDDLE = 0.179  # relative luminance on which both have the same contrast


class HeatRamp:
    """The map's scale, small shares lifted a little and faded into the background."""

    def __init__(self, look: Look) -> None:
        self._ramp = [QColor(name) for name in look.map.ramp]
        self._back = QColor(look.panel)

    def colour(self, share: float) -> QColor:
        """The colour of a share, 0..1."""
        share = min(1.0, max(0.0, share))
        place = share**_EVENNESS * (len(self._ramp) - 1)
        index = min(int(place), len(self._ramp) - 2)
        full = mixed(self._ramp[index], self._ramp[index + 1], place - index)
        return mixed(self._back, full, min(1.0, _FAINT + (1.0 - _FAINT) * share / _FULL))


def mixed(first: QColor, second: QColor, part: float) -> QColor:
    """A colour between two: ``part`` 0 is the first, 1 the second."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * part),
        round(first.green() + (second.green() - first.green()) * part),
        round(first.blue() + (second.blue() - first.blue()) * part),
    )


def text_on(colour: QColor) -> QColor:
    """Dark or light text, whichever has more contrast on a colour (WCAG 2 relative luminance)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return QColor(DARK_TEXT if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _MIDDLE else LIGHT_TEXT)
