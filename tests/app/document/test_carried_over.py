"""A document that goes on in another language: study, history and file are the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.app.document.document import Document
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.words.locale import set_locale
from advisor.words.translation import t, tn


@pytest.fixture
def document(qapp: object, few_places_pack: DataPack) -> Document:
    made = Document(Assessor(few_places_pack), default_study(few_places_pack))
    poland = few_places_pack.location("POL").name
    made.edit(replace(made.scenario, home="POL"), t("change home to {name:the}", name=poland))
    years = tn("change the horizon to {count} year", "change the horizon to {count} years", 3)
    made.edit(replace(made.scenario, years=3), years)
    return made


@pytest.fixture(scope="module")
def spanish_assessor(few_places: Path) -> Assessor:
    """Spanish only while it is loaded: what is carried over is English."""
    set_locale("es")
    pack = load_pack(few_places)
    set_locale("en")
    return Assessor(pack)


@pytest.fixture
def spanish(spanish_assessor: Assessor) -> Iterator[Assessor]:
    set_locale("es")
    yield spanish_assessor
    set_locale("en")


def test_that_the_steps_are_said_in_the_other_language(document: Document, spanish: Assessor) -> None:
    other = document.carried_over(spanish)
    texts = [other.undo_stack.text(at) for at in range(other.undo_stack.count())]
    assert texts == ["cambiar el origen a Polonia", "cambiar el horizonte a 3 años"]


def test_that_everything_can_still_be_undone_and_redone(document: Document, spanish: Assessor) -> None:
    document.undo_stack.undo()
    other = document.carried_over(spanish)
    assert (other.study, other.undo_stack.index()) == (document.study, 1)
    other.undo_stack.redo()
    assert other.scenario.years == 3
    other.undo_stack.undo()
    other.undo_stack.undo()
    assert other.study == default_study(spanish.pack)
    assert other.assessment.scenario.home != "POL"


def test_that_a_saved_study_stays_saved_and_a_changed_one_changed(
    document: Document, spanish: Assessor, tmp_path: Path
) -> None:
    assert not document.carried_over(spanish).undo_stack.isClean()
    document.save(tmp_path / "my.advisor")
    saved = document.carried_over(spanish)
    assert (saved.undo_stack.isClean(), saved.path) == (True, tmp_path / "my.advisor")
    document.undo_stack.undo()
    changed = document.carried_over(spanish)
    assert not changed.undo_stack.isClean()
    changed.undo_stack.redo()
    assert changed.undo_stack.isClean()


def test_that_the_ranking_is_the_same(document: Document, spanish: Assessor) -> None:
    other = document.carried_over(spanish)
    assert list(other.assessment.evaluation.order) == list(document.assessment.evaluation.order)
