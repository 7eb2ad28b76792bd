"""What if one figure of one location were another: its rank over a range of figures, as plain data."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.criteria import Criterion
from advisor.core.matrix import frozen
from advisor.core.screening import Bound, Constraint, Facts, screen
from advisor.core.tolerance import published
from advisor.core.value_functions import FloatArray
from advisor.scenario.cost.saving import COST, SAVING, column_of, saving_pct
from advisor.scenario.ranking.assessment import ENGAGEMENT, Assessment
from advisor.scenario.ranking.reasons import failure_reason
from advisor.words.formatting import figure_text, in_sentence
from advisor.words.locale import digits
from advisor.words.tables import tab_separated
from advisor.words.translation import t

STEPS = 241
_REACH = 0.1  # how far beyond the goalposts figures are drawn, as a part of their distance
_BESIDE, _LEAST = 0.25, 0.3  # kept beside where ranks change, and of the whole span at least


@dataclass(frozen=True, slots=True, eq=False)
class RankLine:
    """The rank of one location over its figure on one criterion, all else as it is.

    Attributes:
        now: the figure in force, also where it is estimated from peers.
        figures, scores, ranks: (s,) figures, and what the location would get with each; a
            location that is not ranked gets the rank that its score would have.
        excluded: (s,) whether a must-have would exclude the location with that figure.
    """

    assessment: Assessment
    row: int
    criterion: Criterion
    now: float
    figures: FloatArray
    scores: FloatArray
    ranks: NDArray[np.intp]
    excluded: NDArray[np.bool_]

    @property
    def name(self) -> str:
        """Name of the location."""
        return self.assessment.locations[self.row].name

    def rank_at(self, figure: float) -> tuple[int, float]:
        """Rank and score with a figure."""
        scores, ranks = _ranked(self.assessment, self.row, self.criterion, np.array([figure]))
        return int(ranks[0]), float(scores[0])

    def is_excluded_at(self, figure: float) -> bool:
        """Whether a must-have would exclude the location with a figure.

        The figure in force may be an estimate from peers, which excludes nobody; a figure that is tried
        counts as known.
        """
        if _is_same(figure, self.now):
            return bool(self.assessment.evaluation.screening.excluded[self.row])
        return bool(_excluded(self.assessment, self.row, self.criterion, np.array([figure]))[0])

    def mark_text(self, figure: float) -> str:
        """A figure and the place that it gives, for a label beside its mark."""
        shown = figure_text(figure, self.criterion.unit, with_unit=False)
        if self.is_excluded_at(figure):
            return t("{figure}: excluded", figure=shown)
        return t("{figure}: rank {rank}", figure=shown, rank=self.rank_at(figure)[0])

    def sentence(self, figure: float) -> str:
        """What another figure would do."""
        unit = self.criterion.unit
        words = {
            "place": self.name,
            "what": in_sentence(self.criterion.name),
            "now": figure_text(self.now, unit),
            "figure": figure_text(figure, unit, with_unit=False),
        }
        was, would = self.is_excluded_at(self.now), self.is_excluded_at(figure)
        if _is_same(figure, self.now):
            if was:
                return t(
                    "{place:The} is excluded with “{what}” at {now} ({reason}): say what it "
                    "might be instead.",
                    **words,
                    reason=self._reason(figure),
                )
            return t(
                "{place:The} is at rank {rank} with “{what}” at {now}: say what it might be instead.",
                **words,
                rank=self.rank_at(self.now)[0],
            )
        if would:
            reason = self._reason(figure)
            if was:
                return t(
                    "With “{what}” at {figure} instead of {now}, {place:the} would stay excluded: {reason}.",
                    **words,
                    reason=reason,
                )
            return t(
                "With “{what}” at {figure} instead of {now}, {place:the} would be excluded: {reason}.",
                **words,
                reason=reason,
            )
        (before, old), (after, new) = self.rank_at(self.now), self.rank_at(figure)
        words |= {"old": digits(old, 1), "new": digits(new, 1)}
        if was:
            return t(
                "With “{what}” at {figure} instead of {now}, {place:the} would no longer be excluded: "
                "rank {after}, {new} points.",
                **words,
                after=after,
            )
        return self._movement(words, before, after)

    def _movement(self, words: dict[str, str], before: int, after: int) -> str:
        """How a ranked location would move that stays ranked."""
        if after == before:
            return t(
                "With “{what}” at {figure} instead of {now}, {place:the} would stay at rank {rank}, from "
                "{old} to {new} points.",
                **words,
                rank=after,
            )
        ranks = {"before": before, "after": after, "other": self._neighbour(after)}
        if after < before:
            if not ranks["other"]:
                return t(
                    "With “{what}” at {figure} instead of {now}, {place:the} would rise from rank {before} "
                    "to {after}, from {old} to {new} points.",
                    **words,
                    **ranks,
                )
            return t(
                "With “{what}” at {figure} instead of {now}, {place:the} would rise from rank {before} to "
                "{after}, behind {other:the}, from {old} to {new} points.",
                **words,
                **ranks,
            )
        if not ranks["other"]:
            return t(
                "With “{what}” at {figure} instead of {now}, {place:the} would fall from rank {before} to "
                "{after}, from {old} to {new} points.",
                **words,
                **ranks,
            )
        return t(
            "With “{what}” at {figure} instead of {now}, {place:the} would fall from rank "
            "{before} to {after}, "
            "behind {other:the}, from {old} to {new} points.",
            **words,
            **ranks,
        )

    def _reason(self, figure: float) -> str:
        """Which must-haves the location would miss with a figure."""
        assessment = self.assessment
        evaluation = assessment.evaluation
        figures = evaluation.valued.raw[self.row].copy()
        figures[evaluation.criteria.index(self.criterion)] = figure
        labels = {ENGAGEMENT: assessment.engagement(self.row)}
        failed = _failed(assessment, self.row, self.criterion, figure)
        return "; ".join(failure_reason(one, evaluation.criteria, figures, labels) for one in failed)

    def _neighbour(self, rank: int) -> str:
        """Whom the location would then stand behind; empty where it would lead."""
        evaluation = self.assessment.evaluation
        others = [int(r) for r in evaluation.order if evaluation.ranks[r] and r != self.row]
        return self.assessment.locations[others[rank - 2]].name if 2 <= rank <= len(others) + 1 else ""

    def table(self) -> str:
        """The line as tab-separated text."""
        name, unit = self.criterion.name, self.criterion.unit
        heading = t("{what}, {unit}", what=name, unit=unit) if unit else name
        head = [heading, t("Rank"), t("Score")]
        body = (
            [float(figure), t("excluded") if excluded else float(rank), float(score)]
            for figure, rank, score, excluded in zip(
                self.figures, self.ranks, self.scores, self.excluded, strict=True
            )
        )
        return tab_separated(head, body)


def _is_same(figure: float, now: float) -> bool:
    return math.isclose(figure, now, rel_tol=1e-9, abs_tol=1e-12)


def rank_line(assessment: Assessment, location: str, criterion: str) -> RankLine:
    """The rank of a location over its figure on a criterion, as far as its rank hangs on that.

    Figures go at most from goalpost to goalpost, and to the location's own; ends over which nothing changes
    are left out but for a part.
    """
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
    excluded = _excluded(assessment, row, found, figures)
    figures = np.linspace(*_telling(figures, np.stack((ranks, excluded)), now), STEPS)
    scores, ranks = _ranked(assessment, row, found, figures)
    excluded = _excluded(assessment, row, found, figures)
    return RankLine(assessment, row, found, now, figures, scores, ranks, excluded)


def _telling(figures: FloatArray, outcomes: NDArray[np.intp], now: float) -> tuple[float, float]:
    """From where to where to draw: all that changes and the figure in force, with some room beside.

    Args:
        figures: (s,) ascending.
        outcomes: (k, s) what comes of each.
        now: the figure in force; NaN for none.
    """
    low, high = float(figures[0]), float(figures[-1])
    changes = np.flatnonzero((np.diff(outcomes, axis=1) != 0).any(axis=0))
    if not len(changes):
        return low, high
    ends = [float(figures[changes[0]]), float(figures[changes[-1] + 1])]
    if not math.isnan(now):
        ends += [now]
    start, end = min(ends), max(ends)
    beside = max(_BESIDE * (end - start), (_LEAST * (high - low) - (end - start)) / 2)
    return max(low, start - beside), min(high, end + beside)


def _failed(assessment: Assessment, row: int, criterion: Criterion, figure: float) -> tuple[Constraint, ...]:
    """The must-haves that a row would miss with a figure on a criterion, all else as it is."""
    screening = assessment.evaluation.screening
    limits = tuple(one for one in screening.constraints if _is_limit(one, criterion))
    missed = screen(1, limits, Facts({criterion.id: np.array([figure])})).failed(0)
    others = tuple(one for one in screening.failed(row) if not _is_limit(one, criterion))
    return (*missed, *others)


def _excluded(
    assessment: Assessment, row: int, criterion: Criterion, figures: FloatArray
) -> NDArray[np.bool_]:
    """Whether (s,) a row would be excluded with each of some figures."""
    screening = assessment.evaluation.screening
    if any(not _is_limit(one, criterion) for one in screening.failed(row)):
        return np.ones(len(figures), dtype=np.bool_)
    limits = tuple(one for one in screening.constraints if _is_limit(one, criterion))
    return screen(len(figures), limits, Facts({criterion.id: figures})).excluded


def _is_limit(constraint: Constraint, criterion: Criterion) -> bool:
    return isinstance(constraint, Bound) and constraint.column == criterion.id


def _ranked(
    assessment: Assessment, row: int, criterion: Criterion, figures: FloatArray
) -> tuple[FloatArray, NDArray[np.intp]]:
    """Scores and ranks (s,) of a row with each of some figures, against the others as they are."""
    evaluation = assessment.evaluation
    column = evaluation.criteria.index(criterion)
    values = np.tile(evaluation.valued.values[row], (len(figures), 1))
    values[:, column] = np.nan_to_num(criterion.value_function(figures), nan=0.0)
    follower = column_of(evaluation.criteria, SAVING) if criterion.computed == COST else None
    home = assessment.pack.location_ids.index(assessment.scenario.home) if follower is not None else row
    if follower is not None and home != row:
        saved = saving_pct(figures, float(evaluation.valued.raw[home, column]))
        value = evaluation.criteria[follower].value_function(saved)
        values[:, follower] = np.nan_to_num(value, nan=0.0)
    scores = 100.0 * evaluation.aggregation.scores(values, evaluation.weights)
    others = (evaluation.ranks > 0) & (np.arange(len(evaluation.ranks)) != row)
    rivals = published(evaluation.scores[others])
    ranks = 1 + (rivals > published(scores)[:, None]).sum(axis=1)
    frozen(scores)
    frozen(ranks)
    return scores, ranks
