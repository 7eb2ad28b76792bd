"""What other methods say of the same alternatives, and where they disagree with the headline ranking.

The headline never changes. A second opinion that agrees adds trust; one that
does not points to a criterion that is worth a look.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from advisor.core.aggregation.method import ComparedSet, SetScores
from advisor.core.aggregation.registry import aggregation_methods
from advisor.core.criteria import Criterion, Preference
from advisor.core.evaluation import Evaluation, Status, ValuedMatrix, competition_ranks
from advisor.core.matrix import frozen
from advisor.core.value_functions import FloatArray, PiecewiseValue


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The alternative on whose rank a second opinion differs most.

    Attributes:
        row: of the alternative.
        headline_rank, opinion_rank: what each says.
        criterion: id of the criterion without which they would agree best;
            empty if none brings them closer.
        apart_without: by how many ranks they would then differ.
    """

    row: int
    headline_rank: int
    opinion_rank: int
    criterion: str
    apart_without: int


@dataclass(frozen=True, slots=True, eq=False)
class Opinion:
    """One other method's view of the ranked alternatives.

    Attributes:
        method: its id.
        scores: (m,) on the method's own scale times 100; NaN for those that are
            not ranked.
        ranks: (m,) 1 is best, ties share; 0 for those that are not ranked.
        tau: Kendall's rank correlation (tau-b) with the headline; NaN where
            either ranks all the same.
        disagreement: the largest; None if there is none.
    """

    method: str
    scores: FloatArray
    ranks: NDArray[np.intp]
    tau: float
    disagreement: Disagreement | None

    def __post_init__(self) -> None:
        frozen(self.scores)
        frozen(self.ranks)


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """All methods over the r ranked alternatives of an evaluation, ready for any number of weightings.

    Attributes:
        evaluation: the headline.
        rows: (r,) rows that are ranked.
        compared: what methods know of them.
    """

    evaluation: Evaluation
    rows: NDArray[np.intp]
    compared: ComparedSet
    _ready: dict[str, SetScores] = field(default_factory=dict)

    def by(self, method: str) -> SetScores:
        """A method over the ranked alternatives; made ready once."""
        if method not in self._ready:
            self._ready[method] = aggregation_methods()[method].over(self.compared)
        return self._ready[method]


def judge(evaluation: Evaluation) -> Judge:
    """Prepare the ranked alternatives of an evaluation for any method."""
    rows = np.flatnonzero(evaluation.status == Status.RANKED)
    figures, preferences = upward_figures(evaluation.valued)
    values, floor = evaluation.valued.values[rows], evaluation.aggregation.floor
    return Judge(evaluation, rows, ComparedSet(values, figures[rows], preferences, evaluation.weights, floor))


def upward_figures(valued: ValuedMatrix) -> tuple[FloatArray, tuple[Preference, ...]]:
    """Raw figures (m, n), with signs turned so that more is better, and their preference functions.

    A criterion whose best lies in the middle has no such sign: it takes part
    with its values instead, on which thresholds in raw units mean nothing, so
    any difference counts. A criterion nobody is known on takes part as 0.
    """
    figures = np.empty_like(valued.raw)
    preferences = []
    for j, criterion in enumerate(valued.criteria):
        if _turns(criterion):
            figures[:, j] = valued.values[:, j]
            preferences.append(Preference())
            continue
        sign = 1.0 if criterion.value_function.worst < criterion.value_function.best else -1.0
        figures[:, j] = sign * np.nan_to_num(valued.raw[:, j], nan=0.0)
        preferences.append(criterion.preference)
    return figures, tuple(preferences)


def _turns(criterion: Criterion) -> bool:
    function = criterion.value_function
    if not isinstance(function, PiecewiseValue):
        return False
    steps = np.diff([value for _, value in function.points])
    return bool((steps > 0).any() and (steps < 0).any())


def second_opinions(evaluation: Evaluation) -> tuple[Opinion, ...]:
    """What every method but the headline's own says."""
    prepared = judge(evaluation)
    return tuple(
        second_opinion(prepared, method)
        for method in aggregation_methods()
        if method != evaluation.aggregation.method
    )


def second_opinion(prepared: Judge, method: str) -> Opinion:
    """What one method says, how far it agrees, and where it does not."""
    evaluation, rows = prepared.evaluation, prepared.rows
    scored = prepared.by(method).scores(evaluation.weights.flat)
    opinion, headline = competition_ranks(scored), evaluation.ranks[rows]
    scores = np.full(len(evaluation.alternatives), np.nan)
    ranks = np.zeros(len(scores), dtype=np.intp)
    scores[rows], ranks[rows] = scored, opinion
    disagreement = None
    if len(rows) and (opinion != headline).any():
        place = int(np.abs(opinion - headline).argmax())
        disagreement = _why(prepared, method, place, int(headline[place]), int(opinion[place]))
    return Opinion(method, scores, ranks, kendall_tau(headline, opinion), disagreement)


def _why(prepared: Judge, method: str, place: int, headline: int, opinion: int) -> Disagreement:
    """Leave out each criterion in turn, from both rankings, and see which brings them closest."""
    evaluation = prepared.evaluation
    flat, own = evaluation.weights.flat, evaluation.aggregation.method
    closest, found = abs(headline - opinion), ""
    for j in np.flatnonzero((flat > 0) & (flat < 1)):
        without = np.where(np.arange(len(flat)) == j, 0.0, flat)
        without /= without.sum()
        first, second = (
            competition_ranks(prepared.by(name).scores(without))[place] for name in (own, method)
        )
        if abs(first - second) < closest:
            closest, found = int(abs(first - second)), evaluation.criteria[j].id
    return Disagreement(int(prepared.rows[place]), headline, opinion, found, closest)


def kendall_tau(x: NDArray[np.intp], y: NDArray[np.intp]) -> float:
    """Kendall's tau-b of two rankings (r,); NaN where either ranks all the same.

    Kendall 1945, Biometrika 33(3), 239-251: concordant less discordant pairs, by the
    geometric mean of the pairs that each tells apart.
    """
    a, b = (np.sign(ranks[:, None] - ranks) for ranks in (x, y))
    told_apart = float(np.sqrt(float(np.abs(a).sum()) * float(np.abs(b).sum())))
    return float((a * b).sum()) / told_apart if told_apart > 0 else float("nan")
