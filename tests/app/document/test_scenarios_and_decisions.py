"""A long random sequence of edits over scenarios, decisions and must-haves, undone to the first state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent

from advisor.app.document.compared_scenarios import ComparedScenarios
from advisor.app.document.document import Document
from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.edits import decision_edits, scenario_edits
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.ranking.relaxing import first_to_lift, least_change
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import SCENARIO_COLOURS
from advisor.scenario.study.study import Study
from advisor.views.log.decision_texts import logged_decisions
from advisor.views.scenarios.assumption_texts import differences
from tests.examples import tried_with

Edit = Callable[[Document, int], Study | None]
DAY = date(2026, 11, 28)


def _some(study: Study, number: int) -> str:
    return study.scenarios[number % len(study.scenarios)].name


def _limit(document: Document, number: int) -> Study:
    criterion = document.pack.criteria[number % len(document.pack.criteria)]
    must = document.scenario.must_haves
    bounds = must.with_limit(criterion.id, ">=" if number % 2 else "<=", float(number % 101))
    return document.study.with_active(replace(document.scenario, must_haves=replace(must, bounds=bounds)))


def _relax(document: Document, number: int) -> Study | None:
    found = (first_to_lift if number % 2 else least_change)(document.assessment)
    if found is None:
        return None
    return document.study.with_active(replace(document.scenario, must_haves=found.must_haves))


def _weigh(document: Document, number: int) -> Study:
    criterion = document.pack.criteria[number % len(document.pack.criteria)].id
    weights = {**document.scenario.criterion_weights, criterion: float(number % 13)}
    return document.study.with_active(replace(document.scenario, criterion_weights=weights))


def _decide(document: Document, number: int) -> Study:
    ids = document.pack.location_ids
    chosen = ids[number % len(ids)] if number % 3 else ""
    rejected = tuple(ids[: number % 3])
    day = DAY + timedelta(days=number % 40 - 20)
    return decision_edits.with_decision(
        document.study, day, note=str(number), chosen=chosen, rejected=rejected
    )


def _restore(document: Document, number: int) -> Study | None:
    count = len(document.study.decisions)
    if not count:
        return None
    return decision_edits.with_restored(document.study, number % count, in_place=bool(number % 2))


EDITS: tuple[Edit, ...] = (
    lambda d, _n: scenario_edits.with_copy(d.study),
    lambda d, n: scenario_edits.with_copy(d.study, f"Scenario {n % 7}"),
    lambda d, n: scenario_edits.with_active(d.study, _some(d.study, n)),
    lambda d, n: scenario_edits.with_name(d.study, _some(d.study, n), f"Scenario {n % 9}"),
    lambda d, n: scenario_edits.with_place(d.study, _some(d.study, n), n % 5),
    lambda d, n: scenario_edits.with_colour(d.study, _some(d.study, n), SCENARIO_COLOURS[n % 7]),
    lambda d, n: scenario_edits.without(d.study, _some(d.study, n)),
    lambda d, n: (
        decision_edits.without_decision(d.study, n % len(d.study.decisions)) if d.study.decisions else None
    ),
    _limit,
    _relax,
    _weigh,
    _decide,
    _restore,
)


@pytest.fixture(scope="module")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> DataPack:
    folder: Path = tmp_path_factory.mktemp("pack")
    (folder / "criteria.csv").write_text("id,direction,lower,upper\nquality,up,0,100\nprice,down,0,100\n")
    (folder / "locations.csv").write_text("id,name\na,Alpha\nb,Beta\nc,Gamma\nd,Delta\n")
    rows = ["a,quality,80", "a,price,40", "b,quality,50", "b,price,20", "c,quality,20", "c,price,90"]
    rows += ["d,quality,60", "d,price,60"]
    (folder / "values.csv").write_text("location_id,criterion_id,value\n" + "\n".join(rows) + "\n")
    return load_pack(folder)


@pytest.fixture
def opened(qapp: QCoreApplication, small_pack: DataPack) -> Iterator[tuple[Document, ComparedScenarios]]:
    """One document for all sequences, taken down before the application."""
    document = Document(Assessor(small_pack), default_study(small_pack))
    yield document, ComparedScenarios(document, document)
    document.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@given(
    steps=st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 400)), min_size=40, max_size=160)
)
@settings(tried_with(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_any_sequence_of_edits_is_undone_to_the_first_state_and_done_again(
    opened: tuple[Document, ComparedScenarios], small_pack: DataPack, steps: list[tuple[int, int]]
) -> None:
    document, compared = opened
    document.new(default_study(small_pack))
    first = document.study
    states = [first]
    for kind, number in steps:
        try:
            after = EDITS[kind](document, number)
            if after is not None:
                document.edit_study(after, "step")
        except ScenarioError:  # a name that is taken, the last scenario, weights of nothing
            assert document.study == states[-1]
            continue
        if document.study != states[-1]:
            states.append(document.study)
        assert document.assessment.scenario == document.study.scenario
        assert compared.other != document.study.active
        if (pair := compared.pair) is not None:
            assert pair.b is document.assessment
            differences(small_pack, pair.a.scenario, pair.b.scenario)
        assert len(logged_decisions(small_pack, document.study)) == len(document.study.decisions)
    assert study_from_text(study_text(document.study), "x") == document.study
    assert document.undo_stack.count() == len(states) - 1
    for state in reversed(states[:-1]):
        document.undo_stack.undo()
        assert document.study == state
    assert document.study == first
    assert study_text(document.study) == study_text(first)
    for state in states[1:]:
        document.undo_stack.redo()
        assert document.study == state


def test_that_a_relaxed_limit_is_what_was_proposed(opened: tuple[Document, ComparedScenarios]) -> None:
    document, _ = opened
    must = replace(document.scenario.must_haves, bounds=(Bound("quality", ">=", 95.0),))
    document.edit(replace(document.scenario, must_haves=must), "limit")
    after = _relax(document, 0)
    assert after is not None
    assert after.scenario.must_haves.bounds == (Bound("quality", ">=", 80.0),)
