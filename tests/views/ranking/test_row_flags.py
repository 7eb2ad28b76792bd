"""Flags where people look: in the rows of the ranking, read aloud, in the tip, and on the card of the map."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from advisor.places.flags import Severity
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.scenario import MustHaves, Scenario
from advisor.views.map.hover_cards import HoverCards
from advisor.views.map.map_layer import Shown
from advisor.views.map.map_layers import layers_of
from advisor.views.ranking.fixed_columns import NAME
from advisor.views.ranking.ranking_columns import ranking_columns
from advisor.views.ranking.ranking_rows import RankingRows

ALL = Scenario(home="DEU", function="software-development", must_haves=MustHaves(advisory=4))


@pytest.fixture(scope="module")
def assessment(default_pack) -> Assessment:
    return Assessor(default_pack).assess(ALL)


def row_of(assessment, location):
    rows = RankingRows(assessment, np.zeros(len(assessment.locations), dtype=np.intp), {})
    return rows, assessment.pack.location_ids.index(location)


def test_that_a_row_carries_its_flags_and_the_loudest(assessment):
    rows, russia = row_of(assessment, "RUS")
    assert rows.row(russia).flags[0] in {"Do not travel (US advisory, level 4)", "Economic EU sanctions"}
    assert rows.row(russia).loudest == Severity.ALARM
    rows, poland = row_of(assessment, "POL")
    assert (rows.row(poland).flags, rows.row(poland).loudest) == ((), None)


def test_that_flags_are_read_aloud_and_explained_in_the_tip(assessment):
    rows, russia = row_of(assessment, "RUS")
    name = next(column for column in ranking_columns(assessment.pack) if column.key == NAME)
    assert "Do not travel" in name.spoken(rows, russia)
    assert "Not covered: the United Kingdom" in name.about(rows, russia)


def test_that_the_card_of_the_map_says_it(assessment):
    layer = layers_of(assessment.pack)[0]
    shown = Shown(assessment)
    cards = HoverCards(shown, layer)
    assert "Do not travel (US advisory, level 4)" in cards["UKR"].flags
    assert cards["POL"].flags == ()


def test_that_home_left_out_is_a_warning(default_pack):
    must = replace(ALL.must_haves, engagement=frozenset({"offshore"}))
    assessment = Assessor(default_pack).assess(replace(ALL, must_haves=must))
    rows, germany = row_of(assessment, "DEU")
    assert rows.row(germany).loudest == Severity.WARNING
