"""locations.csv: the alternatives, with their place on the map where they have one."""

from __future__ import annotations

import math
from pathlib import Path

from advisor.datapack.problems import Problems
from advisor.datapack.schema import Location
from advisor.datapack.tables import Row, read_table

FILE = "locations.csv"
REQUIRED = ("id", "name")


def read_locations(folder: Path, problems: Problems) -> list[Location]:
    """The locations of a pack, in file order."""
    locations: list[Location] = []
    lines: dict[str, int] = {}
    for row in read_table(folder, FILE, REQUIRED, problems):
        location_id = row.text("id")
        if not location_id:
            problems.error(FILE, row.line, "id", "The id is blank.", "Give every location an id of its own.")
            continue
        if location_id in lines:
            message = f"'{location_id}' is already on line {lines[location_id]}."
            problems.error(FILE, row.line, "id", message, "Give every location an id of its own.")
            continue
        lines[location_id] = row.line
        if not row.text("name"):
            problems.error(FILE, row.line, "name", "The name is blank.", "Write what people call the place.")
        lat, lon = _degrees(row, "lat", 90.0, problems), _degrees(row, "lon", 180.0, problems)
        if math.isnan(lat) != math.isnan(lon):
            column = "lat" if math.isnan(lat) else "lon"
            problems.error(
                FILE, row.line, column, "Only half of the position is given.", "Give both or none."
            )
        region = row.text("region")
        locations.append(
            Location(
                location_id,
                row.text("name"),
                row.text("iso3"),
                lat,
                lon,
                row.text("tz"),
                region,
                row.text("subregion"),
                row.text("income_group"),
                row.text("peer_group", region),
            )
        )
    problems.named[FILE] = set(lines)
    if not locations and not problems.errors:
        problems.error(FILE, 0, "", "There is no location.", "Add at least one line.")
    return locations


def _degrees(row: Row, column: str, limit: float, problems: Problems) -> float:
    degrees = row.number(column, problems)
    if abs(degrees) > limit:
        message = f"{degrees:g} degrees lie outside -{limit:g} to {limit:g}."
        problems.error(FILE, row.line, column, message, "Check that lat and lon are not swapped.")
        return math.nan
    return degrees
