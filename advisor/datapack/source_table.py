"""sources.csv: where figures come from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

from advisor.datapack.columns import Text
from advisor.datapack.problems import Problems
from advisor.datapack.schema import Source
from advisor.datapack.tables import Table
from advisor.words.translation import mark


class SourceRow(NamedTuple):
    """One line of sources.csv."""

    line: int
    id: Annotated[
        str, Text(mark("An id of its own, which the other tables name."), required=True, filled=True)
    ]
    publisher: Annotated[str, Text(mark("Who published the figures."))]
    dataset: Annotated[str, Text(mark("What the publisher calls them."))]
    edition: Annotated[str, Text(mark("Edition, version or year."))]
    licence: Annotated[str, Text(mark("The terms under which the figures may be shown."))]
    tier: Annotated[
        str, Text(mark("`open`, `share-alike` or `quoted` (single figures cited with attribution)."))
    ]
    note: Annotated[str, Text(mark("Known faults, for whoever reads the figures."))]


SOURCES = Table(
    "sources.csv", SourceRow, mark("Where figures come from; shown on the Sources page."), key=("id",)
)


def read_sources(folder: Path, problems: Problems) -> dict[str, Source]:
    """The sources of a pack by id; empty where it has none."""
    return {
        row.id: Source(row.id, row.publisher, row.dataset, row.edition, row.licence, row.tier, row.note)
        for row in SOURCES.read(folder, problems)
    }
