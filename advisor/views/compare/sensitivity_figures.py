"""One-way sensitivity as a picture: which lines to draw over the weight of a theme or criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from advisor.core.evaluation import Evaluation
from advisor.core.sensitivity import Crossing, Sensitivity, end_scores, sensitivity
from advisor.core.value_functions import FloatArray
from advisor.core.weighting import Weights
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.compare.compare_texts import lead_text
from advisor.words.formatting import in_sentence, percent_text
from advisor.words.tables import tab_separated
from advisor.words.translation import t

TOP = 8
_SMALLEST = 1e-12  # stands for 0, which has no logarithm


@dataclass(frozen=True, slots=True)
class Reign:
    """A stretch of weights, 0..1, over which one location leads all ranked ones."""

    start: float
    end: float
    row: int


@dataclass(frozen=True, slots=True, eq=False)
class WeightLines:
    """Scores of some locations over the weight of one theme or criterion.

    Attributes:
        key: id of the theme or criterion.
        name: its label.
        is_theme: whether it is a theme.
        lines: the engine's lines for the rows that are drawn.
        a, b: rows that are compared.
        crossing: where these two change places, None where they do not.
        reigns: who leads, from 0 to 100 %.
    """

    assessment: Assessment
    key: str
    name: str
    is_theme: bool
    lines: Sensitivity
    a: int
    b: int
    crossing: Crossing | None
    reigns: tuple[Reign, ...]

    def label(self, row: int) -> str:
        """Name of a location."""
        return self.assessment.locations[row].name

    @property
    def now(self) -> float:
        """The weight in force, 0..1."""
        return self.lines.now

    @property
    def turns(self) -> tuple[float, ...]:
        """Weights at which the lead changes, 0..1."""
        return tuple(reign.end for reign in self.reigns[:-1])

    @property
    def told_turns(self) -> tuple[float, float]:
        """Weights, 0..1, between which the sentence says that the leader leads."""
        reign = self.reigns[self._reign_now]
        return reign.start, reign.end

    @property
    def _reign_now(self) -> int:
        within = (place for place, reign in enumerate(self.reigns) if self.now <= reign.end)
        return next(within, len(self.reigns) - 1)

    @property
    def sentence(self) -> str:
        """Who leads now and how far the weight may move until that changes."""
        name, index = in_sentence(self.name), self._reign_now
        reign = self.reigns[index]
        leader = self.label(reign.row)
        below = self.reigns[index - 1] if index else None
        above = self.reigns[index + 1] if index + 1 < len(self.reigns) else None
        said = lead_text(
            leader,
            name,
            (reign.start, reign.end),
            self.label(below.row) if below else "",
            self.label(above.row) if above else "",
        )
        if self.crossing is None:
            return said
        return t(
            "{sentence} {second:The} overtakes {first:the} at {share}.",
            sentence=said,
            first=self.label(self.crossing.below),
            second=self.label(self.crossing.above),
            share=percent_text(self.crossing.share),
        )

    def table(self) -> str:
        """The lines as tab-separated text, a row for each percentage."""
        head = [t("Weight of {name} %", name=self.name), *(self.label(int(row)) for row in self.lines.rows)]
        pairs = zip(self.lines.shares, self.lines.scores.T, strict=True)
        return tab_separated(head, ([100.0 * float(share), *map(float, scores)] for share, scores in pairs))


def movable(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """Id and label of what can be moved: themes where there are several, criteria where scores are sums."""
    weights = assessment.evaluation.weights
    themes = [theme for theme, counts in _themes_that_count(weights) if counts]
    found = [(theme, assessment.pack.theme_label(theme)) for theme in themes] if len(themes) > 1 else []
    if assessment.evaluation.aggregation.formula.moves == "criterion":
        criteria = assessment.evaluation.criteria
        counting = [c for c, within in zip(criteria, weights.within, strict=True) if within > 0]
        if len(counting) > 1:
            found += [(c.id, c.name) for c in counting if c.id not in weights.themes]
    return tuple(found)


def _themes_that_count(weights: Weights) -> list[tuple[str, bool]]:
    return [
        (theme, bool(weights.within[weights.theme_of == k].sum() > 0))
        for k, theme in enumerate(weights.themes)
    ]


def weight_lines(assessment: Assessment, key: str, a: int, b: int, top: int = TOP) -> WeightLines:
    """Lines for the best locations, those that would lead elsewhere, and the two compared.

    Raises:
        ValueError: the weight of ``key`` cannot move; see ``movable``.
    """
    evaluation = assessment.evaluation
    is_theme = key in evaluation.weights.themes
    whole = evaluation if is_theme else _by_criterion(evaluation)
    ranked = [int(row) for row in evaluation.order if evaluation.ranks[row]]
    reigns = _reigns(whole, key, ranked) if ranked else ()
    rows = list(dict.fromkeys([a, b, *(reign.row for reign in reigns), *ranked[:top]]))
    lines = sensitivity(whole, key, rows)
    crossing = next((c for c in lines.crossings if {c.below, c.above} == {a, b}), None)
    labels = dict(movable(assessment))
    return WeightLines(assessment, key, labels[key], is_theme, lines, a, b, crossing, reigns)


def _by_criterion(evaluation: Evaluation) -> Evaluation:
    """The same sum with every criterion as a theme of its own."""
    flat = evaluation.weights.flat
    count = len(flat)
    ids = tuple(criterion.id for criterion in evaluation.criteria)
    weights = Weights(ids, np.arange(count), flat.copy(), np.ones(count), flat.copy())
    return replace(evaluation, weights=weights)


def _reigns(evaluation: Evaluation, key: str, rows: Sequence[int]) -> tuple[Reign, ...]:
    """Who leads over 0..1: the upper hull of all lines, exact at its corners."""
    starts, ends = end_scores(evaluation, key, rows)
    straightened = evaluation.aggregation.formula.straightened
    starts, ends = (straightened(np.maximum(scores, _SMALLEST)) for scores in (starts, ends))
    hull = _upper_hull(starts, ends)
    places = [share for share, _ in hull]
    stops = [*places[1:], 1.0]
    return tuple(
        Reign(start, stop, int(rows[row])) for start, stop, (_, row) in zip(places, stops, hull, strict=True)
    )


def _upper_hull(starts: FloatArray, ends: FloatArray) -> list[tuple[float, int]]:
    """Lines that are highest somewhere on 0..1, each with where it takes over."""
    at, row = 0.0, int(np.lexsort((-ends, -starts))[0])
    hull = [(0.0, row)]
    slopes = ends - starts
    while True:
        steeper = np.flatnonzero(slopes > slopes[row] + 1e-12)
        if not len(steeper):
            return hull
        places = (starts[row] - starts[steeper]) / (slopes[steeper] - slopes[row])
        nearest = float(places.min())
        if nearest >= 1.0:
            return hull
        tied = steeper[places <= nearest + 1e-12]
        row = int(tied[slopes[tied].argmax()])
        at = max(at, nearest)
        hull.append((at, row))
