"""The map coloured by how often a location is among the best five."""

from __future__ import annotations

import math

from advisor.datapack.schema import DataPack
from advisor.views.map.map_layer import Colouring, MapLayer, Shown
from advisor.views.map.map_texts import CARD_RANK, CARD_RANKS, CERTAINTY_TIP
from advisor.words.formatting import share_text
from advisor.words.translation import marked, t

CERTAINTY = "certainty"


def certainty_layers(_pack: DataPack) -> tuple[MapLayer, ...]:
    """How often each location is in the top 5."""
    return (
        MapLayer(
            CERTAINTY,
            t("Certainty"),
            marked(CERTAINTY_TIP),
            _colouring,
            _card,
            legend=t("How often in the top 5"),
            short=t("Certainty"),
        ),
    )


def _colouring(shown: Shown) -> Colouring:
    """Unknown everywhere while the first count is under way."""
    count = len(shown.assessment.locations)
    shares = [math.nan] * count if shown.counted is None else shown.counted.p_top5.tolist()
    return Colouring(
        # Most are seldom up there, and 0 must not look like 5 %: colours follow the square root.
        tuple(math.sqrt(share) for share in shares),
        0.0,
        1.0,
        (t("seldom"), t("often")),
        tuple(t("{share} %", share=share) for share in (0, 25, 100)),
    )


def _card(shown: Shown, row: int) -> str:
    counted = shown.counted
    if counted is None or not counted.rank_low[row]:
        return ""
    share = share_text(float(counted.p_top5[row]))
    low, high = int(counted.rank_low[row]), int(counted.rank_high[row])
    if low == high:
        return marked(
            CARD_RANK,
            share=share,
            rank=low,
        )
    return marked(
        CARD_RANKS,
        share=share,
        low=low,
        high=high,
    )
