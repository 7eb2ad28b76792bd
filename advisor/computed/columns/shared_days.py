"""Share of the working days at home on which the site works too."""

from __future__ import annotations

import numpy as np

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import TimeFromHome
from advisor.computed.source_ids import HOLIDAYS
from advisor.core.cells import Cells, make_column
from advisor.core.matrix import CellMethod
from advisor.places.calendars import work_calendars
from advisor.words.translation import t


def _shared_days(time: TimeFromHome) -> Cells:
    year = time.settings.year
    calendars = work_calendars(time.hubs.workplaces, year)
    shared = calendars.shared_with(time.home)
    return make_column(
        shared.percent,
        methods=np.where(shared.estimated, CellMethod.ESTIMATED, CellMethod.OBSERVED).astype(np.int8),
        year=year,
        sources=HOLIDAYS,
        notes=lambda row: _note(float(shared.days[row]), shared.home_days, calendars.calendars[row].note),
    )


def _note(days: float, home_days: float, remark: str) -> str:
    if np.isnan(days):
        return remark
    told = {"days": f"{days:.0f}", "home_days": f"{home_days:.0f}"}
    if remark:
        return t("{days} of {home_days} working days at home; {remark}", remark=remark, **told)
    return t("{days} of {home_days} working days at home", **told)


COLUMN = ComputedColumn(TimeFromHome, _shared_days)
