"""How sure a ranking is, as cells and plain values beside the ranked list."""

from __future__ import annotations

from typing import Any

from advisor.core.robustness import Robustness
from advisor.words.translation import t

CERTAINTY_COLUMNS = ("p_first", "p_top3", "rank_low", "rank_high")


def certainty_entry(certainty: Robustness, row: int) -> dict[str, float | int]:
    """Shares of draws, 0..1, in which a location is first and in the first three; 5-95 % rank interval."""
    return {
        "p_first": float(certainty.p_first[row]),
        "p_top3": float(certainty.p_top3[row]),
        "rank_low": int(certainty.rank_low[row]),
        "rank_high": int(certainty.rank_high[row]),
    }


def certainty_method(certainty: Robustness) -> dict[str, Any]:
    """What was drawn, so that someone else can repeat it."""
    return {
        "method": t(
            "SMAA-2 (Lahdelma & Salminen 2001): weights drawn around those of the scenario, theme by theme "
            "and criterion by criterion (lognormal factors), figures from their intervals"
        ),
        "draws": certainty.draws,
        "seed": certainty.seed,
        "spread": certainty.spread,
        "rank_interval": t("5th to 95th percentile"),
    }
