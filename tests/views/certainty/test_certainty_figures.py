"""Rank acceptability, the certainty layer and the diagnostics as plain data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from advisor.core.diagnostics import correlations
from advisor.core.evaluation import Status
from advisor.core.robustness import robustness
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.certainty.certainty_figures import rank_table
from advisor.views.certainty.diagnostics_figures import (
    AlikeCriteria,
    Diagnostics,
    Influence,
    RankSpan,
    diagnostics,
)
from advisor.views.map.certainty_layer import CERTAINTY
from advisor.views.map.map_figure import scale_positions
from advisor.views.map.map_layer import Shown
from advisor.views.map.map_layers import layer_of, layer_picture


@pytest.fixture(scope="module")
def assessment(default_pack):
    return Assessor(default_pack).assess(default_scenario(default_pack))


@pytest.fixture(scope="module")
def counted(assessment):
    return robustness(assessment.evaluation, draws=1_000)


@pytest.fixture
def small(write_pack):
    pack = load_pack(write_pack())
    return Assessor(pack).assess(default_scenario(pack))


def test_that_every_row_sums_to_one_and_agrees_with_its_chances(assessment, counted):
    table = rank_table(assessment, counted)
    assert len(table.rows) == 15
    assert table.columns == (*(str(rank) for rank in range(1, 16)), "16+")
    for row in table.rows:
        assert sum(row.shares) == pytest.approx(1.0)
        assert row.shares[0] == pytest.approx(row.p_first)
        assert sum(row.shares[:3]) == pytest.approx(row.p_top3)


def test_that_every_column_of_all_rows_sums_to_one(assessment, counted):
    everyone = rank_table(assessment, counted, rows=1_000, ranks=1_000)
    assert len(everyone.rows) == len(everyone.columns) == everyone.ranked
    assert np.array([row.shares for row in everyone.rows]).sum(axis=0) == pytest.approx(1.0)


def test_that_rows_stand_in_the_order_of_the_ranking(assessment, counted):
    table = rank_table(assessment, counted)
    expected = [assessment.locations[row].id for row in assessment.evaluation.order[:15]]
    assert [row.id for row in table.rows] == expected


def test_that_the_selected_location_is_added_below_unless_it_is_there_or_not_ranked(assessment, counted):
    order, status = assessment.evaluation.order, assessment.evaluation.status
    far = assessment.locations[int(order[40])].id
    excluded = assessment.locations[int(np.flatnonzero(status == Status.EXCLUDED)[0])].id
    assert [row.id for row in rank_table(assessment, counted, far).rows][15:] == [far]
    for also in ("", "nowhere", excluded, assessment.locations[int(order[3])].id):
        assert len(rank_table(assessment, counted, also).rows) == 15


def test_that_few_locations_have_no_column_for_the_rest(small):
    table = rank_table(small, robustness(small.evaluation, draws=100))
    assert table.columns == ("1", "2", "3")
    assert [row.interval for row in table.rows] == ["1", "2", "3"] or table.rows[2].interval == "3"


def test_that_cells_and_rows_are_told_in_words(small):
    table = rank_table(small, robustness(small.evaluation, draws=200, spread=0.0), ranks=2)
    assert table.cell_words(0, 0) == "Alpha is at rank 1 in 100 % of plausible weightings."
    assert table.cell_words(0, 2) == "Alpha is at rank 3 or below in 0 % of plausible weightings."
    assert table.row_words(1).startswith("Beta, rank 2: first in 0 % of plausible weightings")
    heading, *lines = table.text.splitlines()
    assert heading.split("\t")[:4] == ["Rank", "Location", "1", "2"]
    assert all(len(line.split("\t")) == len(heading.split("\t")) for line in lines)


def test_that_the_certainty_layer_colours_by_the_share_in_the_top_five(assessment, counted):
    picture = layer_picture(Shown(assessment, counted), layer_of(assessment.pack, CERTAINTY))
    positions = scale_positions(picture)
    for row in counted.rows:
        assert positions[row] == pytest.approx(np.sqrt(counted.p_top5[row]), abs=1e-4)
    assert picture.ticks == ("0 %", "25 %", "100 %")  # at 0, 1/2 and 1: the root of a quarter is a half
    best = assessment.locations[int(counted.rows[0])].id
    assert picture.cards[best].note.startswith("In the top 5 in ")
    unranked = next(i for i, s in enumerate(picture.statuses) if s != "ranked")
    assert picture.values[unranked] is None
    assert "top 5" not in picture.cards[picture.ids[unranked]].note


def test_that_the_certainty_layer_shows_nothing_before_anything_is_counted(assessment):
    picture = layer_picture(Shown(assessment), layer_of(assessment.pack, CERTAINTY))
    assert set(picture.values) == {None}
    assert "top 5" not in picture.cards["GBR"].note


def test_that_diagnostics_find_what_the_engine_finds(assessment):
    found = diagnostics(assessment)
    names = {criterion.id: criterion.name for criterion in assessment.evaluation.criteria}
    flat = assessment.evaluation.weights.flat
    weighed = {c.id for c, w in zip(assessment.evaluation.criteria, flat, strict=True) if w > 0}
    expected = [
        (names[p.first], names[p.second])
        for p in correlations(assessment.evaluation.valued)
        if {p.first, p.second} <= weighed
    ]
    assert [(pair.first, pair.second) for pair in found.pairs] == expected
    assert 0 < len(found.influences) <= 8
    weights = [one.weight for one in found.influences]
    assert weights == sorted(weights, reverse=True)
    for span in found.spans:
        assert span.best <= span.missing_best <= span.rank <= span.missing_worst <= span.worst
    assert found.ranked == int((assessment.evaluation.status == Status.RANKED).sum())


def test_that_criteria_without_weight_are_no_pair(default_pack):
    scenario = default_scenario(default_pack)
    without = replace(scenario, criterion_weights={"rule_of_law": 0.0})
    found = diagnostics(Assessor(default_pack).assess(without))
    assert all("Rule of law" not in (pair.first, pair.second) for pair in found.pairs)


def test_that_the_selected_location_joins_the_spans(assessment):
    far = assessment.locations[int(assessment.evaluation.order[40])].id
    assert [span.id for span in diagnostics(assessment, far).spans][-1] == far


def _found(**changes):
    nothing = Diagnostics(pairs=(), influences=(), spans=(), hanging=0, ranked=0, incomplete=0)
    return replace(nothing, **changes)


@pytest.mark.parametrize(
    ("changes", "sentence", "words"),
    [
        ({}, "pairs_sentence", "nothing counts twice"),
        ({"pairs": (AlikeCriteria("A", "B", 0.9, 0.1),)}, "pairs_sentence", "One pair of criteria says"),
        ({}, "influences_sentence", "What weighs most also decides most."),
        (
            {"influences": (Influence("A", "x", 0.3, 0.5), Influence("B", "x", 0.3, -0.1))},
            "influences_sentence",
            "“A” weighs 30 % but makes 50 % of the differences; “B” weighs 30 % and the ranking runs "
            "against it.",
        ),
        (
            {"influences": (Influence("A", "x", 0.3, 0.5), Influence("B", "x", 0.3, 0.1))},
            "influences_sentence",
            "“B” weighs 30 % and makes 10 %.",
        ),
        ({}, "spans_sentence", "No location is ranked."),
        ({"ranked": 4}, "spans_sentence", "No location could move by 5 ranks or more"),
        ({"ranked": 4, "hanging": 2, "incomplete": 1}, "spans_sentence", "2 of 4 locations could move"),
        ({"ranked": 4, "hanging": 2, "incomplete": 1}, "spans_sentence", "1 lacks figures"),
    ],
)
def test_that_diagnostics_are_told_in_plain_words(changes, sentence, words):
    assert words in getattr(_found(**changes), sentence)


def test_that_pairs_and_spans_are_told_in_sentences():
    assert AlikeCriteria("A", "B-C", -0.912, 0.1).words == (
        "“A” and “B-C” say nearly the opposite (r = −0.91) and weigh 10 % together."
    )
    firm = RankSpan("a", "A", 3, 3, 3, 3, 3, 0.2, 0.0)
    assert "at rank 3 all the same" in firm.words
    loose = RankSpan("a", "A", 3, 1, 9, 2, 4, 0.2, 0.002)
    assert "between rank 1 and rank 9" in loose.words
    assert "weight) alone could put it anywhere from rank 2 to rank 4" in loose.words
