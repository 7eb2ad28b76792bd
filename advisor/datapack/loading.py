"""A folder of plain files to a frozen ``DataPack``, with every problem found on the way."""

from __future__ import annotations

from pathlib import Path

from advisor.core.criteria import themes_of
from advisor.datapack.cost_tables import read_cost_tables
from advisor.datapack.criteria_table import read_criteria
from advisor.datapack.functions import read_functions
from advisor.datapack.location_table import read_locations
from advisor.datapack.pack_header import PACK_FILE, check_geometry, geometry_file, read_header
from advisor.datapack.place_tables import read_place_tables
from advisor.datapack.problems import PackError, Problem, Problems
from advisor.datapack.schema import DataPack, Source
from advisor.datapack.tables import read_table
from advisor.datapack.value_table import read_values
from advisor.datapack.wage_tables import read_wages

SOURCES_FILE = "sources.csv"
# What criteria.csv may name in its column `computed`; advisor.scenario.home_dependent computes them.
COMPUTATIONS = (
    "cost_per_fte",
    "working_language",
    "customer_language",
    "affinity",
    "overlap",
    "night_hours",
    "distance",
    "shared_days",
    "data_transfer",
)


def load_pack(folder: Path) -> DataPack:
    """Open a data pack.

    Raises:
        PackError: the pack has errors; the exception holds all of them.
    """
    pack, problems = read_pack(folder)
    if pack is None:
        raise PackError(str(folder), [problem for problem in problems if problem.severity == "error"])
    return pack


def check_pack(folder: Path) -> list[Problem]:
    """Everything that is wrong with a pack, errors and warnings."""
    return read_pack(folder)[1]


def read_pack(folder: Path) -> tuple[DataPack | None, list[Problem]]:
    """A pack, None if it has errors, with all problems found."""
    problems = Problems()
    if not folder.is_dir():
        problems.error(
            str(folder), 0, "", "There is no such folder.", "Name the folder that holds criteria.csv."
        )
        return None, problems.found
    header = read_header(folder, problems)
    criteria = read_criteria(folder, COMPUTATIONS, problems)
    locations = read_locations(folder, problems)
    sources = _read_sources(folder, problems)
    source_ids = sources.keys() if sources else None
    cells = read_values(folder, locations, criteria, source_ids, problems)
    themes = themes_of(criteria)
    functions = read_functions(folder, themes, [criterion.id for criterion in criteria], problems)
    places = read_place_tables(folder, [location.id for location in locations], source_ids, problems)
    price_year = int(header.get("price_year", 0))
    wages = read_wages(folder, [location.id for location in locations], price_year, problems)
    costs = read_cost_tables(folder, [location.id for location in locations], price_year, problems)
    if any(criterion.computed == "cost_per_fte" for criterion in criteria):
        for file, table in (("wages.csv", wages), ("tco.csv", costs)):
            if table is None and not problems.errors:
                cure = f"Add {file} or blank 'computed'."
                problems.error(file, 0, "", "The computed cost needs this file.", cure)
    if any(criterion.computed for criterion in criteria) and places is None:
        problems.error("hubs.csv", 0, "", "Computed criteria need hubs.", "Add hubs.csv or blank 'computed'.")
    geometry = geometry_file(folder, header)
    if geometry is not None and not geometry.is_file():
        message = f"The geometry file {header['geometry']} is missing."
        problems.error(PACK_FILE, 0, "geometry", message, "Add the file or remove the line.")
    elif geometry is not None:
        check_geometry(geometry, problems)
    if problems.errors:
        return None, problems.found
    pack = DataPack(
        folder=folder,
        name=str(header.get("name", folder.name)),
        version=str(header.get("version", "")),
        price_year=price_year,
        licence=str(header.get("licence", "")),
        geometry=geometry,
        theme_labels={str(k): str(v) for k, v in header.get("themes", {}).items()},
        criteria=tuple(criteria),
        locations=tuple(locations),
        cells=cells,
        sources=sources,
        functions=functions,
        places=places,
        wages=wages,
        costs=costs,
    )
    return pack, problems.found


def _read_sources(folder: Path, problems: Problems) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    if not (folder / SOURCES_FILE).is_file():
        return sources
    for row in read_table(folder, SOURCES_FILE, ("id",), problems):
        source_id = row.text("id")
        if not source_id or source_id in sources:
            message = "The id is blank." if not source_id else f"'{source_id}' occurs twice."
            problems.error(SOURCES_FILE, row.line, "id", message, "Give every source an id of its own.")
            continue
        columns = ("publisher", "dataset", "edition", "licence", "tier", "note")
        sources[source_id] = Source(source_id, *(row.text(column) for column in columns))
    return sources
