"""The page for authors of packs, from the row models: ``python -m advisor.datapack.documentation``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from advisor.datapack.columns import Column
from advisor.datapack.cost_tables import PARAMETERS, RATES
from advisor.datapack.criteria_table import CRITERIA
from advisor.datapack.entries import Entry
from advisor.datapack.functions import ENTRIES
from advisor.datapack.location_table import LOCATIONS
from advisor.datapack.numbers import LONGEST, SMALLEST
from advisor.datapack.pack_header import HEADER
from advisor.datapack.place_tables import COLLABORATIONS, HUBS, LANGUAGES, LEGAL, TIES, WORKFORCE
from advisor.datapack.plain_text import LONGEST_LINE, MOST_LINES
from advisor.datapack.reading import LARGEST_GEOMETRY, LARGEST_TABLE
from advisor.datapack.rings import MOST_POINTS
from advisor.datapack.source_table import SOURCES
from advisor.datapack.tables import Table
from advisor.datapack.value_table import VALUES
from advisor.datapack.wage_tables import LABOUR, PREMIUM, WAGES
from advisor.words.translation import marked

OUTPUT = Path(__file__).resolve().parents[2] / "docs" / "packs.md"
PARTS: tuple[tuple[str, str, tuple[Table[Any], ...]], ...] = (
    (
        "What every pack needs",
        "These three tables are enough for a ranking: sites, cities, vendors, anything with criteria.",
        (CRITERIA, LOCATIONS, VALUES),
    ),
    (
        "Sources",
        "Where a pack has this table, every `source_id` in it must stand here.",
        (SOURCES,),
    ),
    (
        "Places",
        "With `hubs.csv` a pack knows places: homes, clocks, distances, languages and law. Every place then "
        "needs a hub. The other tables are optional.",
        (HUBS, LANGUAGES, LEGAL, TIES, WORKFORCE, COLLABORATIONS),
    ),
    (
        "Costs",
        "The computed criterion `cost_per_fte` needs `wages.csv`, `tco.csv`, `hubs.csv`, and functions with "
        "a staff mix.",
        (WAGES, PREMIUM, LABOUR, PARAMETERS, RATES),
    ),
)
_MEGABYTE = 2**20

_OPENING = """# Data packs

<!-- Written by `python -m advisor.datapack.documentation` from the row models; do not edit. -->

A data pack is a folder of plain files that open in any spreadsheet. It is the way to rank your own sites,
cities or vendors, and the default pack is one too (`data/pack`). Columns in **bold** are required; those
marked * must be filled on every line. Other columns may be left out, and columns that are not named here
are not read.

```
location-advisor pack new DIR       # a commented pack to begin with, which ranks at once
location-advisor pack check DIR     # all problems at once, with file, line, column and cure
location-advisor rank --pack DIR    # the ranking
location-advisor --pack DIR         # the window
```

The check also ranks the pack on trial, for every business function and from several homes: what passes,
ranks. `error` keeps a pack from opening, `warning` does not, and `note` says how something was understood.

## The smallest pack

`criteria.csv`

```
id,direction,lower,upper
rent,down,2,12
wifi,up,0,10
```

`locations.csv`

```
id,name
A,Site A
B,Site B
```

`values.csv`

```
location_id,criterion_id,value
A,rent,4.5
A,wifi,5
B,rent,6.25
B,wifi,7.5
```

## How tables are read

- UTF-8, with or without a byte-order mark, or UTF-16 with one. Accents may be joined to their letters or not.
- Cells separated by commas, or by semicolons or tabs; a first line `sep=;` is understood.
- Names of columns in capitals or not, with spaces or hyphens for underscores.
- Numbers with a point for decimals. In a table with semicolons or tabs they may have a comma instead, and
  points between thousands. Nothing is guessed: where `1.234` can be 1234 or 1.234 and no other number of the
  table shows which, it is a problem that says so.
- Blank, `..`, `n/a`, `-` and the like in a column of numbers are unknown. Unknown is never 0.
- Whatever was unusual is said as a note.
"""

_LIMITS = f"""## Limits

- A table has at most {LARGEST_TABLE // _MEGABYTE} MB and {MOST_LINES:,} lines of {LONGEST_LINE:,} characters.
- A number has at most {LONGEST} characters and lies within a million times a billion (1e15) of 0. One
  that is closer to 0 than {SMALLEST:g} without being 0 is refused.
- A GeoJSON file has at most {LARGEST_GEOMETRY // _MEGABYTE} MB.
- All files lie inside the folder: links that lead out of it, pipes and devices are refused.
"""

_MAP = f"""## The map

`geometry` in `pack.toml` names a GeoJSON file with a FeatureCollection of polygons in degrees (WGS 84,
longitude first). It is parsed and checked, and only ids, names, label points and polygons go on to the map.

- The `id` of a feature is the id of its place, as text or as a number. Ids in a property are found by
  themselves, or named with `geometry_id`.
- Rings may run either way. Several features of one place are joined. Places without a polygon are drawn as a
  point where they have lat and lon. Features that belong to no place are drawn as land.
- Projected coordinates are converted where the file names its system (a `crs` with an EPSG code), else
  refused.
- More than {MOST_POINTS:,} positions are simplified.
- The properties `name`, `lon`, `lat` (label point) and `small` (draw a pin as well) are used where given.
"""


def packs_page() -> str:
    """The page in Markdown."""
    parts = [_OPENING]
    for title, about, tables in PARTS:
        parts.append(f"## {title}\n\n{about}\n")
        parts += [_table_section(table) for table in tables]
    functions = (
        "Kinds of work with their default weights, one entry `[id]` each. A new function is a new entry."
    )
    parts.append("## Files of settings\n")
    parts.append(_entries_section("pack.toml", "Name, version and map of the pack.", HEADER))
    parts.append(_entries_section("functions.toml", functions, ENTRIES))
    parts += [_MAP, _LIMITS]
    return "\n".join(parts)


def _table_section(table: Table[Any]) -> str:
    rows = [
        f"| {_name(name, kind)} | {kind.kind} | {_cell(kind.meaning)} |"
        for name, kind in table.columns.items()
    ]
    key = ""
    if table.key and table.key != ("id",):
        key = f" One line for each {' and '.join(f'`{name}`' for name in table.key)}."
    lines = (
        f"### {table.file}",
        "",
        f"{marked(table.about)}{key}",
        "",
        "| column | holds | meaning |",
        "|---|---|---|",
        *rows,
        "",
    )
    return "\n".join(lines)


def _entries_section(file: str, about: str, entries: Sequence[Entry]) -> str:
    rows = [
        f"| `{each.name}` | {each.holds} | {_cell(each.meaning)} | `{each.example}` |" for each in entries
    ]
    lines = (
        f"### {file}",
        "",
        about,
        "",
        "| entry | holds | meaning | example |",
        "|---|---|---|---|",
        *rows,
        "",
    )
    return "\n".join(lines)


def _name(name: str, kind: Column) -> str:
    return (f"**{name}**" if kind.required else name) + ("*" if kind.filled else "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main(output: Path = OUTPUT) -> int:
    """Write the page."""
    output.parent.mkdir(exist_ok=True)
    output.write_text(packs_page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
