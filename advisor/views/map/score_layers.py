"""The map coloured by scores, overall or of a theme, and by how much of them rests on known figures."""

from __future__ import annotations

import math

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.percentiles import percentile
from advisor.core.value_functions import FloatArray
from advisor.datapack.schema import DataPack
from advisor.views.map.map_layer import Colouring, MapLayer, Shown
from advisor.views.map.map_texts import COVERAGE_TIP, SCORE_TIP, THEME_TIP
from advisor.words.formatting import in_sentence, percent_text
from advisor.words.locale import digits
from advisor.words.translation import marked, t

SCORE, COVERAGE = "score", "coverage"
_THEME = "theme:"
_LEAST_SPAN = 30.0  # of the score scale: small differences must not look like large ones
_STEP = 10.0


def theme_layer(theme: str) -> str:
    """Id of the layer of a theme's score."""
    return _THEME + theme


def score_layers(_pack: DataPack) -> tuple[MapLayer, ...]:
    """The overall score."""
    return (
        MapLayer(
            SCORE,
            t("Score"),
            marked(SCORE_TIP),
            _score_colouring,
            lambda _shown, _row: "",  # every card names the score anyway
            short=t("Score"),
        ),
    )


def coverage_layers(_pack: DataPack) -> tuple[MapLayer, ...]:
    """How much of the weight rests on known figures."""
    return (
        MapLayer(
            COVERAGE,
            t("Coverage"),
            marked(COVERAGE_TIP),
            _coverage_colouring,
            lambda shown, row: t(
                "{share} of the weight rests on known figures",
                share=percent_text(_floored(_coverage(shown)[row]) / 100),
            ),
            legend=t("Weight that rests on known figures"),
        ),
    )


def theme_score_layer(pack: DataPack, theme: str) -> MapLayer:
    """The score of one theme."""
    label = pack.theme_label(theme)

    def scores(shown: Shown) -> FloatArray:
        evaluation = shown.assessment.evaluation
        return evaluation.themes[:, evaluation.weights.themes.index(theme)]

    return MapLayer(
        theme_layer(theme),
        label,
        marked(THEME_TIP, theme=in_sentence(label)),
        lambda shown: Colouring(
            tuple(scores(shown).tolist()),
            0.0,
            100.0,
            (t("weaker"), t("stronger")),
            _score_ticks(0.0, 100.0),
        ),
        lambda shown, row: t("{theme}: {score} of 100", theme=label, score=digits(scores(shown)[row])),
        theme=theme,
        opens_theme=True,
    )


def _score_colouring(shown: Shown) -> Colouring:
    evaluation = shown.assessment.evaluation
    low, high = _score_range(evaluation.scores[evaluation.status == Status.RANKED])
    ends = (t("weaker"), t("stronger"))
    return Colouring(tuple(evaluation.scores.tolist()), low, high, ends, _score_ticks(low, high))


def _coverage(shown: Shown) -> FloatArray:
    return shown.assessment.evaluation.coverage


def _floored(share: float) -> float:
    """Percent, rounded down: 100 means that nothing is unknown."""
    return float(math.floor(100.0 * share + 1e-9))


def _coverage_colouring(shown: Shown) -> Colouring:
    assessment = shown.assessment
    excluded = assessment.evaluation.status == Status.EXCLUDED
    low = 0.1 * math.floor(10.0 * min(0.9, float(np.min(_coverage(shown)))))
    ticks = tuple(percent_text(one) for one in (low, (low + 1.0) / 2.0, 1.0))
    return Colouring(
        tuple(_coverage(shown).tolist()),
        low,
        1.0,
        (t("less is known"), t("all is known")),
        ticks,
        # How little is known can be shown also where it is too little for a rank.
        looks=tuple("excluded" if out else "ranked" for out in excluded),
    )


def _score_range(scores: FloatArray) -> tuple[float, float]:
    """Whole tens around nearly all scores, so that the scale seldom moves while weights do."""
    if not len(scores):
        return 0.0, 100.0
    ordered = np.sort(scores)
    low, high = percentile(ordered, 2), percentile(ordered, 98)
    low, high = _STEP * math.floor(low / _STEP), _STEP * math.ceil(high / _STEP)
    while high - low < _LEAST_SPAN:
        low, high = max(0.0, low - _STEP), min(100.0, high + _STEP)
    return low, high


def _score_ticks(low: float, high: float) -> tuple[str, ...]:
    steps = round((high - low) / _STEP)
    stride = 2 if steps > 5 and steps % 2 == 0 else 1
    return tuple(digits(low + _STEP * i) for i in range(0, steps + 1, stride))
