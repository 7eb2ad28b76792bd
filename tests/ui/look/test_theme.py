"""Both looks can be read."""

from __future__ import annotations

import pytest

from advisor.ui.look.stylesheet import style_sheet
from advisor.views.look.theme import DARK, LIGHT, Look, presented, theme_colour


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
@pytest.mark.parametrize("text", ["text", "quiet", "accent", "warning"])
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "selected"])
def test_that_text_has_aa_contrast_and_7_to_1_in_presentation(look: Look, text, ground):
    assert contrast(getattr(look, text), getattr(look, ground)) >= 4.5
    shown = presented(look)
    if not (ground == "selected" and text in ("accent", "warning")):  # never on a selected row
        assert contrast(getattr(shown, text), getattr(shown, ground)) >= 7
    assert contrast(shown.accent_text, shown.accent) >= 7


def test_that_the_style_sheet_leaves_no_name_unfilled():
    for look in (LIGHT, DARK, presented(LIGHT), presented(DARK)):
        sheet = style_sheet(look)
        assert "$" not in sheet
        assert f"font-size: {look.base}px" in sheet


def test_that_no_text_is_smaller_than_11_pixels():
    assert min(LIGHT.small, DARK.small) == 11


def test_that_a_theme_has_one_hue_wherever_it_stands():
    assert theme_colour("cost", 4) == theme_colour("cost", 0) == "#D55E00"
    assert len({theme_colour("my-own", position) for position in range(6)}) == 6
