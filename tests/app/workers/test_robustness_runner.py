"""The count of plausible ranks that follows a document."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.workers import robustness_runner
from advisor.app.workers.robustness_runner import Certainty, RobustnessRunner, count_draws
from advisor.app.workers.worker import Overtaken, WorkState
from advisor.core.robustness import robustness
from advisor.core.sampling import DRAWS_AT_REST, DRAWS_WHILE_DRAGGING
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study

FOREVER = 3_600_000


@pytest.fixture
def document(qapp: object, write_pack: Callable[..., Path]) -> Document:
    pack = load_pack(write_pack())
    return Document(Assessor(pack), default_study(pack))


@pytest.fixture
def make(
    document: Document, qtbot: QtBot
) -> Iterator[Callable[..., tuple[RobustnessRunner, list[Certainty]]]]:
    made: list[RobustnessRunner] = []

    def one(**options: int) -> tuple[RobustnessRunner, list[Certainty]]:
        runner = RobustnessRunner(document, **options)
        made.append(runner)
        seen: list[Certainty] = []
        runner.changed.connect(seen.append)
        return runner, seen

    yield one
    for runner in made:
        runner.shutdown()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("robustness")]


def weigh(document: Document, quality: float) -> None:
    document.edit(replace(document.scenario, criterion_weights={"quality": quality}), "weigh")


def test_that_a_few_draws_come_first_and_all_of_them_at_rest(qtbot: QtBot, make, document: Document) -> None:
    runner, seen = make(rest_ms=0)
    qtbot.waitUntil(lambda: len(seen) == 2 and not runner.is_busy)
    assert [certainty.robustness.draws for certainty in seen] == [DRAWS_WHILE_DRAGGING, DRAWS_AT_REST]
    assert [certainty.is_final for certainty in seen] == [False, True]
    assert runner.current is seen[1]
    expected = robustness(document.assessment.evaluation)
    assert expected is not None
    assert seen[1].robustness.acceptability.tolist() == expected.acceptability.tolist()


def test_that_all_draws_wait_until_nothing_changes(qtbot: QtBot, make, document: Document) -> None:
    runner, seen = make(rest_ms=FOREVER)
    for quality in (1.0, 2.0, 3.0):
        with qtbot.waitSignal(runner.changed):
            weigh(document, quality)
    assert {certainty.robustness.draws for certainty in seen} == {DRAWS_WHILE_DRAGGING}
    assert runner.is_busy


def test_that_a_result_belongs_to_the_assessment_in_force(qtbot: QtBot, make, document: Document) -> None:
    runner, seen = make(rest_ms=FOREVER)
    for quality in range(1, 40):
        weigh(document, float(quality))
        assert runner.current is None  # what was counted before belongs to another ranking
    qtbot.waitUntil(lambda: bool(seen))
    assert [certainty.assessment for certainty in seen] == [document.assessment]
    assert runner.current is seen[0]
    document.undo_stack.undo()
    assert runner.current is None
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[1].assessment is document.assessment


def test_that_a_count_under_way_is_given_up_for_a_later_one(
    qtbot: QtBot, make, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    stopped: list[object] = []
    real = robustness_runner.robustness

    def slow(evaluation, draws, seed, spread, keep_going):  # type: ignore[no-untyped-def]
        if begun.is_set():
            return real(evaluation, draws, seed, spread, keep_going)
        begun.set()
        go_on.wait(10)
        result = real(evaluation, draws, seed, spread, keep_going)
        stopped.append(result)
        return result

    monkeypatch.setattr(robustness_runner, "robustness", slow)
    _runner, seen = make(rest_ms=FOREVER)
    qtbot.waitUntil(begun.is_set)
    weigh(document, 3.0)
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert stopped == [None]
    assert [certainty.assessment for certainty in seen] == [document.assessment]


def test_that_overtaken_work_ends_without_a_result(document: Document) -> None:
    state = WorkState(lambda _part: None)
    state.overtake()
    with pytest.raises(Overtaken):
        count_draws(document.assessment, 1_000, state)


def test_that_progress_is_told_and_only_slow_counts_are_called_slow(qtbot: QtBot, make) -> None:
    runner, _seen = make(rest_ms=FOREVER, slow_ms=FOREVER)
    slow: list[bool] = []
    parts: list[float] = []
    runner.slow_changed.connect(slow.append)
    runner.progressed.connect(parts.append)
    with qtbot.waitSignal(runner.changed):
        pass
    assert slow == []
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


def test_that_the_spread_of_the_scenario_counts_and_can_be_undone(
    qtbot: QtBot, make, document: Document
) -> None:
    runner, seen = make(rest_ms=FOREVER)
    with qtbot.waitSignal(runner.changed):
        document.edit(replace(document.scenario, weight_spread=1.0), "spread")
    assert seen[-1].robustness.spread == 1.0
    with qtbot.waitSignal(runner.changed):
        document.undo_stack.undo()
    assert seen[-1].robustness.spread == 0.3


def test_that_intervals_and_sentences_are_those_of_the_ranked(qtbot: QtBot, make) -> None:
    _runner, seen = make(rest_ms=FOREVER)
    qtbot.waitUntil(lambda: bool(seen))
    certainty = seen[0]
    assert set(certainty.intervals) == {"a", "b", "c"}
    assert certainty.intervals["c"] == (3, 3)
    assert certainty.sentence(0).startswith("Alpha is first in")


def test_that_nothing_is_counted_after_the_end(qtbot: QtBot, make, document: Document) -> None:
    runner, seen = make(rest_ms=0)
    runner.shutdown()
    seen.clear()
    weigh(document, 5.0)
    assert not runner.is_busy
    assert seen == []
