"""What helps with the ranking, and what is said where nothing is listed."""

from __future__ import annotations

from advisor.words.translation import mark

TABLE_KEYS = mark("Left and right go from cell to cell; Enter sorts by the column of the cell.")
MODELS_TIP = mark("Onshore is the home country, nearshore close by in clock and distance, offshore the rest.")
NEW_LEADER = mark("{now} leads the ranking now, before it was {before}.")
PLACES_SHOWN = mark("{shown} of {total} places")
NOTHING_FOUND = mark("No location matches this filter.")
