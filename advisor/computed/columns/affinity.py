"""How close a location is to home by law, border and history."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn, method_codes
from advisor.computed.materials import TiesFromHome
from advisor.computed.source_ids import TIES
from advisor.core.cells import Cells, make_column


def _affinity(known: TiesFromHome) -> Cells:
    found = known.ties.from_home(known.home, known.location_ids)
    return make_column(
        found.value,
        low=found.low,
        high=found.high,
        methods=method_codes(found.methods),
        sources=TIES,
        notes=lambda row: "; ".join(found.details[row].reasons),
    )


COLUMN = ComputedColumn(TiesFromHome, _affinity)
