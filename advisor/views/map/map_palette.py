"""Colours of the map, designed once for light and once for dark.

The score scale runs in even steps of lightness through yellow, green-blue and navy, so that it reads in
greyscale and without red-green vision. On the light map the strong end is dark, on the dark map it is
bright: in both it is what stands out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class MapPalette:
    """Every colour the map page uses, as ``#rrggbb``; ``ramp`` runs from the weak to the strong end."""

    ramp: tuple[str, ...]
    sea: str
    grid: str
    border: str
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


LIGHT: Final = MapPalette(
    ramp=(
        *("#f1e9a7", "#d3e1a0", "#b5d89e", "#96cf9f", "#77c4a3", "#5db8a4", "#44aba5", "#2d9da6", "#1b8fa5"),
        *("#0c81a1", "#07729b", "#0d6494", "#16558c", "#184881", "#183d75", "#183168", "#16255c"),
    ),
    sea="#e9eff5",
    grid="#dce5ee",
    border="#ffffff",
    land="#d9dfe6",
    unknown="#fbfbf9",
    unknown_line="#a9b1bb",
    insufficient="#fbfbf9",
    insufficient_line="#a9b1bb",
    excluded="#9ca3ab",
    excluded_line="#ffffff",
    home="#b3261e",
    selected="#0b0f14",
    selected_halo="#ffffff",
    hovered="#0b0f14",
    pin_line="#ffffff",
    route="#3b4450",
    text="#17202b",
    text_soft="#55606d",
    card="#ffffff",
    card_line="#cfd7e0",
)

DARK: Final = MapPalette(
    ramp=(
        *("#2c3b64", "#2c4670", "#2b527c", "#285e86", "#236b8f", "#247894", "#298498", "#34909a", "#429c9c"),
        *("#4ea99d", "#5eb49b", "#72c099", "#88ca95", "#a0d48f", "#bcde87", "#dae580", "#faeb7a"),
    ),
    sea="#10161e",
    grid="#1a232e",
    border="#10161e",
    land="#202832",
    unknown="#39424d",
    unknown_line="#8a95a3",
    insufficient="#39424d",
    insufficient_line="#8a95a3",
    excluded="#727a84",
    excluded_line="#10161e",
    home="#ff8a80",
    selected="#05080c",
    selected_halo="#ffffff",
    hovered="#ffffff",
    pin_line="#10161e",
    route="#d5dde6",
    text="#eef2f6",
    text_soft="#a3afbd",
    card="#1b232d",
    card_line="#36424f",
)

PALETTES: Final[dict[Theme, MapPalette]] = {"light": LIGHT, "dark": DARK}
