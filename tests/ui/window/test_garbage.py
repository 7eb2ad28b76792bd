"""Values that only hold each other go between events, and in the thread of the window."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.garbage import Searches, no_search_by_itself
from advisor.ui.window import search_between_events
from advisor.ui.window.search_between_events import SearchBetweenEvents


class Thing:
    """Holds itself once it has been told to."""

    itself: Thing


class Panel(QWidget):
    """Held by what it holds."""

    def __init__(self, gone_in: list[int]) -> None:
        super().__init__()
        self.close_down = self.close
        in_its_thread = Qt.ConnectionType.DirectConnection
        self.destroyed.connect(lambda: gone_in.append(threading.get_ident()), in_its_thread)


class Source(QObject):
    """Tells of something that somebody does."""

    stirred = Signal(object)


@pytest.fixture(autouse=True)
def only_here() -> Iterator[None]:
    """Python searches nothing by itself; for a test that lets it, this ends with the test."""
    with no_search_by_itself():
        yield
        gc.disable()


def drop_thing() -> weakref.ref[Thing]:
    thing = Thing()
    thing.itself = thing
    return weakref.ref(thing)


def many_values() -> list[list[int]]:
    return [[number] for number in range(200_000)]


def many_values_of_another_thread() -> list[list[int]]:
    made: list[list[int]] = []
    thread = threading.Thread(target=lambda: made.extend(many_values()))
    thread.start()
    thread.join()
    return made


def searches_until_found(due: Searches, survived: int, *, is_at_rest: bool = True) -> int:
    """How many searches find what has survived some."""
    thing = Thing()
    for generation in range(survived):
        gc.collect(generation)
    thing.itself, gone = thing, weakref.ref(thing)
    del thing
    taken = 0
    while gone() is not None:
        due.search_if_due(is_at_rest=is_at_rest)
        taken += 1
    return taken


def test_that_a_widget_goes_in_the_thread_of_the_window_whoever_makes_values(qtbot: QtBot) -> None:
    gone_in: list[int] = []
    panel = Panel(gone_in)
    del panel
    made = many_values_of_another_thread()
    assert made
    assert gone_in == []
    search = SearchBetweenEvents(every_ms=0)
    qtbot.waitUntil(lambda: bool(gone_in))
    assert gone_in == [threading.get_ident()]
    search.deleteLater()


def test_that_nothing_is_searched_meanwhile_and_python_goes_on_afterwards() -> None:
    gc.enable()
    with no_search_by_itself():
        gone = drop_thing()
        made = many_values()
        assert gone() is not None
    made += many_values()
    assert gone() is None


def test_that_the_search_ends_with_its_owner(qtbot: QtBot) -> None:
    owner = QObject()
    SearchBetweenEvents(parent=owner, every_ms=0)
    owner.deleteLater()
    qtbot.wait(0)
    gone, made = drop_thing(), many_values()
    qtbot.wait(0)
    assert made
    assert gone() is not None


@pytest.mark.parametrize(("survived", "searches"), [(0, 1), (1, 10), (2, 100)])
def test_that_what_has_survived_is_searched_more_seldom(survived: int, searches: int) -> None:
    assert searches_until_found(Searches(many_values=0), survived) == searches


def test_that_the_search_that_takes_long_waits_for_a_rest_but_not_for_ever() -> None:
    assert searches_until_found(Searches(many_values=0), 2, is_at_rest=False) == 6_000


def test_that_a_full_search_of_somebody_else_puts_the_next_one_off() -> None:
    due = Searches(many_values=0)
    for _ in range(60):
        due.search_if_due()
    gc.collect()
    assert searches_until_found(due, 2) == 100


def test_that_few_new_values_are_not_searched() -> None:
    gc.collect()
    gone = drop_thing()
    Searches(many_values=10_000).search_if_due()
    assert gone() is not None
    gc.collect()


def test_that_the_window_is_at_rest_until_somebody_does_something(qtbot: QtBot) -> None:
    source = Source()
    search = SearchBetweenEvents((source.stirred,), every_ms=0, rest_ms=50)
    assert search.is_at_rest
    source.stirred.emit(None)
    assert not search.is_at_rest
    qtbot.waitUntil(lambda: search.is_at_rest)
    search.deleteLater()


def test_that_a_move_of_the_pointer_is_somebody_doing_something(qtbot: QtBot, monkeypatch) -> None:
    class Pointer:
        at = QPoint(1, 1)

        @staticmethod
        def pos() -> QPoint:
            return Pointer.at

    monkeypatch.setattr(search_between_events, "QCursor", Pointer)
    search = SearchBetweenEvents(every_ms=0, rest_ms=100_000)
    qtbot.wait(0)
    assert search.is_at_rest
    Pointer.at = QPoint(2, 1)
    qtbot.waitUntil(lambda: not search.is_at_rest)
    search.deleteLater()


def test_that_a_search_waits_where_something_has_just_taken_long_but_not_for_ever(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[int] = []
    search = SearchBetweenEvents(every_ms=1_000_000)
    looks = [0]
    monkeypatch.setattr(Searches, "search_if_due", lambda _searches, **_how: searched.append(looks[0]))
    monkeypatch.setattr(search._since_look, "restart", lambda: 1_000_100)
    for looks[0] in range(1, 13):
        search._on_look()
    assert searched == [10]
    monkeypatch.setattr(search._since_look, "restart", lambda: 1_000_000)
    search._on_look()
    assert searched == [10, 12]
