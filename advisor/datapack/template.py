"""A data pack to begin with: few lines, explained beside them, that rank at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from advisor.datapack.criteria_table import CRITERIA
from advisor.datapack.location_table import LOCATIONS
from advisor.datapack.pack_header import PACK_FILE
from advisor.datapack.source_table import SOURCES
from advisor.datapack.tables import Table
from advisor.datapack.value_table import VALUES
from advisor.whole_file import write_whole
from advisor.words.translation import marked, t

README = "README.md"

# The files are read by the program, whose words for columns and choices are English in every language.
_HEADER = """# A data pack for Location Advisor. Every entry may be left out.

# What people read in the window and in exports.
name = "Our sites"

# Version or date of the figures; studies remember it.
version = "1"

# Terms under which the figures may be used.
# licence = "internal"

# A GeoJSON file in this folder with the polygons of the places; without it there is no map.
# geometry = "sites.geojson"

# What the themes of criteria.csv are called.
[themes]
cost = "Cost"
people = "People"
"""
_CRITERIA = """id,label,theme,unit,direction,lower,upper,weight,theme_weight,description,basis
rent,Office rent,cost,EUR per m2,down,5,40,60,50,What an office costs a month.,from good to dear
incentives,Incentives,cost,%,up,0,30,40,50,Part of the first year that is paid back.,none to the most known
graduates,Graduates,people,per year,up,0,5000,30,50,People who finish a degree nearby each year.,natural zero
english,English,people,0-100,up,0,100,70,50,How well people there work in English.,the whole scale
"""
_LOCATIONS = """id,name,lat,lon,region
north,North site,54.35,18.65,Europe
south,South site,41.14,-8.61,Europe
east,East site,44.43,26.1,Europe
"""
_VALUES = """location_id,criterion_id,year,value,source_id,note
north,rent,2025,16.5,survey,
north,incentives,2025,12,survey,
north,graduates,2024,3200,survey,
north,english,2025,74,survey,
south,rent,2025,19,survey,
south,incentives,2025,20,survey,
south,graduates,2024,4100,survey,
south,english,2025,78,survey,
east,rent,2025,13.5,survey,
east,incentives,2025,15,survey,
east,graduates,2024,,survey,not known: a blank cell is unknown and never 0
east,english,2025,72,survey,
"""
_SOURCES = """id,publisher,dataset,edition,licence,tier,note
survey,Your team,Figures made up for this template,2025,internal,open,Put your own in their place.
"""
_OPENING = """# A data pack

Open the tables in any spreadsheet and put your own figures in place of those that are made up here.

    location-advisor pack check .     # all problems at once, with file, line, column and cure
    location-advisor rank --pack .    # the ranking
    location-advisor --pack .         # the window; or drop this folder on it

"""
_TABLES: tuple[tuple[Table[Any], str], ...] = (
    (CRITERIA, _CRITERIA),
    (LOCATIONS, _LOCATIONS),
    (VALUES, _VALUES),
    (SOURCES, _SOURCES),
)


def template_files() -> dict[str, str]:
    """The text of every file of the template, by its name."""
    files = {PACK_FILE: _HEADER, README: _readme()}
    return files | {table.file: text for table, text in _TABLES}


def write_template(folder: Path) -> tuple[Path, ...]:
    """Write the template into a new or an empty folder.

    Returns:
        The files.

    Raises:
        FileExistsError: there is something in the folder, which stays as it is.
        OSError: it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(
            t("{folder} is not empty. Name a new folder, so that nothing is written over.", folder=folder)
        )
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in template_files().items():
        write_whole(folder / name, text.encode("utf-8"))
        written.append(folder / name)
    return tuple(written)


def _readme() -> str:
    parts = [_OPENING]
    for table, text in _TABLES:
        parts.append(f"## {table.file}\n\n{marked(table.about)}\n\n")
        used = text.split("\n", 1)[0].split(",")
        for name, column in table.columns.items():
            mark = " (used here)" if name in used else ""
            parts.append(f"- `{name}`{mark}: {marked(column.help)}\n")
        parts.append("\n")
    return "".join(parts)
