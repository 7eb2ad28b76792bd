"""What lifts and what lowers an alternative."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.core.evaluation import Evaluation, Status
from advisor.core.strengths import LEAST_POINTS, criterion_effects, strengths, weaknesses
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario


@pytest.fixture(scope="module")
def evaluation(default_pack: DataPack) -> Evaluation:
    return Assessor(default_pack).assess(default_scenario(default_pack)).evaluation


def test_that_an_effect_is_weight_times_the_distance_from_the_median(evaluation: Evaluation) -> None:
    ranked = evaluation.valued.values[evaluation.status == Status.RANKED]
    for row in (0, 50, 150):
        effects = criterion_effects(evaluation, row)
        for j in range(len(evaluation.criteria)):
            distance = evaluation.valued.values[row, j] - float(np.median(ranked[:, j]))
            expected = 100.0 * evaluation.weights.flat[j] * distance
            assert effects[j] == pytest.approx(expected)


def test_that_only_known_figures_worth_naming_are_named_strongest_first(evaluation: Evaluation) -> None:
    for row in range(len(evaluation.alternatives)):
        lifts, lowers = strengths(evaluation, row, 99), weaknesses(evaluation, row, 99)
        assert all(one.points >= LEAST_POINTS for one in lifts)
        assert all(one.points <= -LEAST_POINTS for one in lowers)
        assert [one.points for one in lifts] == sorted((one.points for one in lifts), reverse=True)
        assert [one.points for one in lowers] == sorted(one.points for one in lowers)
        assert all(evaluation.valued.known[row, one.column] for one in (*lifts, *lowers))
        assert strengths(evaluation, row, 2) == lifts[:2]
