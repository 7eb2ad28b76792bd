"""The header of the real window, in every width and in large type."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from advisor.ui.look.current import finish_dressing


@pytest.fixture
def unpainted(kept):
    """The window in which things take their places, but are not painted: it takes many sizes."""
    kept.setUpdatesEnabled(False)
    yield kept
    kept.setUpdatesEnabled(True)


@pytest.mark.parametrize("presenting", [False, True])
def test_that_nothing_in_the_header_overlaps(unpainted, presenting):
    unpainted.use_large_type(presenting)
    header = unpainted.header
    parts = [header.menu_button, header.name, header.home, header.function, header.industry, header.people]
    for width in (960, 1000, 1100, 1280, 1920):
        unpainted.resize(width, 700)
        finish_dressing()
        QApplication.processEvents()
        edges = [widget.geometry() for widget in (*parts, *header._buttons) if widget.isVisible()]
        assert all(a.right() < b.left() for a, b in pairwise(edges)), width
        assert edges[-1].right() <= header.width(), width
        assert header.width() == unpainted.width() == width


@pytest.mark.parametrize("text", [100, 150, 200])
def test_that_the_name_goes_before_what_undoes_and_single_icons_stay_where_they_fit(unpainted, text):
    unpainted.choose_text_size(text)
    finish_dressing()
    header, seen = unpainted.header, set()
    icons = [button for button in header._buttons if not button.property("withText")]
    for width in range(1920, 900, -40):
        unpainted.resize(width, 700)
        QApplication.processEvents()
        shown = [not button.isHidden() for button in icons]
        assert header.name.isHidden() or all(shown)
        assert shown == sorted(shown, reverse=True)  # undo is the last that goes
        is_shortened = header.function.shown_text() != header.function.currentText()
        spare = header.width() - header._row.minimumSize().width()
        assert all(shown) or spare < icons[0].sizeHint().width() + header._row.spacing() or is_shortened
        seen.add((header.name.isHidden(), sum(shown)))
    assert text == 100 or {(False, 3), (True, 3)} <= seen
    assert text != 200 or any(0 < count < 3 for _, count in seen)
    unpainted.choose_text_size(100)
    finish_dressing()
