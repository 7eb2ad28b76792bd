"""sources.csv: where figures come from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from advisor.datapack.columns import Text, column
from advisor.datapack.problems import Problems
from advisor.datapack.schema import Source
from advisor.datapack.tables import Row, Table


@dataclass(frozen=True, slots=True)
class SourceRow(Row):
    """One line of sources.csv."""

    id: str = column(Text("An id of its own, which the other tables name.", required=True, filled=True))
    publisher: str = column(Text("Who published the figures."))
    dataset: str = column(Text("What they call them."))
    edition: str = column(Text("Edition, version or year."))
    licence: str = column(Text("The terms under which the figures may be shown."))
    tier: str = column(Text("`open`, `share-alike` or `quoted` (single figures cited with attribution)."))
    note: str = column(Text("Known faults, for whoever reads the figures."))


SOURCES = Table("sources.csv", SourceRow, "Where figures come from; shown on the Sources page.", key=("id",))


def read_sources(folder: Path, problems: Problems) -> dict[str, Source]:
    """The sources of a pack by id; empty where it has none."""
    return {
        row.id: Source(row.id, row.publisher, row.dataset, row.edition, row.licence, row.tier, row.note)
        for row in SOURCES.read(folder, problems)
    }
