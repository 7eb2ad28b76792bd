"""How freely personal data may be sent from home to each location."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from advisor.places.law import LegalTable
from advisor.places.regimes import regimes_from
from advisor.scenario.columns import Column, make_column, method_codes


def transfer_column(law: LegalTable, home: str, location_ids: Sequence[str]) -> Column:
    """The column ``data_transfer``."""
    found = regimes_from(law, home, location_ids)
    facts = [(detail.instrument_fact, detail.law_fact) for detail in found.details]
    ids = [
        ";".join(dict.fromkeys(part for f in pair if f for part in f.source_id.split(";") if part))
        for pair in facts
    ]
    return make_column(
        found.score,
        low=found.low,
        high=found.high,
        methods=method_codes(found.methods),
        year=np.array([pair[0].year if pair[0] and pair[0].year else 0 for pair in facts], dtype=np.int16),
        sources=[text or "ec_adequacy" for text in ids],
        notes=[detail.reason for detail in found.details],
    )
