"""A ranking by another method in place of the headline, for lists and exports that ask for one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from advisor.core.evaluation import Status, competition_ranks
from advisor.core.matrix import frozen
from advisor.core.second_opinions import judge
from advisor.scenario.ranking.assessment import Assessment


def by_second_opinion(assessment: Assessment, method: str) -> Assessment:
    """The same locations, ranked by another method.

    Who is excluded, who has too little data, and how ties are taken (at one
    decimal) is as in the headline. Scores are the method's own times 100, and
    NaN for those that are not ranked; the method's ``scale`` says what they are.
    What the method does not know (worst and best case, parts of a score that is
    no sum) is NaN.

    Args:
        assessment: the headline.
        method: id of an aggregation method.
    """
    headline = assessment.evaluation
    prepared = judge(headline)
    count = len(headline.alternatives)
    unknown, scores, ranks = np.full(count, np.nan), np.full(count, np.nan), np.zeros(count, dtype=np.intp)
    ready, shares = prepared.by(method), headline.weights.flat
    scores[prepared.rows] = ready.scores(shares)
    ranks[prepared.rows] = competition_ranks(scores[prepared.rows])
    sorted_by = np.where(headline.status == Status.RANKED, scores, headline.scores)
    order = np.lexsort((np.arange(count), -sorted_by, headline.status))
    parts = np.full(headline.contributions.shape, np.nan)
    known = ready.parts(shares)
    if known is not None:
        parts[prepared.rows] = known
    for array in (unknown, scores, ranks, order, parts):
        frozen(array)
    evaluation = replace(
        headline, scores=scores, worst=unknown, best=unknown, contributions=parts, ranks=ranks, order=order
    )
    return replace(assessment, evaluation=evaluation, second_opinion=method)
