"""How the map treats each location, whatever the layer: where it is, and what became of it."""

from __future__ import annotations

import math

from advisor.core.evaluation import Status as Outcome
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.map.map_figure import HubPoint, Status
from advisor.words.data_words import data_text

_LOOKS: dict[int, Status] = {
    Outcome.RANKED: "ranked",
    Outcome.EXCLUDED: "excluded",
    Outcome.INSUFFICIENT: "insufficient",
}


def map_looks(assessment: Assessment) -> tuple[Status, ...]:
    """Whether each location is ranked, excluded or has too little data."""
    return tuple(_LOOKS[int(status)] for status in assessment.evaluation.status)


def location_points(pack: DataPack) -> dict[str, tuple[float, float]]:
    """Latitude and longitude of the locations that have them, degrees."""
    return {
        location.id: (location.lat, location.lon)
        for location in pack.locations
        if not (math.isnan(location.lat) or math.isnan(location.lon))
    }


def hub_points(pack: DataPack) -> tuple[HubPoint, ...]:
    """The delivery cities of a pack; none for a pack without places."""
    if pack.places is None:
        return ()
    return tuple(HubPoint(hub.location_id, data_text(hub.name), hub.lat, hub.lon) for hub in pack.places.hubs)
