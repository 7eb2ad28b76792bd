"""What if one figure of one location were another: its rank over a range of figures, as plain data."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.criteria import Criterion
from advisor.core.matrix import frozen
from advisor.core.tolerance import published
from advisor.core.value_functions import FloatArray
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import figure_text, in_sentence

STEPS = 241
_REACH = 0.1  # how far beyond the goalposts figures are drawn, as a part of their distance


@dataclass(frozen=True, slots=True, eq=False)
class RankLine:
    """The rank of one location over its figure on one criterion, all else as it is.

    Attributes:
        now: the figure in force, also where it is estimated from peers.
        figures, scores, ranks: (s,) figures, and what the location would get with each; a
            location that is not ranked gets the rank that its score would have.
    """

    assessment: Assessment
    row: int
    criterion: Criterion
    now: float
    figures: FloatArray
    scores: FloatArray
    ranks: NDArray[np.intp]

    @property
    def name(self) -> str:
        """Name of the location."""
        return self.assessment.locations[self.row].name

    def rank_at(self, figure: float) -> tuple[int, float]:
        """Rank and score with a figure."""
        scores, ranks = _ranked(self.assessment, self.row, self.criterion, np.array([figure]))
        return int(ranks[0]), float(scores[0])

    def sentence(self, figure: float) -> str:
        """What another figure would do."""
        unit, what = self.criterion.unit, in_sentence(self.criterion.name)
        (before, old), (after, new) = self.rank_at(self.now), self.rank_at(figure)
        if math.isclose(figure, self.now, rel_tol=1e-9, abs_tol=1e-12):
            return (
                f"{self.name} is at rank {before} with {what} at {figure_text(self.now, unit)}: "
                "say what it might be instead."
            )
        shown = figure_text(figure, unit, with_unit=False)
        change = f"With {what} at {shown} instead of {figure_text(self.now, unit)}, {self.name}"
        points = f"from {old:.1f} to {new:.1f} points"
        if after == before:
            return f"{change} would stay at rank {before}, {points}."
        verb = "rise" if after < before else "fall"
        other = self._neighbour(after)
        return f"{change} would {verb} from rank {before} to {after}{other}, {points}."

    def _neighbour(self, rank: int) -> str:
        """Whom the location would then stand behind, or what it would lead."""
        evaluation = self.assessment.evaluation
        others = [int(r) for r in evaluation.order if evaluation.ranks[r] and r != self.row]
        if not 2 <= rank <= len(others) + 1:
            return ""
        return f", behind {self.assessment.locations[others[rank - 2]].name}"

    def table(self) -> str:
        """The line as tab-separated text."""
        head = [f"{self.criterion.name}, {self.criterion.unit}".rstrip(", "), "Rank", "Score"]
        body = (
            [f"{figure:.6g}", str(rank), f"{score:.2f}"]
            for figure, rank, score in zip(self.figures, self.ranks, self.scores, strict=True)
        )
        return "\n".join("\t".join(line) for line in (head, *body))


def rank_line(assessment: Assessment, location: str, criterion: str) -> RankLine:
    """The rank of a location over its figure on a criterion, from goalpost to goalpost and to its own."""
    row = assessment.pack.location_ids.index(location)
    found = next(c for c in assessment.evaluation.criteria if c.id == criterion)
    column = assessment.evaluation.criteria.index(found)
    now = float(assessment.evaluation.valued.raw[row, column])
    ends = [found.value_function.worst, found.value_function.best]
    reach = _REACH * abs(ends[1] - ends[0])
    if not math.isnan(now):
        ends += [now]
    low, high = min(ends), max(ends)
    low = low - reach if low < 0 else max(0.0, low - reach)
    figures = np.linspace(low, high + reach, STEPS)
    scores, ranks = _ranked(assessment, row, found, figures)
    return RankLine(assessment, row, found, now, figures, scores, ranks)


def _ranked(
    assessment: Assessment, row: int, criterion: Criterion, figures: FloatArray
) -> tuple[FloatArray, NDArray[np.intp]]:
    """Scores and ranks (s,) of a row with each of some figures, against the others as they are."""
    evaluation = assessment.evaluation
    column = evaluation.criteria.index(criterion)
    values = np.tile(evaluation.valued.values[row], (len(figures), 1))
    values[:, column] = np.nan_to_num(criterion.value_function(figures), nan=0.0)
    scores = 100.0 * evaluation.aggregation.scores(values, evaluation.weights)
    others = (evaluation.ranks > 0) & (np.arange(len(evaluation.ranks)) != row)
    rivals = published(evaluation.scores[others])
    ranks = 1 + (rivals > published(scores)[:, None]).sum(axis=1)
    frozen(scores)
    frozen(ranks)
    return scores, ranks
