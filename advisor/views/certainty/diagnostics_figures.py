"""What to check before a ranking is believed: double counting, what really decides, ranks on estimates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.core.diagnostics import HANGS_BY, correlations, effective_weights, rank_bounds
from advisor.core.evaluation import Status
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.certainty.certainty_texts import (
    influence_text,
    missing_text,
    pair_text,
    pairs_text,
    span_text,
    spans_text,
)
from advisor.words.tables import tab_separated
from advisor.words.translation import t

SHOWN = 8  # criteria, and locations of which a rank may hang on estimates


@dataclass(frozen=True, slots=True)
class AlikeCriteria:
    """Two criteria of one theme that say nearly the same, or nearly the opposite.

    Attributes:
        first, second: names.
        r: Pearson correlation of their values.
        weight: share of the whole that both have together, 0..1.
    """

    first: str
    second: str
    r: float
    weight: float

    @property
    def words(self) -> str:
        """The pair in a sentence."""
        return pair_text(self.first, self.second, self.r, self.weight)


@dataclass(frozen=True, slots=True)
class Influence:
    """A criterion's weight beside its share in what tells the ranked locations apart, both 0..1."""

    name: str
    theme: str
    weight: float
    effect: float


@dataclass(frozen=True, slots=True)
class RankSpan:
    """How far doubtful figures can move a location, all others staying as they are.

    Attributes:
        id, name: of the location.
        rank: as it stands.
        best, worst: ranks with its estimated and missing figures at their ends.
        missing_best, missing_worst: ranks with its missing figures alone at theirs.
        estimated, missing: share of the weight on such figures, 0..1.
    """

    id: str
    name: str
    rank: int
    best: int
    worst: int
    missing_best: int
    missing_worst: int
    estimated: float
    missing: float

    @property
    def words(self) -> str:
        """The span in a sentence."""
        text = span_text(self.name, self.rank, (self.best, self.worst), self.estimated)
        if self.missing <= 0:
            return text
        missing = missing_text(self.missing, (self.missing_best, self.missing_worst))
        return t("{sentence} {next}", sentence=text, next=missing)


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """Everything to check in one ranking.

    Attributes:
        pairs: criteria that count twice what they share, the strongest first.
        influences: the criteria with most weight or most effect, by weight.
        spans: the best locations in the order of the ranking, and the one asked for.
        hanging, ranked: how many of the ranked could move by ``HANGS_BY`` ranks or more.
        incomplete: how many of the ranked lack figures that have weight.
    """

    pairs: tuple[AlikeCriteria, ...]
    influences: tuple[Influence, ...]
    spans: tuple[RankSpan, ...]
    hanging: int
    ranked: int
    incomplete: int

    @property
    def pairs_sentence(self) -> str:
        """What the pairs come to."""
        return pairs_text(len(self.pairs))

    @property
    def influences_sentence(self) -> str:
        """Which criterion decides much more than it weighs, and which much less."""
        gaps = sorted(self.influences, key=lambda one: one.effect - one.weight)
        named = [(one.name, one.weight, one.effect) for one in gaps]
        return influence_text(named[-1], named[0]) if named else influence_text(None, None)

    @property
    def spans_sentence(self) -> str:
        """How many ranks hang on estimates."""
        return spans_text(self.hanging, self.ranked, self.incomplete, HANGS_BY)

    @property
    def influences_text(self) -> str:
        """The influences as a table with tabs."""
        return tab_separated(
            [t("Criterion"), t("Weight, %"), t("Share of the differences, %")],
            ([one.name, 100.0 * one.weight, 100.0 * one.effect] for one in self.influences),
        )

    @property
    def spans_text(self) -> str:
        """The spans as a table with tabs."""
        heading = [
            t("Location"),
            t("Rank"),
            t("Best"),
            t("Worst"),
            t("Best, missing only"),
            t("Worst, missing only"),
        ]
        rows = (
            [s.name, *map(str, (s.rank, s.best, s.worst, s.missing_best, s.missing_worst))]
            for s in self.spans
        )
        return "\n".join("\t".join(row) for row in (heading, *rows))


def alike_pairs(assessment: Assessment) -> tuple[AlikeCriteria, ...]:
    """Criteria that count twice what they share; those without weight left out."""
    evaluation = assessment.evaluation
    names = {criterion.id: (j, criterion.name) for j, criterion in enumerate(evaluation.criteria)}
    flat = evaluation.weights.flat
    found = []
    for pair in correlations(evaluation.valued):
        (i, first), (j, second) = names[pair.first], names[pair.second]
        if flat[i] > 0 and flat[j] > 0:
            found.append(AlikeCriteria(first, second, pair.r, float(flat[i] + flat[j])))
    return tuple(found)


def diagnostics(assessment: Assessment, also: str = "", shown: int = SHOWN) -> Diagnostics:
    """Look for what a ranking does not show.

    Args:
        assessment: the ranking.
        also: id of a location that is shown although it is further down.
        shown: how many criteria and locations.
    """
    evaluation = assessment.evaluation
    ranked = evaluation.status == Status.RANKED
    return Diagnostics(
        pairs=alike_pairs(assessment),
        influences=_influences(assessment, shown),
        spans=_spans(assessment, also, shown),
        hanging=int(rank_bounds(evaluation).hangs.sum()),
        ranked=int(ranked.sum()),
        incomplete=int((evaluation.coverage[ranked] < 1.0 - 1e-9).sum()),
    )


def _influences(assessment: Assessment, shown: int) -> tuple[Influence, ...]:
    evaluation = assessment.evaluation
    weights, effects = evaluation.weights.flat, effective_weights(evaluation)
    if np.isnan(effects).any():
        return ()
    largest = np.argsort(-np.maximum(weights, np.abs(effects)), kind="stable")[:shown]
    return tuple(
        Influence(
            evaluation.criteria[j].name, evaluation.criteria[j].theme, float(weights[j]), float(effects[j])
        )
        for j in sorted(largest.tolist(), key=lambda j: -weights[j])
        if weights[j] > 0
    )


def _spans(assessment: Assessment, also: str, shown: int) -> tuple[RankSpan, ...]:
    evaluation = assessment.evaluation
    ranked = evaluation.order[evaluation.status[evaluation.order] == Status.RANKED].tolist()
    everything, missing = rank_bounds(evaluation), rank_bounds(evaluation, estimated=False)
    rows = ranked[:shown] + [row for row in ranked[shown:] if assessment.locations[row].id == also]
    return tuple(
        RankSpan(
            id=assessment.locations[row].id,
            name=assessment.locations[row].name,
            rank=int(evaluation.ranks[row]),
            best=int(everything.best[row]),
            worst=int(everything.worst[row]),
            missing_best=int(missing.best[row]),
            missing_worst=int(missing.worst[row]),
            estimated=float(everything.weight_estimated[row]),
            missing=float(everything.weight_imputed[row]),
        )
        for row in rows
    )
