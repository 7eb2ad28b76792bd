"""The map coloured by single criteria, each under its theme."""

from __future__ import annotations

import math

import numpy as np

from advisor.core.value_functions import ValueFunction
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.map.map_figure import Status
from advisor.views.map.map_layer import Colouring, MapLayer, Shown
from advisor.views.map.map_looks import map_looks
from advisor.views.map.score_layers import theme_score_layer
from advisor.words.formatting import figure_text, number_text
from advisor.words.translation import t, tc
from advisor.words.units import folded, unit_text

_CRITERION = "criterion:"
_TICKS = 5


def criterion_layer(criterion: str) -> str:
    """Id of the layer of a criterion."""
    return _CRITERION + criterion


def theme_and_criterion_layers(pack: DataPack) -> tuple[MapLayer, ...]:
    """Theme by theme its score and its criteria."""
    shorts = {"cost_per_fte": tc("map layer", "Cost"), "overlap": tc("map layer", "Overlap")}
    layers: list[MapLayer] = []
    for theme in dict.fromkeys(criterion.theme for criterion in pack.criteria):
        layers.append(theme_score_layer(pack, theme))
        layers += [
            _criterion_layer(pack, j, shorts.get(criterion.id, ""))
            for j, criterion in enumerate(pack.criteria)
            if criterion.theme == theme
        ]
    return tuple(layers)


def _criterion_layer(pack: DataPack, j: int, short: str) -> MapLayer:
    criterion = pack.criteria[j]

    def colouring(shown: Shown) -> Colouring:
        valued = shown.assessment.evaluation.valued
        values = np.where(valued.known[:, j], valued.values[:, j], np.nan)
        return Colouring(
            tuple(values.tolist()),
            0.0,
            1.0,
            (t("worse"), t("better")),
            value_ticks(criterion.value_function, criterion.unit),
            unit_text(criterion.unit),
            looks=tuple(
                _criterion_look(look, float(value))
                for look, value in zip(map_looks(shown.assessment), values, strict=True)
            ),
        )

    return MapLayer(
        criterion_layer(criterion.id),
        criterion.name,
        criterion.description or criterion.name,
        colouring,
        lambda shown, row: t(
            "{criterion}: {figure}", criterion=criterion.name, figure=card_figure(shown.assessment, row, j)
        ),
        short=short,
        theme=criterion.theme,
        criterion=j,
    )


def card_figure(assessment: Assessment, row: int, j: int) -> str:
    """A location's figure; points on a scale of their own go without the name of the scale."""
    unit = assessment.pack.criteria[j].unit
    is_scale = unit[:1].isdigit() or unit.startswith("index")
    return figure_text(float(assessment.cells.values[row, j]), unit, with_unit=not is_scale)


def value_ticks(function: ValueFunction, unit: str, count: int = _TICKS) -> tuple[str, ...]:
    """Raw figures at even steps of value from worst to best, as texts for a colour scale.

    The colours follow the value function, so the ticks of a logarithmic
    criterion are even in the logarithm.
    """
    path = np.linspace(function.worst, function.best, 2001)
    if function.worst > 0 and function.best > 0:
        path = np.geomspace(function.worst, function.best, 2001)
    values = function(path)
    if np.any(np.diff(values) < -1e-12):  # rises and falls on the way: only the ends can be named
        figures = [function.worst, function.best]
    else:
        figures = [float(np.interp(step, values, path)) for step in np.linspace(0.0, 1.0, count)]
    return tuple(_tick_text(figure, unit) for figure in figures)


def _tick_text(figure: float, unit: str) -> str:
    if unit.startswith("h"):
        return number_text(round(figure, 1))
    rounded = float(f"{figure:.2g}")
    return number_text(0.0 if abs(rounded) < 1e-9 else rounded * folded(unit)[1])


def _criterion_look(look: Status, value: float) -> Status:
    """A single figure can be shown also where the rest is too thin for a rank."""
    if look == "insufficient":
        return "unknown" if math.isnan(value) else "ranked"
    return look
