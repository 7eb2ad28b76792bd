"""Colours, type and spacing of the window, in a light and a dark design, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace

# Theme hues after Okabe and Ito: told apart with every common colour vision. One hue, one theme, everywhere.
THEME_COLOURS = {
    "cost": "#D55E00",
    "people": "#0072B2",
    "language": "#CC79A7",
    "time": "#E69F00",
    "regulation": "#009E73",
    "resilience": "#56B4E9",
}
_SPARE_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")

BASE_PIXELS = 13
SMALL_PIXELS = 11
GAP = 8
RADIUS = 6
GLIDE_MS = 180


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one design. Text on ``window``, ``panel`` and ``raised`` has AA contrast at least.

    Attributes:
        window: behind everything.
        panel: panels and lists.
        raised: fields, cards and the row under the pointer.
        line: hairlines between things.
        text, quiet: main and secondary text.
        accent, accent_text: the one colour of action, and text on it.
        selected: background of the selected row.
        home: outline of the home location.
        warning: text that asks for attention.
        track: empty part of bars and sliders.
        base, small: sizes of type in pixels.
    """

    name: str
    window: str
    panel: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_text: str
    selected: str
    home: str
    warning: str
    track: str
    base: int = BASE_PIXELS
    small: int = SMALL_PIXELS


LIGHT = Look(
    name="light",
    window="#F3F4F6",
    panel="#FFFFFF",
    raised="#F7F8FA",
    line="#DDE1E6",
    text="#1B2430",
    quiet="#566273",
    accent="#1F5FA8",
    accent_text="#FFFFFF",
    selected="#E1ECF8",
    home="#B3261E",
    warning="#8A4B00",
    track="#E6E9ED",
)
DARK = Look(
    name="dark",
    window="#12171E",
    panel="#1A212B",
    raised="#222B37",
    line="#323D4B",
    text="#E8ECF1",
    quiet="#A3AEBC",
    accent="#7DB4F0",
    accent_text="#0E1620",
    selected="#28405C",
    home="#FF8A80",
    warning="#F0B45A",
    track="#2C3643",
)
LOOKS = {"light": LIGHT, "dark": DARK}

# For a projector: larger type, and every text at 7:1 at least on every background.
_LARGER = 4
_ROOMY = 1400  # pixels
_PRESENTED = {
    "light": {"text": "#101720", "quiet": "#3A4553", "accent": "#164A87", "warning": "#5F3300"},
    "dark": {"text": "#FFFFFF", "quiet": "#CBD4DF", "accent": "#A9D0FA", "warning": "#FFD08A"},
}


def presented(look: Look, width: int = 1920) -> Look:
    """A look for a room that watches: larger type, contrast 7:1.

    Args:
        look: the look without an audience.
        width: of the window; a narrow one, as on an older projector, has room for less.
    """
    larger = _LARGER if width >= _ROOMY else _LARGER // 2
    sizes = {"base": look.base + larger, "small": look.small + larger}
    return replace(look, **sizes, **_PRESENTED[look.name])  # type: ignore[arg-type]


def theme_colour(theme: str, position: int = 0) -> str:
    """The hue of a criteria theme; packs with themes of their own get hues by position."""
    return THEME_COLOURS.get(theme, _SPARE_COLOURS[position % len(_SPARE_COLOURS)])
