"""The undo history is bounded by what its steps hold, whatever they are steps of."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pytest

from advisor.app.document.document import Document
from advisor.app.document.held_bytes import own_bytes
from advisor.app.document.history import MOST_BYTES, History
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.own_data import OwnData, OwnFigure
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study

FIGURES = 1_000


@pytest.fixture
def make(qapp, write_pack):
    assessor = Assessor(load_pack(write_pack()))

    def make(most_bytes: int = MOST_BYTES, own: OwnData | None = None) -> Document:
        study = replace(Study.of(Scenario(name="First")), own=own or OwnData())
        document = Document(assessor, study)
        document.undo_stack = History(document, most_bytes)
        return document

    return make


def count(document: Document, people: int) -> None:
    document.edit(replace(document.scenario, headcount=people), f"count {people}")


def many_figures() -> OwnData:
    return OwnData(tuple(OwnFigure("a", "price", float(n), f"note {n}") for n in range(FIGURES)))


def test_that_small_steps_go_back_much_further_than_five_hundred(make):
    document = make()
    for people in range(1, 1_501):
        count(document, 1 + people)
    assert document.undo_stack.count() == 1_500
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.scenario.headcount == 50


def test_that_the_oldest_steps_fall_off_and_the_others_stay_as_they_were(make):
    document = make(100_000)
    said = []
    document.undo_stack.indexChanged.connect(said.append)
    for people in range(1, 301):
        count(document, 100 + people)
    stack = document.undo_stack
    assert 0 < stack.bytes_held <= 100_000
    assert 10 < stack.count() < 300
    assert stack.index() == stack.count()
    assert stack.undoText() == "count 400"
    assert document.scenario.headcount == 400
    oldest = 400 - stack.count()
    while stack.canUndo():
        stack.undo()
    assert document.scenario.headcount == oldest
    while stack.canRedo():
        stack.redo()
    assert document.scenario.headcount == 400
    assert stack.redoText() == ""


def test_that_the_latest_step_stays_however_large_it_is(make):
    document = make(1, many_figures())
    count(document, 2)
    document.edit_study(replace(document.study, own=OwnData()), "forget the figures")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert len(document.study.own.figures) == FIGURES


def test_that_nothing_is_done_twice_when_steps_fall_off(make):
    document = make(20_000)
    ranked = []
    document.assessment_changed.connect(ranked.append)
    for people in range(1, 101):
        count(document, 100 + people)
    assert [assessment.scenario.headcount for assessment in ranked] == list(range(101, 201))


def test_that_a_saved_state_is_known_while_it_is_in_the_history_and_never_after(make):
    document = make(20_000)
    count(document, 101)
    document.undo_stack.setClean()
    told = []
    document.undo_stack.cleanChanged.connect(told.append)
    for people in range(2, 5):
        count(document, 100 + people)
    kept = document.undo_stack.count()
    people = 5
    while document.undo_stack.count() >= kept:  # until the first ones fall off
        kept = document.undo_stack.count()
        count(document, 100 + people)
        people += 1
    stack = document.undo_stack
    while stack.canUndo():
        stack.undo()
    assert document.scenario.headcount > 101
    assert not stack.isClean()
    assert told == [False]


def test_that_a_saved_state_stays_saved_when_older_steps_fall_off(make):
    document = make(40_000)
    people = 101
    while document.undo_stack.bytes_held < 30_000:
        count(document, people)
        people += 1
    document.undo_stack.setClean()
    saved, before = document.scenario.headcount, document.undo_stack.count()
    while document.undo_stack.count() >= before:
        before = document.undo_stack.count()
        count(document, people)
        people += 1
    while not document.undo_stack.isClean():
        document.undo_stack.undo()
    assert document.scenario.headcount == saved


def test_that_a_gesture_goes_on_after_steps_fell_off(make):
    document = make(20_000)
    for people in range(2, 60):
        count(document, people)
    document.begin_gesture()
    for people in range(100, 400):
        count(document, people)
    document.end_gesture()
    stack = document.undo_stack
    assert stack.bytes_held <= 20_000
    stack.undo()
    assert document.scenario.headcount == 59


def test_that_a_step_beside_thousands_of_figures_holds_what_it_changed(make):
    own = many_figures()
    whole = own_bytes(own)
    document = make(own=own)
    count(document, 7)
    assert document.undo_stack.bytes_held < 5_000 < whole
    figures = (*own.figures[:5], replace(own.figures[5], value=-1.0), *own.figures[6:])
    document.edit_study(replace(document.study, own=replace(own, figures=figures)), "own figure")
    # A list of a thousand is written anew; what stands in it is shared.
    assert 8 * FIGURES < document.undo_stack.bytes_held < 8 * FIGURES + 8_000


@pytest.mark.parametrize("figures", [0, FIGURES])
def test_that_the_estimate_is_what_python_takes(make, figures):
    document = make(own=many_figures() if figures else None)
    studies = []
    for people in range(2, 4):
        count(document, people)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        at = document.study
        for number in range(200):
            scenario = replace(at.scenario, headcount=100 + number)
            changed = list(at.own.figures)
            if changed:
                changed[number] = replace(changed[number], value=-1.0)
            at = replace(at.with_active(scenario), own=replace(at.own, figures=tuple(changed)))
            studies.append(at)
        del changed, scenario
        taken = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    pairs = zip([document.study, *studies[:-1]], studies, strict=True)
    estimate = sum(own_bytes(after, earlier) for earlier, after in pairs)
    assert 0.6 * taken < estimate < 1.5 * taken
