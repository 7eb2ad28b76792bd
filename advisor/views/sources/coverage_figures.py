"""Which figure of which location is known, how, from whom and how old it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from advisor.core.matrix import CellMethod, MethodArray
from advisor.core.shares import rounded_shares
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import figure_text, percent_text
from advisor.words.locale import digits
from advisor.words.translation import mark, marked, t, tn

OLD = 5  # years after which a figure counts as old
_SHOWN = 3  # publishers of a figure that are named

STATES = {
    CellMethod.OBSERVED: mark("observed"),
    CellMethod.ESTIMATED: mark("estimated"),
    CellMethod.USER: mark("your own"),
    CellMethod.IMPUTED: mark("unknown"),
}


@dataclass(frozen=True, eq=False)
class Coverage:
    """All figures of a ranking, locations by criteria.

    Attributes:
        assessment: the ranking.
        year: from which ages are counted.
    """

    assessment: Assessment
    year: int

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """Locations, by their index in the pack, in the order of the ranking."""
        return tuple(self.assessment.evaluation.order.tolist())

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Criteria, by their index in the pack, theme by theme."""
        return tuple(np.argsort(self.assessment.evaluation.weights.theme_of, kind="stable").tolist())

    @property
    def methods(self) -> MethodArray:
        """(m, n) how each figure is known, rows and columns as in the pack."""
        return self.assessment.evaluation.valued.methods

    @property
    def years(self) -> NDArray[np.int16]:
        """(m, n) year of each figure, 0 where none is stated."""
        return self.assessment.cells.years

    def state(self, row: int, column: int) -> CellMethod:
        """How a figure is known; what nobody knows is ``IMPUTED``, whatever it is ranked with."""
        method = CellMethod(int(self.methods[row, column]))
        return CellMethod.IMPUTED if method < CellMethod.ESTIMATED else method

    def age(self, row: int, column: int) -> int | None:
        """Years since the year of a figure; None where it has none."""
        year = int(self.years[row, column])
        return max(0, self.year - year) if year and self.state(row, column) != CellMethod.IMPUTED else None

    @cached_property
    def shares(self) -> Mapping[CellMethod, float]:
        """Share of all figures by state, 0..1."""
        counts = np.bincount(self.methods.ravel(), minlength=len(CellMethod))
        counts[CellMethod.IMPUTED] += counts[CellMethod.UNKNOWN]
        return {state: float(counts[state] / max(1, self.methods.size)) for state in STATES}

    def sentence(self) -> str:
        """How much is known, in a sentence."""
        whole = rounded_shares({state.name: share for state, share in self.shares.items()})
        told = {
            "observed": percent_text(whole[CellMethod.OBSERVED.name] / 100),
            "estimated": percent_text(whole[CellMethod.ESTIMATED.name] / 100),
            "unknown": percent_text(whole[CellMethod.IMPUTED.name] / 100),
        }
        said = tn(
            "Of {number} figure, {observed} are observed, {estimated} estimated and {unknown} unknown.",
            "Of {number} figures, {observed} are observed, {estimated} estimated and {unknown} unknown.",
            self.methods.size,
            number=digits(self.methods.size),
            **told,
        )
        own = int((self.methods == CellMethod.USER).sum())
        if own:
            said = " ".join((said, tn("{count} is your own.", "{count} are your own.", own)))
        return said

    def short(self, row: int, column: int) -> str:
        """How a figure is known and its year, for a table of many."""
        state, year = marked(STATES[self.state(row, column)]), int(self.years[row, column])
        return t("{state} {year}", state=state, year=year) if self.age(row, column) is not None else state

    def words(self, row: int, column: int) -> str:
        """A cell in words: place, criterion, figure, how it is known, year and who published it."""
        assessment = self.assessment
        criterion = assessment.evaluation.criteria[column]
        told = {"place": assessment.locations[row].name, "criterion": criterion.name}
        state = self.state(row, column)
        if state == CellMethod.IMPUTED:
            return t("{place}, {criterion}: unknown, taken from similar places", **told)
        parts = [
            figure_text(float(assessment.cells.values[row, column]), criterion.unit),
            marked(STATES[state]),
        ]
        if year := int(self.years[row, column]):
            parts.append(str(year))
        if names := self._publishers(str(assessment.cells.sources[row, column])):
            parts.append(names)
        return t("{place}, {criterion}: {facts}", **told, facts=", ".join(parts))

    def _publishers(self, ids: str) -> str:
        known = self.assessment.sources
        listed = list(filter(None, ids.split(";")))
        names = list(dict.fromkeys(known[one].publisher or one if one in known else one for one in listed))
        shown = ", ".join(names[:_SHOWN])
        more = len(names) - _SHOWN
        return (
            tn("{names} and {count} more", "{names} and {count} more", more, names=shown)
            if more > 0
            else shown
        )
