"""What the ranking says of each location: texts, raw values, bars and explanations. No Qt."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.evaluation import Status
from advisor.core.value_functions import FloatArray
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.ranking import ranking_columns as keys
from advisor.views.ranking.ranking_columns import RankingColumn
from advisor.words.formatting import UNKNOWN, figure_text, range_text

Certainty = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One location as the ranking shows it.

    Attributes:
        number: index of the location in the pack.
        rank: 1 is best, 0 where it is not ranked.
        movement: places gained (above 0) or lost since the last rest.
        parts: share of each theme in the score, 0..1; they sum to score / 100.
        cost: range in thousands; empty for a pack without costs.
        overlap: hours; empty for a pack without clocks.
        coverage: share of the weight that is known, 0..1.
        reasons: why it is not ranked.
        certainty: lowest and highest plausible rank, None where it was not computed.
    """

    number: int
    id: str
    name: str
    status: Status
    rank: int
    movement: int
    score: float
    parts: tuple[float, ...]
    engagement: str
    cost: str
    overlap: str
    coverage: float
    reasons: tuple[str, ...]
    certainty: tuple[int, int] | None

    @property
    def reason(self) -> str:
        """Why it is not ranked, one line with a capital; empty if it is ranked."""
        text = "; ".join(self.reasons).removeprefix("too little data: ")
        return text[:1].upper() + text[1:]

    @property
    def sentence(self) -> str:
        """The row as it is read aloud."""
        place = f"Rank {self.rank}" if self.rank else "Not ranked"
        parts = [place, self.name, self.engagement, f"score {self.score:.1f}" if self.rank else self.reason]
        return ", ".join(part for part in parts if part)


class RankingRows:
    """The rows of one assessment; each is described when it is first asked for.

    Args:
        assessment: the ranking.
        columns: the columns that can be asked for.
        baseline: (m,) ranks that movement is measured from, 0 for none.
        certainty: lowest and highest plausible rank by location id.
        remark: says more about the certainty of a location, by its index in the pack.
    """

    def __init__(
        self,
        assessment: Assessment,
        columns: tuple[RankingColumn, ...],
        baseline: NDArray[np.intp],
        certainty: Certainty,
        remark: Callable[[int], str] | None = None,
    ) -> None:
        evaluation = assessment.evaluation
        self.assessment = assessment
        self.baseline = baseline
        self.order: list[int] = evaluation.order.tolist()
        self._leading = {column.key: column for column in columns if column.criterion >= 0}
        self._certainty = certainty
        self._remark = remark
        self._described: dict[int, RankedRow] = {}
        weights = evaluation.weights
        membership = np.zeros((len(weights.theme_of), len(weights.themes)))
        membership[np.arange(len(weights.theme_of)), weights.theme_of] = 0.01
        self._parts = evaluation.contributions @ membership

    def row(self, number: int) -> RankedRow:
        """A location by its index in the pack."""
        row = self._described.get(number)
        if row is None:
            row = self._described[number] = self._describe(number)
        return row

    def text(self, number: int, column: RankingColumn) -> str:
        """A cell as it is shown; unknown is an en dash."""
        if column.criterion >= 0:
            return self._figure(number, column)
        row = self.row(number)
        if column.key == keys.MOVEMENT:
            return f"{row.movement:+d}".replace("-", "\N{MINUS SIGN}") if row.movement else ""
        texts = {
            keys.RANK: str(row.rank) if row.rank else UNKNOWN,
            keys.NAME: row.name,
            keys.ENGAGEMENT: row.engagement,
            keys.SCORE: UNKNOWN if row.status == Status.INSUFFICIENT else f"{row.score:.1f}",
            # Rounded down: "100 %" means that nothing is unknown.
            keys.COVERAGE: f"{math.floor(row.coverage * 100 + 1e-9)} %",
            keys.REASON: row.reason,
        }
        return texts[column.key]

    def raw(self, number: int, column: RankingColumn) -> object:
        """A cell as a plain value; unknown is None."""
        if column.criterion >= 0:
            value = float(self.assessment.cells.values[number, column.criterion])
            return None if math.isnan(value) else value
        row = self.row(number)
        values: dict[str, object] = {
            keys.RANK: row.rank or None,
            keys.MOVEMENT: row.movement,
            keys.NAME: row.name,
            keys.ENGAGEMENT: row.engagement,
            keys.SCORE: None if row.status == Status.INSUFFICIENT else row.score,
            keys.COVERAGE: row.coverage,
            keys.REASON: row.reason,
        }
        return values[column.key]

    def bar(self, number: int, column: RankingColumn) -> float | None:
        """A cell as a length in 0..1: the value of a figure, a score, a coverage; else None."""
        if column.criterion >= 0:
            valued = self.assessment.evaluation.valued
            known = bool(valued.known[number, column.criterion])
            return float(valued.values[number, column.criterion]) if known else None
        row = self.row(number)
        if column.key == keys.SCORE:
            return None if row.status == Status.INSUFFICIENT else row.score / 100
        return row.coverage if column.key == keys.COVERAGE else None

    def tip(self, number: int, column: RankingColumn) -> str:
        """What a cell tells on hover."""
        if column.criterion >= 0:
            return self._figure_tip(number, column)
        if column.key == keys.COVERAGE:
            missing = self.assessment.evaluation.missing(number)
            names = ", ".join(criterion.name for criterion in missing)
            return f"Unknown: {names}" if names else "Every figure with weight is known."
        return self._score_tip(self.row(number))

    def sort_key(self, column: RankingColumn) -> FloatArray:
        """Numbers (m,) by pack index that sort as a column does; NaN is missing."""
        assessment, evaluation = self.assessment, self.assessment.evaluation
        if column.criterion >= 0:
            return assessment.cells.values[:, column.criterion]
        everyone = range(len(self.order))
        listing = np.empty(len(self.order))
        listing[self.order] = everyone
        if column.key == keys.NAME:
            listing = _places([location.name.casefold() for location in assessment.locations])
        elif column.key == keys.ENGAGEMENT:
            listing = _places([assessment.engagement(i) for i in everyone])
        elif column.key == keys.MOVEMENT:
            listing = np.array([float(self._movement(i)) for i in everyone])
        elif column.key == keys.SCORE:
            listing = np.where(evaluation.status == Status.INSUFFICIENT, np.nan, evaluation.scores)
        elif column.key == keys.COVERAGE:
            listing = evaluation.coverage
        return listing

    def _movement(self, number: int) -> int:
        before, now = int(self.baseline[number]), int(self.assessment.evaluation.ranks[number])
        return before - now if before and now else 0

    def _describe(self, number: int) -> RankedRow:
        evaluation = self.assessment.evaluation
        location = self.assessment.locations[number]
        cost, overlap = self._leading.get(keys.COST), self._leading.get(keys.OVERLAP)
        return RankedRow(
            number,
            location.id,
            location.name,
            Status(int(evaluation.status[number])),
            int(evaluation.ranks[number]),
            self._movement(number),
            float(evaluation.scores[number]),
            tuple(self._parts[number].tolist()),
            self.assessment.engagement(number),
            self._figure(number, cost) if cost else "",
            self._figure(number, overlap) if overlap else "",
            float(evaluation.coverage[number]),
            self.assessment.reasons(number),
            self._certainty.get(location.id),
        )

    def _figure(self, number: int, column: RankingColumn) -> str:
        cells, j = self.assessment.cells, column.criterion
        if column.key == keys.COST and not math.isnan(cells.low[number, j]):
            return range_text(float(cells.low[number, j]), float(cells.high[number, j]))
        return figure_text(float(cells.values[number, j]), column.unit, with_unit=False)

    def _score_tip(self, row: RankedRow) -> str:
        lines = [f"{row.name}, {row.engagement}" if row.engagement else row.name]
        if row.reasons:
            lines.append(f"Not ranked: {'; '.join(row.reasons)}")
        if row.status != Status.INSUFFICIENT:
            lines.append(f"Score {row.score:.1f}, made of")
            themes = self.assessment.evaluation.weights.themes
            lines += [
                f"{self.assessment.pack.theme_label(theme)} {100 * part:.1f}"
                for theme, part in zip(themes, row.parts, strict=True)
                if part > 0
            ]
        if self._remark is not None and row.rank:
            lines.append(self._remark(row.number))
        return "\n".join(lines)

    def _figure_tip(self, number: int, column: RankingColumn) -> str:
        cells, j = self.assessment.cells, column.criterion
        value, low, high = (float(array[number, j]) for array in (cells.values, cells.low, cells.high))
        figure, *ends = (figure_text(one, column.unit, with_unit=False) for one in (value, low, high))
        text = f"{column.title}: {figure}"
        if math.isnan(value):
            text = f"{column.title}: unknown, so the score takes the middle of similar places"
        elif not math.isnan(low):
            text += f" (between {ends[0]} and {ends[1]})"
        note = str(cells.notes[number, j])
        return f"{text}\n{note}" if note else text


def _places(texts: list[str]) -> FloatArray:
    """Numbers (m,) that sort as the texts do; equal texts get equal numbers, empty ones NaN."""
    places = np.unique(texts, return_inverse=True)[1].astype(np.float64)
    places[[not text for text in texts]] = np.nan
    return places
