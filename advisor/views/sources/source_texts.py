"""What is said of sources."""

from __future__ import annotations

from advisor.words.translation import t, tc


def tier_name(tier: str) -> str:
    """On what terms the figures of a source may be shown; one that is not known is named as the pack does."""
    names = {
        "open": tc("licence", "Open"),
        "share-alike": t("Open, share alike"),
        "quoted": t("Quoted facts"),
        "own": tc("licence", "Yours"),
    }
    return names.get(tier, tier)
