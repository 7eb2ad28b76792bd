"""The header of the real window: large type reaches every window that is open, so each test has its own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from advisor.ui.look.current import finish_dressing


@pytest.fixture
def window(open_window, document):
    return open_window(document)


@pytest.mark.parametrize("width", [960, 1000, 1100, 1280, 1920])
@pytest.mark.parametrize("presenting", [False, True])
def test_that_nothing_in_the_header_overlaps(window, width, presenting):
    window.resize(width, 700)
    window.use_large_type(presenting)
    finish_dressing()
    QApplication.processEvents()
    header = window.header
    shown = [header.menu_button, header.name, header.home, header.function, header.industry, header.people]
    shown += [button for button in header._buttons if button.isVisible()]
    edges = [widget.geometry() for widget in shown]
    assert all(a.right() < b.left() for a, b in pairwise(edges))
    assert edges[-1].right() <= header.width()
    assert header.width() == window.width() == width
