"""What is said of the layers of the map."""

from __future__ import annotations

from advisor.words.translation import mark

CARD_RANKS = mark(
    "In the top 5 in {share} of plausible weightings; nine times out of ten rank {low} to {high}"
)
CARD_RANK = mark("In the top 5 in {share} of plausible weightings; nine times out of ten rank {rank}")
CERTAINTY_TIP = mark(
    "How often a location is in the top 5 when weights and figures are as uncertain as they are."
)
NO_LAYER = mark("There is no map layer '{name}'.")
THEME_TIP = mark("The {theme} score, 0 to 100.")
SCORE_TIP = mark("The overall score of each location, 0 to 100.")
COVERAGE_TIP = mark("Share of the weight that rests on known figures; the rest is taken from similar places.")
