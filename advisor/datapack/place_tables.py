"""The tables that make a pack know places: hubs, languages, legal facts and ties between countries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.datapack.problems import Problems
from advisor.datapack.tables import Row, read_table

HUBS, LANGUAGES, LEGAL, TIES = "hubs.csv", "languages.csv", "legal.csv", "ties.csv"
TIE_COLUMNS = (
    "contiguous",
    "common_official_language",
    "common_spoken_language",
    "colonial_tie",
    "common_coloniser",
    "same_country_once",
)


@dataclass(frozen=True, slots=True)
class PlaceTables:
    """Rows of the place tables, checked for ids; their meaning belongs to ``advisor.places``."""

    hubs: tuple[Row, ...]
    languages: tuple[Row, ...]
    legal: tuple[Row, ...]
    ties: tuple[Row, ...]


def read_place_tables(
    folder: Path, location_ids: Collection[str], source_ids: Collection[str] | None, problems: Problems
) -> PlaceTables | None:
    """The place tables of a pack, None where it has no hubs."""
    if not (folder / HUBS).is_file():
        return None
    known = set(location_ids)

    def rows(file: str, id_columns: Sequence[str], required: Sequence[str]) -> tuple[Row, ...]:
        if file != HUBS and not (folder / file).is_file():
            return ()
        table = read_table(folder, file, (*id_columns, *required), problems)
        return tuple(row for row in table if _known(row, id_columns, known, source_ids, problems))

    return PlaceTables(
        rows(HUBS, ("location_id",), ("name", "lat", "lon", "tz")),
        rows(LANGUAGES, ("location_id",), ("language",)),
        rows(LEGAL, ("location_id",), ("fact", "value")),
        rows(TIES, ("a", "b"), TIE_COLUMNS),
    )


def _known(
    row: Row,
    id_columns: Sequence[str],
    location_ids: Collection[str],
    source_ids: Collection[str] | None,
    problems: Problems,
) -> bool:
    good = True
    for column in id_columns:
        if row.text(column) not in location_ids:
            message = f"There is no location '{row.text(column)}'."
            problems.error(row.file, row.line, column, message, "Use an id from locations.csv.")
            good = False
    for source_id in filter(None, row.text("source_id").split(";")):
        if source_ids is not None and source_id not in source_ids:
            message = f"There is no source '{source_id}'."
            problems.error(row.file, row.line, "source_id", message, "Add it to sources.csv.")
    return good
