"""What a colour means can be told with every colour vision and in greyscale."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from advisor.views.look.theme import DARK, LIGHT, Look
from advisor.views.scene.heat import heat_colour, text_on
from advisor.views.scene.roles import Role, role_colour

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
VISIONS = {
    "usual": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
PARTS = (Role.WAGE, Role.OPERATIONS, Role.PEOPLE, Role.MANAGEMENT, Role.ONE_OFF, Role.DRIFT)


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    x, y, z = TO_XYZ @ np.clip(rgb, 0.0, 1.0) / np.array([0.9505, 1.0, 1.089])
    fx, fy, fz = (np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return np.array([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)])


def apart(first: str, second: str) -> float:
    """The least distance over all colour visions (CIE 1976)."""
    return min(
        float(np.linalg.norm(lab(eye @ linear(first)) - lab(eye @ linear(second))))
        for eye in VISIONS.values()
    )


def contrast(first: str, second: str) -> float:
    light = sorted(float(linear(c) @ TO_XYZ[1]) for c in (first, second))
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_that_parts_of_a_cost_are_told_apart_with_every_colour_vision(look: Look):
    for first, second in combinations(PARTS, 2):
        assert apart(role_colour(first, look), role_colour(second, look)) > 14, (first, second)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_that_gain_and_loss_differ_in_lightness_too(look: Look):
    gain, loss = (role_colour(role, look) for role in (Role.GAIN, Role.LOSS))
    assert abs(lab(linear(gain))[0] - lab(linear(loss))[0]) > 12
    assert min(contrast(colour, look.panel) for colour in (gain, loss)) >= 3.0


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_that_gain_is_blue_and_loss_is_of_the_hue_of_cost(look: Look):
    red, _, blue = linear(role_colour(Role.GAIN, look))
    assert blue > red
    red, _, blue = linear(role_colour(Role.LOSS, look))
    assert red > blue


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_that_edges_and_the_frame_of_the_focus_have_contrast(look: Look):
    for role in (Role.QUIET, Role.ACCENT, Role.PLACE, Role.WORK_EDGE, Role.OVERLAP_EDGE):
        assert contrast(role_colour(role, look), look.panel) >= 3.0, role
    for under in (Role.WORK, Role.OVERLAP):
        assert contrast(role_colour(Role.ON_HUE, look), role_colour(under, look)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_that_text_on_every_shade_of_the_heat_map_is_readable(look: Look):
    for share in np.linspace(0.0, 1.0, 101):
        colour = heat_colour(float(share), look)
        assert contrast(text_on(colour), colour) >= 4.5


def test_that_every_meaning_has_a_colour_in_both_looks():
    for look in (LIGHT, DARK):
        for role in Role:
            colour = role_colour(role, look, "cost", 0, 0.5)
            assert role is Role.NOTHING or len(colour) == 7
