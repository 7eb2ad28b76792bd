"""The map takes the height that the world needs for its width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from advisor.app.document.document import Document
from advisor.ui.window.main_window import MainWindow


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
def test_that_the_map_is_as_high_as_the_world_needs(kept: MainWindow, size: tuple[int, int]) -> None:
    kept.resize(*size)
    QCoreApplication.processEvents()
    panel = kept.map_panel
    assert panel is not None
    assert panel.height() == pytest.approx(panel.fitting_height(panel.width()), abs=3)
    assert kept.drawer.height() >= 240


def test_that_a_height_that_the_user_has_chosen_stays(
    open_window: Callable[[Document], MainWindow], document: Document
) -> None:
    window = open_window(document)
    window.resize(1440, 900)
    QCoreApplication.processEvents()
    assert window.map_panel is not None
    before = window.map_panel.height()
    handle = window.panes.centre.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(20, 0))
    QTest.mouseMove(handle, QPoint(20, -60))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(20, -60))
    chosen = window.map_panel.height()
    assert chosen < before
    window.resize(1500, 900)
    QCoreApplication.processEvents()
    assert window.map_panel.height() == pytest.approx(chosen, abs=3)
