"""People who do this kind of work at each location."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import WorkforceToHire
from advisor.computed.people import workforce_cells
from advisor.core.cells import Cells
from advisor.words.data_words import data_text


def _workforce(known: WorkforceToHire) -> Cells:
    return workforce_cells(
        known,
        lambda found: (found.people, found.low, found.high),
        lambda found: data_text(found.note),
    )


COLUMN = ComputedColumn(WorkforceToHire, _workforce)
