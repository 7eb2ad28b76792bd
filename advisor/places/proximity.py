"""Great-circle distances: home hub to every hub, nearest hub of every location."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.places.arrays import frozen_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from advisor.places.hubs import HubSet

EARTH_RADIUS_KM = 6371.0088  # mean radius R1 of the GRS 80 ellipsoid (Moritz, Geodetic Reference System 1980)


def great_circle_km(
    lat: float, lon: float, lats: NDArray[np.float64], lons: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Distances in km from one point to many (haversine on the mean sphere; within 0.6 % of the ellipsoid).

    Args:
        lat: degrees north.
        lon: degrees east.
        lats: (n,) degrees.
        lons: (n,) degrees.
    """
    phi, phis = np.radians(lat), np.radians(lats)
    half = (
        np.sin((phis - phi) / 2) ** 2
        + np.cos(phi) * np.cos(phis) * np.sin((np.radians(lons) - np.radians(lon)) / 2) ** 2
    )
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))))


@dataclass(frozen=True, slots=True, eq=False)
class Distances:
    """How far everything is from the home hub.

    Attributes:
        hub_km: (m,) km to every hub.
        nearest_km: (n,) km to the nearest hub of each location, NaN where it has none.
        nearest_hub: (n,) index of that hub, -1 where there is none.
    """

    hub_km: NDArray[np.float64]
    nearest_km: NDArray[np.float64]
    nearest_hub: NDArray[np.intp]


def distances_from(lat: float, lon: float, hubs: HubSet) -> Distances:
    """Distances from a point in degrees to all hubs and to the nearest hub of each location."""
    km = great_circle_km(lat, lon, hubs.lat, hubs.lon)
    nearest = np.full(len(hubs.location_ids), -1, dtype=np.intp)
    # Written from far to near, so that the nearest hub of a location is written last.
    order = np.argsort(-km, kind="stable")
    nearest[hubs.location_of[order]] = order
    nearest_km = np.where(nearest >= 0, km[nearest] if len(km) else np.nan, np.nan)
    return Distances(frozen_array(km), frozen_array(nearest_km), frozen_array(nearest))
