"""How much of each location's work in software across borders is with home."""

from __future__ import annotations

import numpy as np

from advisor.computed.column import ComputedColumn, method_codes
from advisor.computed.materials import WorkforceToHire
from advisor.computed.source_ids import COLLABORATIONS
from advisor.core.cells import Cells, make_column
from advisor.places.collaborations import TiesAtWork
from advisor.words.formatting import number_text
from advisor.words.translation import t


def _working_ties(known: WorkforceToHire) -> Cells:
    found = [known.collaborations.with_home(known.home, site) for site in known.location_ids]
    ends = np.array(
        [(each.percent, each.low, each.high) if each else (np.nan,) * 3 for each in found], dtype=np.float64
    ).reshape(len(found), 3)
    return make_column(
        ends[:, 0],
        low=ends[:, 1],
        high=ends[:, 2],
        methods=method_codes(
            ["unknown" if each is None else "observed" if each.published else "estimated" for each in found]
        ),
        sources=[COLLABORATIONS if each else "" for each in found],
        notes=lambda row: _note(found[row]),
    )


def _note(ties: TiesAtWork | None) -> str:
    if ties is None:
        return ""
    if ties.published and not ties.count:
        return t("the home country itself")
    if not ties.published:
        return t("fewer collaborations with home than are published; taken as half of that")
    return t(
        "{count} collaborations with home in a year, of all with other countries",
        count=number_text(ties.count),
    )


COLUMN = ComputedColumn(WorkforceToHire, _working_ties)
