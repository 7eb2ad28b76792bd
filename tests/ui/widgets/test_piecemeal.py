"""Pieces are done in order, one a turn, and all at once for whoever needs them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from advisor.app.workers.own_turn import TurnClock
from advisor.ui.widgets.piecemeal import Piecemeal, finish_within


def pieces(done: list[int], count: int) -> list[Callable[[], None]]:
    return [lambda number=number: done.append(number) for number in range(count)]  # type: ignore[misc]


def test_that_the_first_piece_is_done_at_once_and_the_rest_in_later_turns(qtbot: QtBot) -> None:
    done: list[int] = []
    page = QObject()
    made = Piecemeal(page)
    with qtbot.waitSignal(made.done):
        made.start(pieces(done, 3))
        assert done == [0]
        assert not made.is_done
    assert done == [0, 1, 2]
    assert made.is_done


@pytest.mark.parametrize(("computes", "between"), [(1.0, {16}), (0.0, {1})])
def test_that_turns_in_which_something_else_was_long_get_no_piece_but_some_do(
    qtbot: QtBot, computes: float, between: set[int]
) -> None:
    turns: list[None] = []
    done: list[int] = []
    page = QObject()
    counting = QTimer(page)
    counting.setInterval(0)
    counting.timeout.connect(lambda: turns.append(None))
    counting.start()
    clock = TurnClock(lambda: len(turns) * computes)  # something else computes in every turn
    clock.follow()
    made = Piecemeal(page, clock=clock)
    with qtbot.waitSignal(made.done):
        made.start([lambda: done.append(len(turns))] * 4)
    counting.stop()
    assert {later - sooner for sooner, later in pairwise(done)} == between


def test_that_whoever_needs_all_gets_it_also_what_a_piece_adds(qtbot: QtBot) -> None:
    done: list[int] = []
    page = QObject()
    made = Piecemeal(page)
    made.start([*pieces(done, 2), lambda: made.add(pieces(done, 2))])
    finish_within(page)
    assert done == [0, 1, 0, 1]


def test_that_what_is_newer_takes_the_place_of_what_waits(qtbot: QtBot) -> None:
    older: list[int] = []
    newer: list[int] = []
    page = QObject()
    made = Piecemeal(page)
    made.start(pieces(older, 3))
    made.start(pieces(newer, 2))
    made.finish()
    assert (older, newer) == ([0], [0, 1])
    made.start(pieces(older, 2))
    made.stop()
    made.finish()
    assert older == [0, 0]
