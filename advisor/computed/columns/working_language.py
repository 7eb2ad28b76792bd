"""How well the language of the work is known at each location."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.languages import language_cells
from advisor.computed.materials import LanguagesInUse
from advisor.core.cells import Cells
from advisor.places.languages import working_score


def _working_language(known: LanguagesInUse) -> Cells:
    scores = known.table.working(known.working)
    return language_cells(known.table, known.working, scores, working_score)


COLUMN = ComputedColumn(LanguagesInUse, _working_language)
