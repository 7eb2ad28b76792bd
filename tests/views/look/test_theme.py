"""The one table of colours: both looks can be read, with every colour vision; nothing else holds a colour.

Contrast: WCAG 2.2. Colour vision: Machado, Oliveira and Fernandes 2009, severity 1. Distance: CIEDE2000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import advisor
from advisor.paths import ICONS, RESOURCES
from advisor.views.compare.opinions_scene import FULL_SHADE
from advisor.views.look.theme import (
    DARK,
    DARK_TEXT,
    LIGHT,
    LIGHT_TEXT,
    THEME_COLOURS,
    Look,
    edge_of,
    presented,
    scaled,
    staged,
    theme_colour,
)

PLAIN = (LIGHT, DARK)
PRESENTED = (presented(LIGHT), presented(DARK), staged(LIGHT, 1920, 1080), staged(DARK, 1920, 1080))
LOOKS = (*PLAIN, *PRESENTED)
TEXT, ROOM, MARK = 4.5, 7.0, 3.0
APART = 10.0  # CIEDE2000; neighbouring theme hues have 10.9


def texts_of(look: Look) -> Iterator[tuple[str, str, str]]:
    """Every text and what it stands on."""
    for ground in ("window", "panel", "raised", "selected"):
        for text in ("text", "quiet", "accent", "warning"):
            if not (ground == "selected" and text in ("accent", "warning")):  # never on a selected row
                yield f"{text} on {ground}", getattr(look, text), getattr(look, ground)
    yield "text on accent", look.accent_text, look.accent
    yield "text on track", look.text, look.track
    yield "map text", look.map.text, look.map.card
    yield "quiet map text", look.map.text_soft, look.map.card
    yield "weekday on night", look.text, look.clock.night
    for ground in ("work", "overlap"):
        yield f"hours on {ground}", look.clock.text, getattr(look.clock, ground)
    yield "weekday on day", look.text, look.clock.day


def marks_of(look: Look) -> Iterator[tuple[str, str, str]]:
    """Every mark that means something and what it stands on."""
    grounds = {"panel": look.panel, "raised": look.raised}
    for name, ground in grounds.items():
        yield f"edge of a field or groove on {name}", look.edge, ground
        yield f"edge of what is checked on {name}", look.accent, ground
        yield f"home on {name}", look.home, ground
    yield "edge on window", look.edge, look.window
    for theme, hue in THEME_COLOURS.items():
        for name in ("panel", "raised", "selected"):
            yield f"{theme} on {name}", edge_of(hue, look), getattr(look, name)
    for name, colour in look.scenarios.items():
        yield f"scenario {name} on the strip", colour, look.window
        yield f"scenario {name} on its tab", colour, look.panel
    for name in ("gives", "takes", "dot"):
        yield name, getattr(look.cost, name), look.panel
    for name in ("work_edge", "overlap_edge"):
        for ground in ("day", "night"):
            yield f"{name} on {ground}", getattr(look.clock, name), getattr(look.clock, ground)
    chart = look.map
    yield "home and its halo", chart.home, chart.halo
    yield "selected and its halo", chart.selected, chart.selected_halo
    for name in ("excluded", "border", "pin_line", "route", "unknown_line", "insufficient_line"):
        yield f"{name} on the sea", getattr(chart, name), chart.sea


#: Roles without a contrast of their own: hairlines, shadows, hatching, and fills whose outline is tested.
QUIET_ROLES = {
    *("line", "track", "name", "base", "small"),
    *("cost.parts", "clock.work", "clock.overlap", "clock.hatch"),
    *("map.ramp", "map.change", "map.grid", "map.land", "map.unknown", "map.insufficient"),
    *("map.excluded_line", "map.hovered", "map.card_line", "map.shadow"),
}


class Read:
    """A look that notes which of its roles were asked for."""

    def __init__(self, colours: object, roles: set[str], group: str = "") -> None:
        self._colours, self._roles, self._group = colours, roles, group

    def __getattr__(self, name: str) -> object:
        value = getattr(self._colours, name)
        if is_dataclass(value):
            return Read(value, self._roles, f"{name}.")
        self._roles.add(self._group + name)
        return value


def test_that_every_role_is_a_text_a_mark_or_known_to_need_no_contrast():
    """A colour that is added to the looks is either measured here or put among those that need not be."""
    measured: set[str] = set()
    for pairs in (texts_of, marks_of):
        list(pairs(Read(LIGHT, measured)))  # type: ignore[arg-type]
    roles = set()
    for role in fields(LIGHT):
        value = getattr(LIGHT, role.name)
        inner = fields(value) if is_dataclass(value) else ()
        roles |= {f"{role.name}.{one.name}" for one in inner} or {role.name}
    assert roles - measured - QUIET_ROLES == set()
    assert roles >= QUIET_ROLES


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.name}-{look.base}")
def test_that_every_text_can_be_read(look):
    least = ROOM if look in PRESENTED else TEXT
    found = {name: contrast(text, ground) for name, text, ground in texts_of(look)}
    assert {name: round(value, 2) for name, value in found.items() if value < least} == {}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.name}-{look.base}")
def test_that_every_mark_can_be_seen(look):
    found = {name: contrast(mark, ground) for name, mark, ground in marks_of(look)}
    assert {name: round(value, 2) for name, value in found.items() if value < MARK} == {}


@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_that_every_step_of_the_ramp_or_its_outline_stands_out_from_the_sea(look):
    for step in (*look.map.ramp, *look.map.change):
        assert max(contrast(step, look.map.sea), contrast(look.map.border, look.map.sea)) >= MARK


@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_that_the_home_outline_or_its_halo_is_seen_on_every_colour_of_land(look):
    chart = look.map
    fills = (*chart.ramp, *chart.change, chart.land, chart.unknown, chart.insufficient, chart.excluded)
    for step in fills:
        assert max(contrast(step, chart.home), contrast(step, chart.halo)) >= MARK
    # The line lies between two halos, whatever is on either side of them.
    assert contrast(chart.home, chart.halo) >= MARK


@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_that_one_of_both_text_colours_can_be_read_on_every_step_of_the_ramp(look):
    for step in look.map.ramp:
        assert max(contrast(step, DARK_TEXT), contrast(step, LIGHT_TEXT)) >= TEXT


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.name}-{look.base}")
@pytest.mark.parametrize("tone", ["warning", "accent"])
def test_that_a_rank_can_be_read_on_the_full_shade_of_a_second_opinion(look, tone):
    assert contrast(look.text, mixed(getattr(look, tone), look.panel, FULL_SHADE)) >= TEXT


@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_that_states_stay_apart_with_every_colour_vision(look):
    clock = (look.clock.day, look.clock.night, look.clock.work, look.clock.overlap)
    groups = {
        "themes": tuple(THEME_COLOURS.values()),
        "parts of the cost": tuple(look.cost.parts.values()),
        "takes and gives": (look.cost.takes, look.cost.gives),
        "clock": clock,
        "signals": (look.home, look.warning, look.accent),
        "outlines of the map": (
            look.map.home,
            look.map.selected if look is LIGHT else look.map.selected_halo,
        ),
    }
    close = {
        (name, one, other): round(least_distance(one, other), 1)
        for name, colours in groups.items()
        for one, other in combinations(colours, 2)
        if least_distance(one, other) < APART
    }
    assert close == {}


@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_that_lost_nothing_and_gained_stay_apart_and_get_stronger_towards_the_ends(look):
    change = look.map.change
    middle = len(change) // 2
    lost, nothing, gained = change[0], change[middle], change[-1]
    for one, other in ((lost, gained), (lost, nothing), (nothing, gained)):
        assert least_distance(one, other) > 2 * APART
    assert least_distance(nothing, look.map.unknown) > APART  # what is excluded has stripes
    ground = look.map.sea
    strength = [contrast(step, ground) for step in change]
    assert strength[middle] == min(strength)
    assert strength[: middle + 1] == sorted(strength[: middle + 1], reverse=True)
    assert strength[middle:] == sorted(strength[middle:])
    assert strength[-1] > 1.2 * strength[0]  # told apart without any hue


@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_that_the_local_hours_can_be_read_on_work_and_overlap(look):
    assert (
        min(contrast(look.clock.text, look.clock.work), contrast(look.clock.text, look.clock.overlap)) >= 4.5
    )


def test_that_an_edge_keeps_its_hue_where_that_is_seen_already():
    assert edge_of(THEME_COLOURS["people"], LIGHT) == THEME_COLOURS["people"]
    assert edge_of(THEME_COLOURS["time"].lower(), LIGHT) != THEME_COLOURS["time"]


def test_that_no_text_is_smaller_than_11_pixels():
    assert min(look.small for look in LOOKS) == 11


def test_that_type_can_be_scaled():
    assert (scaled(LIGHT, 2.0).base, scaled(LIGHT, 2.0).small) == (26, 22)
    assert scaled(LIGHT, 0.8).base == 10


def test_that_a_theme_has_one_hue_wherever_it_stands():
    assert theme_colour("cost", 4) == theme_colour("cost", 0) == "#D55E00"
    assert len({theme_colour("my-own", position) for position in range(6)}) == 6


_LITERAL = re.compile(
    r"""["'`(:,\s]\#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b|\brgba?\(\s*\d|\bhsla?\(\s*\d|QColor\(\s*\d""",
    re.VERBOSE,
)


def test_that_no_colour_stands_outside_the_table():
    package = Path(advisor.__file__).parent
    table = package / "views" / "look" / "theme.py"
    files = [path for path in package.rglob("*.py") if path != table]
    files += [path for ext in ("*.css", "*.js", "*.html", "*.qss") for path in RESOURCES.rglob(ext)]
    assert len(files) > 200
    found = {str(path): _LITERAL.findall(path.read_text(encoding="utf-8")) for path in files}
    assert {path: hits for path, hits in found.items() if hits} == {}
    assert _LITERAL.search(table.read_text(encoding="utf-8"))


@pytest.mark.parametrize("look", PLAIN, ids=lambda look: look.name)
def test_that_the_small_pictures_of_the_style_sheet_have_colours_of_their_look(look):
    roles = {"check": look.accent_text, "tick": look.text}
    roles |= dict.fromkeys(("arrow-down", "arrow-left", "arrow-right", "arrow-up"), look.quiet)
    for name, colour in roles.items():
        assert f'stroke="{colour}"' in (ICONS / f"{name}-{look.name}.svg").read_text(encoding="utf-8")
    others = [path for path in ICONS.glob("*.svg") if not path.stem.endswith(("-light", "-dark"))]
    assert all("#" not in path.read_text(encoding="utf-8") for path in others)


_VISIONS = (
    np.eye(3),
    np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
)
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def _linear(colour: str) -> NDArray[np.float64]:
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Relative luminance."""
    return float(_linear(colour) @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, ground: str, opacity: float) -> str:
    """What a colour is on a ground, where that shows through."""
    pairs = zip(*(bytes.fromhex(one.removeprefix("#")) for one in (colour, ground)), strict=True)
    return "#" + bytes(round(opacity * over + (1 - opacity) * under) for over, under in pairs).hex()


def least_distance(one: str, other: str) -> float:
    """CIEDE2000 distance of two colours for whoever tells them apart least."""
    return min(_ciede2000(_lab(one, vision), _lab(other, vision)) for vision in _VISIONS)


def _lab(colour: str, vision: NDArray[np.float64]) -> NDArray[np.float64]:
    xyz = _XYZ @ np.clip(vision @ _linear(colour), 0, 1) / _WHITE
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def _ciede2000(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    (l1, a1, b1), (l2, a2, b2) = first, second
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    grey = 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25**7)))
    a1, a2 = a1 * (1 + grey), a2 * (1 + grey)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    lightness, chroma_step = l2 - l1, c2 - c1
    hue_step = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = (
        1
        - 0.17 * np.cos(np.radians(mean_h - 30))
        + 0.24 * np.cos(np.radians(2 * mean_h))
        + 0.32 * np.cos(np.radians(3 * mean_h + 6))
        - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    )
    sl = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    sc, sh = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = -np.sin(np.radians(60 * np.exp(-(((mean_h - 275) / 25) ** 2)))) * (
        2 * np.sqrt(mean_c**7 / (mean_c**7 + 25**7))
    )
    parts = (lightness / sl, chroma_step / sc, hue_step / sh)
    return float(np.sqrt(sum(part**2 for part in parts) + rotation * parts[1] * parts[2]))
