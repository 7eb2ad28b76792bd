"""HOME and SITE on the command line: an IANA zone, a hub name or an ISO3 code."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from advisor.cli.errors import CommandError
from advisor.datapack.schema import DataPack
from advisor.places.hubs import HubSet
from advisor.places.shifts import Weekend, WorkingHours
from advisor.places.timezones import weekend_of_zone, zone_names
from advisor.scenario.home.place_model import place_model


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """What a name on the command line stands for.

    Attributes:
        name: how to print it.
        location_id: the country, empty for a bare zone.
        hubs: its hubs as (name, zone, share of hub population), the main one first.
        weekend: days without a shift.
    """

    name: str
    location_id: str
    hubs: tuple[tuple[str, str, float], ...]
    weekend: Weekend


class PlaceFinder:
    """Finds places by name in a pack."""

    def __init__(self, pack: DataPack) -> None:
        self._pack = pack
        self._hubs = HubSet.of(()) if pack.places is None else place_model(pack, pack.places).hubs

    def find(self, text: str) -> NamedPlace:
        """The place that a zone, a hub or a country code names.

        Raises:
            CommandError: no such place, or a hub name that occurs in several countries.
        """
        if text in zone_names():
            return NamedPlace(text, "", ((text, text, 1.0),), weekend_of_zone(text))
        if self._pack.places is None:
            message = f"The data pack {self._pack.name} has no hubs: name IANA zones such as Europe/London."
            raise CommandError(message)
        if text.upper() in self._pack.location_ids:
            return self._country(text.upper())
        hub, _, country = text.partition(",")
        found = [
            i
            for i, known in enumerate(self._hubs.hubs)
            if known.name.casefold() == hub.strip().casefold()
            and country.strip().upper() in ("", known.location_id)
        ]
        if len(found) == 1:
            return self._hub(found[0])
        if found:
            ids = " or ".join(f"'{hub},{self._hubs.hubs[i].location_id}'" for i in found)
            raise CommandError(f"Several hubs are called '{hub}': write {ids}.")
        raise CommandError(self._unknown(text))

    def _country(self, location_id: str) -> NamedPlace:
        at = self._pack.location_ids.index(location_id)
        mine = [i for i, owner in enumerate(self._hubs.location_of) if owner == at]
        if not mine:
            raise CommandError(f"No hub of {location_id} is known, so its clock is not either.")
        hubs = tuple(
            (self._hubs.hubs[i].name, self._hubs.hubs[i].zone, float(self._hubs.share[i])) for i in mine
        )
        return NamedPlace(self._pack.locations[at].name, location_id, hubs, self._hubs.weekends[at])

    def _hub(self, index: int) -> NamedPlace:
        hub = self._hubs.hubs[index]
        weekend = self._hubs.weekends[int(self._hubs.location_of[index])]
        return NamedPlace(hub.name, hub.location_id, ((hub.name, hub.zone, 1.0),), weekend)

    def _unknown(self, text: str) -> str:
        names = {hub.name.casefold(): hub.name for hub in self._hubs.hubs}
        names |= {zone.casefold(): zone for zone in zone_names()}
        near = get_close_matches(text.casefold(), names, n=1)
        hint = f" Did you mean '{names[near[0]]}'?" if near else ""
        return (
            f"There is no zone, hub or country code '{text}'.{hint} Countries: 'location-advisor locations'."
        )


def parse_hours(text: str) -> WorkingHours:
    """Working hours like 09:00-17:00.

    Raises:
        CommandError: text of another form.
    """
    try:
        return WorkingHours.parse(text)
    except ValueError as error:
        sentence = str(error)
        raise CommandError(f"{sentence[:1].upper()}{sentence[1:]}.") from error
