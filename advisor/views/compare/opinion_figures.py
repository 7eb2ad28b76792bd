"""Second opinions beside the headline ranking: ranks side by side, agreement, and why they differ."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.core.aggregation.registry import aggregation_methods
from advisor.core.second_opinions import Opinion, second_opinions
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import in_sentence
from advisor.words.locale import digits

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
            return "Nothing is ranked, so there is nothing to have an opinion on."
        leader, total = self.rows[0], len(self.verdicts)
        first = sum(rank == 1 for rank in leader.ranks)
        count = {0: "none", total: "all"}.get(first, str(first))
        said = f"{leader.name} is first here and by {count} of {total} other methods"
        told = [v for v in self.verdicts if not math.isnan(v.tau)]
        if not told:
            return f"{said}."
        least = min(told, key=lambda v: v.tau)
        most = max(told, key=lambda v: v.tau)
        if least is most:
            return f"{said}."
        return f"{said}; {most.name} agrees most with this ranking, {least.name} least."

    def table(self) -> str:
        """Ranks as tab-separated text, agreement in the last line."""
        head = ["Location", self.headline, *(v.name for v in self.verdicts)]
        lines = [[r.name, str(r.headline), *(str(rank) for rank in r.ranks)] for r in self.rows]
        taus = ["Kendall's tau", "1.00", *(v.tau_text for v in self.verdicts)]
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
        return "cannot be compared"
    if tau >= _CLOSE:
        return "agrees closely"
    if tau >= _BROAD:
        return "agrees broadly"
    if tau >= _LOOSE:
        return "agrees loosely"
    return "hardly agrees" if tau > 0 else "disagrees"


def _words(assessment: Assessment, opinion: Opinion) -> str:
    found = opinion.disagreement
    if found is None:
        return "It ranks every location the same."
    place = assessment.locations[found.row].name
    said = (
        f"They differ most on {place}: rank {found.headline_rank} here, {found.opinion_rank} by this method"
    )
    if not found.criterion:
        return f"{said}. No single criterion explains it."
    labels = {c.id: in_sentence(c.name) for c in assessment.evaluation.criteria}
    ranks = "rank" if found.apart_without == 1 else "ranks"
    apart = f"only {found.apart_without} {ranks} apart" if found.apart_without else "of one mind"
    return f"{said}. Mostly because of {labels[found.criterion]}: without it they would be {apart}."
