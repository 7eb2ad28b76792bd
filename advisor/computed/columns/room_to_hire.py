"""The head count asked for as a share of the people who do this kind of work at each location."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import WorkforceToHire
from advisor.computed.people import workforce_cells
from advisor.core.cells import Cells
from advisor.places.workforce import Workforce, room_percent
from advisor.words.formatting import number_text
from advisor.words.translation import tn


def _room_to_hire(known: WorkforceToHire) -> Cells:
    asked = known.head_count

    def shares(found: Workforce) -> tuple[float, float, float]:
        value, low, high = (room_percent(asked, n) for n in (found.people, found.high, found.low))
        return value, low, high

    def note(found: Workforce) -> str:
        return tn(
            "{asked} person asked for, {people} do such work there",
            "{asked} people asked for, {people} do such work there",
            asked,
            asked=number_text(asked),
            people=number_text(found.people),
        )

    return workforce_cells(known, shares, note)


COLUMN = ComputedColumn(WorkforceToHire, _room_to_hire)
