"""Hours a day in which home and site are both at work."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import TimeFromHome
from advisor.computed.source_ids import CLOCKS
from advisor.core.cells import Cells, make_column


def _overlap(time: TimeFromHome) -> Cells:
    overlap = time.view.overlap
    return make_column(
        overlap.mean,
        low=overlap.low,
        high=overlap.high,
        year=time.settings.year,
        sources=CLOCKS,
        notes=_notes(time),
    )


def _notes(time: TimeFromHome) -> list[str]:
    hubs, settings = time.hubs, time.settings
    home_name = hubs.hubs[time.view.home_hub].name
    notes = []
    for row, first in enumerate(hubs.first):
        if first < 0:
            notes.append("")
            continue
        count = int((hubs.location_of == row).sum())
        where = f"mean of {count} hubs by population" if count > 1 else hubs.hubs[first].name
        hours = f"{home_name} {settings.home_hours}, there {settings.site_hours}"
        notes.append(f"{hours}, working days of {settings.year} at home; {where}")
    return notes


COLUMN = ComputedColumn(TimeFromHome, _overlap)
