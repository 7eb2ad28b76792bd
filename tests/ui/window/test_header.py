"""The header of the real window, in every width and in large type."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from advisor.ui.look.current import finish_dressing


@pytest.mark.parametrize("width", [960, 1000, 1100, 1280, 1920])
@pytest.mark.parametrize("presenting", [False, True])
def test_that_nothing_in_the_header_overlaps(kept, width, presenting):
    kept.resize(width, 700)
    kept.use_large_type(presenting)
    finish_dressing()
    QApplication.processEvents()
    header = kept.header
    shown = [header.menu_button, header.name, header.home, header.function, header.industry, header.people]
    shown += [button for button in header._buttons if button.isVisible()]
    edges = [widget.geometry() for widget in shown]
    assert all(a.right() < b.left() for a, b in pairwise(edges))
    assert edges[-1].right() <= header.width()
    assert header.width() == kept.width() == width
