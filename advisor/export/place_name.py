"""What a location is called in files for people."""

from __future__ import annotations

from advisor.datapack.location import Location
from advisor.words.translation import t


def place_name(location: Location) -> str:
    """Its name; a site of the user's own is said to be one."""
    return t("{site} (your site)", site=location.name) if location.country else location.name
