"""A window that presents: begun on a screen of a size, and steered by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from advisor.scenario.study.study import Study
    from advisor.ui.stage.stage_screen import StageScreen
    from advisor.ui.window.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


def begun(
    window: MainWindow, study: Study | None = None, size: tuple[int, int] = (1920, 1080)
) -> StageScreen:
    """The screen of a presentation, of a study if one is given; whoever calls this ends it."""
    if study is not None:
        window.document.new(study)
    QTest.keyClick(window, Key.Key_F5)
    screen = window.presentation.screen
    assert window.presentation.is_on and screen is not None
    screen.showNormal()
    screen.resize(*size)
    QApplication.processEvents()
    return screen


def press(screen: StageScreen, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """A key to whatever has the keyboard on a screen."""
    QTest.keyClick(screen.focusWidget() or screen, key, modifier)


def press_slider(screen: StageScreen, theme: str, key: Qt.Key) -> None:
    """A key that moves the weight of a theme, in large steps."""
    slider = screen.strip.sliders[theme]
    slider.setFocus()
    QTest.keyClick(slider, key, Mod.ShiftModifier)
    QTest.keyRelease(slider, key)
