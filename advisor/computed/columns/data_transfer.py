"""How freely personal data may be sent from home to each location."""

from __future__ import annotations

import numpy as np

from advisor.computed.column import ComputedColumn, method_codes
from advisor.computed.materials import TiesFromHome
from advisor.core.cells import Cells, make_column
from advisor.places.regimes import regimes_from


def _data_transfer(known: TiesFromHome) -> Cells:
    found = regimes_from(known.law, known.home, known.location_ids)
    facts = [(detail.instrument_fact, detail.law_fact) for detail in found.details]
    ids = [
        ";".join(dict.fromkeys(part for f in both if f for part in f.source_id.split(";") if part))
        for both in facts
    ]
    years = [instrument.year if instrument and instrument.year else 0 for instrument, _ in facts]
    return make_column(
        found.score,
        low=found.low,
        high=found.high,
        methods=method_codes(found.methods),
        year=np.array(years, dtype=np.int16),
        sources=[text or "ec_adequacy" for text in ids],
        notes=lambda row: found.details[row].reason,
    )


COLUMN = ComputedColumn(TiesFromHome, _data_transfer)
