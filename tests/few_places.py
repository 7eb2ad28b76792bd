"""The pack that ships, cut down to a few of its places: every table of it, and few lines."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Collection
from pathlib import Path

from advisor.paths import DEFAULT_PACK

# Those that the first lines of tables name, and some that many people look at.
PLACES = frozenset("ABW AFG AND ARG AUS DEU ESP FRA GBR IND POL USA".split())

Rows = list[list[str]]


def read_table(path: Path) -> tuple[list[str], Rows]:
    """Names of the columns, and the lines below."""
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = list(csv.reader(stream))
    return header, rows


def table_of(path: Path, places: Collection[str]) -> tuple[list[str], Rows]:
    """A table of a pack with what it says of some places; the whole one where it names no places."""
    header, rows = read_table(path)
    names = ("id",) if path.name == "locations.csv" else ("location_id", "a", "b")
    columns = [at for at, name in enumerate(header) if name in names]
    return header, [row for row in rows if all(row[at] in places for at in columns)]


def write_table(path: Path, header: list[str], rows: Rows) -> None:
    """The same the other way round."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])


def write_few_places(folder: Path) -> Path:
    """The pack in a folder that is not there yet."""
    shutil.copytree(DEFAULT_PACK, folder)
    for path in folder.glob("*.csv"):
        write_table(path, *table_of(path, PLACES))
    outlines = folder / "countries.geojson"
    document = json.loads(outlines.read_text(encoding="utf-8"))
    document["features"] = [one for one in document["features"] if one["id"] in PLACES]
    outlines.write_text(json.dumps(document), encoding="utf-8")
    return folder
