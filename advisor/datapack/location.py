"""A place that is ranked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """An alternative of the pack: a country, or whatever the pack ranks.

    Attributes:
        in_sentence: how its name stands within a sentence, such as "the Netherlands"; empty if no other way.
        lat, lon: degrees of its main place, NaN where it has none.
        tz: IANA zone of its main place.
        peer_group: fine grouping used to estimate unknown cells.
        country: id of the location whose figures hold where it has none of its own, for a site of the user's;
            empty for a location of the pack.
    """

    id: str
    name: str
    iso3: str = ""
    lat: float = float("nan")
    lon: float = float("nan")
    tz: str = ""
    region: str = ""
    subregion: str = ""
    income_group: str = ""
    peer_group: str = ""
    country: str = ""
    in_sentence: str = ""
