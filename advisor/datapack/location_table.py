"""locations.csv: the alternatives, with their place on the map where they have one."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated, NamedTuple

from advisor.datapack.columns import Number, Text, Zone
from advisor.datapack.location import Location
from advisor.datapack.problems import Problems
from advisor.datapack.tables import Table
from advisor.words.translation import mark, t

LATITUDE = Number(mark("Degrees north of the main place."), least=-90, greatest=90)
LONGITUDE = Number(mark("Degrees east of the main place."), least=-180, greatest=180)


class LocationRow(NamedTuple):
    """One line of locations.csv."""

    line: int
    id: Annotated[
        str, Text(mark("An id of its own: an ISO 3166 code for a country."), required=True, filled=True)
    ]
    name: Annotated[str, Text(mark("What people call the place."), required=True, filled=True)]
    iso3: Annotated[str, Text(mark("ISO 3166 code of the country that it is or lies in."))]
    lat: Annotated[float, LATITUDE]
    lon: Annotated[float, LONGITUDE]
    tz: Annotated[str, Zone(mark("Time zone of the main place."))]
    region: Annotated[
        str, Text(mark("Region, such as Europe; unknown figures are estimated from its places."))
    ]
    subregion: Annotated[str, Text(mark("Part of the region."))]
    income_group: Annotated[str, Text(mark("Income group, as the World Bank names it."))]
    peer_group: Annotated[
        str, Text(mark("Finer group from which unknown figures are estimated first; blank is the region."))
    ]
    in_sentence: Annotated[
        str,
        Text(mark("How its name stands within a sentence, such as `the Netherlands`; blank is the name.")),
    ]


LOCATIONS = Table(
    "locations.csv",
    LocationRow,
    mark("The places that are ranked: countries, cities, sites, vendors."),
    key=("id",),
    needed=True,
)


def read_locations(folder: Path, problems: Problems) -> list[Location]:
    """The locations of a pack, in file order."""
    rows = LOCATIONS.read(folder, problems)
    for row in rows:
        if math.isnan(row.lat) != math.isnan(row.lon):
            missing = "lat" if math.isnan(row.lat) else "lon"
            message = t("Only half of the position is given.")
            problems.error(LOCATIONS.file, row.line, missing, message, t("Give both or none."))
    if not rows and not problems.errors:
        problems.error(LOCATIONS.file, 0, "", t("There is no location."), t("Add at least one line."))
    return [
        Location(
            row.id,
            row.name,
            row.iso3,
            row.lat,
            row.lon,
            row.tz,
            row.region,
            row.subregion,
            row.income_group,
            row.peer_group or row.region,
            in_sentence=row.in_sentence,
        )
        for row in rows
    ]
