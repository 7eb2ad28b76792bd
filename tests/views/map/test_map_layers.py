"""From an assessment to a picture of the map."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from advisor.core.evaluation import Status
from advisor.core.screening import Bound
from advisor.core.strengths import strengths, weaknesses
from advisor.core.value_functions import Direction, LinearValue, LogValue, PiecewiseValue
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.map.criterion_layers import criterion_layer, value_ticks
from advisor.views.map.map_caption import map_caption
from advisor.views.map.map_figure import MapPicture, scale_positions
from advisor.views.map.map_layer import Shown
from advisor.views.map.map_layers import layer_of, layers_of
from advisor.views.map.map_layers import layer_picture as picture_of
from advisor.views.map.map_looks import hub_points
from advisor.views.map.score_layers import COVERAGE, SCORE, theme_layer
from advisor.views.why.criteria_rows import lift_sentence


def layer_picture(assessment: Assessment, layer: str) -> MapPicture:
    return picture_of(Shown(assessment), layer_of(assessment.pack, layer))


@pytest.fixture(scope="module")
def assessment(default_pack):
    scenario = default_scenario(default_pack)
    must = replace(scenario.must_haves, bounds=(Bound("overlap", ">=", 4.0),))
    return Assessor(default_pack).assess(replace(scenario, must_haves=must))


def test_that_there_is_a_layer_for_the_score_every_theme_and_every_criterion(default_pack):
    layers = layers_of(default_pack)
    themes = {criterion.theme for criterion in default_pack.criteria}
    assert layers[0].id == SCORE
    assert len(layers) == 4 + len(themes) + len(default_pack.criteria)  # certainty, coverage, rank change
    assert len({layer.id for layer in layers}) == len(layers)
    assert {layer.theme for layer in layers if layer.opens_theme} == themes
    assert [layer.short for layer in layers if layer.short] == ["Score", "Cost", "Overlap", "Certainty"]
    assert all(layer.title and layer.help.endswith(".") for layer in layers if not layer.theme)


def test_that_every_layer_can_be_drawn(default_pack, assessment):
    for layer in layers_of(default_pack):
        picture = layer_picture(assessment, layer.id)
        assert picture.ids == default_pack.location_ids
        assert len(picture.ticks) >= 2
        assert len(scale_positions(picture)) == len(picture.ids)


def test_that_the_score_layer_shows_scores_and_what_became_of_each_location(assessment):
    picture = layer_picture(assessment, SCORE)
    evaluation = assessment.evaluation
    names = {Status.RANKED: "ranked", Status.EXCLUDED: "excluded", Status.INSUFFICIENT: "insufficient"}
    assert picture.values == tuple(evaluation.scores.tolist())
    assert picture.statuses == tuple(names[Status(code)] for code in evaluation.status)
    assert picture.home == "GBR"
    assert picture.low % 10 == picture.high % 10 == 0
    assert picture.ticks == tuple(
        f"{x:.0f}" for x in np.linspace(picture.low, picture.high, len(picture.ticks))
    )


def test_that_the_score_scale_covers_nearly_all_and_is_never_narrow(assessment):
    picture = layer_picture(assessment, SCORE)
    ranked = assessment.evaluation.scores[assessment.evaluation.status == Status.RANKED]
    assert np.mean((ranked >= picture.low) & (ranked <= picture.high)) >= 0.9
    assert picture.high - picture.low >= 30


def test_that_a_criterion_layer_follows_the_value_function_and_keeps_gaps(assessment):
    pack, evaluation = assessment.pack, assessment.evaluation
    j = [criterion.id for criterion in pack.criteria].index("science_graduates")
    picture = layer_picture(assessment, criterion_layer("science_graduates"))
    known = evaluation.valued.known[:, j]
    assert not known.all()
    for row, value in enumerate(picture.values):
        if known[row]:
            assert value == pytest.approx(evaluation.valued.values[row, j])
        else:
            assert value is None
    thin = evaluation.status == Status.INSUFFICIENT
    for row in np.flatnonzero(thin):  # type: ignore[assignment]
        assert picture.statuses[row] == ("ranked" if known[row] else "unknown")


def test_that_ticks_name_raw_figures_from_worst_to_best():
    assert value_ticks(LinearValue(0, 8, Direction.UP), "hours") == ("0", "2", "4", "6", "8")
    assert value_ticks(LinearValue(0, 15000, Direction.DOWN), "km")[::4] == ("15 k", "0")
    assert value_ticks(LogValue(1, 10_000, Direction.UP), "") == ("1", "10", "100", "1.0 k", "10 k")
    assert value_ticks(PiecewiseValue(((0, 0.0), (5, 1.0), (10, 0.4))), "") == ("0", "1.2", "2.5", "3.8", "5")


def test_that_a_card_names_rank_score_engagement_and_three_criteria_each(assessment):
    picture = layer_picture(assessment, SCORE)
    row = int(assessment.evaluation.order[0])
    card = picture.cards[assessment.pack.location_ids[row]]
    assert card.rank == 1
    assert card.score == f"{assessment.evaluation.scores[row]:.1f}"
    assert card.engagement in ("Onshore", "Nearshore", "Offshore")
    assert 1 <= len(card.strongest) <= 3
    assert len(card.weakest) <= 3
    assert {name for name, _ in card.strongest}.isdisjoint(name for name, _ in card.weakest)
    assert card.note == ""


def test_that_card_and_why_name_the_same_strengths_for_every_location(assessment):
    evaluation, pack = assessment.evaluation, assessment.pack
    cards = layer_picture(assessment, SCORE).cards
    compared = 0
    for row, location in enumerate(pack.location_ids):
        if evaluation.status[row] != Status.RANKED:
            continue
        card, said = cards[location], lift_sentence(assessment, row).lower()
        for shown, found in (
            (card.strongest, strengths(evaluation, row, 3)),
            (card.weakest, weaknesses(evaluation, row, 3)),
        ):
            assert [name for name, _ in shown] == [pack.criteria[one.column].name for one in found]
            assert all(name.lower() in said for name, _ in shown[:2])
            compared += len(shown)
    assert compared > 300


def test_that_coverage_can_colour_the_map(assessment):
    picture = layer_picture(assessment, COVERAGE)
    assert picture.values == tuple(assessment.evaluation.coverage.tolist())
    assert "insufficient" not in picture.statuses
    assert picture.ticks[-1] == "100 %"
    assert "% of the weight rests on known figures" in picture.cards["POL"].note


def test_that_a_caption_names_layer_scenario_day_and_publishers(assessment):
    shown, day = Shown(assessment), date(2026, 11, 28)
    overall = map_caption(shown, layer_of(assessment.pack, SCORE), day)
    assert overall.title == "Score"
    for part in (assessment.scenario.name, "home United Kingdom", "28 Nov 2026"):
        assert part in overall.scenario
    assert assessment.pack.version in overall.source
    homicide = map_caption(shown, layer_of(assessment.pack, criterion_layer("homicide")), day)
    assert homicide.title == "Homicide rate"
    assert homicide.source.startswith("Figures: ")


def test_that_the_card_of_an_excluded_location_gives_the_reason(assessment):
    card = layer_picture(assessment, SCORE).cards["AUS"]
    assert card.rank is None
    assert card.strongest == card.weakest == ()
    assert "at least 4 h" in card.note


def test_that_a_card_says_the_figure_of_the_layer(assessment):
    assert layer_picture(assessment, criterion_layer("overlap")).cards["POL"].note.endswith(": 7 h")
    assert layer_picture(assessment, theme_layer("cost")).cards["POL"].note.startswith("Cost: ")


def test_that_unknown_layers_and_locations_are_refused(assessment):
    with pytest.raises(ValueError, match="no map layer 'nonsense'"):
        layer_picture(assessment, "nonsense")
    with pytest.raises(ValueError, match="no map layer 'theme:nonsense'"):
        layer_picture(assessment, theme_layer("nonsense"))
    cards = layer_picture(assessment, SCORE).cards
    assert "nowhere" not in cards
    assert len(list(cards)) == len(cards) == len(assessment.pack.locations)


def test_that_every_location_has_hubs_on_the_map(default_pack):
    named = {hub.location_id for hub in hub_points(default_pack)}
    assert named <= set(default_pack.location_ids)
    assert len(named) > 150
