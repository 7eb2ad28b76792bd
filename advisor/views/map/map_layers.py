"""From an assessment to what the map shows: the score, a theme's score, or any single criterion."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.value_functions import FloatArray, ValueFunction
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.map.map_figure import HoverCard, HubPoint, MapPicture
from advisor.views.map.map_figure import Status as Look
from advisor.words.formatting import figure_text, number_text

SCORE = "score"
_THEME, _CRITERION = "theme:", "criterion:"
_LOOKS: dict[int, Look] = {
    Status.RANKED: "ranked",
    Status.EXCLUDED: "excluded",
    Status.INSUFFICIENT: "insufficient",
}
_TICKS = 5
_SHOWN = 3  # strongest and weakest criteria on a card
_LEAST_SPAN = 30.0  # of the score scale: small differences must not look like large ones
_STEP = 10.0


@dataclass(frozen=True, slots=True)
class Layer:
    """Something that can colour the map.

    Attributes:
        id: what ``layer_picture`` calls it.
        label: what the user calls it.
        theme: the theme that it belongs to, empty for the overall score.
        description: one sentence for a tooltip.
    """

    id: str
    label: str
    theme: str = ""
    description: str = ""

    @property
    def is_theme_score(self) -> bool:
        """Whether it is the score of a whole theme."""
        return self.id.startswith(_THEME)


def theme_layer(theme: str) -> str:
    """Id of the layer of a theme's score."""
    return _THEME + theme


def criterion_layer(criterion: str) -> str:
    """Id of the layer of a criterion."""
    return _CRITERION + criterion


def layers_of(pack: DataPack) -> tuple[Layer, ...]:
    """All layers of a pack: the score, then theme by theme its score and its criteria."""
    layers = [Layer(SCORE, "Score", "", "The overall score of each location, 0 to 100.")]
    for theme in dict.fromkeys(criterion.theme for criterion in pack.criteria):
        label = pack.theme_label(theme)
        layers.append(Layer(theme_layer(theme), label, theme, f"The {label.lower()} score, 0 to 100."))
        layers.extend(
            Layer(criterion_layer(c.id), c.name, theme, c.description)
            for c in pack.criteria
            if c.theme == theme
        )
    return tuple(layers)


def layer_picture(assessment: Assessment, layer: str) -> MapPicture:
    """The map of one layer.

    Args:
        assessment: what is to be shown.
        layer: an id from ``layers_of``.

    Raises:
        ValueError: there is no such layer.
    """
    pack, evaluation = assessment.pack, assessment.evaluation
    looks = list(map_looks(assessment))
    unit = ""
    ticks: tuple[str, ...] = ()
    if layer == SCORE:
        values, label = evaluation.scores, "Score"
        low, high = _score_range(evaluation.scores[evaluation.status == Status.RANKED])
        ticks = _score_ticks(low, high)
    elif layer.startswith(_THEME) and layer.removeprefix(_THEME) in evaluation.weights.themes:
        theme = layer.removeprefix(_THEME)
        values, label = evaluation.themes[:, evaluation.weights.themes.index(theme)], pack.theme_label(theme)
        low, high = 0.0, 100.0
        ticks = _score_ticks(low, high)
    else:
        j = _criterion_index(pack, layer)
        criterion, valued = pack.criteria[j], evaluation.valued
        values = np.where(valued.known[:, j], valued.values[:, j], np.nan)
        looks = [_criterion_look(look, float(value)) for look, value in zip(looks, values, strict=True)]
        low, high, label, unit = 0.0, 1.0, criterion.name, criterion.unit
        ticks = value_ticks(criterion.value_function, criterion.unit)
    return MapPicture(
        ids=pack.location_ids,
        values=tuple(None if math.isnan(value) else float(value) for value in values),
        statuses=tuple(looks),
        low=low,
        high=high,
        label=label,
        unit=unit,
        ticks=ticks,
        home=assessment.scenario.home or None,
        points=location_points(pack),
        cards=HoverCards(assessment, layer),
    )


def map_looks(assessment: Assessment) -> tuple[Look, ...]:
    """How the map treats each location: ranked, excluded or with too little data."""
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
    return tuple(
        HubPoint(row.text("location_id"), row.text("name"), float(row.text("lat")), float(row.text("lon")))
        for row in pack.places.hubs
    )


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


class HoverCards(Mapping[str, HoverCard]):
    """The hover card of every location, made when it is asked for."""

    def __init__(self, assessment: Assessment, layer: str = SCORE) -> None:
        self._assessment = assessment
        self._layer = layer

    def __len__(self) -> int:
        return len(self._assessment.pack.locations)

    def __iter__(self) -> Iterator[str]:
        return iter(self._assessment.pack.location_ids)

    def __getitem__(self, location_id: str) -> HoverCard:
        assessment, evaluation = self._assessment, self._assessment.evaluation
        if location_id not in assessment.pack.location_ids:
            raise KeyError(location_id)
        row = evaluation.row(location_id)
        ranked = evaluation.status[row] == Status.RANKED
        strongest, weakest = _extremes(assessment, row) if ranked else ((), ())
        notes = [*assessment.reasons(row)]
        if line := self._layer_line(row):
            notes.insert(0, line)
        return HoverCard(
            name=assessment.pack.locations[row].name,
            rank=int(evaluation.ranks[row]) if ranked else None,
            score=f"{evaluation.scores[row]:.1f}" if ranked else "",
            engagement=assessment.engagement(row).capitalize(),
            strongest=strongest,
            weakest=weakest,
            note="; ".join(notes),
        )

    def _layer_line(self, row: int) -> str:
        """What the coloured layer says of a location, where it is not the score itself."""
        assessment, pack = self._assessment, self._assessment.pack
        if self._layer == SCORE:
            return ""
        if self._layer.startswith(_THEME):
            theme = self._layer.removeprefix(_THEME)
            k = assessment.evaluation.weights.themes.index(theme)
            return f"{pack.theme_label(theme)}: {assessment.evaluation.themes[row, k]:.0f} of 100"
        j = _criterion_index(pack, self._layer)
        return f"{pack.criteria[j].name}: {_figure(assessment, row, j)}"


def _extremes(
    assessment: Assessment, row: int
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The criteria that lift a location most above the average of the ranked, and those that pull it down."""
    evaluation = assessment.evaluation
    valued, ranked = evaluation.valued, evaluation.status == Status.RANKED
    gains = (valued.values[row] - valued.values[ranked].mean(axis=0)) * evaluation.weights.flat
    order = np.argsort(-gains, kind="stable")
    candidates = [int(j) for j in order if valued.known[row, j] and evaluation.weights.flat[j] > 0]

    def named(indices: list[int]) -> tuple[tuple[str, str], ...]:
        return tuple((assessment.pack.criteria[j].name, _figure(assessment, row, j)) for j in indices)

    best, others = candidates[:_SHOWN], candidates[_SHOWN:]
    return named(best), named(others[::-1][:_SHOWN])


def _figure(assessment: Assessment, row: int, j: int) -> str:
    """A location's figure; points on a scale of their own go without the name of the scale."""
    unit = assessment.pack.criteria[j].unit
    is_scale = unit[:1].isdigit() or unit.startswith("index")
    return figure_text(float(assessment.cells.values[row, j]), unit, with_unit=not is_scale)


def _criterion_index(pack: DataPack, layer: str) -> int:
    ids = [criterion_layer(criterion.id) for criterion in pack.criteria]
    if layer not in ids:
        raise ValueError(f"There is no map layer '{layer}'.")
    return ids.index(layer)


def _criterion_look(look: Look, value: float) -> Look:
    """A single figure can be shown also where the rest is too thin for a rank."""
    if look == "insufficient":
        return "unknown" if math.isnan(value) else "ranked"
    return look


def _score_range(scores: FloatArray) -> tuple[float, float]:
    """Whole tens around nearly all scores, so that the scale seldom moves while weights do."""
    if not len(scores):
        return 0.0, 100.0
    low, high = (float(x) for x in np.quantile(scores, (0.02, 0.98)))
    low, high = _STEP * math.floor(low / _STEP), _STEP * math.ceil(high / _STEP)
    while high - low < _LEAST_SPAN:
        low, high = max(0.0, low - _STEP), min(100.0, high + _STEP)
    return low, high


def _score_ticks(low: float, high: float) -> tuple[str, ...]:
    steps = round((high - low) / _STEP)
    stride = 2 if steps > 5 and steps % 2 == 0 else 1
    return tuple(f"{low + _STEP * i:.0f}" for i in range(0, steps + 1, stride))


def _tick_text(figure: float, unit: str) -> str:
    if unit.startswith("h"):
        return number_text(round(figure, 1))
    rounded = float(f"{figure:.2g}")
    return number_text(0.0 if abs(rounded) < 1e-9 else rounded)
