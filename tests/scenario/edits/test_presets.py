"""Published weightings as theme weights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.scenario.edits.presets import PRESETS, presets_of, with_preset
from advisor.scenario.edits.weight_edits import theme_shares, weights_by_default
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.weights.default_weights import weights_in_force

SUPPORT = Scenario(home="GBR", function="customer-support", industry="finance")


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_that_groups_weigh_as_published_and_keep_their_inner_proportions(default_pack, preset):
    shares = theme_shares(weights_in_force(default_pack, with_preset(default_pack, SUPPORT, preset.id)))
    usual = theme_shares(weights_by_default(default_pack, SUPPORT))
    assert sum(share for share, _ in preset.groups) == 100
    for share, themes in preset.groups:
        assert sum(shares[theme] for theme in themes) == pytest.approx(share)
        factors = [shares[theme] / usual[theme] for theme in themes]
        assert factors == pytest.approx([factors[0]] * len(factors))


def test_that_the_index_of_2016_by_hand(default_pack):
    """40 of 100 on cost, whatever it was; 30 on people and language in equal parts."""
    scenario = replace(SUPPORT, industry="general", theme_weights={"cost": 1.0})
    shares = theme_shares(weights_in_force(default_pack, with_preset(default_pack, scenario, "gsli-2016")))
    assert shares["cost"] == pytest.approx(40)
    assert shares["people"] == pytest.approx(15)
    assert shares["language"] == pytest.approx(15)


def test_that_weights_within_themes_stay(default_pack):
    own = replace(SUPPORT, criterion_weights={"overlap": 3.0})
    assert with_preset(default_pack, own, "gsli-2021").criterion_weights == {"overlap": 3.0}


def test_that_an_unknown_preset_is_answered_with_those_there_are(default_pack):
    with pytest.raises(ScenarioError, match="gsli-2016"):
        with_preset(default_pack, SUPPORT, "best-ever")
    assert len(presets_of(default_pack)) == len(PRESETS)
