"""The polygons of a pack's map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from advisor.datapack.problems import Problems
from advisor.datapack.reading import LARGEST_GEOMETRY, read_bytes
from advisor.words.translation import t


def check_geometry(folder: Path, header: Mapping[str, Any], problems: Problems) -> None:
    """Note a geometry file that no map can be drawn from."""
    content = read_bytes(folder, header["geometry"], LARGEST_GEOMETRY, problems)
    if content is None:
        return
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):  # also text that is not UTF-8
        document = None
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        message = t("The file is not a GeoJSON FeatureCollection.")
        cure = t("Export the polygons as GeoJSON, in degrees (WGS 84).")
        problems.error(header["geometry"], 0, "", message, cure)
