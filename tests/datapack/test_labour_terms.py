"""Figures of labour.csv that cannot be are named with line and cure, whatever the term."""

from __future__ import annotations

import pytest

from advisor.datapack.problems import Problems
from advisor.datapack.wage_tables import TERM_LIMITS, read_labour_terms
from advisor.paths import DEFAULT_PACK


@pytest.mark.parametrize("term", TERM_LIMITS)
def test_that_a_figure_beyond_what_its_term_can_be_is_refused(tmp_path, term):
    least, greatest = TERM_LIMITS[term]
    for figure in (least - 1, greatest + 1):
        (tmp_path / "labour.csv").write_text(f"location_id,term,value\na,{term},{figure}\n")
        problems = Problems()
        read_labour_terms(tmp_path, ["a"], problems)
        (problem,) = problems.errors
        assert (problem.line, problem.column) == (2, "value")
        assert "lies between" in problem.cure


def test_that_every_term_of_the_pack_that_ships_has_limits():
    lines = (DEFAULT_PACK / "labour.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert {line.split(",")[1] for line in lines} <= set(TERM_LIMITS)
