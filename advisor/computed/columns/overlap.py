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
        notes=lambda row: _note(time, row),
    )


def _note(time: TimeFromHome, row: int) -> str:
    hubs, settings = time.hubs, time.settings
    first = int(hubs.first[row])
    if first < 0:
        return ""
    told = {
        "home": hubs.hubs[time.view.home_hub].title,
        "hours": settings.home_hours,
        "site_hours": settings.site_hours,
        "year": settings.year,
    }
    count = int((hubs.location_of == row).sum())
    if count > 1:
        return t(
            "{home} {hours}, there {site_hours}, working days of {year} at home; mean of {count} hubs by "
            "population",
            count=count,
            **told,
        )
    return t(
        "{home} {hours}, there {site_hours}, working days of {year} at home; {site}",
        site=hubs.hubs[first].title,
        **told,
    )


COLUMN = ComputedColumn(TimeFromHome, _overlap)
