"""A bar that is told often how far something is does not have its window painted as often."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.widgets.progress_bar import ProgressBar


class Window(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.painted += 1


def test_that_telling_a_bar_does_not_paint_its_window(qtbot: QtBot) -> None:
    window = Window()
    bar = ProgressBar(window)
    QVBoxLayout(window).addWidget(bar)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.painted > 0)
    QApplication.processEvents()
    window.painted = 0
    for value in range(0, 100, 5):
        window.update()
        bar.setValue(value)
    assert bar.value() == 95
    assert window.painted == 0
    qtbot.waitUntil(lambda: window.painted > 0)
