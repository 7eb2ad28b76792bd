"""Figures of workforces as cells, with what they rest on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from advisor.computed.column import method_codes
from advisor.computed.materials import WorkforceToHire
from advisor.core.cells import Cells, make_column
from advisor.places.workforce import Workforce


def workforce_cells(
    known: WorkforceToHire,
    figure: Callable[[Workforce], tuple[float, float, float]],
    note: Callable[[Workforce], str],
) -> Cells:
    """A column (m,) made of the workforce of each location.

    Args:
        known: workforces by location.
        figure: value, low and high of one.
        note: what stands beside it.
    """
    found = [known.figures.get(location) for location in known.location_ids]
    figures = np.array([figure(each) if each else (np.nan,) * 3 for each in found], dtype=np.float64)
    figures = figures.reshape(len(found), 3)
    return make_column(
        figures[:, 0],
        low=figures[:, 1],
        high=figures[:, 2],
        methods=method_codes([each.method if each else "unknown" for each in found]),
        year=np.array([(each.year or 0) if each else 0 for each in found], dtype=np.int16),
        sources=[each.source_id if each else "" for each in found],
        notes=lambda row: note(each) if (each := found[row]) else "",
    )
