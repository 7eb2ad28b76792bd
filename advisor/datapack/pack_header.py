"""pack.toml: name, version and geometry of a pack, readable before anything else is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from advisor.datapack.entries import Entry, is_text, is_texts, is_year, read_entries
from advisor.datapack.geometry_file import GeometryFile
from advisor.datapack.problems import Problems
from advisor.datapack.reading import is_present, read_toml
from advisor.words.translation import mark, t

PACK_FILE = "pack.toml"
HEADER = (
    Entry(
        "name",
        mark("text"),
        is_text,
        mark("What people read; without it the folder's name."),
        'name = "Our sites"',
    ),
    Entry("version", mark("text"), is_text, mark("Version or date of the figures."), 'version = "2026.11"'),
    Entry(
        "price_year",
        mark("a year"),
        is_year,
        mark("The price year of all amounts of money; packs with wages need it."),
        "price_year = 2025",
        0,
    ),
    Entry(
        "licence",
        mark("text"),
        is_text,
        mark("Terms under which the pack may be used."),
        'licence = "internal"',
    ),
    Entry(
        "geometry",
        mark("the name of a file"),
        is_text,
        mark(
            "A GeoJSON file with the polygons of the places, in degrees (WGS 84); without it there is no map."
        ),
        'geometry = "sites.geojson"',
    ),
    Entry(
        "geometry_id",
        mark("text"),
        is_text,
        mark("The property of its features that holds the ids of the places, where `id` does not."),
        'geometry_id = "site_id"',
    ),
    Entry(
        "themes",
        mark("a table of labels"),
        is_texts,
        mark("Labels of the themes."),
        'themes = { cost = "Cost" }',
        {},
    ),
)


def is_pack(folder: Path) -> bool:
    """Whether a folder may be a data pack: it holds criteria."""
    return is_present(folder, "criteria.csv")


def read_header(folder: Path, problems: Problems) -> dict[str, Any]:
    """The entries of pack.toml, all of them with their value or default; faults are noted."""
    return read_entries(PACK_FILE, read_toml(folder, PACK_FILE, problems), HEADER, "", problems)


def geometry_of(folder: Path, header: dict[str, Any]) -> GeometryFile | None:
    """Where the polygons of a pack should be, None for a pack without a map."""
    name = header["geometry"]
    return GeometryFile(folder, name, header["geometry_id"]) if name else None


def price_year_missing(problems: Problems) -> None:
    """Note that a pack with money says nothing of its prices."""
    message = t("The price year is missing.")
    problems.error(
        PACK_FILE, 0, "price_year", message, t("Write it as {example}.", example="price_year = 2025")
    )
