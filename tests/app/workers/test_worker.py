"""The latest-wins worker: what arrives, in which thread, and what does not."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from advisor.app.workers.worker import Overtaken, Worker, WorkState


def names_of_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("trial")]


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker("trial", slow_ms=0)
    yield made
    made.shutdown()
    assert names_of_threads() == []


@pytest.fixture
def results(worker: Worker) -> list[object]:
    collected: list[object] = []
    worker.done.connect(collected.append)
    return collected


def let_a_result_come(worker: Worker) -> None:
    """Have work done, and Qt do all that it does at once when it hears of that."""
    has_ended = threading.Event()
    worker.start(lambda _state: "result")
    worker._threads.submit(has_ended.set)
    assert has_ended.wait(10)
    QCoreApplication.sendPostedEvents()


def test_that_a_result_arrives_on_the_main_thread(qtbot: QtBot, worker: Worker) -> None:
    threads: list[str] = []
    worker.done.connect(lambda _result: threads.append(threading.current_thread().name))
    with qtbot.waitSignal(worker.done) as arrived:
        worker.start(lambda _state: threading.current_thread().name)
    assert str(arrived.args[0]).startswith("trial")
    assert threads == [threading.main_thread().name]
    assert not worker.is_busy


def test_that_a_result_is_handed_over_in_a_turn_after_the_one_in_which_it_comes(
    qtbot: QtBot, worker: Worker, results: list[object]
) -> None:
    let_a_result_come(worker)
    assert (results, worker.is_busy) == ([], True)
    qtbot.waitUntil(lambda: results == ["result"])


def test_that_a_result_that_has_come_is_handed_to_nobody_who_wants_none_any_more(
    qtbot: QtBot, worker: Worker, results: list[object]
) -> None:
    let_a_result_come(worker)
    worker.cancel()
    with qtbot.waitSignal(worker.done):
        worker.start(lambda _state: "newer")
    assert results == ["newer"]


def test_that_only_the_latest_result_arrives(qtbot: QtBot, worker: Worker, results: list[object]) -> None:
    begun, go_on = threading.Event(), threading.Event()
    overtaken: list[bool] = []

    def first(state: WorkState) -> str:
        begun.set()
        go_on.wait(10)
        overtaken.append(state.is_overtaken)
        return "first"

    worker.start(first)
    assert begun.wait(10)
    worker.start(lambda _state: "second")
    worker.start(lambda _state: "third")
    with qtbot.waitSignal(worker.done):
        go_on.set()
    assert results == ["third"]
    assert overtaken == [True]


def test_that_a_result_on_its_way_is_dropped_by_a_new_request(
    qtbot: QtBot, worker: Worker, results: list[object]
) -> None:
    ended = threading.Event()

    def first(_state: WorkState) -> str:
        ended.set()
        return "first"

    worker.start(first)
    assert ended.wait(10)  # no event has been processed yet
    with qtbot.waitSignal(worker.done):
        worker.start(lambda _state: "second")
    assert results == ["second"]


def test_that_an_error_arrives_as_it_was_raised(qtbot: QtBot, worker: Worker, results: list[object]) -> None:
    def broken(_state: WorkState) -> None:
        raise ValueError("no such rate")

    with qtbot.waitSignal(worker.failed) as arrived:
        worker.start(broken)
    assert isinstance(arrived.args[0], ValueError)
    assert str(arrived.args[0]) == "no such rate"
    assert results == []
    with qtbot.waitSignal(worker.done):
        worker.start(lambda _state: "fine again")


def test_that_progress_arrives_and_ends_overtaken_work(
    qtbot: QtBot, worker: Worker, results: list[object]
) -> None:
    steps: list[float] = []
    worker.progressed.connect(steps.append)
    begun, go_on, went_on = threading.Event(), threading.Event(), threading.Event()

    def half(state: WorkState) -> str:
        state.progress(0.5)
        begun.set()
        go_on.wait(10)
        state.progress(0.75)
        went_on.set()
        return "half"

    worker.start(half)
    assert begun.wait(10)
    qtbot.waitUntil(lambda: steps == [0.5])
    worker.cancel()
    go_on.set()
    with qtbot.waitSignal(worker.done):
        worker.start(lambda _state: "whole")
    assert results == ["whole"]
    assert steps == [0.5]
    assert not went_on.is_set()


def test_that_work_is_called_slow_only_while_it_lasts(qtbot: QtBot, worker: Worker) -> None:
    slow: list[bool] = []
    worker.slow_changed.connect(slow.append)
    go_on = threading.Event()
    with qtbot.waitSignal(worker.slow_changed):
        worker.start(lambda _state: go_on.wait(10))
    assert slow == [True]
    with qtbot.waitSignal(worker.done):
        go_on.set()
    assert slow == [True, False]


def test_that_quick_work_is_never_called_slow(qtbot: QtBot) -> None:
    worker = Worker("trial", slow_ms=600_000)
    slow: list[bool] = []
    worker.slow_changed.connect(slow.append)
    with qtbot.waitSignal(worker.done):
        worker.start(lambda _state: 1)
    worker.shutdown()
    assert slow == []


def test_that_shutdown_waits_for_the_thread_and_delivers_nothing(
    qtbot: QtBot, worker: Worker, results: list[object]
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def until_overtaken(state: WorkState) -> str:
        begun.set()
        while not state.is_overtaken:
            pass
        ended.set()
        return "late"

    worker.start(until_overtaken)
    assert begun.wait(10)
    worker.shutdown()
    assert ended.is_set()
    assert names_of_threads() == []
    QCoreApplication.processEvents()
    assert results == []


def test_that_a_worker_that_is_deleted_leaves_no_thread(qtbot: QtBot) -> None:
    parent = QObject()
    worker = Worker("trial", parent)
    with qtbot.waitSignal(worker.done):
        worker.start(lambda _state: 1)
    assert len(names_of_threads()) == 1
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: names_of_threads() == [])


def test_that_nobody_waits_for_the_work_of_a_worker_that_is_deleted(qtbot: QtBot) -> None:
    parent = QObject()
    worker = Worker("trial", parent)
    begun, go_on = threading.Event(), threading.Event()
    ended: list[str] = []

    def work(state: WorkState) -> None:
        begun.set()
        go_on.wait(20)
        try:
            state.progress(0.5)
        except Overtaken:
            ended.append("overtaken")
            raise

    worker.start(work)
    assert begun.wait(10)
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(worker)
    assert ended == []  # it is still at work
    go_on.set()
    qtbot.waitUntil(lambda: names_of_threads() == [])
    assert ended == ["overtaken"]


def test_that_no_thread_exists_before_there_is_work(qtbot: QtBot, worker: Worker) -> None:
    assert names_of_threads() == []
    worker.shutdown()
