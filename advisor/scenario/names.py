"""The gazetteer of a pack."""

from __future__ import annotations

from functools import lru_cache

from advisor.datapack.schema import DataPack
from advisor.places.gazetteer import Gazetteer, NamedLocation
from advisor.scenario.home.place_model import place_model


@lru_cache(maxsize=4)
def gazetteer_of(pack: DataPack) -> Gazetteer:
    """Every name under which the locations and hubs of a pack can be found."""
    hubs = place_model(pack, pack.places).hubs.hubs if pack.places is not None else ()
    return Gazetteer(
        [
            # A site is found by its own name only: the name of a country means the country.
            NamedLocation(location.id, location.name, "" if location.country else location.iso3)
            for location in pack.locations
        ],
        ((hub.location_id, hub.name) for hub in hubs),
    )
