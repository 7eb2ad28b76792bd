"""What each source serves: which criteria, how many figures, of which years; and what has grown old."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from advisor.core.matrix import CellMethod
from advisor.datapack.schema import Source
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.sources.coverage_figures import OLD, Coverage
from advisor.words.formatting import list_text
from advisor.words.translation import t, tn

_NAMED = 6  # criteria that are named of a source
_OLD_PACK_MONTHS = 12


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source and what it serves.

    Attributes:
        source: who, what, which edition.
        criteria: names of the criteria with figures of it, the most figures first.
        figures: how many cells rest on it.
        first, last: years of its figures, 0 where none is stated.
        median: the middle year.
    """

    source: Source
    criteria: tuple[str, ...]
    figures: int
    first: int
    last: int
    median: int

    def words(self, year: int) -> str:
        """Which criteria it is used by and how old its figures are, seen from a year."""
        if not self.figures:
            return t("Not used by a criterion of this ranking.")
        named = list(self.criteria[:_NAMED])
        more = len(self.criteria) - len(named)
        if more > 0:
            named.append(tn("{count} more", "{count} more", more))
        said = tn(
            "{count} figure of {criteria}",
            "{count} figures of {criteria}",
            self.figures,
            criteria=list_text(named),
        )
        if not self.median:
            return t("{use}.", use=said)
        span = (
            str(self.first)
            if self.first == self.last
            else t("{first}–{last}", first=self.first, last=self.last)
        )
        return tn(
            "{use}; of {span}, in the middle {count} year old.",
            "{use}; of {span}, in the middle {count} years old.",
            max(0, year - self.median),
            use=said,
            span=span,
        )


def source_uses(assessment: Assessment) -> tuple[SourceUse, ...]:
    """Every source, those first that serve most figures; the others by who publishes them."""
    cells, criteria = assessment.cells, assessment.evaluation.criteria
    counts: dict[str, Counter[int]] = {}
    years: dict[str, list[int]] = {}
    for j in range(len(criteria)):
        # Most figures of a criterion come from the same few sources and years.
        alike = Counter(zip(cells.sources[:, j].tolist(), cells.years[:, j].tolist(), strict=True))
        for (ids, year), times in alike.items():
            for one in filter(None, str(ids).split(";")):
                counts.setdefault(one, Counter())[j] += times
                if year:
                    years.setdefault(one, []).extend([year] * times)
    uses = []
    for source_id, source in assessment.sources.items():
        found, stated = counts.get(source_id, Counter()), years.get(source_id, [])
        names = tuple(criteria[j].name for j, _count in found.most_common())
        median = int(np.median(stated)) if stated else 0
        ends = (min(stated), max(stated)) if stated else (0, 0)
        uses.append(SourceUse(source, names, sum(found.values()), *ends, median))
    return tuple(
        sorted(
            uses,
            key=lambda use: (-use.figures, use.source.publisher.casefold(), use.source.dataset.casefold()),
        )
    )


def freshness_warnings(coverage: Coverage, today: tuple[int, int]) -> tuple[str, ...]:
    """What has grown old: the pack itself, and criteria half of whose figures are old; the oldest first.

    Args:
        coverage: of the ranking.
        today: year and month.
    """
    said = []
    if months := _months_old(coverage.assessment.pack.version, today):
        said.append(
            tn(
                "This data pack is {count} month old: look for a newer edition.",
                "This data pack is {count} months old: look for a newer edition.",
                months,
            )
        )
    found: list[tuple[int, int, str]] = []
    weights = coverage.assessment.evaluation.weights.flat
    for j, criterion in enumerate(coverage.assessment.evaluation.criteria):
        known = coverage.methods[:, j] >= CellMethod.ESTIMATED
        stated = coverage.years[known & (coverage.years[:, j] > 0), j]
        if len(stated) and weights[j] > 0 and (age := coverage.year - int(np.median(stated))) >= OLD:
            found.append((age, int(np.median(stated)), criterion.name))
    said += [
        tn(
            "{criterion}: half of the figures are of {year} or before, {count} year ago.",
            "{criterion}: half of the figures are of {year} or before, {count} years ago.",
            age,
            criterion=name,
            year=year,
        )
        for age, year, name in sorted(found, key=lambda one: (-one[0], one[2]))
    ]
    return tuple(said)


def _months_old(version: str, today: tuple[int, int]) -> int:
    """Months since the edition of a pack named ``YEAR.MONTH``; 0 where recent or named otherwise."""
    year, _, month = version.partition(".")
    if not (year.isdigit() and month[:2].isdigit() and len(year) == 4 and 1 <= int(month[:2]) <= 12):
        return 0
    age = 12 * (today[0] - int(year)) + today[1] - int(month[:2])
    return age if age >= _OLD_PACK_MONTHS else 0
