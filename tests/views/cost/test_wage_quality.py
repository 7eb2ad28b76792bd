"""How good the wages are: groups, the worst, and a dot for each entry."""

from __future__ import annotations

import math

import pytest

from advisor.datapack.validation_table import WageCheck, wage_checks
from advisor.paths import DEFAULT_PACK
from advisor.views.cost.wage_quality import (
    ALL_OTHERS,
    by_income,
    by_occupation,
    group_text,
    wage_quality_scene,
    worst,
)
from advisor.views.scene.box import Size
from advisor.views.scene.type_styles import PlainMeasurer

CHECKS = (
    WageCheck("AAA", "AGENT", "high income", math.log(2.0), 1, ("pay, 2024",)),
    WageCheck("BBB", "AGENT", "high income", math.log(0.8), 2, ("pay, 2023",)),
    WageCheck("CCC", "AGENT", "low income", math.log(1.1), 1, ("pay, 2023",)),
    WageCheck("AAA", "DEV", "high income", math.log(3.0), 1, ("pay, 2024",)),
)


def test_that_error_and_bias_are_medians_of_the_entries() -> None:
    agents, developers = by_occupation(CHECKS)
    assert (agents.count, agents.error, agents.bias) == (3, pytest.approx(1.25), pytest.approx(1.1))
    assert developers.bias == pytest.approx(3.0)
    assert [group.count for group in by_income(CHECKS)] == [2, 1]  # developers are left out
    assert [each.location for each in worst(CHECKS)] == ["AAA", "BBB", "CCC"]


def test_that_developers_are_told_apart_from_agents_and_clerks() -> None:
    (only,) = by_income(CHECKS, ALL_OTHERS)
    assert (only.count, only.bias) == (1, pytest.approx(3.0))
    assert [each.occupation for each in worst(CHECKS, ALL_OTHERS)] == ["DEV"]
    assert group_text(only).startswith("High income: 1 entry, off by a factor of 3.00")


def test_that_every_entry_of_the_pack_is_a_dot_at_its_ratio() -> None:
    checks = wage_checks(DEFAULT_PACK)
    assert len(checks) > 50
    scene = wage_quality_scene(checks, str, Size(420, 200), PlainMeasurer())
    assert [stop.values[0] for stop in scene.stops if stop.values] == pytest.approx(
        [c.ratio for key in dict.fromkeys(_order()) for c in checks if c.occupation == key]
    )


def _order() -> list[str]:
    from advisor.views.cost.wage_quality import OCCUPATIONS

    return list(OCCUPATIONS)


def test_that_rows_which_are_no_figures_or_do_not_compare_are_left_out(tmp_path) -> None:
    (tmp_path / "validation.csv").write_text(
        "location_id,occupation,income_group,year,comparable,published_usd_month,model_usd_month,title\n"
        "AAA,AGENT,high income,2024,yes,100,120,pay\n"
        "AAA,AGENT,high income,2024,yes,none,120,pay\n"
        "AAA,AGENT,high income,2024,older,100,500,pay\n",
        encoding="utf-8",
    )
    (found,) = wage_checks(tmp_path)
    assert (found.figures, found.ratio) == (1, pytest.approx(1.2))
    assert wage_checks(tmp_path / "elsewhere") == ()
