"""Shift finder: the smallest move of the site's shift that reaches a wanted overlap, and its night hours.

Moves are steps of 15 minutes up to 12 hours either way; a moved shift starts on the local day on which it
then begins. Of two equally small moves the one with fewer night hours wins, then the later one.

The search may skip moves: moving a shift by d minutes adds at most d minutes to a day's overlap, so a shift
that is s short cannot reach the target within s minutes. The bound breaks only where the start passes
midnight (another set of days is worked), and there the search always stops to look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.core.tolerance import at_least
from advisor.places.arrays import frozen_array
from advisor.places.overlap import HomeYear, home_year, hours_per_home_day
from advisor.places.segments import SiteTable, schedule_table, shift_segments, without_weekends
from advisor.places.shifts import DAY_MINUTES, NIGHT, WorkingHours
from advisor.places.timezones import clock_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from advisor.places.shifts import Schedule

DEFAULT_WANTED_HOURS = 4.0  # half of an eight-hour day: enough for meetings, hand-over and escalation
STEP = 15
_MOVES = DAY_MINUTES // 2 // STEP


def night_hours(hours: WorkingHours, night: WorkingHours = NIGHT) -> float:
    """Hours of a shift between 22:00 and 06:00 on the local wall clock."""
    return hours.shared_on_the_clock(night) / 60


@dataclass(frozen=True, slots=True)
class FoundShift:
    """The smallest move that reaches the target.

    Attributes:
        move: minutes later, negative earlier.
        hours: the moved shift.
        overlap: hours per home working day that it then shares.
        night: its hours between 22:00 and 06:00 local.
    """

    move: int
    hours: WorkingHours
    overlap: float
    night: float


@dataclass(frozen=True, slots=True, eq=False)
class FoundShifts:
    """Smallest moves for many hubs: (m,) arrays, NaN where no move reaches the target.

    Attributes:
        move: minutes later, negative earlier.
        overlap: hours per home working day after the move.
        night: hours of the moved shift between 22:00 and 06:00 local.
    """

    move: NDArray[np.float64]
    overlap: NDArray[np.float64]
    night: NDArray[np.float64]


class _Search:
    """Overlap of the table's rows with their shifts moved, each row by its own number of steps."""

    def __init__(self, home: HomeYear, table: SiteTable) -> None:
        self.home = home
        self.table = table
        offsets = table.clocks.offset[table.clock_row]
        self.low, self.high = offsets.min(axis=1), offsets.max(axis=1)
        # A shift change adds at most d minutes a day; a repeated hour or a home shift of nearly a whole
        # day (which can meet two site shifts at once) adds more, so the bound is loosened.
        slack = 2.0 if home.hours.length > 22 * 60 else 1.0
        self.gain = slack * (1 + 4 / max(1, len(home.day)))

    def overlap(self, rows: NDArray[np.intp], moves: NDArray[np.intp]) -> NDArray[np.float64]:
        """(len(rows),) hours a home day after ``moves`` steps."""
        table = self.table
        start = ((table.hours.start + moves * STEP) % DAY_MINUTES).astype(np.int32)
        moved = shift_segments(table.clocks, start, table.hours.length, table.clock_row[rows])
        moved = without_weekends(moved, table.works[rows])
        return hours_per_home_day(
            self.home, moved, start, table.hours.length, (self.low[rows], self.high[rows])
        )

    def first_reaching(self, target: float, direction: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Smallest number of steps in one direction that reaches the target; -1 where none does."""
        rows = len(self.table.clock_row)
        found, overlap = np.full(rows, -1, dtype=np.intp), np.full(rows, np.nan)
        open_rows, steps = np.arange(rows), np.zeros(rows, dtype=np.intp)
        wrap = self._steps_to_midnight(direction)
        while len(open_rows):
            hours = self.overlap(open_rows, direction * steps)
            done = at_least(hours, target)
            found[open_rows[done]], overlap[open_rows[done]] = steps[done], hours[done]
            short = (target - hours) * 60 / self.gain / STEP
            ahead = steps + np.maximum(1, np.ceil(short - 1e-6).astype(np.intp))
            ahead = np.where(steps < wrap, np.minimum(ahead, wrap), ahead)
            # The last step of all is looked at too: it may just reach.
            keep = ~done & (ahead <= _MOVES)
            open_rows, steps = open_rows[keep], ahead[keep]
        return found, overlap

    def _steps_to_midnight(self, direction: int) -> int:
        """Steps after which the start has passed midnight, the first on the other side."""
        start = self.table.hours.start
        if direction > 0:
            return -(-(DAY_MINUTES - start) // STEP)
        return start // STEP + 1


def find_shifts(home: Schedule, table: SiteTable, wanted_hours: float = DEFAULT_WANTED_HOURS) -> FoundShifts:
    """Smallest moves of the sites' shift that reach the wanted overlap, for all hubs of a table.

    Args:
        home: its zone must be among the table's zones.
        table: the hubs' working time (`segments.site_table`).
        wanted_hours: overlap per home working day, mean of the year.
    """
    search = _Search(home_year(table.clocks, home), table)
    later, later_overlap = search.first_reaching(wanted_hours, 1)
    earlier, earlier_overlap = search.first_reaching(wanted_hours, -1)
    rows = len(table.clock_row)
    move, overlap, night = (np.full(rows, np.nan) for _ in range(3))
    for row in range(rows):
        options = [
            (steps * STEP, sign, hours)
            for steps, sign, hours in (
                (int(later[row]), 1, later_overlap[row]),
                (int(earlier[row]), -1, earlier_overlap[row]),
            )
            if steps >= 0
        ]
        if options:
            size, sign, hours = min(
                options,
                key=lambda option: (option[0], _night_after(table, option[0] * option[1]), -option[1]),
            )
            move[row], overlap[row], night[row] = sign * size, hours, _night_after(table, sign * size)
    hub = table.row_of_hub
    return FoundShifts(frozen_array(move[hub]), frozen_array(overlap[hub]), frozen_array(night[hub]))


def _night_after(table: SiteTable, move: int) -> float:
    return night_hours(table.hours.moved(move))


def find_shift(
    home: Schedule, site: Schedule, year: int, wanted_hours: float = DEFAULT_WANTED_HOURS
) -> FoundShift | None:
    """The smallest move for one pair of places; None where no move reaches the target.

    Raises:
        ValueError: unknown zone, or a year outside the tables.
    """
    clocks = clock_table(year, (home.zone, site.zone))
    found = find_shifts(home, schedule_table(clocks, site), wanted_hours)
    if np.isnan(found.move[0]):
        return None
    move = int(found.move[0])
    return FoundShift(move, site.hours.moved(move), float(found.overlap[0]), float(found.night[0]))
