"""A window whose thread has been busy is painted behind what has come in meanwhile, once and in any case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete, isValid

from advisor.app.workers.own_turn import TurnClock
from advisor.ui.look.painting_turns import PaintingTurns


class Painted(QWidget):
    """Counts how often it is painted, and notes what happens."""

    def __init__(self) -> None:
        super().__init__()
        self.computed = 0.0
        self.happened: list[str] = []
        clock = TurnClock(lambda: self.computed)
        clock.follow()
        PaintingTurns(self, clock=clock)

    def paintEvent(self, event):  # noqa: N802
        super().paintEvent(event)
        self.happened.append("painted")


def soon(window, work):
    """Something that waits for its turn once it is started."""
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(work)
    return timer


@pytest.fixture
def window(qtbot):
    made = Painted()
    made.show()
    qtbot.waitUntil(lambda: bool(made.happened))
    qtbot.wait(1)  # a turn in which nothing is computed
    made.happened.clear()
    yield made
    if isValid(made):
        delete(made)


def test_that_a_window_is_painted_at_once_where_little_was_computed(window):
    window.computed += 0.001
    window.update()
    QApplication.sendPostedEvents()
    assert window.happened == ["painted"]


def test_that_it_is_painted_behind_what_is_due_where_much_was_computed(window, qtbot):
    due = soon(window, lambda: window.happened.append("answered"))
    due.start(0)
    window.computed += 1.0
    window.update()
    QApplication.sendPostedEvents()
    assert window.happened == []
    qtbot.waitUntil(lambda: "painted" in window.happened)
    assert window.happened == ["answered", "painted"]


def test_that_it_lets_a_turn_pass_in_which_something_else_took_long(window, qtbot):
    def compute():
        window.computed += 1.0
        window.happened.append("computed")
        due.start(0)

    due = soon(window, lambda: window.happened.append("answered"))
    window.computed += 1.0
    window.update()
    soon(window, compute).start(0)
    QApplication.sendPostedEvents()
    qtbot.waitUntil(lambda: "painted" in window.happened)
    assert window.happened == ["computed", "answered", "painted"]


def test_that_it_is_not_put_off_for_ever_however_much_is_computed_meanwhile(window, qtbot):
    def compute():
        window.computed += 1.0
        window.update()

    busy = QTimer(window)
    busy.timeout.connect(compute)
    busy.start(0)
    qtbot.waitUntil(lambda: window.happened.count("painted") > 3)


def test_that_a_window_that_is_gone_before_it_is_painted_is_left_alone(window, qtbot):
    window.computed += 1.0
    window.update()
    QApplication.sendPostedEvents()
    delete(window)
    qtbot.wait(1)
    assert window.happened == []
