"""Where every location stands, as a room is shown it: frozen values and short texts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from advisor.core.evaluation import Status
from advisor.core.robustness import Robustness
from advisor.places.engagement import engagement_name
from advisor.scenario.cost.saving import COST, SAVING, column_of
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.study import Study
from advisor.views.scene.type_styles import ELLIPSIS
from advisor.words.formatting import UNKNOWN, figure_text, percent_text, range_text, share_text
from advisor.words.locale import digits
from advisor.words.translation import t
from advisor.words.units import unit_text

TOP = 5
_OVERLAP = "overlap"
_MOST_LETTERS = 32


def short_name(name: str) -> str:
    """A name that leaves room for the figures beside it; cut at a letter, with an ellipsis."""
    return name if len(name) <= _MOST_LETTERS else name[: _MOST_LETTERS - 1].rstrip() + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Standing:
    """One location.

    Attributes:
        row: in the assessment.
        name: short enough for a sentence with figures.
        rank: 0 where it is not ranked.
        moved: places gained (above 0) or lost since the presentation began.
        parts: share of each theme in the score, 0..1; they sum to score / 100.
        themes: score of each theme, 0..100.
        engagement: in words, empty where a pack knows no places.
        cost: low, middle and high end, in the unit of the pack's cost criterion; NaN where unknown.
        saving: share of what the work costs as it is, 1 for all of it; NaN where unknown.
        overlap: shared working hours in words, empty where a pack knows none.
        first: share of plausible weightings in which it is first, 0..1; NaN until that is counted.
        likely: its rank nine times out of ten, lowest and highest; None until that is counted.
        flags: what nobody may miss, a few words each.
        reasons: why it is not ranked.
    """

    row: int
    id: str
    name: str
    rank: int
    moved: int
    score: float
    parts: tuple[float, ...]
    themes: tuple[float, ...]
    engagement: str
    cost: tuple[float, float, float]
    saving: float
    overlap: str
    first: float
    likely: tuple[int, int] | None
    flags: tuple[str, ...]
    reasons: tuple[str, ...]
    is_home: bool
    is_chosen: bool

    @property
    def score_text(self) -> str:
        """The score with one decimal."""
        return digits(self.score, 1)

    @property
    def cost_text(self) -> str:
        """The cost as a range; unknown is an en dash."""
        low, middle, high = self.cost
        return figure_text(middle) if math.isnan(low) else range_text(low, high)

    @property
    def saving_text(self) -> str:
        """The saving in percent; unknown is an en dash."""
        return percent_text(self.saving)

    @property
    def first_text(self) -> str:
        """The chance of being first in percent; unknown is an en dash."""
        return UNKNOWN if math.isnan(self.first) else share_text(self.first)

    @property
    def likely_text(self) -> str:
        """The likely ranks as a range; unknown is an en dash."""
        if self.likely is None:
            return UNKNOWN
        return "\N{EN DASH}".join(str(rank) for rank in dict.fromkeys(self.likely))

    @property
    def moved_text(self) -> str:
        """Places gained or lost with an arrow; empty for none."""
        if not self.moved:
            return ""
        arrow = "\N{BLACK UP-POINTING TRIANGLE}" if self.moved > 0 else "\N{BLACK DOWN-POINTING TRIANGLE}"
        return f"{arrow}{digits(abs(self.moved))}"

    @property
    def badges(self) -> str:
        """Engagement model, whether it is home or chosen, and flags, on one line."""
        parts = [self.engagement, t("home") if self.is_home else "", t("chosen") if self.is_chosen else ""]
        return " \N{MIDDLE DOT} ".join(part for part in (*parts, *self.flags) if part)


class Standings:
    """Every location of one assessment; each is described when it is first asked for.

    Args:
        assessment: the ranking.
        study: whose ranking it is.
        counted: how sure the ranking is, None until that is counted.
        sentence: what was counted of the first one, in words.
        baseline: rank of every location, by its id, that movement is measured from, 0 for none.
    """

    def __init__(
        self,
        assessment: Assessment,
        study: Study,
        counted: Robustness | None = None,
        sentence: str = "",
        baseline: Mapping[str, int] | None = None,
    ) -> None:
        self.assessment, self.study, self.counted, self.sentence = assessment, study, counted, sentence
        self._baseline = baseline or {}
        self._described: dict[int, Standing] = {}
        criteria = assessment.evaluation.criteria
        self._columns = {name: column_of(criteria, name) for name in (COST, SAVING, _OVERLAP)}

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Rows of the ranked locations, the best first."""
        evaluation = self.assessment.evaluation
        return tuple(int(row) for row in evaluation.order if evaluation.status[row] == Status.RANKED)

    @property
    def is_empty(self) -> bool:
        """Whether no location is left."""
        return not self.order

    def top(self, count: int = TOP) -> tuple[Standing, ...]:
        """The best ones."""
        return tuple(self.row(row) for row in self.order[:count])

    def level_with_the_last(self, count: int = TOP) -> tuple[Standing, ...]:
        """Those who share the rank of the last of the best ones and are not among them."""
        ranks, best = self.assessment.evaluation.ranks, self.order[:count]
        beyond = self.order[len(best) :]
        return tuple(self.row(row) for row in beyond if ranks[row] == ranks[best[-1]])

    def row(self, row: int) -> Standing:
        """The location in a row."""
        found = self._described.get(row)
        if found is None:
            found = self._described[row] = self._describe(row)
        return found

    def of(self, location: str) -> Standing | None:
        """A location by its id, None where there is no such."""
        ids = self.assessment.pack.location_ids
        return self.row(ids.index(location)) if location in ids else None

    @property
    def home(self) -> Standing | None:
        """The home, None where a pack knows no places."""
        return self.of(self.assessment.scenario.home)

    @property
    def themes(self) -> tuple[str, ...]:
        """Ids of the themes in the order of the pack."""
        return self.assessment.evaluation.weights.themes

    def theme(self, theme: str) -> str:
        """Name of a theme."""
        return self.assessment.pack.theme_label(theme)

    @property
    def shares(self) -> tuple[float, ...]:
        """Share of each theme in the whole, 0..1."""
        return tuple(float(share) for share in self.assessment.evaluation.weights.theme_weights)

    @property
    def cost_unit(self) -> str:
        """What cost is counted in, empty where a pack knows none."""
        column = self._columns[COST]
        return "" if column is None else unit_text(self.assessment.evaluation.criteria[column].unit)

    @property
    def knows_costs(self) -> bool:
        """Whether there is a column of costs."""
        return self._columns[COST] is not None

    @property
    def knows_overlap(self) -> bool:
        """Whether there is a column of shared hours."""
        return self._columns[_OVERLAP] is not None

    @property
    def excluded(self) -> int:
        """How many locations must-haves keep out."""
        return int((self.assessment.evaluation.status == Status.EXCLUDED).sum())

    def _describe(self, row: int) -> Standing:
        assessment, evaluation = self.assessment, self.assessment.evaluation
        location, rank = assessment.locations[row], int(evaluation.ranks[row])
        before = self._baseline.get(location.id, 0)
        engagement = assessment.engagement(row)
        counted = self.counted
        known = counted is not None and bool(rank) and bool(counted.rank_low[row])
        return Standing(
            row,
            location.id,
            short_name(location.name),
            rank,
            before - rank if before and rank else 0,
            float(evaluation.scores[row]),
            tuple(self._parts(row)),
            tuple(float(score) for score in evaluation.themes[row]),
            engagement_name(engagement) if engagement else "",
            self._cost(row),
            self._figure(SAVING, row) / 100.0,
            self._overlap(row),
            float(counted.p_first[row]) if counted is not None and known else math.nan,
            (int(counted.rank_low[row]), int(counted.rank_high[row]))
            if counted is not None and known
            else None,
            tuple(flag.text for flag in assessment.flags(row)),
            assessment.reasons(row),
            location.id == assessment.scenario.home,
            location.id == self.study.chosen,
        )

    def _parts(self, row: int) -> Iterator[float]:
        weights = self.assessment.evaluation.weights
        contributions = self.assessment.evaluation.contributions[row]
        for theme in range(len(weights.themes)):
            yield float(contributions[weights.theme_of == theme].sum()) / 100.0

    def _figure(self, name: str, row: int) -> float:
        column = self._columns[name]
        return math.nan if column is None else float(self.assessment.cells.values[row, column])

    def _cost(self, row: int) -> tuple[float, float, float]:
        column, cells = self._columns[COST], self.assessment.cells
        if column is None:
            return math.nan, math.nan, math.nan
        low, high = float(cells.low[row, column]), float(cells.high[row, column])
        return low, float(cells.values[row, column]), high

    def _overlap(self, row: int) -> str:
        column = self._columns[_OVERLAP]
        if column is None:
            return ""
        unit = self.assessment.evaluation.criteria[column].unit
        return figure_text(self._figure(_OVERLAP, row), unit, with_unit=False)
