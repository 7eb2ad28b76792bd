"""Headings of the ranking's table take two lines at most, title and unit together."""

from __future__ import annotations

from advisor.datapack.schema import DataPack
from advisor.views.ranking.ranking_columns import ranking_columns


def test_that_no_heading_has_more_than_two_lines(default_pack: DataPack) -> None:
    for column in ranking_columns(default_pack):
        lines = column.heading.split("\n")
        assert len(lines) <= 2, column.heading
        assert column.title in " ".join(lines)
        assert column.unit in " ".join(lines)


def test_that_a_long_heading_is_broken_where_its_lines_are_most_alike(default_pack: DataPack) -> None:
    headings = {column.key: column.heading for column in ranking_columns(default_pack)}
    assert headings["cost_per_fte"] == "Cost per full-time\nemployee (USD a year)"
    assert headings["score"] == "Score\n0\N{EN DASH}100"
