"""The registry of what can colour the map, and the picture of a layer.

A layer is one ``MapLayer``, made by one function of ``SOURCES``: choice of layers, legend, hover card and
the map's accessible name read it from here. To add one, add its function.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from advisor.datapack.schema import DataPack
from advisor.views.map.certainty_layer import certainty_layers
from advisor.views.map.criterion_layers import theme_and_criterion_layers
from advisor.views.map.hover_cards import HoverCards
from advisor.views.map.map_figure import MapPicture
from advisor.views.map.map_layer import MapLayer, Shown
from advisor.views.map.map_looks import location_points, map_looks
from advisor.views.map.map_texts import NO_LAYER
from advisor.views.map.rank_change_layer import rank_change_layers
from advisor.views.map.score_layers import coverage_layers, score_layers
from advisor.words.translation import marked

#: Each makes the layers that it has for a pack; they are offered in this order.
SOURCES: tuple[Callable[[DataPack], tuple[MapLayer, ...]], ...] = (
    score_layers,
    theme_and_criterion_layers,
    certainty_layers,
    coverage_layers,
    rank_change_layers,
)


def layers_of(pack: DataPack) -> tuple[MapLayer, ...]:
    """All layers that a pack has."""
    return tuple(layer for source in SOURCES for layer in source(pack))


def layer_of(pack: DataPack, layer_id: str) -> MapLayer:
    """The layer of an id.

    Raises:
        ValueError: there is no such layer.
    """
    for layer in layers_of(pack):
        if layer.id == layer_id:
            return layer
    raise ValueError(marked(NO_LAYER, name=layer_id))


def layer_picture(shown: Shown, layer: MapLayer) -> MapPicture:
    """The map of one layer."""
    assessment = shown.assessment
    found = layer.colour(shown)
    return MapPicture(
        ids=assessment.pack.location_ids,
        values=tuple(None if math.isnan(value) else value for value in found.values),
        statuses=found.looks or map_looks(assessment),
        low=found.low,
        high=found.high,
        label=found.legend or layer.legend or layer.title,
        title=layer.title,
        unit=found.unit,
        direction=found.direction,
        ramp=found.ramp,
        ends=found.ends,
        ticks=found.ticks,
        home=assessment.scenario.home or None,
        chosen=shown.chosen or None,
        flagged=assessment.warned,
        points=location_points(assessment.pack),
        cards=HoverCards(shown, layer),
    )
