"""Ids of sources that stand behind computed figures and not in a pack's tables."""

CLOCKS, HOLIDAYS = "tzdata", "holidays"
PLACES, TIES = "geonames", "cepii_geodist;legal_origin"
COLLABORATIONS = "github_innovation"
