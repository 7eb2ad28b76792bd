"""The ranked places with their polygons, for maps of one's own: GeoJSON after RFC 7946."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.core.robustness import Robustness
from advisor.costs.results import CostResult
from advisor.export.certainty import CERTAINTY_COLUMNS, certainty_entry
from advisor.export.export_format import ExportFormat, Files
from advisor.export.metadata import metadata_document
from advisor.export.progress import Progress, told
from advisor.export.ranking_csv import STATUS_NAMES, cost_numbers
from advisor.export.subject import Subject
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.inside_json import with_study
from advisor.words.json_numbers import number_or_none
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """GeoJSON."""
    return ExportFormat(
        ".geojson",
        t("Places as &GeoJSON…"),
        t("Every place with its outline, rank, score and figures, for a map program"),
        _files,
        place=50,
        wants_certainty=True,
    )


def place_properties(
    assessment: Assessment, row: int, certainty: Robustness | None, costs: CostResult | None
) -> dict[str, Any]:
    """What an export says of one place: everything that the table says; unknown is None."""
    evaluation = assessment.evaluation
    status = Status(int(evaluation.status[row]))
    location = assessment.locations[row]
    figures = {
        criterion.id: number_or_none(float(assessment.cells.values[row, j]))
        for j, criterion in enumerate(evaluation.criteria)
    }
    return {
        "id": location.id,
        "name": location.name,
        "iso3": location.iso3,
        "region": location.region,
        "status": STATUS_NAMES[status],
        "rank": int(evaluation.ranks[row]) if status == Status.RANKED else None,
        "score": number_or_none(round(float(evaluation.scores[row]), 2)),
        "engagement": assessment.engagement(row),
        "reasons": "; ".join(assessment.reasons(row)),
        "flags": "; ".join(flag.text for flag in assessment.flags(row)),
        "coverage": round(float(evaluation.coverage[row]), 6),
        "taken_from_peers": _known_as(assessment, row, CellMethod.IMPUTED),
        "own_figures": _known_as(assessment, row, CellMethod.USER),
        **_certainty(certainty, row),
        **(cost_numbers(costs, row) if costs else {}),
        **figures,
    }


def _known_as(assessment: Assessment, row: int, method: CellMethod) -> str:
    """Ids of the criteria whose figures came to be known in a way."""
    valued = assessment.evaluation.valued
    criteria = zip(assessment.evaluation.criteria, valued.methods[row].tolist(), strict=True)
    return "; ".join(criterion.id for criterion, how in criteria if how == method)


def _certainty(certainty: Robustness | None, row: int) -> dict[str, Any]:
    if certainty is None:
        return {}
    if not certainty.rank_low[row]:
        return dict.fromkeys(CERTAINTY_COLUMNS)
    return dict(certainty_entry(certainty, row))


def features(subject: Subject, progress: Progress) -> list[dict[str, Any]]:
    """A GeoJSON feature a location: its outline where the pack has one, else its point, else no geometry."""
    assessment = subject.assessment
    outlines = _outlines(assessment)
    costs = assessment.costs.result if assessment.costs else None
    return [
        {
            "type": "Feature",
            "id": location.id,
            "properties": place_properties(assessment, row, subject.certainty, costs),
            "geometry": outlines.get(location.id) or _point(location.lon, location.lat),
        }
        for row, location in enumerate(told(assessment.locations, progress))
    ]


def _files(subject: Subject, progress: Progress) -> Files:
    document = {
        "type": "FeatureCollection",
        "metadata": with_study(
            metadata_document(subject.assessment, subject.certainty, subject.today), subject.study
        ),
        "features": features(subject, progress),
    }
    return {"": json.dumps(document, ensure_ascii=False, allow_nan=False).encode("utf-8")}


def _outlines(assessment: Assessment) -> dict[str, Any]:
    """Polygons wound as RFC 7946 wants them, which is the other way round than the map's drawing library."""
    geometry = assessment.pack.geometry
    if geometry is None:
        return {}
    import shapely
    from shapely.geometry import mapping, shape

    collection = json.loads(geometry.page_text())
    wanted = {location.id for location in assessment.locations}
    return {
        feature["id"]: mapping(shapely.orient_polygons(shape(feature["geometry"]), exterior_cw=False))
        for feature in collection["features"]
        if feature["id"] in wanted
    }


def _point(lon: float, lat: float) -> dict[str, Any] | None:
    return None if np.isnan(lon) or np.isnan(lat) else {"type": "Point", "coordinates": [lon, lat]}
