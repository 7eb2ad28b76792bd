"""What the sheets of a workbook say of themselves."""

from __future__ import annotations

from advisor.words.translation import mark

FIGURES_NOTE = mark(
    "Imputed figures are estimates from peers, used for the score and marked; they are known to nobody."
)
HOW_KNOWN_NOTE = mark("How each figure is known, its year, and the ids of its sources.")
COSTS_NOTE = mark(
    "{currency}; {people} people, {years} years; low and high are the 10th and 90th percentile."
)
CERTAINTY_NOTE = mark(
    "Share of {draws} plausible weightings (spread {spread}, seed {seed}); ranks nine times out of ten."
)
COUNTS = mark("{ranked} ranked, {excluded} excluded by must-haves, {few} with too little data")
SCENARIOS_NOTE = mark("The settings of every scenario of the study, as its file has them.")
CONTRIBUTIONS_NOTE = mark(
    "Points from each criterion, with the weights as exported; each row adds up to the score."
)
DECISIONS_NOTE = mark("The decision log of the study.")
SOURCES_NOTE = mark("Quoted figures may be cited with attribution.")
VALUES_NOTE = mark(
    "Every figure on a scale from 0 (worst) to 1 (best) between the goalposts of the data pack."
)
KNOWN_NOTE = mark("1 where the figure is known; 0 where it is estimated from peers, which is no coverage.")
WEIGHTS_NOTE = mark("Change the coloured cells, on any scale: the sheet {sheet} follows.")
RANKING_NOTE = mark("Computed here from {weights}, {values} and {known}.")
SUMMARY_NOTE = mark("Change weights on the sheet {sheet}: this list follows.")
