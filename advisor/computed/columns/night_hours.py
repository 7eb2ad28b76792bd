"""Hours of each shift that fall into the local night.

Work for customers follows their hours, whatever time it is at the site. Other work moves its shift no
further than the wanted overlap with the client's team asks.
"""

from __future__ import annotations

import numpy as np

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import ShiftsFromHome, TimeFromHome
from advisor.computed.source_ids import CLOCKS
from advisor.core.cells import Cells, make_column
from advisor.places.shifts import clock_text
from advisor.words.formatting import hours_text
from advisor.words.translation import t


def _night_hours(shifts: ShiftsFromHome) -> Cells:
    time = shifts.time
    night = time.view.customer_night if shifts.for_customers else time.view.night
    return make_column(
        night.mean,
        low=night.low,
        high=night.high,
        year=time.settings.year,
        sources=CLOCKS,
        notes=lambda row: (_customer_note if shifts.for_customers else _team_note)(time, row),
    )


def _customer_note(time: TimeFromHome, row: int) -> str:
    hubs, first = time.hubs.hubs, int(time.hubs.first[row])
    if first < 0:
        return ""
    return t(
        "{site:The} works the customers' hours, {hours} in {home:the}",
        site=hubs[first].title,
        hours=time.settings.home_hours,
        home=hubs[time.view.home_hub].title,
    )


def _team_note(time: TimeFromHome, row: int) -> str:
    hubs, settings, first = time.hubs.hubs, time.settings, int(time.hubs.first[row])
    move = time.view.hub_move[first] if first >= 0 else np.nan
    if np.isnan(move):
        return ""
    shift = settings.site_hours.moved(int(move))
    return t(
        "{site:The} starts at {time} to share {hours} a day with home",
        site=hubs[first].title,
        time=clock_text(shift.start),
        hours=hours_text(settings.wanted_hours),
    )


COLUMN = ComputedColumn(ShiftsFromHome, _night_hours)
