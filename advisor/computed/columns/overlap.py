"""Hours a day in which home and site are both at work."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import TimeFromHome
from advisor.computed.source_ids import CLOCKS
from advisor.core.cells import Cells, make_column
from advisor.words.translation import t


def _overlap(time: TimeFromHome) -> Cells:
    overlap = time.view.overlap
    return make_column(
        overlap.mean,
        low=overlap.low,
        high=overlap.high,
        year=time.settings.year,
        sources=CLOCKS,
        notes=lambda: _notes(time),
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
        told = {
            "home": home_name,
            "hours": settings.home_hours,
            "site_hours": settings.site_hours,
            "year": settings.year,
        }
        if count > 1:
            note = t(
                "{home} {hours}, there {site_hours}, working days of {year} at home; mean of {count} hubs by "
                "population",
                count=count,
                **told,
            )
        else:
            note = t(
                "{home} {hours}, there {site_hours}, working days of {year} at home; {site}",
                site=hubs.hubs[first].name,
                **told,
            )
        notes.append(note)
    return notes


COLUMN = ComputedColumn(TimeFromHome, _overlap)
