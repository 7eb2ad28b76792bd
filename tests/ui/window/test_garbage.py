"""Values that only hold each other go between events, and in the thread of the window."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.window.garbage import Searches, no_search_by_itself, search_between_events


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


def test_that_a_widget_goes_in_the_thread_of_the_window_whoever_makes_values(qtbot: QtBot) -> None:
    gone_in: list[int] = []
    with no_search_by_itself():
        panel = Panel(gone_in)
        del panel
        made = many_values_of_another_thread()
        assert made
        assert gone_in == []
        owner = QObject()
        search_between_events(owner, every_ms=0)
        qtbot.waitUntil(lambda: bool(gone_in))
    assert gone_in == [threading.get_ident()]


def test_that_nothing_is_searched_within_an_event_and_python_goes_on_afterwards() -> None:
    was_on = gc.isenabled()
    gc.enable()
    try:
        with no_search_by_itself():
            gone = drop_thing()
            made = many_values()
            assert gone() is not None
        made += many_values()
        assert gone() is None
    finally:
        if not was_on:
            gc.disable()


def test_that_the_search_ends_with_its_owner(qtbot: QtBot) -> None:
    with no_search_by_itself():
        owner = QObject()
        search_between_events(owner, every_ms=0)
        owner.deleteLater()
        qtbot.wait(0)
        gone, made = drop_thing(), many_values()
        qtbot.wait(0)
        assert made
        assert gone() is not None


@pytest.mark.parametrize(("survived", "searches"), [(0, 1), (1, 10), (2, 100)])
def test_that_what_has_survived_is_searched_more_seldom(survived: int, searches: int) -> None:
    with no_search_by_itself():
        gc.collect()
        due = Searches(many_values=0)
        thing = Thing()
        for _ in range(survived):
            gc.collect(survived - 1)
        thing.itself, gone = thing, weakref.ref(thing)
        del thing
        taken = 0
        while gone() is not None:
            due.search_if_due()
            taken += 1
        assert taken == searches


def test_that_few_new_values_are_not_searched() -> None:
    with no_search_by_itself():
        gc.collect()
        gone = drop_thing()
        Searches(many_values=10_000).search_if_due()
        assert gone() is not None
        gc.collect()
