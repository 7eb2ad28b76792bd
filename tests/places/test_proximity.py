from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.places.hubs import Hub, HubSet
from advisor.places.proximity import distances_from, great_circle_km

latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)


@given(latitudes, longitudes, latitudes, longitudes)
def test_that_distances_are_within_one_percent_of_the_ellipsoid(
    lat: float, lon: float, lat2: float, lon2: float
) -> None:
    from pyproj import Geod

    exact = Geod(ellps="WGS84").inv(lon, lat, lon2, lat2)[2] / 1000
    assert great_circle_km(lat, lon, np.array([lat2]), np.array([lon2]))[0] == pytest.approx(
        exact, rel=0.006, abs=0.05
    )


def test_that_distance_crosses_the_date_line_the_short_way() -> None:
    km = great_circle_km(0, 179.5, np.array([0.0]), np.array([-179.5]))
    assert km[0] == pytest.approx(111.195, abs=0.01)


def test_that_the_nearest_hub_of_each_location_is_found() -> None:
    hubs = HubSet.of(
        [
            Hub("USA", "San Francisco", 37.7749, -122.4194, 827_526, "America/Los_Angeles"),
            Hub("USA", "New York City", 40.7143, -74.006, 8_804_190, "America/New_York"),
        ],
        ["XXX", "USA"],
    )
    from_tokyo = distances_from(35.6895, 139.6917, hubs)
    assert hubs.hubs[from_tokyo.nearest_hub[1]].name == "San Francisco"
    assert from_tokyo.nearest_km[1] == pytest.approx(8271, abs=2)
    assert from_tokyo.nearest_hub[0] == -1
    assert np.isnan(from_tokyo.nearest_km[0])
