"""Coverage of a ranking: every cell is known, estimated, one's own or unknown, and as old as its year."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from advisor.core.matrix import CellMethod
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.own_data import OwnData, OwnFigure
from advisor.views.sources.coverage_figures import Coverage
from advisor.views.sources.source_use import freshness_warnings, source_uses


@pytest.fixture(scope="module")
def coverage(default_pack: DataPack) -> Coverage:
    own = OwnData(figures=(OwnFigure("POL", "wage_drift", 4.0, "ours"),))
    return Coverage(Assessor(default_pack).assess(default_scenario(default_pack), own), 2026)


def place(coverage: Coverage, location: str, criterion: str) -> tuple[int, int]:
    pack = coverage.assessment.pack
    return pack.location_ids.index(location), [each.id for each in pack.criteria].index(criterion)


def test_that_the_states_of_all_figures_add_up_and_one_is_the_users(coverage: Coverage) -> None:
    assert sum(coverage.shares.values()) == pytest.approx(1.0)
    assert coverage.shares[CellMethod.USER] == pytest.approx(1 / coverage.methods.size)
    assert "1 is your own." in coverage.sentence()
    at = place(coverage, "POL", "wage_drift")
    assert coverage.state(*at) == CellMethod.USER
    assert coverage.words(*at).startswith("Poland, Wage drift: 4")
    assert "your own" in coverage.words(*at)


def test_that_the_shares_that_a_sentence_lists_add_up_to_the_whole(default_pack: DataPack) -> None:
    known = Coverage(Assessor(default_pack).assess(default_scenario(default_pack)), 2026)
    listed = [int(number) for number in re.findall(r"(\d+)\s%", known.sentence())]
    assert len(listed) == 3
    assert sum(listed) == 100


def test_that_a_cell_tells_its_year_and_publisher_and_its_age_is_counted_from_the_year(
    coverage: Coverage,
) -> None:
    at = place(coverage, "POL", "power_reliability")
    assert coverage.age(*at) == 2026 - int(coverage.years[at])
    assert "observed, 2019" in coverage.words(*at)
    assert "World Bank" in coverage.words(*at)


def test_that_an_estimate_from_peers_is_unknown_and_has_no_age(coverage: Coverage) -> None:
    rows, columns = np.nonzero(coverage.methods == CellMethod.IMPUTED)
    assert len(rows)
    at = int(rows[0]), int(columns[0])
    assert coverage.state(*at) == CellMethod.IMPUTED
    assert coverage.age(*at) is None
    assert coverage.words(*at).endswith("unknown, taken from similar places")


@pytest.mark.parametrize("method", [CellMethod.OBSERVED, CellMethod.ESTIMATED, CellMethod.USER])
def test_that_a_published_and_an_estimated_figure_stay_what_they_are(
    coverage: Coverage, method: CellMethod
) -> None:
    rows, columns = np.nonzero(coverage.methods == method)
    assert len(rows)
    assert {
        coverage.state(row, column) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    } == {method}


def test_that_columns_stand_theme_by_theme_and_rows_as_they_are_ranked(coverage: Coverage) -> None:
    themes = [coverage.assessment.evaluation.criteria[column].theme for column in coverage.columns]
    assert themes == sorted(themes, key=themes.index)
    assert list(coverage.rows) == coverage.assessment.evaluation.order.tolist()


def test_that_every_source_tells_what_it_serves_how_often_and_how_old_it_is(coverage: Coverage) -> None:
    uses = {use.source.id: use for use in source_uses(coverage.assessment)}
    assert set(uses) == set(coverage.assessment.sources)
    used = uses["wb_wdi"]
    assert used.figures > 500
    assert used.first <= used.median <= used.last <= 2026
    assert "figures of" in used.words(2026)
    assert "years old" in used.words(2026)
    counted = sum(
        "wb_wdi" in str(cell).split(";") for cell in coverage.assessment.cells.sources.ravel().tolist()
    )
    assert used.figures == counted
    unused = next((use for use in uses.values() if not use.figures), None)
    assert unused is None or unused.words(2026) == "Not used by a criterion of this ranking."


def test_that_old_figures_and_an_old_pack_are_warned_of_the_oldest_first(coverage: Coverage) -> None:
    now = freshness_warnings(coverage, (2026, 12))
    assert now[0].startswith("Power reliability: half of the figures are of 2019 or before, 7 years ago.")
    assert not any("data pack" in text for text in now)
    later = freshness_warnings(replace(coverage, year=2028), (2028, 1))
    assert later[0] == "This data pack is 14 months old: look for a newer edition."
    assert len(later) > len(now)


def test_that_a_pack_without_years_and_sources_warns_of_nothing(write_pack) -> None:  # type: ignore[no-untyped-def]
    pack = load_pack(write_pack())
    bare = Coverage(Assessor(pack).assess(default_scenario(pack)), 2026)
    assert freshness_warnings(bare, (2026, 12)) == ()
    assert source_uses(bare.assessment) == ()
    assert bare.words(0, 0) == "Alpha, quality: 8, observed"
