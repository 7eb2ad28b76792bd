"""Changes wait for figures that nobody has reckoned yet; what is known is changed at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event, current_thread, main_thread

import pytest

from advisor.app.document.document import Document
from advisor.app.workers.change_reckoner import ChangeReckoner
from advisor.scenario.edits.scenario_edits import with_copy
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.problems import ScenarioError


@pytest.fixture
def document(qapp, few_places_pack) -> Document:
    """Over an assessor that remembers nothing but where it begins."""
    return Document(Assessor(few_places_pack), default_study(few_places_pack))


@pytest.fixture
def changes(document) -> Iterator[ChangeReckoner]:
    made = ChangeReckoner(document)
    yield made
    made.shutdown()


def home(of):
    return lambda scenario: replace(scenario, home=of)


def wait(qtbot, changes):
    qtbot.waitUntil(lambda: not changes.is_busy, timeout=20_000)


def held(monkeypatch, document):
    """Reckoning waits for the event that this returns, and says which thread it was in."""
    may_go, threads, real = Event(), [], document.assess

    def assess(study):
        threads.append(current_thread())
        if current_thread() is not main_thread():
            may_go.wait(20)
        return real(study)

    monkeypatch.setattr(document, "assess", assess)
    return may_go, threads


def test_that_another_home_is_reckoned_beside_and_then_one_step(qtbot, monkeypatch, document, changes):
    may_go, threads = held(monkeypatch, document)
    before = document.scenario.home
    changes.change(home("POL"), "go to Poland")
    assert changes.is_busy
    assert (document.scenario.home, document.undo_stack.count()) == (before, 0)
    may_go.set()
    wait(qtbot, changes)
    assert (document.scenario.home, document.undo_stack.count()) == ("POL", 1)
    assert document.undo_stack.undoText() == "go to Poland"
    assert [thread is main_thread() for thread in threads] == [False, True]
    assert document.knows(document.study)


def test_that_a_change_without_other_figures_does_not_wait(document, changes):
    changes.change(lambda scenario: replace(scenario, theme_weights={"cost": 100.0}), "only cost")
    assert not changes.is_busy
    assert document.scenario.theme_weights == {"cost": 100.0}


def test_that_changes_are_made_in_their_order_and_all_of_them(qtbot, document, changes):
    changes.change(home("POL"), "first")
    changes.change(lambda scenario: replace(scenario, headcount=77), "second")
    changes.change(lambda scenario: replace(scenario, theme_weights={"cost": 100.0}), "third")
    wait(qtbot, changes)
    stack = document.undo_stack
    assert [stack.text(at) for at in range(stack.count())] == ["first", "second", "third"]
    scenario = document.scenario
    assert (scenario.home, scenario.headcount, scenario.theme_weights) == ("POL", 77, {"cost": 100.0})


def test_that_what_waits_is_made_where_it_was_asked_for(qtbot, monkeypatch, document, changes):
    may_go, _threads = held(monkeypatch, document)
    first, before = document.scenario.name, document.scenario.home
    changes.change(home("POL"), "go to Poland")
    document.edit_study(with_copy(document.study, "Other"), "copy")  # which is active now
    may_go.set()
    wait(qtbot, changes)
    assert document.study.active == "Other"
    assert document.study.named(first).home == "POL"
    assert document.scenario.home == before


def test_that_who_needs_it_made_need_not_wait_for_the_event_loop(document, changes):
    changes.change(home("POL"), "first")
    changes.change(home("ESP"), "second")
    changes.settle()
    assert not changes.is_busy
    assert (document.scenario.home, document.undo_stack.count()) == ("ESP", 2)


def test_that_steps_are_taken_back_and_done_again_beside_as_well(qtbot, few_places_pack, document, changes):
    before = document.study
    places = few_places_pack.location_ids
    for at, place in enumerate(places):
        document.edit(replace(document.scenario, home=place, headcount=50 + at), place)
    after = document.study
    for _place in places:
        changes.undo()
        wait(qtbot, changes)
    assert document.study == before
    for _place in places:
        changes.redo()
        wait(qtbot, changes)
    assert document.study == after
    changes.redo()  # there is nothing
    assert document.study == after


def test_that_a_change_that_does_not_fit_is_refused_at_once(document, changes):
    before = document.study
    with pytest.raises(ScenarioError, match="XXX"):
        changes.change(home("XXX"), "nowhere")
    assert (document.study, changes.is_busy) == (before, False)


def test_that_a_change_that_fits_no_more_when_its_turn_comes_is_told(qtbot, document, changes):
    def only_from_the_first(scenario):
        if scenario.home == "POL":
            raise ScenarioError("Poland is there already")
        return home("ESP")(scenario)

    changes.change(home("POL"), "first")
    with qtbot.waitSignal(changes.refused, timeout=20_000) as told:
        changes.change(only_from_the_first, "second")
    assert told.args == ["Poland is there already"]
    assert (document.scenario.home, document.undo_stack.count()) == ("POL", 1)


def test_that_what_waits_can_be_forgotten_and_goes_with_the_study(qtbot, monkeypatch, document, changes):
    may_go, _threads = held(monkeypatch, document)
    before = document.study
    for forget in (changes.forget, lambda: document.new(before)):
        changes.change(home("POL"), "go to Poland")
        with qtbot.waitSignal(changes.settled):
            forget()
        assert not changes.is_busy
    may_go.set()
    changes.change(home("ESP"), "go to Spain")
    wait(qtbot, changes)
    assert (document.scenario.home, document.undo_stack.count()) == ("ESP", 1)


def test_that_slow_reckoning_is_told(qtbot, monkeypatch, document):
    changes = ChangeReckoner(document, slow_ms=0)
    may_go, _threads = held(monkeypatch, document)
    with qtbot.waitSignal(changes.slow_changed, check_params_cb=bool):
        changes.change(home("POL"), "go to Poland")
    with qtbot.waitSignal(changes.slow_changed, timeout=20_000, check_params_cb=lambda slow: not slow):
        may_go.set()
    wait(qtbot, changes)
    changes.shutdown()
