"""A few real hubs (GeoNames, CC BY 4.0) that several tests of this folder share."""

from __future__ import annotations

import pytest

from advisor.places.hubs import Hub, HubSet

REGIONS = {
    "GBR": "Europe", "DEU": "Europe", "POL": "Europe", "ROU": "Europe", "MAR": "Africa", "EGY": "Africa",
    "ZAF": "Africa", "IND": "Asia", "PHL": "Asia", "JPN": "Asia", "VNM": "Asia", "USA": "Americas",
    "MEX": "Americas", "CRI": "Americas", "BRA": "Americas", "AUS": "Oceania", "XXX": "",
}  # fmt: skip
_HUBS = """
GBR|London|51.5085|-0.1257|8961989|Europe/London
GBR|Belfast|54.5968|-5.9254|348005|Europe/London
DEU|Berlin|52.5244|13.4105|3426354|Europe/Berlin
DEU|Munich|48.1374|11.5755|1505005|Europe/Berlin
POL|Warsaw|52.2298|21.0118|1702139|Europe/Warsaw
POL|Kraków|50.0614|19.9366|816614|Europe/Warsaw
ROU|Bucharest|44.4323|26.1063|1877155|Europe/Bucharest
MAR|Casablanca|33.5883|-7.6114|3665954|Africa/Casablanca
EGY|Cairo|30.0626|31.2497|9606916|Africa/Cairo
ZAF|Johannesburg|-26.2023|28.0436|9418183|Africa/Johannesburg
ZAF|Cape Town|-33.9258|18.4232|4772846|Africa/Johannesburg
IND|Mumbai|19.0728|72.8826|12691836|Asia/Kolkata
IND|Bengaluru|12.9719|77.5937|8495492|Asia/Kolkata
IND|Delhi|28.6519|77.2315|11034555|Asia/Kolkata
PHL|Manila|14.6042|120.9822|1600000|Asia/Manila
PHL|Quezon City|14.6488|121.0509|3084270|Asia/Manila
JPN|Tokyo|35.6895|139.6917|9733276|Asia/Tokyo
VNM|Ho Chi Minh City|10.823|106.6296|14002598|Asia/Ho_Chi_Minh
VNM|Hanoi|21.0245|105.8412|8053663|Asia/Bangkok
USA|New York City|40.7143|-74.006|8804190|America/New_York
USA|Chicago|41.85|-87.65|2664452|America/Chicago
USA|San Francisco|37.7749|-122.4194|827526|America/Los_Angeles
USA|Phoenix|33.4484|-112.074|1650070|America/Phoenix
MEX|Mexico City|19.4285|-99.1277|12294193|America/Mexico_City
MEX|Tijuana|32.5027|-117.0037|1922523|America/Tijuana
CRI|San José|9.9339|-84.0849|335007|America/Costa_Rica
BRA|São Paulo|-23.5475|-46.6361|12400232|America/Sao_Paulo
BRA|Recife|-8.0539|-34.8811|1653461|America/Recife
AUS|Sydney|-33.8688|151.2093|5557233|Australia/Sydney
"""


@pytest.fixture(scope="session")
def real_hubs() -> HubSet:
    rows = (line.split("|") for line in _HUBS.strip().splitlines())
    hubs = [
        Hub(a, name, float(lat), float(lon), float(people), zone) for a, name, lat, lon, people, zone in rows
    ]
    return HubSet.of(hubs, REGIONS)


@pytest.fixture(scope="session")
def real_regions(real_hubs: HubSet) -> list[str]:
    return [REGIONS[location] for location in real_hubs.location_ids]
