"""Nothing stands over anything else, in the very turn in which a window or its type takes another size."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.paths import EXAMPLES
from advisor.scenario.edits.scenario_edits import with_copy
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.ui.look.current import finish_dressing
from tests.ui.window.every_page import every_page
from tests.ui.window.overlaps import overlaps

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

_SIZES = ((1920, 1080), (960, 600), (1440, 900), (1280, 720))


@pytest.fixture(scope="module")
def window(keep_window: Callable[[Document], MainWindow], assessor: Assessor) -> MainWindow:
    document = Document(assessor, read_study(EXAMPLES / "workshop.advisor"))
    made = keep_window(document)
    document.edit_study(with_copy(document.study, "Nearer"), "copy")
    made.vote_cover.cover(False)
    made.selection.select("ZAF")
    return made


@pytest.mark.parametrize("text", [100, 150, 200])
def test_that_nothing_overlaps_in_the_turn_in_which_the_window_takes_another_size(
    window: MainWindow, text: int
) -> None:
    window.choose_text_size(text)
    finish_dressing()
    window.setUpdatesEnabled(False)  # where things stand is what counts: nothing has to be painted
    found = []
    for page, _panel in every_page(window):
        QCoreApplication.processEvents()
        for size in _SIZES:
            window.resize(*size)
            found += [(page, size, line) for line in overlaps(window)]
            QCoreApplication.processEvents()
    window.setUpdatesEnabled(True)
    assert found == []


# What finds them -------------------------------------------------------------------------------------


def test_that_whatever_stands_over_something_is_found(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    row = QHBoxLayout(host)
    one, other = QPushButton("one", host), QPushButton("other", host)
    row.addWidget(one)
    row.addWidget(other)
    host.resize(300, 60)
    host.show()
    assert list(overlaps(host)) == []
    one.setGeometry(other.geometry())
    assert [line.split(" (")[0] for line in overlaps(host)] == ["QWidget: QPushButton 'one'"]
    one.setGeometry(0, 0, 10, 10)
    other.setGeometry(290, 0, 30, 10)
    assert [line.split(" (")[0] for line in overlaps(host)] == ["QWidget: QPushButton 'other'"]
