"""What the sheets of a workbook say of themselves."""

from __future__ import annotations

from advisor.words.translation import mark

# Names of the sheets: in each language 31 characters at most, and no two alike.
SUMMARY, RANKING, WEIGHTS = mark("Summary"), mark("Ranking"), mark("Weights")
VALUES, KNOWN, CONTRIBUTIONS = mark("Values"), mark("Known"), mark("Points by criterion")
FIGURES, HOW_KNOWN, COSTS = mark("Figures"), mark("How known"), mark("Costs")
CERTAINTY, SCENARIOS, PEOPLE = mark("Certainty"), mark("Scenarios"), mark("People")
THEIR_RANKS, DECISIONS, SOURCES = mark("Their ranks"), mark("Decisions"), mark("Sources")
SHEETS = (
    *(SUMMARY, RANKING, WEIGHTS, VALUES, KNOWN, CONTRIBUTIONS, FIGURES, HOW_KNOWN, COSTS, CERTAINTY),
    *(SCENARIOS, PEOPLE, THEIR_RANKS, DECISIONS, SOURCES),
)

FIGURES_NOTE = mark(
    "Imputed figures are estimates from peers, used for the score and marked; nobody knows the true ones."
)
HOW_KNOWN_NOTE = mark("How each figure is known, its year, and the ids of its sources.")
COSTS_NOTE = mark(
    "{currency}; {people} people, {years} years; low and high are the 10th and 90th percentile."
)
CERTAINTY_NOTE = mark(
    "Share of {draws} plausible weightings (spread {spread}, seed {seed}); ranks nine times out of ten."
)
COUNTS = mark("{ranked} ranked, {excluded} excluded by must-haves, {few} with too little data")
SCENARIOS_NOTE = mark("What every scenario of the study assumes; weights are shares of the whole.")
PEOPLE_NOTE = mark("Who weighs what: shares of the whole, and what follows for everybody and for the group.")
THEIR_RANKS_NOTE = mark(
    "Ranks by the weights of the group and of each person. Borda points go from 0 to 100; worst regret is "
    "how many points the least content gives up against their own best."
)
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
