"""GeoJSON from the wild: read, checked, and made into the features that the map draws.

Whatever the file holds, only what is understood goes on: ids, names, label points and polygons. Missing
geometries, ids in a property or as numbers, several features of one place, other reference systems and too
much detail are dealt with, and each is said.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from advisor.datapack.problems import Problems, shown
from advisor.datapack.rings import (
    DECIMALS,
    MOST_LONGITUDE,
    MOST_POINTS,
    Polygon,
    RingError,
    count_points,
    middle_of,
    read_polygon,
    simplified,
    square_kilometres,
    wound,
)
from advisor.words.translation import t, tn

SMALL_KM2 = 12_000.0  # below, a place is too small to hit with a pointer and gets a pin as well
_DEGREES = re.compile(r"CRS:?84$|EPSG:+(4326|4258|4269)$", re.IGNORECASE)
_EPSG = re.compile(r"EPSG:+(\d{4,6})$", re.IGNORECASE)
_ID = ""  # stands for the id of a feature itself among the names of its properties
_LISTED = 3


@dataclass(slots=True)
class Feature:
    """One feature while it is being read.

    Attributes:
        names: what may be its id: its own id under a blank key, and its properties.
        properties: its properties.
        polygons: its polygons; none where it has no geometry.
        id: the place it belongs to, or what it calls itself.
    """

    names: dict[str, str]
    properties: Mapping[str, Any]
    polygons: list[Polygon]
    id: str = field(default="")


@dataclass(frozen=True, slots=True)
class _Report:
    file: str
    problems: Problems

    def error(self, message: str, cure: str) -> None:
        self.problems.error(self.file, 0, "", message, cure)

    def note(self, message: str, cure: str = "") -> None:
        self.problems.note(self.file, 0, "", message, cure)


def read_features(
    file: str, content: bytes, location_ids: Sequence[str], id_property: str, problems: Problems
) -> list[Feature] | None:
    """The features of a file that can be drawn, one for each id; None, with the reason noted, if none can.

    Args:
        file: its name.
        content: its bytes.
        location_ids: the places of the pack.
        id_property: the property that holds their ids; blank to find out.
        problems: where faults are noted, and how the file was understood.
    """
    report = _Report(file, problems)
    document = _parse(content)
    if not isinstance(document, dict) or not isinstance(document.get("features"), list):
        cure = t("Export the polygons as GeoJSON, in degrees (WGS 84).")
        report.error(t("The file is not a GeoJSON FeatureCollection."), cure)
        return None
    features: list[Feature] = []
    for at, each in enumerate(document["features"], 1):
        try:
            features.append(_feature(each))
        except RingError:
            message = t("Feature {number} has no polygons that can be read.", number=at)
            report.error(message, t("Export it again as Polygon or MultiPolygon, in degrees (WGS 84)."))
            return None
    if not _in_degrees(document, features, report) or not _match(features, location_ids, id_property, report):
        return None
    _note_missing(features, location_ids, report)
    return _bounded(_merged(features, location_ids, report), report)


def _parse(content: bytes) -> object:
    def refuse(word: str) -> None:
        raise ValueError(word)

    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=refuse)
    except (ValueError, RecursionError):  # also text that is not UTF-8, and numbers of too many digits
        return None


def _feature(entry: object) -> Feature:
    """A feature as it stands in the file.

    Raises:
        RingError: it is none, or its coordinates make no polygons.
    """
    if not isinstance(entry, dict):
        raise RingError
    properties = entry.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    names = {key: _id_text(value) for key, value in properties.items() if key != _ID}
    names[_ID] = _id_text(entry.get("id"))
    return Feature(
        {key: name for key, name in names.items() if name}, properties, _polygons(entry.get("geometry"))
    )


def _id_text(value: object) -> str:
    """An id as text: 7 and 7.0 are "7"; nothing where it cannot be one."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float):
        value = int(value) if value == value // 1 and abs(value) < 1e15 else value
    text = str(value)[:200].encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", text.strip())


def _polygons(geometry: object) -> list[Polygon]:
    if geometry is None:
        return []
    if not isinstance(geometry, dict):
        raise RingError
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        return [read_polygon(coordinates)] if coordinates != [] else []
    if kind == "MultiPolygon" and isinstance(coordinates, list):
        return [read_polygon(each) for each in coordinates]
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list):
        parts = [each for each in geometry["geometries"] if isinstance(each, dict)]
        return [
            p for part in parts if part.get("type") in ("Polygon", "MultiPolygon") for p in _polygons(part)
        ]
    if kind in ("Point", "MultiPoint", "LineString", "MultiLineString"):
        return []
    raise RingError


def _in_degrees(document: Mapping[str, Any], features: Sequence[Feature], report: _Report) -> bool:
    """Bring coordinates to degrees where the file names its system; refuse those that cannot be degrees."""
    crs = document.get("crs")
    details = crs.get("properties") if isinstance(crs, dict) else None
    system = str(details.get("name", "")) if isinstance(details, dict) else ""
    rings = [ring for feature in features for polygon in feature.polygons for ring in polygon]
    if system and not _DEGREES.search(system):
        return _converted(system, rings, report)
    for ring in rings:
        beyond = (np.abs(ring[:, 0]) > MOST_LONGITUDE) | (np.abs(ring[:, 1]) > 90.001)
        if beyond.any():
            x, y = ring[int(np.argmax(beyond))].tolist()
            message = t("Coordinates such as {x}, {y} are not degrees.", x=f"{x:g}", y=f"{y:g}")
            cure = t("They look projected: export the polygons in WGS 84 (EPSG:4326), longitude first.")
            report.error(message, cure)
            return False
    return True


def _converted(system: str, rings: Sequence[np.ndarray], report: _Report) -> bool:
    found = _EPSG.search(system)
    cure = t("Export the polygons in WGS 84 (EPSG:4326).")
    if found is None:
        report.error(t("The reference system '{name}' is not known.", name=shown(system)), cure)
        return False
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    try:
        transformer = Transformer.from_crs(int(found.group(1)), 4326, always_xy=True)
        for ring in rings:
            ring[:, 0], ring[:, 1] = transformer.transform(ring[:, 0].copy(), ring[:, 1].copy())
            if not np.isfinite(ring).all():
                raise ProjError("beyond the system")
    except ProjError:
        report.error(t("Coordinates of {name} cannot be converted.", name=shown(system)), cure)
        return False
    report.note(t("Coordinates were converted from {name} to degrees.", name=shown(system)))
    return True


def _match(
    features: Sequence[Feature], location_ids: Sequence[str], id_property: str, report: _Report
) -> bool:
    """Give every feature the place that it belongs to, by its id or by the property that fits best."""
    places = set(location_ids)
    keys = dict.fromkeys([_ID, *(key for feature in features for key in feature.names)])
    hits = {key: {f.names[key] for f in features if key in f.names} & places for key in keys}
    most = max((len(found) for found in hits.values()), default=0)
    best = [key for key, found in hits.items() if len(found) == most]
    if id_property:
        best, most = [id_property], len(hits.get(id_property, ()))
    named = ", ".join(f"'{shown(key)}'" for key in [key for key in keys if key][:8])
    if features and not most:
        message = t("No feature has the id of a place; the properties are {names}.", names=named or "-")
        cure = t("Give them ids from locations.csv, or name the property as geometry_id in pack.toml.")
        report.error(message, cure)
        return False
    chosen = best[0]
    for other in best[1:]:
        if any(f.names.get(other) != f.names.get(chosen) for f in features if f.names.get(other) in places):
            message = t("Features have ids of places in {names}, and they differ.", names=named)
            report.error(message, t("Name the right property as geometry_id in pack.toml."))
            return False
    if chosen != _ID and not id_property:
        report.note(t("Features were matched to places by the property '{name}'.", name=shown(chosen)))
    for at, feature in enumerate(features, 1):
        feature.id = feature.names.get(chosen) or feature.names.get(_ID) or f"feature-{at}"
    return True


def _note_missing(features: Sequence[Feature], location_ids: Sequence[str], report: _Report) -> None:
    """Say which places are not drawn, and then also which features belong to no place."""
    drawn = {feature.id for feature in features if feature.polygons}
    missing = [place for place in location_ids if place not in drawn]
    if not missing:
        return
    message = tn("{count} place has no polygon: {names}.", "{count} places have no polygon: {names}.",
                 len(missing), names=_listed(missing))  # fmt: skip
    report.note(message, t("Those with lat and lon are drawn as points."))
    places = set(location_ids)
    strangers = [feature.id for feature in features if feature.id not in places]
    if strangers:
        message = tn(
            "{count} feature belongs to no place and is drawn as land: {names}.",
            "{count} features belong to no place and are drawn as land: {names}.",
            len(strangers), names=_listed(strangers),
        )  # fmt: skip
        report.note(message)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(shown(name) for name in names[:_LISTED]) + (", …" if len(names) > _LISTED else "")


def _merged(features: Sequence[Feature], location_ids: Sequence[str], report: _Report) -> list[Feature]:
    """One feature for each id that has polygons."""
    merged: dict[str, Feature] = {}
    several: dict[str, None] = {}
    for feature in features:
        if not feature.polygons:
            continue
        if feature.id in merged:
            several[feature.id] = None
            merged[feature.id].polygons.extend(feature.polygons)
        else:
            merged[feature.id] = feature
    of_places = [name for name in several if name in set(location_ids)]
    if of_places:
        report.note(t("Several features of one place were joined: {names}.", names=_listed(of_places)))
    return list(merged.values())


def _bounded(features: list[Feature], report: _Report) -> list[Feature]:
    """The features without more detail than the map can bear."""
    shapes = [feature.polygons for feature in features]
    points = count_points(shapes)
    if points > MOST_POINTS:
        shapes = simplified(shapes)
        message = t(
            "{before} positions were simplified to {after}.", before=points, after=count_points(shapes)
        )
        report.note(message, t("Simplify the polygons yourself for other details."))
        for feature, shape in zip(features, shapes, strict=True):
            feature.polygons = shape
    return features


def written(feature: Feature) -> dict[str, Any]:
    """A feature as the map takes it, made of nothing but what was understood."""
    stated, polygons = feature.properties, feature.polygons
    lon, lat = _degrees(stated.get("lon"), 180), _degrees(stated.get("lat"), 90)
    if lon is None or lat is None:
        lon, lat = middle_of(polygons)
    name, small = stated.get("name"), stated.get("small")
    if not isinstance(small, bool):
        small = square_kilometres(polygons) < SMALL_KM2
    return {
        "type": "Feature",
        "id": feature.id,
        "properties": {
            "name": _id_text(name) or feature.id,
            "lon": round(lon, DECIMALS),
            "lat": round(lat, DECIMALS),
            "small": small,
        },
        "geometry": {
            "type": "MultiPolygon",
            "coordinates": [
                [np.round(ring, DECIMALS).tolist() for ring in wound(polygon)] for polygon in polygons
            ],
        },
    }


def _degrees(value: object, limit: float) -> float | None:
    good = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= limit
    return float(value) if good and isinstance(value, int | float) else None
