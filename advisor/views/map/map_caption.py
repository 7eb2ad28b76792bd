"""What stands around a picture of the map that leaves the program: title, date, scenario and sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor.views.map.map_layer import MapLayer, Shown
from advisor.words.dates import date_text
from advisor.words.translation import t, tn

_NAMED = 3  # publishers that are named; the others are counted


@dataclass(frozen=True, slots=True)
class MapCaption:
    """Three lines of text: two above the map, one below the legend."""

    title: str
    scenario: str
    source: str


def map_caption(shown: Shown, layer: MapLayer, day: date) -> MapCaption:
    """The caption of a layer's picture.

    Args:
        shown: the ranking that the picture shows.
        layer: what it is coloured by.
        day: the day on which the picture is made.
    """
    assessment = shown.assessment
    pack, scenario = assessment.pack, assessment.scenario
    parts = [scenario.name]
    if assessment.home_figures is not None:
        parts.append(t("home {place}", place=pack.location(scenario.home).name))
    if function := pack.functions.get(scenario.function):
        parts.append(function.label)
        parts.append(tn("{count} person", "{count} people", scenario.headcount))
    parts.append(date_text(day))
    dot = " \N{MIDDLE DOT} "
    return MapCaption(layer.legend or layer.title, dot.join(parts), dot.join(_sources(shown, layer)))


def _sources(shown: Shown, layer: MapLayer) -> list[str]:
    pack = shown.assessment.pack
    texts = []
    if names := _publishers(shown, layer):
        named, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
        if more > 0:
            texts.append(t("Figures: {names} and {count} more", names=named, count=more))
        else:
            texts.append(t("Figures: {names}", names=named))
    edition = t("{pack}, edition {edition}", pack=pack.name, edition=pack.version)
    texts.append(edition if pack.version else pack.name)
    texts.append(t("made with Location Advisor"))
    return texts


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
