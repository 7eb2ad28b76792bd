"""pack.toml: name, version and geometry of a pack, readable before anything else is loaded."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from advisor.datapack.problems import Problems

PACK_FILE = "pack.toml"


def read_header(folder: Path, problems: Problems) -> dict[str, Any]:
    """The entries of pack.toml, empty where there is none; those of the wrong kind are noted and left out."""
    path = folder / PACK_FILE
    if not path.is_file():
        return {}
    try:
        header = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.error(PACK_FILE, 0, "", f"The file is not valid TOML: {error}.", "Mend the line it names.")
        return {}
    if not isinstance(header.get("price_year", 0), int):
        problems.error(PACK_FILE, 0, "price_year", "This is not a year.", "Write it as price_year = 2025.")
        header.pop("price_year")
    if not isinstance(header.get("themes", {}), dict):
        problems.error(PACK_FILE, 0, "themes", "This is not a table.", 'Write [themes] and id = "label".')
        header.pop("themes")
    return header


def geometry_file(folder: Path, header: dict[str, Any]) -> Path | None:
    """Where the polygons of a pack should be, None for a pack without a map."""
    name = header.get("geometry")
    return folder / str(name) if name else None


def check_geometry(path: Path, problems: Problems) -> None:
    """Note a geometry file that no map can be drawn from."""
    try:
        document = json.loads(path.read_bytes())
    except (ValueError, RecursionError):  # also text that is not UTF-8
        document = None
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        message = "The file is not a GeoJSON FeatureCollection."
        problems.error(path.name, 0, "", message, "Export the polygons as GeoJSON, in degrees (WGS 84).")
