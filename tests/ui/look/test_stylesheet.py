"""One style sheet for both looks."""

from __future__ import annotations

from advisor.ui.look.stylesheet import style_sheet
from advisor.views.look.theme import DARK, LIGHT, presented


def test_that_the_style_sheet_leaves_no_name_unfilled():
    for look in (LIGHT, DARK, presented(LIGHT), presented(DARK)):
        sheet = style_sheet(look)
        assert "$" not in sheet
        assert f"font-size: {look.base}px" in sheet
