"""Two locations beside each other: what sets them apart and what would turn that round, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from advisor.core.aggregation.method import Level
from advisor.core.evaluation import Status
from advisor.core.explanation import Explanation, explain
from advisor.core.robustness import pairwise_wins
from advisor.core.sampling import DRAWS_WHILE_DRAGGING
from advisor.scenario.edits.weight_moves import WeightMove
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.ranking.lead_texts import lead_sentence
from advisor.views.compare.compare_texts import least_move
from advisor.views.marked_figure import marked_figure
from advisor.words.formatting import in_sentence, share_text
from advisor.words.tables import tab_separated
from advisor.words.translation import t
from advisor.words.units import unit_text

LEAST_POINTS = 0.05  # differences below it show as 0.0 and are gathered
_ROUNDING = 1e-9  # moves of a weight below it are none
_WORTH_NAMING = 5e-4  # smaller ones are made but not named


@dataclass(frozen=True, slots=True)
class Difference:
    """What one criterion adds to the lead of one location over another.

    Attributes:
        points: of the score, above 0 for the first location.
        first, second: figures of both as shown, with an asterisk where estimated from peers.
    """

    id: str
    name: str
    theme: str
    unit: str
    weight: float
    points: float
    first: str
    second: str


@dataclass(frozen=True, eq=False)
class Comparison:
    """The location in row ``a`` beside the one in row ``b``.

    Attributes:
        explanation: the engine's, in the same order.
    """

    assessment: Assessment
    a: int
    b: int
    explanation: Explanation

    def name(self, row: int) -> str:
        """Name of a location."""
        return self.assessment.locations[row].name

    @property
    def ahead(self) -> int:
        """The row with the better score."""
        return self.b if self.explanation.difference < 0 else self.a

    @property
    def behind(self) -> int:
        """The other row."""
        return self.a if self.explanation.difference < 0 else self.b

    @property
    def is_level(self) -> bool:
        """Whether both have the same published score."""
        return self.explanation.published_difference == 0

    @cached_property
    def sentence(self) -> str:
        """Who leads, on what, and what would change that."""
        labels = {c.id: in_sentence(c.name) for c in self.assessment.evaluation.criteria}
        said = lead_sentence(
            self.assessment.evaluation,
            self.explanation,
            self.name,
            lambda theme: in_sentence(self.assessment.pack.theme_label(theme)),
            labels.__getitem__,
        )
        unranked = [self._unranked(row) for row in (self.a, self.b)]
        return " ".join([said, *(text for text in unranked if text)])

    def _unranked(self, row: int) -> str:
        status = Status(int(self.assessment.evaluation.status[row]))
        if status == Status.EXCLUDED:
            return t("{name:The} is excluded by a must-have, whatever its score.", name=self.name(row))
        if status == Status.INSUFFICIENT:
            return t("{name:The} has too little data to be ranked.", name=self.name(row))
        return ""

    @cached_property
    def likelihood(self) -> float:
        """Share of plausible weightings and figures, 0..1, in which the better one scores higher."""
        rows = np.array([self.ahead, self.behind], dtype=np.intp)
        spread = self.assessment.scenario.weight_spread
        wins = pairwise_wins(self.assessment.evaluation, rows, DRAWS_WHILE_DRAGGING, spread=spread)
        return float(wins[0, 1])

    @property
    def likelihood_sentence(self) -> str:
        """How sure the lead is; empty where both are level."""
        if self.is_level:
            return ""
        return t(
            "{ahead:The} scores higher than {behind:the} in {share} of plausible weightings and figures.",
            ahead=self.name(self.ahead),
            behind=self.name(self.behind),
            share=share_text(self.likelihood),
        )

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """All criteria, from what speaks most for the first to what speaks most for the second."""
        evaluation = self.assessment.evaluation
        found = []
        for j in self.explanation.order:
            criterion = evaluation.criteria[j]
            found.append(
                Difference(
                    criterion.id,
                    criterion.name,
                    criterion.theme,
                    unit_text(criterion.unit),
                    float(evaluation.weights.flat[j]),
                    float(self.explanation.parts[j]),
                    marked_figure(self.assessment, self.a, j),
                    marked_figure(self.assessment, self.b, j),
                )
            )
        return tuple(found)

    @cached_property
    def moves(self) -> tuple[WeightMove, ...]:
        """Single weights at which both would be level: themes, then criteria, least change first."""
        flips = (*self.explanation.theme_flips, *self.explanation.flips)
        return tuple(self._move(flip.level, flip.id, flip.weight_now, flip.weight_needed) for flip in flips)

    @cached_property
    def smallest(self) -> tuple[WeightMove, ...]:
        """The smallest joint change: every weight that it moves, the largest gain first."""
        change = self.explanation.smallest
        if change is None:
            return ()
        weights = self.assessment.evaluation.weights
        criteria = self.assessment.evaluation.criteria
        level = self.explanation.smallest_level
        ids = [c.id for c in criteria] if level == "criterion" else list(weights.themes)
        gains = np.asarray(change.needed - change.now)
        moved = [int(j) for j in np.argsort(-gains, kind="stable") if abs(gains[j]) >= _ROUNDING]
        return tuple(self._move(level, ids[j], float(change.now[j]), float(change.needed[j])) for j in moved)

    @cached_property
    def smallest_sentence(self) -> str:
        """The smallest joint change in words; empty where there is none."""
        if not self.smallest:
            return ""
        gains = [move for move in self.smallest if move.needed > move.now]
        losses = [move for move in self.smallest if move.needed < move.now]
        points = 100 * sum(move.needed - move.now for move in gains)
        given, taken = (
            [m.name for m in moves if abs(m.needed - m.now) >= _WORTH_NAMING] or [moves[0].name]
            for moves in (losses, gains)
        )
        return least_move(points, given, taken)

    @property
    def hopeless(self) -> tuple[str, ...]:
        """Names of the themes and criteria that no weight of theirs would turn round."""
        done = {(move.level, move.id) for move in self.moves}
        weights = self.assessment.evaluation.weights
        themes = weights.themes if len(weights.themes) > 1 else ()
        names = [self.assessment.pack.theme_label(key) for key in themes if ("theme", key) not in done]
        criteria = self.assessment.evaluation.criteria
        return (*names, *(c.name for c in criteria if ("criterion", c.id) not in done))

    def _move(self, level: Level, key: str, now: float, needed: float) -> WeightMove:
        if level == "theme":
            return WeightMove(level, key, self.assessment.pack.theme_label(key), key, now, needed)
        criterion = next(c for c in self.assessment.evaluation.criteria if c.id == key)
        return WeightMove(level, key, criterion.name, criterion.theme, now, needed)

    @property
    def table(self) -> str:
        """The differences as tab-separated text."""
        first, second = self.name(self.a), self.name(self.b)
        head = [
            t("Criterion"),
            t("Theme"),
            t("Unit"),
            first,
            second,
            t("Weight %"),
            t("Points for {name:the}", name=first),
        ]
        label = self.assessment.pack.theme_label
        rows: list[list[str | float]] = [
            [d.name, label(d.theme), d.unit, d.first, d.second, 100 * d.weight, d.points]
            for d in self.differences
        ]
        rows.append([t("Sum"), "", "", "", "", "", self.explanation.difference])
        return tab_separated(head, rows)


def compare(assessment: Assessment, first: str, second: str) -> Comparison:
    """Compare two different locations, given by their ids."""
    ids = assessment.pack.location_ids
    a, b = ids.index(first), ids.index(second)
    return Comparison(assessment, a, b, explain(assessment.evaluation, a, b))
