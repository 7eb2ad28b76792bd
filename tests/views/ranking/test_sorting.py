"""What a ranking is sorted by agrees with what its rows say, and describes no row."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.views.ranking.fixed_columns import place_columns, score_columns
from advisor.views.ranking.ranking_rows import RankedRow, RankingRows


@pytest.fixture
def rows(default_pack: DataPack) -> RankingRows:
    study = default_study(default_pack)
    assessment = Assessor(default_pack).assess(study.scenario, study.own)
    return RankingRows(assessment, assessment.evaluation.ranks[::-1].copy(), {})


def test_that_sorting_describes_no_row(
    rows: RankingRows, default_pack: DataPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def describe(_rows: RankingRows, _number: int) -> RankedRow:
        raise AssertionError("a row was described")

    monkeypatch.setattr(RankingRows, "row", describe)
    for column in (*place_columns(default_pack), *score_columns(default_pack)):
        assert np.isfinite(column.sort_key(rows)).any()


def test_that_figures_had_one_by_one_are_those_of_the_rows(rows: RankingRows) -> None:
    for number in range(len(rows.order)):
        row = rows.row(number)
        assert (row.name, row.rank, row.movement) == (
            rows.name(number),
            rows.rank(number),
            rows.movement(number),
        )
        assert (row.score, row.coverage) == (rows.score(number), rows.coverage(number))
