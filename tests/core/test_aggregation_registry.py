"""An aggregation method is one new file: whatever lists methods finds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from advisor.core.aggregation import Aggregation, methods, registry
from advisor.core.aggregation.registry import aggregation_methods, headline_methods, opinion_methods
from advisor.core.second_opinions import second_opinions

MAXIMIN = """
from typing import ClassVar

import numpy as np

from advisor.core.aggregation.methods.additive import Additive


class Maximin(Additive):
    id: ClassVar[str] = "maximin"
    place: ClassVar[int] = 25

    def scores(self, themes, weights, floor):
        return themes.min(axis=1)


METHOD = Maximin()
"""


def _forget() -> None:
    for listed in (aggregation_methods, headline_methods, opinion_methods):
        listed.cache_clear()


@pytest.fixture
def with_maximin(tmp_path, monkeypatch) -> Iterator[None]:
    (tmp_path / "maximin.py").write_text(MAXIMIN)
    monkeypatch.setattr(methods, "__path__", [*methods.__path__, str(tmp_path)])
    _forget()
    yield
    _forget()


def test_that_the_methods_stand_in_the_order_of_their_places():
    assert list(aggregation_methods()) == ["additive", "geometric", "equal-weights", "topsis", "promethee"]
    assert list(headline_methods()) == ["additive", "geometric"]
    assert list(opinion_methods()) == ["equal-weights", "topsis", "promethee"]


def test_that_no_method_that_needs_the_set_can_be_the_headline():
    assert not any(method.needs_set for method in headline_methods().values())


@pytest.mark.parametrize("method", aggregation_methods().values(), ids=lambda method: method.id)
def test_that_every_method_says_what_it_is(method):
    assert all((method.name, method.short_name, method.meaning, method.scale))
    assert len(method.short_name) <= len(method.name)


@pytest.mark.usefixtures("with_maximin")
def test_that_a_method_in_one_new_file_ranks_and_gives_second_opinions(ranking, criteria):
    assert list(registry.headline_methods()) == ["additive", "geometric", "maximin"]
    table, two = [[0.9, 0.2], [0.4, 0.5]], criteria(2, themes=["x", "y"])
    evaluation = ranking(table, two, aggregation=Aggregation("maximin"))
    assert evaluation.scores.tolist() == pytest.approx([20.0, 40.0])
    opinion = next(o for o in second_opinions(ranking(table, two)) if o.method == "maximin")
    assert opinion.ranks.tolist() == [2, 1]


def test_that_an_unknown_method_is_refused_with_those_that_there_are():
    with pytest.raises(ValueError, match="There is no aggregation 'topsis': use additive or geometric"):
        Aggregation("topsis")
