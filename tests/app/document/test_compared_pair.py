"""Two locations beside each other: which, and that whoever shows them hears of each change once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.app.document.compared_pair import ComparedPair
from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study


@pytest.fixture
def document(qapp, write_pack):
    return Document(Assessor(load_pack(write_pack())), Study.of(Scenario(name="First")))


@pytest.fixture
def selection():
    return Selection()


@pytest.fixture
def pair(document, selection):
    made = ComparedPair(document, selection)
    made.heard = []
    made.changed.connect(lambda: made.heard.append((made.first, made.second)))
    return made


def test_that_the_selected_location_stands_beside_the_leader_and_the_leader_beside_the_next(pair, selection):
    first, second, third = (
        pair._document.pack.location_ids[int(row)] for row in pair._document.assessment.evaluation.order
    )
    selection.select(third)
    selection.select(first)
    assert pair.heard == [(third, first), (first, second)]


def test_that_a_study_that_is_opened_is_told_once_and_its_place_once(pair, document, selection):
    selection.select("c")
    pair.choose("b")
    pair.heard.clear()
    other = Scenario(name="Other", criterion_weights={"quality": 0.0})
    document.replaced.connect(lambda: selection.select("a"))  # as the window does
    document.new(Study.of(other))
    best = document.pack.location_ids[int(document.assessment.evaluation.order[0])]
    assert best != "a"
    assert pair.heard == [("a", best)], "and what was chosen before is forgotten"
    document.edit(replace(other, criterion_weights={"price": 0.0}), "weigh")
    assert len(pair.heard) == 2


def test_that_a_choice_of_what_is_compared_already_is_answered(pair, selection):
    selection.select("a")
    pair.heard.clear()
    pair.choose("a")
    assert [first for first, _second in pair.heard] == ["a"], "whoever has chosen shows what holds instead"
