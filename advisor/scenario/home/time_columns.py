"""Time and distance as seen from home: overlap, night hours, distance, shared working days."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from advisor.core.matrix import CellMethod
from advisor.places.calendars import work_calendars
from advisor.places.from_home import HomeView, TimeSettings, seen_from
from advisor.places.hubs import HubSet
from advisor.places.shifts import clock_text
from advisor.scenario.columns import Column, make_column
from advisor.scenario.home.place_model import CLOCKS, HOLIDAYS
from advisor.words.formatting import hours_text

PLACE_SOURCE = "geonames"


def time_columns(
    hubs: HubSet, regions: Sequence[str], home: str, settings: TimeSettings
) -> tuple[dict[str, Column], HomeView]:
    """The columns of time and distance, and the view that they come from."""
    view = seen_from(hubs, regions, home, settings)
    home_name = hubs.hubs[view.home_hub].name
    columns = {
        "overlap": make_column(
            view.overlap.mean,
            low=view.overlap.low,
            high=view.overlap.high,
            year=settings.year,
            sources=CLOCKS,
            notes=_overlap_notes(hubs, home_name, settings),
        ),
        "night_hours": make_column(
            view.night.mean,
            low=view.night.low,
            high=view.night.high,
            year=settings.year,
            sources=CLOCKS,
            notes=_night_notes(hubs, view, settings),
        ),
        "distance": make_column(
            view.distance_km,
            sources=PLACE_SOURCE,
            notes=[
                f"{home_name} to {hubs.hubs[hub].name}, great circle" if hub >= 0 else ""
                for hub in view.nearest_hub
            ],
        ),
        "shared_days": _shared_days(hubs, home, settings.year),
    }
    return columns, view


def _shared_days(hubs: HubSet, home: str, year: int) -> Column:
    calendars = work_calendars(hubs.workplaces, year)
    shared = calendars.shared_with(home)
    return make_column(
        shared.percent,
        methods=np.where(shared.estimated, CellMethod.ESTIMATED, CellMethod.OBSERVED).astype(np.int8),
        year=year,
        sources=HOLIDAYS,
        notes=[
            f"{days:.0f} of {shared.home_days:.0f} working days at home{f'; {note}' if note else ''}"
            if not np.isnan(days)
            else note
            for days, note in zip(shared.days, calendars.notes, strict=True)
        ],
    )


def _overlap_notes(hubs: HubSet, home_name: str, settings: TimeSettings) -> list[str]:
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


def _night_notes(hubs: HubSet, view: HomeView, settings: TimeSettings) -> list[str]:
    notes = []
    for first in hubs.first:
        move = view.hub_move[first] if first >= 0 else np.nan
        if np.isnan(move):
            notes.append("")
            continue
        shift = settings.site_hours.moved(int(move))
        start = f"{hubs.hubs[first].name} starts at {clock_text(shift.start)}"
        notes.append(f"{start} to share {hours_text(settings.wanted_hours)} a day with home")
    return notes
