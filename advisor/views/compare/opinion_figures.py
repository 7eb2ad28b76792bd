"""Second opinions beside the headline ranking: ranks side by side, agreement, and why they differ."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.core.aggregation.registry import aggregation_methods
from advisor.core.second_opinions import Opinion, second_opinions
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.compare.compare_texts import disagreement_text, first_by_methods
from advisor.words.formatting import in_sentence
from advisor.words.locale import digits
from advisor.words.translation import t

TOP = 15
_CLOSE, _BROAD, _LOOSE = 0.8, 0.6, 0.3


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One location in every ranking.

    Attributes:
        headline: its rank in force; 0 if it is not ranked.
        ranks: its rank by each other method, in order.
    """

    row: int
    name: str
    headline: int
    ranks: tuple[int, ...]

    @property
    def spread(self) -> int:
        """How many ranks lie between the best and the worst opinion, the headline included."""
        every = (self.headline, *self.ranks)
        return max(every) - min(every)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one method says, in words.

    Attributes:
        short_name: the name where there is little room.
        tau: Kendall's tau-b with the headline, NaN where it cannot be told.
        agreement: in a word or two.
        words: where it disagrees most, and why.
    """

    method: str
    name: str
    short_name: str
    meaning: str
    tau: float
    agreement: str
    words: str

    @property
    def tau_text(self) -> str:
        """Kendall's tau with two decimals."""
        if math.isnan(self.tau):
            return "\N{EN DASH}"
        return digits(self.tau, 2)


@dataclass(frozen=True, slots=True, eq=False)
class Opinions:
    """The headline ranking and all others over the same locations."""

    headline: str
    rows: tuple[OpinionRow, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def sentence(self) -> str:
        """Who is first by how many methods, and which of them agrees least."""
        if not self.rows:
            return t("Nothing is ranked, so there is nothing to have an opinion on.")
        leader, total = self.rows[0], len(self.verdicts)
        first = sum(rank == 1 for rank in leader.ranks)
        told = sorted((v for v in self.verdicts if not math.isnan(v.tau)), key=lambda v: v.tau)
        if not told or told[0].tau == told[-1].tau:
            return first_by_methods(leader.name, first, total, "", "")
        most = next(v for v in told if v.tau == told[-1].tau)
        return first_by_methods(leader.name, first, total, most.name, told[0].name)

    def table(self) -> str:
        """Ranks as tab-separated text, agreement in the last line."""
        head = [t("Location"), self.headline, *(v.name for v in self.verdicts)]
        lines = [[r.name, str(r.headline), *(str(rank) for rank in r.ranks)] for r in self.rows]
        taus = [t("Kendall's tau"), digits(1.0, 2), *(v.tau_text for v in self.verdicts)]
        return "\n".join("\t".join(line) for line in (head, *lines, taus))


def opinions(assessment: Assessment, also: tuple[str, ...] = (), top: int = TOP) -> Opinions:
    """All methods on what is in force; tens of milliseconds for hundreds of locations.

    Args:
        assessment: what is in force.
        also: ids of locations that are listed although they are not among the best.
        top: how many of the best are listed.
    """
    evaluation = assessment.evaluation
    every = second_opinions(evaluation)
    ranked = [int(row) for row in evaluation.order if evaluation.ranks[row]]
    wanted = {assessment.pack.location_ids.index(key) for key in also}
    listed = [row for place, row in enumerate(ranked) if place < top or row in wanted]
    rows = tuple(
        OpinionRow(
            row,
            assessment.locations[row].name,
            int(evaluation.ranks[row]),
            tuple(int(opinion.ranks[row]) for opinion in every),
        )
        for row in listed
    )
    verdicts = tuple(_verdict(assessment, opinion) for opinion in every)
    return Opinions(evaluation.aggregation.formula.name, rows, verdicts)


def _verdict(assessment: Assessment, opinion: Opinion) -> Verdict:
    method, tau = aggregation_methods()[opinion.method], opinion.tau
    return Verdict(
        opinion.method,
        method.name,
        method.short_name,
        method.meaning,
        tau,
        _agreement(tau),
        _words(assessment, opinion),
    )


def _agreement(tau: float) -> str:
    if math.isnan(tau):
        return t("cannot be compared")
    if tau >= _CLOSE:
        return t("agrees closely")
    if tau >= _BROAD:
        return t("agrees broadly")
    if tau >= _LOOSE:
        return t("agrees loosely")
    return t("hardly agrees") if tau > 0 else t("disagrees")


def _words(assessment: Assessment, opinion: Opinion) -> str:
    found = opinion.disagreement
    if found is None:
        return t("It ranks every location the same.")
    place = assessment.locations[found.row].name
    names = {c.id: in_sentence(c.name) for c in assessment.evaluation.criteria}
    criterion = names[found.criterion] if found.criterion else ""
    return disagreement_text(place, found.headline_rank, found.opinion_rank, criterion, found.apart_without)
