"""The rates of the total-cost model: ``tco_parameters.csv`` to ``tco.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from advisor.datapack.build.tables import read_source, records, write_in_order
from advisor.datapack.cost_tables import read_parameters
from advisor.datapack.problems import PackError, Problems

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = (
    "parameter",
    "low",
    "likely",
    "high",
    "unit",
    "base",
    "basis",
    "source",
    "year",
    "note",
    "label",
    "applies",
)


def cost_sources(sources: Path) -> pd.DataFrame:
    """The sources of the rates, in the columns of ``sources.csv``, which does not repeat them."""
    return read_source(sources, "tco_sources")


def build_total_cost(sources: Path, out: Path, *, open_only: bool = False) -> int:
    """Write ``tco.csv`` into the folder ``out``; returns the number of rows.

    Args:
        sources: the folder of source tables.
        out: the folder of the pack.
        open_only: leave out what publishers only let one quote. The ranges
            that the model needs stay, as the assumptions that they then are.

    Raises:
        PackError: the table is not a complete and valid set of parameters.
        ValueError: a row names a source that no catalogue lists.
    """
    catalogue = pd.concat([read_source(sources, "sources"), cost_sources(sources)])
    tiers = dict(zip(catalogue["id"], catalogue["tier"], strict=True))
    kept = []
    for row in records(pd.read_csv(sources / "tco_parameters.csv", dtype=str, keep_default_na=False)):
        ids = [part for part in row["source"].split(";") if part]
        unknown = [each for each in ids if each not in tiers]
        if unknown:
            raise ValueError(f"{row['parameter']} names unknown sources: {', '.join(unknown)}")
        if (row["basis"] == "assumption") == bool(ids):
            raise ValueError(f"{row['parameter']} must name a source or be an assumption, one of the two")
        kept.extend(_opened(row, ids, tiers) if open_only else [row])
    count = write_in_order(out / "tco.csv", COLUMNS, [[row[name] for name in COLUMNS] for row in kept])
    problems = Problems()
    read_parameters(out, problems)
    if problems.errors:
        raise PackError(str(out), problems.errors)
    return count


def _opened(row: dict[str, Any], ids: list[str], tiers: dict[str, str]) -> list[dict[str, Any]]:
    """The row without quoted sources: nothing of a published range, an assumption of a parameter."""
    open_ids = [each for each in ids if tiers[each] != "quoted"]
    if len(open_ids) == len(ids):
        return [row]
    if row["basis"] == "published":
        return []
    basis = "source" if open_ids else "assumption"
    return [{**row, "basis": basis, "source": ";".join(open_ids), "year": "", "note": ""}]
