"""Exchange rates of the pack: ``fx_recent.csv`` to ``fx.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.datapack.build.tables import number, read_source, write_table
from advisor.datapack.cost_tables import read_rates
from advisor.datapack.problems import PackError, Problems

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("currency", "year", "per_usd", "source_id")


def build_exchange_rates(sources: Path, out: Path) -> int:
    """Write ``fx.csv`` into the folder ``out`` from the tables in ``sources``; returns the number of rows.

    Raises:
        FileNotFoundError: there is no ``fx_recent.csv``.
        PackError: a rate that cannot be.
    """
    table = read_source(sources, "fx_recent")
    rows = [
        {"currency": code, "year": int(year), "per_usd": number(value), "source_id": source}
        for code, year, value, source in zip(
            table["currency"], table["year"], table["value"], table["source_id"], strict=True
        )
    ]
    count = write_table(out / "fx.csv", COLUMNS, rows)
    problems = Problems()
    read_rates(out, 2025, problems)
    if problems.errors:
        raise PackError(str(out), problems.errors)
    return count
