"""A ranking by TOPSIS or PROMETHEE II in place of the headline, for lists and exports that ask for one."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, get_args

import numpy as np

from advisor.core.evaluation import Evaluation, Status, competition_ranks
from advisor.core.matrix import frozen
from advisor.core.second_opinions import Judge, OpinionMethod, judge
from advisor.core.value_functions import FloatArray
from advisor.scenario.ranking.assessment import Assessment

ListedOpinion = Literal["topsis", "promethee"]
LISTED_OPINIONS: tuple[str, ...] = get_args(ListedOpinion)

# What the scores of a method are, for whoever reads an export.
SCALES: dict[ListedOpinion, str] = {
    "topsis": (
        "TOPSIS (Hwang & Yoon 1981): relative closeness to the best that occurs, times 100; 0 to 100. "
        "It depends on who is ranked and is no sum, so it has no contributions and no worst and best case."
    ),
    "promethee": (
        "PROMETHEE II (Brans & Vincke 1985): net flow times 100; -100 to 100, sum 0 over the ranked. "
        "It depends on who is ranked; contributions are weight times net flow by criterion and sum to the "
        "score; it has no worst and best case."
    ),
}


def listed_opinion(name: str) -> ListedOpinion | None:
    """The method of that name, None if it is none of them."""
    return "topsis" if name == "topsis" else "promethee" if name == "promethee" else None


def by_second_opinion(assessment: Assessment, method: ListedOpinion) -> Assessment:
    """The same locations, ranked by another method.

    Who is excluded, who has too little data, and how ties are taken (at one
    decimal) is as in the headline. Scores are the method's own times 100, and
    NaN for those that are not ranked; see ``SCALES``. What the method does not
    know (worst and best case, contributions of TOPSIS) is NaN.
    """
    headline = assessment.evaluation
    prepared = judge(headline)
    count = len(headline.alternatives)
    unknown, scores, ranks = np.full(count, np.nan), np.full(count, np.nan), np.zeros(count, dtype=np.intp)
    scores[prepared.rows] = prepared.scores(method, headline.weights.flat)
    ranks[prepared.rows] = competition_ranks(scores[prepared.rows])
    sorted_by = np.where(headline.status == Status.RANKED, scores, headline.scores)
    order = np.lexsort((np.arange(count), -sorted_by, headline.status))
    parts = _parts(headline, prepared, method)
    for array in (unknown, scores, ranks, order, parts):
        frozen(array)
    evaluation = replace(
        headline, scores=scores, worst=unknown, best=unknown, contributions=parts, ranks=ranks, order=order
    )
    return replace(assessment, evaluation=evaluation, second_opinion=method)


def _parts(headline: Evaluation, prepared: Judge, method: OpinionMethod) -> FloatArray:
    parts = np.full(headline.contributions.shape, np.nan)
    if method == "promethee":
        parts[prepared.rows] = 100.0 * prepared.flows * headline.weights.flat
    return parts
