"""The map coloured by how often a location is among the best five."""

from __future__ import annotations

import math

from advisor.core.robustness import Robustness
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.map.map_figure import MapPicture
from advisor.views.map.map_layers import HoverCards, Layer, location_points, map_looks
from advisor.words.formatting import share_text

CERTAINTY = "certainty"
CERTAINTY_LAYER = Layer(
    CERTAINTY,
    "Certainty",
    "",
    "How often a location is in the top 5 when weights and figures are as uncertain as they are.",
)
LABEL = "How often in the top 5"
# Colours follow the square root of the share: most are seldom up there, and 0 must not look like 5 %.
TICKS = ("0 %", "25 %", "100 %")


class CertaintyCards(HoverCards):
    """The usual hover cards with what was counted in front."""

    def __init__(self, assessment: Assessment, counted: Robustness) -> None:
        super().__init__(assessment)
        self._counted = counted

    def _layer_line(self, row: int) -> str:
        counted = self._counted
        if not counted.rank_low[row]:
            return ""
        low, high = counted.rank_low[row], counted.rank_high[row]
        ranks = f"rank {low}" if low == high else f"rank {low} to {high}"
        share = share_text(float(counted.p_top5[row]))
        return f"In the top 5 in {share} of plausible weightings; nine times out of ten {ranks}"


def certainty_picture(assessment: Assessment, counted: Robustness | None) -> MapPicture:
    """The map of the shares of plausible weightings in which each location is among the first five.

    Args:
        assessment: the ranking.
        counted: what was counted for it; None while the first count is under way (all unknown).
    """
    shares = [math.nan] * len(assessment.locations) if counted is None else counted.p_top5.tolist()
    cards: HoverCards = HoverCards(assessment) if counted is None else CertaintyCards(assessment, counted)
    return MapPicture(
        ids=assessment.pack.location_ids,
        values=tuple(None if math.isnan(share) else math.sqrt(share) for share in shares),
        statuses=map_looks(assessment),
        low=0.0,
        high=1.0,
        label=LABEL,
        ends=("seldom", "often"),
        ticks=TICKS,
        home=assessment.scenario.home or None,
        points=location_points(assessment.pack),
        cards=cards,
    )
