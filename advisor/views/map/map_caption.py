"""What stands around a picture of the map that leaves the program: title, date, scenario and sources."""

from __future__ import annotations

from datetime import date

from advisor.views.captions import Caption, source_line, study_line
from advisor.views.map.map_layer import MapLayer, Shown


def map_caption(shown: Shown, layer: MapLayer, day: date) -> Caption:
    """The caption of a layer's picture.

    Args:
        shown: the ranking that the picture shows.
        layer: what it is coloured by.
        day: the day on which the picture is made.
    """
    source = source_line(shown.assessment, _publishers(shown, layer))
    return Caption(layer.legend or layer.title, study_line(shown.assessment, day), source)


def _publishers(shown: Shown, layer: MapLayer) -> list[str]:
    """Who published the figures of a layer that shows one criterion, the most cells first."""
    if layer.criterion < 0:
        return []
    known = shown.assessment.sources
    counts: dict[str, int] = {}
    for cell in shown.assessment.cells.sources[:, layer.criterion]:
        for one in filter(None, str(cell).split(";")):
            name = known[one].publisher or known[one].dataset if one in known else ""
            if name:
                counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: -counts[name])
