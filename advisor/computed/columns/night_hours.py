"""Night hours of the smallest move of the site's shift that reaches the wanted overlap."""

from __future__ import annotations

import numpy as np

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import TimeFromHome
from advisor.computed.source_ids import CLOCKS
from advisor.core.cells import Cells, make_column
from advisor.places.shifts import clock_text
from advisor.words.formatting import hours_text


def _night_hours(time: TimeFromHome) -> Cells:
    night = time.view.night
    return make_column(
        night.mean,
        low=night.low,
        high=night.high,
        year=time.settings.year,
        sources=CLOCKS,
        notes=_notes(time),
    )


def _notes(time: TimeFromHome) -> list[str]:
    hubs, settings = time.hubs, time.settings
    notes = []
    for first in hubs.first:
        move = time.view.hub_move[first] if first >= 0 else np.nan
        if np.isnan(move):
            notes.append("")
            continue
        shift = settings.site_hours.moved(int(move))
        start = f"{hubs.hubs[first].name} starts at {clock_text(shift.start)}"
        notes.append(f"{start} to share {hours_text(settings.wanted_hours)} a day with home")
    return notes


COLUMN = ComputedColumn(TimeFromHome, _night_hours)
