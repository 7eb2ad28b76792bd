"""A window that is seen before it has its parts: afterwards it is like any other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.settings import Settings
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.ui.window.furnishing import furnish, furnished_window
from advisor.ui.window.main_window import MainWindow
from tests.ui.conftest import blank_map


@pytest.fixture
def opened() -> Iterator[list[MainWindow]]:
    """Windows of a test, which go with it."""
    windows: list[MainWindow] = []
    yield windows
    for window in windows:
        window.leave()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(window: MainWindow) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Kind, place and size of everything that can be seen in a window, in the order in which it was made."""
    return [
        (type(part).__name__, part.mapTo(window, QPoint(0, 0)).toTuple(), part.size().toTuple())
        for part in window.findChildren(QWidget)
        if part.isVisibleTo(window) and not part.visibleRegion().isEmpty()
    ]


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitExposed(window)
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("text_size", [100, 150])
@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (960, 600)])
def test_that_what_comes_into_a_frame_stands_as_in_a_window_that_is_shown_with_it(
    qtbot: QtBot,
    assessor: Assessor,
    settings: Settings,
    opened: list[MainWindow],
    size: tuple[int, int],
    text_size: int,
) -> None:
    settings.text_size = text_size

    def document() -> Document:
        return Document(assessor, default_study(assessor.pack))

    whole = furnished_window(document(), settings, blank_map(assessor.pack))
    opened.append(whole)
    whole.resize(*size)
    whole.show()
    frame = MainWindow(settings)
    opened.append(frame)
    frame.resize(*size)
    frame.show()
    qtbot.waitExposed(frame)
    furnish(frame, document(), blank_map(assessor.pack), QApplication.processEvents)
    frame.show_parts()
    for window in (whole, frame):
        settled(qtbot, window)
    assert frame.drawer.tabs.height() >= frame.drawer.tabs.sizeHint().height()
    assert seen(frame) == seen(whole)
