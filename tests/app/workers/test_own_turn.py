"""What takes its time is done once, in a later turn that nothing else takes long in or when patience ends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from advisor.app.workers.own_turn import OwnTurn, TurnClock


class Desk(QObject):
    """A turn with something to do, on a clock that is set by hand, and a count of the turns."""

    def __init__(self, patience: int = 3) -> None:
        super().__init__()
        self.computed = 0.0
        self.a_turn = 0.0  # what something else computes in each
        self.turns = self.begun_at = 0
        self.done: list[int] = []  # how many turns after it was asked for
        clock = TurnClock(lambda: self.computed)
        clock.follow()
        self.other = QTimer(self)
        self.other.setInterval(0)
        self.other.timeout.connect(self._compute)
        self.other.start()
        self.own = OwnTurn(
            lambda: self.done.append(self.turns - self.begun_at), self, clock=clock, patience=patience
        )

    def begin(self) -> None:
        self.begun_at = self.turns
        self.own.start()

    def _compute(self) -> None:
        self.turns += 1
        self.computed += self.a_turn


@pytest.fixture
def new_desk(qapp):
    """Desks whose turns end with the test: a timer that never waits would keep all later tests busy."""
    desks: list[Desk] = []

    def make(patience: int = 3) -> Desk:
        desks.append(Desk(patience))
        return desks[-1]

    yield make
    for desk in desks:
        desk.other.stop()


@pytest.fixture
def desk(new_desk):
    return new_desk()


def test_that_it_is_done_in_the_next_turn_where_nothing_else_is_long(desk, qtbot):
    desk.begin()
    assert (desk.done, desk.own.is_due) == ([], True)
    qtbot.waitUntil(lambda: bool(desk.done))
    assert (desk.done, desk.own.is_due) == ([1], False)


def test_that_it_is_done_once_however_often_it_is_asked_for(desk, qtbot):
    desk.begin()
    desk.begin()
    qtbot.waitUntil(lambda: desk.turns > desk.begun_at + 5)
    assert len(desk.done) == 1


def test_that_it_lets_turns_pass_in_which_something_else_is_long(desk, qtbot):
    desk.a_turn = 1.0
    desk.other.timeout.connect(lambda: setattr(desk, "a_turn", float(desk.turns - desk.begun_at < 2)))
    desk.begin()
    qtbot.waitUntil(lambda: bool(desk.done))
    assert desk.done == [3]


@pytest.mark.parametrize("patience", [0, 1, 5])
def test_that_its_patience_ends(qtbot, new_desk, patience):
    desk = new_desk(patience)
    desk.a_turn = 1.0
    desk.begin()
    qtbot.waitUntil(lambda: bool(desk.done))
    desk.begin()
    qtbot.waitUntil(lambda: len(desk.done) == 2)
    assert desk.done == [patience + 1] * 2


def test_that_what_is_stopped_is_not_done(desk, qtbot):
    desk.begin()
    desk.own.stop()
    qtbot.waitUntil(lambda: desk.turns > desk.begun_at + 3)
    assert (desk.done, desk.own.is_due) == ([], False)


def test_that_turns_of_a_loop_that_never_waits_are_turns_too(desk):
    desk.a_turn = 1.0
    desk.begin()
    for _turn in range(4):
        assert desk.done == []
        QCoreApplication.processEvents()
    assert desk.done == [4]
