"""The ranked places as a GeoPackage, with what is needed to understand them as a second table."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from advisor.export.export_format import ExportFormat, Files
from advisor.export.formats.geojson_places import features
from advisor.export.metadata import metadata_document
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.scenario.study.inside_geopackage import ABOUT
from advisor.scenario.study.inside_json import with_study
from advisor.words.translation import t

_PLACES = "places"
_WGS84 = "EPSG:4326"


def export_format() -> ExportFormat:
    """GeoPackage."""
    return ExportFormat(
        ".gpkg",
        t("Places as Geo&Package…"),
        t("Every place with its outline, rank, score and figures, for a map program"),
        _files,
        place=60,
        wants_certainty=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    # They take a while to load and are needed only here.
    import geopandas
    import pandas
    import pyogrio

    places = geopandas.GeoDataFrame.from_features(features(subject, progress), crs=_WGS84)
    about = with_study(metadata_document(subject.assessment, subject.certainty, subject.today), subject.study)
    rows = [(key, json.dumps(value, ensure_ascii=False)) for key, value in about.items()]
    # The file carries the day of the export and no clock time, so that the same ranking gives the same bytes.
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{subject.today.isoformat()}T00:00:00.000Z"})
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "places.gpkg"
            pyogrio.write_dataframe(places, path, layer=_PLACES, driver="GPKG")
            table = pandas.DataFrame(rows, columns=["key", "value"])
            pyogrio.write_dataframe(table, path, layer=ABOUT, driver="GPKG", append=True)
            return {"": path.read_bytes()}
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
