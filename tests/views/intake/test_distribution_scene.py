"""The picture of a series that is taken in: bars as high as they are many, goalposts where they are."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from advisor.scenario.study.own_data import OwnCriterion
from advisor.views.intake.distribution_scene import distribution_scene
from advisor.views.look.theme import LIGHT
from advisor.views.scene.box import Size
from advisor.views.scene.marks import Bar, Rule, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import PlainMeasurer

SIZE = Size(360.0, 120.0)
VALUES = [10.0] * 6 + [30.0] * 3 + [50.0]
CRITERION = OwnCriterion(
    "coffee", "Coffee", unit="cups", direction="up", lower=0.0, upper=60.0, theme="people"
)


def drawn(values=VALUES, criterion: OwnCriterion | None = CRITERION) -> Scene:
    return distribution_scene(values, "cups", criterion, SIZE, PlainMeasurer(LIGHT.base, LIGHT.small))


def bars_of(scene: Scene) -> list[Bar]:
    return sorted((mark for mark in scene.marks if isinstance(mark, Bar)), key=lambda mark: mark.box.x)


def test_that_each_bar_counts_its_locations_and_is_as_high_as_they_are_many() -> None:
    bars = bars_of(drawn())
    assert [bar.values for bar in bars] == [(6.0,), (3.0,), (1.0,)]
    assert [bar.box.height / bars[0].box.height for bar in bars] == pytest.approx([1.0, 0.5, 1 / 6])
    assert len({bar.box.bottom for bar in bars}) == 1
    assert bars[0].said.startswith("6 locations from 10")
    assert bars[2].said.startswith("1 location from ")


def test_that_all_known_figures_are_counted_once() -> None:
    values = [*np.random.default_rng(4).normal(20.0, 4.0, 190), math.nan]
    scene = drawn(values)
    assert sum(bar.values[0] for bar in bars_of(scene)) == 190
    assert scene.numbers().count("\n") > 6


@pytest.mark.parametrize("direction", ["up", "down"])
def test_that_goalposts_stand_on_the_scale_of_the_bars_and_say_which_is_best(direction: str) -> None:
    scene = drawn(criterion=replace(CRITERION, direction=direction))
    posts = {mark.values[0]: mark for mark in scene.marks if isinstance(mark, Rule) and mark.values}
    assert sorted(posts) == [0.0, 60.0]
    best = 60.0 if direction == "up" else 0.0
    assert posts[best].role is Role.GAIN
    assert posts[60.0 - best].role is Role.LOSS
    bars = bars_of(scene)
    unit = (posts[60.0].start[0] - posts[0.0].start[0]) / 60.0
    assert bars[0].box.x == pytest.approx(posts[0.0].start[0] + 10.0 * unit, abs=0.01)
    texts = {mark.key: mark.text for mark in scene.marks if isinstance(mark, Text) and mark.key}
    assert texts["best"].startswith("60" if direction == "up" else "0")
    assert texts["best"].endswith("scores 100")
    assert texts["worst"].endswith("scores 0")


def test_that_without_figures_it_says_so() -> None:
    assert drawn([math.nan]).empty == "There are no figures."
