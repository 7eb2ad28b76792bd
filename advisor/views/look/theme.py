"""The one table of colours, type and spacing: a light and a dark design, and both for a room that watches.

Window, charts, map page, exports and reports read it; no other file holds a colour. What must hold of it
(contrasts, colours that stay apart with every colour vision) is computed in ``tests/views/look``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

LookName = Literal["light", "dark"]

# Theme hues after Okabe and Ito: told apart with every common colour vision. One hue, one theme, everywhere.
THEME_COLOURS: Final = {
    "cost": "#D55E00",
    "people": "#0072B2",
    "language": "#CC79A7",
    "time": "#E69F00",
    "regulation": "#009E73",
    "resilience": "#56B4E9",
    "own": "#8A75F0",  # criteria that the user adds without a theme of the pack
}
_SPARE_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")

# Text on any colour of a scale: one of them has 4.5:1 on anything.
DARK_TEXT: Final = "#000000"
LIGHT_TEXT: Final = "#FFFFFF"

BASE_PIXELS: Final = 13
SMALL_PIXELS: Final = 11
GAP: Final = 8
RADIUS: Final = 6
GLIDE_MS: Final = 180


@dataclass(frozen=True, slots=True)
class MapColours:
    """Every colour of the map page, as ``#rrggbb``; the shadow as ``#rrggbbaa``.

    Attributes:
        ramp: from the weak to the strong end, in even steps of lightness through yellow, green-blue and
            navy, so that it reads in greyscale and without red-green vision. On the light map the strong
            end is dark, on the dark map bright: in both it is what stands out.
        change: from much lost over nothing to much gained. Told apart by hue with every colour vision, and
            their ends by lightness too: gained is what stands out most in both looks.
        border: around every place; where a step of the ramp is near the sea, it tells land from sea.
        halo: between the outline of the home and the land, so that one of both is seen on every step.
    """

    ramp: tuple[str, ...]
    change: tuple[str, ...]
    sea: str
    grid: str
    border: str
    halo: str
    land: str
    unknown: str
    unknown_line: str
    insufficient: str
    insufficient_line: str
    excluded: str
    excluded_line: str
    home: str
    selected: str
    selected_halo: str
    hovered: str
    pin_line: str
    route: str
    text: str
    text_soft: str
    card: str
    card_line: str
    shadow: str


@dataclass(frozen=True, slots=True)
class CostColours:
    """Colours of money.

    Attributes:
        parts: pay is slate; what comes on top of it is a shade of the cost theme's hue, so that the same hue
            still means the same theme. Shades differ in lightness and read in greyscale.
        takes, gives: what makes a place dearer, and cheaper; told apart by lightness too.
        dot: a place among many.
    """

    parts: Mapping[str, str]
    takes: str
    gives: str
    dot: str


@dataclass(frozen=True, slots=True)
class ClockColours:
    """Colours of a day: the bar itself, night, working time and shared time, with their outlines.

    Attributes:
        text: local hours within working or shared time.
        hatch: over working time at night, as ``#aarrggbb``.
    """

    day: str
    night: str
    work: str
    work_edge: str
    overlap: str
    overlap_edge: str
    text: str
    hatch: str


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one design. Text on ``window``, ``panel`` and ``raised`` has AA contrast at least.

    Attributes:
        window: behind everything.
        panel: panels and lists.
        raised: fields, cards and the row under the pointer.
        line: hairlines between things.
        edge: outlines that say where a control is: fields, grooves, boxes; 3:1 on what they stand on.
        text, quiet: main and secondary text.
        accent, accent_text: the one colour of action, and text on it.
        selected: background of the selected row.
        home: outline of the home location.
        warning: text that asks for attention.
        track: empty part of bars.
        edges: darker or lighter tone of a hue that has less than 3:1 on the panel, for thin marks and for
            outlines of filled ones.
        scenarios: colours that people may give to scenarios, by name; they mean nothing else.
        base, small: sizes of type in pixels.
    """

    name: LookName
    window: str
    panel: str
    raised: str
    line: str
    edge: str
    text: str
    quiet: str
    accent: str
    accent_text: str
    selected: str
    home: str
    warning: str
    track: str
    edges: Mapping[str, str]
    cost: CostColours
    clock: ClockColours
    map: MapColours
    scenarios: Mapping[str, str]
    base: int = BASE_PIXELS
    small: int = SMALL_PIXELS


LIGHT: Final = Look(
    name="light",
    window="#F3F4F6",
    panel="#FFFFFF",
    raised="#F7F8FA",
    line="#DDE1E6",
    edge="#808B99",
    text="#1B2430",
    quiet="#566273",
    accent="#1F5FA8",
    accent_text="#FFFFFF",
    selected="#E1ECF8",
    home="#7A0F50",
    warning="#7A5200",
    track="#E6E9ED",
    edges={
        "#CC79A7": "#B4558C",
        "#E69F00": "#9C6B00",
        "#009E73": "#00875F",
        "#56B4E9": "#2A7FB0",
        "#8A75F0": "#6B57D6",
    },
    cost=CostColours(
        parts={
            "wage": "#5A6B80",
            "operations": "#632700",
            "people": "#D96608",
            "management": "#A04300",
            "one-off": "#EFAB76",
            "drift": "#C8B8AC",
        },
        takes="#A94400",
        gives="#4C8FD6",
        dot="#8A95A3",
    ),
    clock=ClockColours(
        day="#F1F3F6",
        night="#B4BDC9",
        work="#86AEDB",
        work_edge="#32608F",
        overlap="#E69F00",
        overlap_edge="#805800",
        text=DARK_TEXT,
        hatch="#5A000000",
    ),
    map=MapColours(
        ramp=(
            *("#F1E9A7", "#D3E1A0", "#B5D89E", "#96CF9F", "#77C4A3", "#5DB8A4", "#44ABA5", "#2D9DA6"),
            *("#1B8FA5", "#0C81A1", "#07729B", "#0D6494", "#16558C", "#184881", "#183D75", "#183168"),
            "#16255C",
        ),
        change=(
            *("#B8560A", "#BE6527", "#C4743D", "#C88253", "#CC9168", "#CF9F7E", "#D0AE94", "#D0BCAA"),
            *("#CFCBC1", "#B9B7B7", "#A4A4AE", "#8E91A4", "#797E9A", "#636C90", "#4D5B87", "#344A7D"),
            "#123A73",
        ),
        sea="#E9EFF5",
        grid="#DCE5EE",
        border="#4A5867",
        halo="#FFFFFF",
        land="#D9DFE6",
        unknown="#FBFBF9",
        unknown_line="#737D89",
        insufficient="#FBFBF9",
        insufficient_line="#737D89",
        excluded="#7C838B",
        excluded_line="#E9EFF5",
        home="#7A0F50",
        selected="#0B0F14",
        selected_halo="#FFFFFF",
        hovered="#0B0F14",
        pin_line="#4A5867",
        route="#3B4450",
        text="#17202B",
        text_soft="#48525F",
        card="#FFFFFF",
        card_line="#CFD7E0",
        shadow="#00000029",
    ),
    scenarios={
        "plum": "#9A4A90",
        "olive": "#6C7300",
        "rust": "#A84B3A",
        "teal": "#0F7C80",
        "slate": "#5C6B7E",
        "violet": "#5F55C4",
    },
)
DARK: Final = Look(
    name="dark",
    window="#12171E",
    panel="#1A212B",
    raised="#222B37",
    line="#323D4B",
    edge="#758294",
    text="#E8ECF1",
    quiet="#A3AEBC",
    accent="#7DB4F0",
    accent_text="#0E1620",
    selected="#28405C",
    home="#FF99B2",
    warning="#F0DC6A",
    track="#2C3643",
    edges={"#D55E00": "#E8741A", "#0072B2": "#3C98D2", "#8A75F0": "#A392F7"},
    cost=CostColours(
        parts={
            "wage": "#8496AC",
            "operations": "#B0510D",
            "people": "#F3AA74",
            "management": "#DD7426",
            "one-off": "#FAE3D0",
            "drift": "#857467",
        },
        takes="#D96A1E",
        gives="#8FC0F5",
        dot="#6F7C8A",
    ),
    clock=ClockColours(
        day="#2C3643",
        night="#0D1218",
        work="#8A9DB2",
        work_edge="#8A9DB2",
        overlap="#E69F00",
        overlap_edge="#E69F00",
        text=DARK_TEXT,
        hatch="#5A000000",
    ),
    map=MapColours(
        ramp=(
            *("#2C3B64", "#2C4670", "#2B527C", "#285E86", "#236B8F", "#247894", "#298498", "#34909A"),
            *("#429C9C", "#4EA99D", "#5EB49B", "#72C099", "#88CA95", "#A0D48F", "#BCDE87", "#DAE580"),
            "#FAEB7A",
        ),
        change=(
            *("#F08A2A", "#DF8537", "#CE8142", "#BC7C4B", "#AA7753", "#98735B", "#856E62", "#716969"),
            *("#5A6470", "#657381", "#708292", "#7B91A3", "#86A1B5", "#91B1C7", "#9DC1D9", "#A8D1EC"),
            "#B4E2FF",
        ),
        sea="#10161E",
        grid="#1A232E",
        border="#6A7788",
        halo="#10161E",
        land="#202832",
        unknown="#39424D",
        unknown_line="#8A95A3",
        insufficient="#39424D",
        insufficient_line="#8A95A3",
        excluded="#6B727B",
        excluded_line="#10161E",
        home="#FF99B2",
        selected="#05080C",
        selected_halo="#FFFFFF",
        hovered="#FFFFFF",
        pin_line="#6A7788",
        route="#D5DDE6",
        text="#EEF2F6",
        text_soft="#AEB9C6",
        card="#1B232D",
        card_line="#36424F",
        shadow="#00000066",
    ),
    scenarios={
        "plum": "#D893D0",
        "olive": "#BFC765",
        "rust": "#E99079",
        "teal": "#5BC8CB",
        "slate": "#A2B2C6",
        "violet": "#AFA7F7",
    },
)
LOOKS: Final[dict[LookName, Look]] = {"light": LIGHT, "dark": DARK}

# For a projector: larger type, and every text at 7:1 at least on every background.
_LARGER = 4
_ROOMY = 1400  # pixels
_PRESENTED = {
    "light": {"text": "#101720", "quiet": "#3A4553", "accent": "#164A87", "warning": "#553A00"},
    "dark": {"text": "#FFFFFF", "quiet": "#CBD4DF", "accent": "#A9D0FA", "warning": "#F7E99A"},
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


# Of the shorter side of a screen: the least size of any type in a presentation (docs/decisions/0021).
STAGE_TYPE: Final = 0.032
_LEAST_STAGE = 16  # pixels, in a window that is hardly one
BLANK: Final = "#000000"  # a screen that shows nothing


def staged(look: Look, width: int, height: int) -> Look:
    """A look for a full screen that a room reads from its last row; no type is smaller than its base.

    Args:
        look: light or dark.
        width: of the screen in pixels.
        height: of the screen in pixels.
    """
    base = max(_LEAST_STAGE, math.ceil(STAGE_TYPE * min(width, height)))
    return replace(look, base=base, small=base, **_PRESENTED[look.name])  # type: ignore[arg-type]


def scaled(look: Look, factor: float) -> Look:
    """A look with type of another size, e.g. 1.5; whatever follows the type grows with it."""
    return replace(look, base=round(look.base * factor), small=round(look.small * factor))


def theme_colour(theme: str, position: int = 0) -> str:
    """The hue of a criteria theme; packs with themes of their own get hues by position."""
    return THEME_COLOURS.get(theme, _SPARE_COLOURS[position % len(_SPARE_COLOURS)])


def edge_of(hue: str, look: Look) -> str:
    """The tone of a hue that has 3:1 on the panel: for thin marks, and to outline filled ones."""
    return look.edges.get(hue.upper(), hue)
