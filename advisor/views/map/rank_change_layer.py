"""The map coloured by the places that locations gain or lose from one scenario to another."""

from __future__ import annotations

import math

import numpy as np

from advisor.core.value_functions import FloatArray
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.map.map_layer import Colouring, MapLayer, Shown
from advisor.words.locale import digits
from advisor.words.translation import t

RANK_CHANGE = "rank-change"
_LEAST = 10  # places at the ends of the colours, so that small changes look small
_STEP = 10
_MOST = 0.9  # of all changes lie within the ends; larger ones have the colour of the end


def rank_change_layers(_pack: DataPack) -> tuple[MapLayer, ...]:
    """How many places each location gains in the active scenario over the one that it is compared with."""
    return (
        MapLayer(
            RANK_CHANGE,
            t("Rank change"),
            t("Places that a location gains or loses against the scenario that is compared with."),
            _colouring,
            _card,
            needs_other=True,
        ),
    )


def rank_gains(before: Assessment, now: Assessment) -> FloatArray:
    """(m,) Places gained, below 0 lost; NaN where one of both does not rank the location."""
    ranks, after = before.evaluation.ranks, now.evaluation.ranks
    gains: FloatArray = np.where((ranks > 0) & (after > 0), ranks - after, np.nan).astype(np.float64)
    return gains


def _colouring(shown: Shown) -> Colouring:
    other = shown.other
    unknown = np.full(len(shown.assessment.locations), np.nan)
    gains = unknown if other is None else rank_gains(other, shown.assessment)
    sizes = np.abs(gains[~np.isnan(gains)])
    most = float(np.quantile(sizes, _MOST)) if len(sizes) else 0.0
    end = float(max(_LEAST, _STEP * math.ceil(most / _STEP)))
    return Colouring(
        tuple(gains.tolist()),
        -end,
        end,
        (t("places lost"), t("places gained")),
        (f"\N{MINUS SIGN}{digits(end)}", digits(0), f"+{digits(end)}"),
        ramp="change",
        legend=t("Rank against “{scenario}”", scenario=other.scenario.name) if other else "",
    )


def _card(shown: Shown, row: int) -> str:
    other = shown.other
    if other is None:
        return ""
    before, now = int(other.evaluation.ranks[row]), int(shown.assessment.evaluation.ranks[row])
    name = other.scenario.name
    if before and now:
        return t("Rank {now} here, {before} in “{scenario}”", now=now, before=before, scenario=name)
    if before:
        return t("Not ranked here, {before} in “{scenario}”", before=before, scenario=name)
    return t("Not ranked in “{scenario}”", scenario=name)
