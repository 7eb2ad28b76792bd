"""Everything about time and distance that changes with the home, for all locations at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from advisor.places.arrays import frozen_array
from advisor.places.engagement import (
    DEFAULT_RULE,
    Engagement,
    EngagementRule,
    clock_difference_of_hubs,
    engagement_models,
)
from advisor.places.overlap import overlap_of_hubs
from advisor.places.proximity import distances_from
from advisor.places.segments import night_table, site_table
from advisor.places.shift_finder import DEFAULT_WANTED_HOURS, find_shifts
from advisor.places.shifts import OFFICE_HOURS, Schedule, WorkingHours
from advisor.places.timezones import clock_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from advisor.places.hubs import HubSet, LocationSpread


@dataclass(frozen=True, slots=True)
class TimeSettings:
    """What the user can set about time and distance.

    Attributes:
        year: the calendar year that all figures are for.
        home_hours: the shift at home.
        site_hours: the shift at every site, in its own local time.
        wanted_hours: overlap per home working day that the shift finder has to reach.
        rule: thresholds of the engagement model.
    """

    year: int
    home_hours: WorkingHours = OFFICE_HOURS
    site_hours: WorkingHours = OFFICE_HOURS
    wanted_hours: float = DEFAULT_WANTED_HOURS
    rule: EngagementRule = field(default=DEFAULT_RULE)


@dataclass(frozen=True, slots=True, eq=False)
class HomeView:
    """Time and distance of n locations (m hubs) from one home hub; NaN where unknown or unreachable.

    Attributes:
        home_hub: index of the home hub.
        overlap: hours per home working day over the hubs of each location: low, mean, high.
        hub_overlap: (m,) the same by hub.
        night: hours between 22:00 and 06:00 that the smallest sufficient move of the site's shift needs:
            over the hubs of each location; hubs that no move can bring to the wanted overlap are left out.
        hub_night: (m,) the same by hub.
        customer_night: night hours of a shift at the site that follows the hours at home through the year,
            as answering customers there takes: over the hubs of each location.
        hub_customer_night: (m,) the same by hub.
        hub_move: (m,) that move in minutes, later is positive.
        distance_km: (n,) great-circle distance to the nearest hub.
        nearest_hub: (n,) index of that hub, -1 without hub.
        hub_km: (m,) distance of every hub.
        hub_clock_hours: (m,) largest clock difference in the year.
        engagement: n engagement models.
        deciding_hub: (n,) hub on which the engagement model rests.
    """

    home_hub: int
    overlap: LocationSpread
    hub_overlap: NDArray[np.float64]
    night: LocationSpread
    hub_night: NDArray[np.float64]
    customer_night: LocationSpread
    hub_customer_night: NDArray[np.float64]
    hub_move: NDArray[np.float64]
    distance_km: NDArray[np.float64]
    nearest_hub: NDArray[np.intp]
    hub_km: NDArray[np.float64]
    hub_clock_hours: NDArray[np.float64]
    engagement: tuple[Engagement, ...]
    deciding_hub: NDArray[np.intp]


def prepare_year(hubs: HubSet, settings: TimeSettings) -> None:
    """Build the yearly tables ahead of time, for example in a background thread; they are cached."""
    clocks = clock_table(settings.year, hubs.zones)
    site_table(hubs, clocks, settings.site_hours)
    night_table(hubs, clocks)


def seen_from(
    hubs: HubSet,
    regions: Sequence[str],
    home: str,
    settings: TimeSettings,
    home_hub: str | None = None,
) -> HomeView:
    """Compute all home-dependent figures of time and distance.

    Args:
        hubs: n locations with m hubs; `HubSet.with_chosen` restricts a location to one hub.
        regions: n UN M49 region names.
        home: home location id.
        settings: year, hours, thresholds.
        home_hub: name of the home hub, by default the main hub.

    Raises:
        ValueError: unknown home or hub, a home without hub, or a year outside the tables.
    """
    at = hubs.hub_index(home, home_hub)
    hub = hubs.hubs[at]
    clocks = clock_table(settings.year, hubs.zones)
    schedule = Schedule(hub.zone, settings.home_hours, hubs.weekends[hubs.location_of[at]])
    table = site_table(hubs, clocks, settings.site_hours)
    hub_overlap = overlap_of_hubs(schedule, table)
    customer_night = overlap_of_hubs(schedule, night_table(hubs, clocks))
    moves = find_shifts(schedule, table, settings.wanted_hours)
    distances = distances_from(hub.lat, hub.lon, hubs)
    clock_hours = clock_difference_of_hubs(hubs, clocks, hub.zone)
    models = engagement_models(hubs, regions, home, clock_hours, distances.hub_km, rule=settings.rule)
    return HomeView(
        home_hub=at,
        overlap=hubs.by_location(hub_overlap),
        hub_overlap=frozen_array(hub_overlap),
        night=hubs.by_location(moves.night),
        hub_night=moves.night,
        customer_night=hubs.by_location(customer_night),
        hub_customer_night=frozen_array(customer_night),
        hub_move=moves.move,
        distance_km=distances.nearest_km,
        nearest_hub=distances.nearest_hub,
        hub_km=distances.hub_km,
        hub_clock_hours=frozen_array(clock_hours),
        engagement=models.models,
        deciding_hub=models.deciding_hub,
    )
