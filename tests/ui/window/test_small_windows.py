"""What a small window shows of the tabs: what is worked with there is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from advisor.ui.look.current import finish_dressing

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow


@pytest.mark.parametrize("text", [100, 200])
def test_that_a_small_window_shows_the_hours_of_the_clock_above_its_bars(
    edited: MainWindow, text: int
) -> None:
    edited.choose_text_size(text)
    finish_dressing()
    edited.resize(1280, 720)
    edited.drawer.show_tab("clock")
    for _ in range(5):
        QApplication.processEvents()
    panel = edited.drawer.panel("clock")
    assert panel.fields.isVisible()
    assert panel.sentence.isVisible()
    edited.choose_text_size(100)
    finish_dressing()
